/** Wall-clock times of the workbook's zone. A civil time is `YYYY-MM-DDTHH:MM`. */

const MORNING = '09:00';
const DAY_MS = 86_400_000;

/** The civil time that a clock in `timeZone` shows at an instant. */
export function civilTimeOf(instant: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  }).formatToParts(instant);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** The first instant at which a clock in `timeZone` shows the civil time; in a spring gap, the instant as far after it. */
export function instantOf(civil: string, timeZone: string): Date {
  const asUtc = Date.parse(`${civil}:00Z`);
  const offsetAt = (instant: number): number => Date.parse(`${civilTimeOf(new Date(instant), timeZone)}:00Z`) - instant;
  const [first, second] = [offsetAt(asUtc - DAY_MS), offsetAt(asUtc + DAY_MS)].map((offset) => asUtc - offset).sort((a, b) => a - b) as [number, number];
  return new Date(civilTimeOf(new Date(first), timeZone) === civil ? first : second);
}

/** Nine o'clock of the next day: late enough for the jobs that Google runs early in the morning. */
export function nextMorning(now: Date, timeZone: string): Date {
  const tomorrow = new Date(`${civilTimeOf(now, timeZone).slice(0, 10)}T00:00:00Z`);
  tomorrow.setUTCDate(tomorrow.getUTCDate() + 1);
  return instantOf(`${tomorrow.toISOString().slice(0, 10)}T${MORNING}`, timeZone);
}

/** Nine o'clock of the same day next month; the month's last day where that day does not exist. */
export function nextMonth(now: Date, timeZone: string): Date {
  const today = civilTimeOf(now, timeZone).slice(0, 10);
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const then = new Date(Date.UTC(year, month, Math.min(Number(today.slice(8)), lastDay)));
  return instantOf(`${then.toISOString().slice(0, 10)}T${MORNING}`, timeZone);
}

export function showTime(instant: Date, timeZone: string, language: string): string {
  return new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(instant);
}
