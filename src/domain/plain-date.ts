import { toHalfWidth } from './text';

/**
 * Civil dates without a zone. All arithmetic goes through integer day numbers (the serials that cells hold), so that
 * no clock change and no zone can shift a day.
 */

/** `YYYY-MM-DD`, a real calendar day of the years 1900–2199. */
export type PlainDate = string;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const FIRST_SERIAL = 2;
const LAST_SERIAL = 109_574;
/** Serial of 1970-01-01. */
export const EPOCH_SERIAL = 25_569;
/** Days from 0000-03-01, the start of the era arithmetic below, to 1899-12-30. */
const ERA_DAYS_AT_SERIAL_ZERO = 693_899;
const DAYS_PER_ERA = 146_097;

interface Civil { readonly year: number; readonly month: number; readonly day: number }

export function isPlainDate(text: string): boolean {
  return readCanonical(text) !== null;
}

/**
 * Reads a date as people type it: 2024-6-5, 2024/6/5, 2024.6.5, 2024年6月5日, 20240605, also in full-width digits.
 * The year comes first with four digits; anything else is null, because the order of day and month is never guessed.
 */
export function parsePlainDate(text: string): PlainDate | null {
  const typed = toHalfWidth(text).trim();
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(typed)
    ?? /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]$/.exec(typed)
    ?? /^(\d{4})(?:-(?=\d+-)|\/(?=\d+\/)|\.(?=\d+\.))(\d{1,2})[-/.](\d{1,2})$/.exec(typed);
  if (parts === null) return null;
  const civil = { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
  return isRealDay(civil) ? format(civil) : null;
}

/** Days since 1899-12-30, as a Sheets cell counts them. */
export function toSerial(date: PlainDate): number {
  const { year, month, day } = toCivil(date);
  return serialOf(year, month, day);
}

/** The day of a cell's serial number; a time of day (the fraction) is cut off. Null outside 1900–2199. */
export function fromSerial(serial: number): PlainDate | null {
  const days = Math.floor(serial);
  return days >= FIRST_SERIAL && days <= LAST_SERIAL ? dayOf(days) : null;
}

/**
 * Steps whole months and clamps to the month's end: 31 January + 1 is 28 or 29 February. To repeat a step, multiply it
 * (`addMonths(start, 3 * n)`): stepping from a clamped day would lose the original one. Stops at the ends of 1900–2199.
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = toCivil(date);
  const monthIndex = year * 12 + month - 1 + months;
  const target = { year: Math.floor(monthIndex / 12), month: monthIndex - Math.floor(monthIndex / 12) * 12 + 1 };
  if (target.year < FIRST_YEAR) return dayOf(FIRST_SERIAL);
  if (target.year > LAST_YEAR) return dayOf(LAST_SERIAL);
  return format({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
}

/** Stops at the ends of 1900–2199. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dayOf(Math.min(Math.max(toSerial(date) + days, FIRST_SERIAL), LAST_SERIAL));
}

/** Days to go from `a` until `b`; negative if `b` is earlier. */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  return toSerial(b) - toSerial(a);
}

/** For sorting: negative, zero or positive. */
export function compareDates(a: PlainDate, b: PlainDate): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The civil date at an instant, in a zone that is `offsetMinutes` ahead of UTC (Shanghai: 480). */
export function todayFrom(epochMs: number, offsetMinutes: number): PlainDate {
  return dayOf(Math.floor((epochMs + offsetMinutes * 60_000) / 86_400_000) + EPOCH_SERIAL);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(date: PlainDate): number {
  return (toSerial(date) + 5) % 7 + 1;
}

function readCanonical(text: string): Civil | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return null;
  const civil = { year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) };
  return isRealDay(civil) ? civil : null;
}

function toCivil(date: PlainDate): Civil {
  const civil = readCanonical(date);
  if (civil === null) throw new RangeError('Not a calendar date of 1900–2199 in the form YYYY-MM-DD');
  return civil;
}

function isRealDay({ year, month, day }: Civil): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Howard Hinnant's days_from_civil: years start in March, so that the leap day is a year's last day. */
function serialOf(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - ERA_DAYS_AT_SERIAL_ZERO;
}

/** Howard Hinnant's civil_from_days. */
function dayOf(serial: number): PlainDate {
  const days = serial + ERA_DAYS_AT_SERIAL_ZERO;
  const era = Math.floor(days / DAYS_PER_ERA);
  const dayOfEra = days - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return format({
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  });
}

function format({ year, month, day }: Civil): PlainDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
