import type { ClockSchedule } from './host-state';
import { civilTimeAt, instantOf } from './time-zones';

/**
 * The first run after `after`. Minutes and hours count from the trigger's creation; days, weeks and months fall on
 * the drawn minute of the hour, in the trigger's zone, counted from the day of creation.
 * assumed: the first run of an hourly trigger comes one period after its creation.
 */
export function nextRun(schedule: ClockSchedule, createdAt: number, after: number): number | null {
  switch (schedule.every) {
    case 'once': return schedule.at > after ? schedule.at : null;
    case 'minutes': return nextMultiple(createdAt, schedule.count * 60_000, after);
    case 'hours': return nextMultiple(createdAt, schedule.count * 3_600_000, after);
    default: return nextCivilRun(schedule, createdAt, after);
  }
}

function nextMultiple(start: number, period: number, after: number): number {
  return start + (Math.floor(Math.max(0, after - start) / period) + 1) * period;
}

type CivilSchedule = Extract<ClockSchedule, { readonly hour: number }>;

function nextCivilRun(schedule: CivilSchedule, createdAt: number, after: number): number {
  const from = civilTimeAt(after, schedule.timeZone);
  const start = civilTimeAt(createdAt, schedule.timeZone);
  const dayNumber = (offset: number): number => Math.round(Date.UTC(from.year, from.month - 1, from.day + offset) / 86_400_000);
  const startDay = Math.round(Date.UTC(start.year, start.month - 1, start.day) / 86_400_000);
  const longest = 31 * 366;
  for (let offset = 0; offset <= longest; offset += 1) {
    const day = new Date(dayNumber(offset) * 86_400_000);
    if (!fallsOn(schedule, day, dayNumber(offset) - startDay)) continue;
    const at = instantOf({ year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate(), hour: schedule.hour, minute: schedule.minute }, schedule.timeZone);
    if (at > after) return at;
  }
  throw new RangeError('No day in 31 years matches the schedule.');
}

function fallsOn(schedule: CivilSchedule, day: Date, daysSinceStart: number): boolean {
  if (schedule.every === 'months') return day.getUTCDate() === (schedule.day ?? 1);
  if (schedule.every === 'days') return daysSinceStart % schedule.count === 0 || schedule.count === 1;
  return day.getUTCDay() === schedule.day && Math.floor(daysSinceStart / 7) % schedule.count === 0;
}
