/** A civil date and time in some zone; `month` counts from 1, `weekday` 0 is Sunday. */
export interface CivilTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly weekday: number;
}

/** What the clocks of `timeZone` (IANA, or `GMT+8` as Java writes it) show at an instant. Throws RangeError for an unknown zone. */
export function civilTimeAt(instant: number, timeZone: string): CivilTime {
  const shown = instant + offsetAt(instant, timeZone);
  const date = new Date(shown);
  return {
    year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), hour: date.getUTCHours(), minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(), millisecond: date.getUTCMilliseconds(), weekday: date.getUTCDay(),
  };
}

/** Milliseconds by which the zone's clocks are ahead of UTC at an instant. */
export function offsetAt(instant: number, timeZone: string): number {
  const fixed = /^(?:GMT|UTC)([+-])(\d{1,2}):?(\d{2})?$/.exec(timeZone);
  if (fixed !== null) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * 60_000;
  const parts = new Map(formatFor(timeZone).formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const at = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const shown = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
  return shown - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant at which the zone's clocks show this civil time; day and month may overflow as in Date.UTC. A time that a
 * clock change skips counts as the offset before the change, a repeated one as its first occurrence.
 */
export function instantOf(civil: { readonly year: number; readonly month: number; readonly day: number; readonly hour: number; readonly minute: number }, timeZone: string): number {
  const shown = Date.UTC(civil.year, civil.month - 1, civil.day, civil.hour, civil.minute);
  const before = shown - offsetAt(shown - 86_400_000, timeZone);
  if (before + offsetAt(before, timeZone) === shown) return before;
  const after = shown - offsetAt(shown + 86_400_000, timeZone);
  return after + offsetAt(after, timeZone) === shown ? after : before;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
