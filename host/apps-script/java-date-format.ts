import { civilTimeAt, offsetAt, type CivilTime } from './time-zones';

/**
 * `java.text.SimpleDateFormat` in English, as Utilities.formatDate uses it: G y M L d E u a H k K h m s S D F w z Z X
 * and quoted text. Throws RangeError for any other letter, as Java does.
 */
export function formatJavaDate(instant: number, timeZone: string, pattern: string): string {
  const civil = civilTimeAt(instant, timeZone);
  return tokens(pattern).map((token) => (token.literal ? token.text : field(token.text, civil, instant, timeZone))).join('');
}

interface Token {
  readonly literal: boolean;
  readonly text: string;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

function tokens(pattern: string): readonly Token[] {
  const found: Token[] = [];
  for (const [text] of pattern.matchAll(/''|'(?:[^']|'')*'?|([A-Za-z])\1*|[^A-Za-z']+/g)) {
    if (text === "''") found.push({ literal: true, text: "'" });
    else if (text.startsWith("'")) found.push({ literal: true, text: text.slice(1, text.length > 1 && text.endsWith("'") ? -1 : undefined).replaceAll("''", "'") });
    else found.push({ literal: !/^[A-Za-z]/.test(text), text });
  }
  return found;
}

function field(letters: string, civil: CivilTime, instant: number, timeZone: string): string {
  const width = letters.length;
  const padded = (value: number): string => String(value).padStart(width, '0');
  const named = (name: string): string => (width >= 4 ? name : name.slice(0, 3));
  switch (letters[0]) {
    case 'G': return 'AD';
    case 'y': return width === 2 ? String(civil.year % 100).padStart(2, '0') : padded(civil.year);
    case 'M': case 'L': return width >= 3 ? named(MONTHS[civil.month - 1]!) : padded(civil.month);
    case 'd': return padded(civil.day);
    case 'E': return named(WEEKDAYS[civil.weekday]!);
    case 'u': return padded(civil.weekday === 0 ? 7 : civil.weekday);
    case 'a': return civil.hour < 12 ? 'AM' : 'PM';
    case 'H': return padded(civil.hour);
    case 'k': return padded(civil.hour === 0 ? 24 : civil.hour);
    case 'K': return padded(civil.hour % 12);
    case 'h': return padded(civil.hour % 12 === 0 ? 12 : civil.hour % 12);
    case 'm': return padded(civil.minute);
    case 's': return padded(civil.second);
    case 'S': return padded(civil.millisecond);
    case 'D': return padded(dayOfYear(civil));
    case 'F': return padded(Math.ceil(civil.day / 7));
    case 'w': return padded(weekOfYear(civil));
    case 'z': return zoneName(instant, timeZone, width >= 4 ? 'long' : 'short');
    case 'Z': return offsetText(instant, timeZone, '');
    case 'X': return isoOffset(instant, timeZone, width);
    default: throw new RangeError(`Illegal pattern character '${letters[0]}'`);
  }
}

function dayOfYear({ year, month, day }: CivilTime): number {
  return Math.round((Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
}

/** Week of the year in the United States' reckoning: it starts on Sunday, and week 1 holds 1 January. */
function weekOfYear(civil: CivilTime): number {
  const firstWeekday = new Date(Date.UTC(civil.year, 0, 1)).getUTCDay();
  const week = Math.floor((dayOfYear(civil) - 1 + firstWeekday) / 7) + 1;
  const daysLeft = dayOfYear({ ...civil, month: 12, day: 31 }) - dayOfYear(civil);
  return daysLeft + civil.weekday < 6 ? 1 : week;
}

function zoneName(instant: number, timeZone: string, style: 'long' | 'short'): string {
  if (/^(GMT|UTC)[+-]/.test(timeZone)) return timeZone;
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: style }).formatToParts(instant);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

function offsetText(instant: number, timeZone: string, separator: string): string {
  const minutes = Math.round(offsetAt(instant, timeZone) / 60_000);
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${separator}${two(size % 60)}`;
}

function isoOffset(instant: number, timeZone: string, width: number): string {
  if (offsetAt(instant, timeZone) === 0) return 'Z';
  return width === 1 ? offsetText(instant, timeZone, '').slice(0, 3) : offsetText(instant, timeZone, width === 2 ? '' : ':');
}
