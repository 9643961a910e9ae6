/** Civil days of many instants in one zone, asking for the zone's offset only now and then. */
import { todayFrom, type PlainDate } from './plain-date';

/** No zone changes its offset twice within so short a time. */
const WINDOW_MS = 4 * 86_400_000;

/**
 * @param offsetAt minutes that the zone is ahead of UTC at an instant (epoch milliseconds); may be slow
 * @returns instant → day; where the offset is equal at both ends of a window of four days, it counts for all between
 */
export function createDayFinder(offsetAt: (epochMs: number) => number): (epochMs: number) => PlainDate {
  const known = new Map<number, number>();
  const edge = (epochMs: number): number => {
    const offset = known.get(epochMs) ?? offsetAt(epochMs);
    known.set(epochMs, offset);
    return offset;
  };
  return (epochMs) => {
    const start = Math.floor(epochMs / WINDOW_MS) * WINDOW_MS;
    const before = edge(start);
    return todayFrom(epochMs, before === edge(start + WINDOW_MS) ? before : offsetAt(epochMs));
  };
}
