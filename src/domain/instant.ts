/** UTC instants as ISO text (`2026-01-31T08:00:00.000Z`) and as epoch milliseconds, without a clock. */
import { EPOCH_SERIAL, fromSerial, isPlainDate, toSerial } from './plain-date';

const DAY_MS = 86_400_000;

/** NaN for a text that is no instant of this form. */
export function epochOf(instant: string): number {
  const match = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{3}))?Z$/.exec(instant);
  const [, date = '', hours, minutes, seconds, millis = '0'] = match ?? [];
  if (!isPlainDate(date)) return NaN;
  return (toSerial(date) - EPOCH_SERIAL) * DAY_MS + ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(millis);
}

export function instantOf(epochMs: number): string {
  const days = Math.floor(epochMs / DAY_MS);
  const rest = epochMs - days * DAY_MS;
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const time = `${two(rest / 3_600_000)}:${two((rest / 60_000) % 60)}:${two((rest / 1000) % 60)}.${String(rest % 1000).padStart(3, '0')}`;
  return `${fromSerial(days + EPOCH_SERIAL) ?? ''}T${time}Z`;
}
