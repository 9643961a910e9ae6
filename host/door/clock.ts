/** The host's only clock. It stands still unless a modelled call, a wait or a person moves it. Instants are whole milliseconds since 1970, UTC. */
export interface VirtualClock {
  now(): number;
  /** Moves forward by `ms` ≥ 0, rounded to whole milliseconds. */
  advance(ms: number): void;
  /** Moves forward to an instant; throws RangeError when it lies in the past. */
  advanceTo(instant: number): void;
}

export function createVirtualClock(start: number): VirtualClock {
  let instant = Math.round(start);
  const advanceTo = (next: number): void => {
    if (!Number.isFinite(next)) throw new RangeError('The clock needs an instant.');
    if (next < instant) throw new RangeError('The clock only moves forward.');
    instant = Math.round(next);
  };
  return {
    now: () => instant,
    advance: (ms) => advanceTo(instant + ms),
    advanceTo,
  };
}
