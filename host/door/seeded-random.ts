/** A small seeded generator (sfc32): the same seed gives the same sequence on every machine. Not for secrets. */
export interface SeededRandom {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer in [0, below). */
  integer(below: number): number;
  /** An independent generator named by `label`; drawing from it leaves this one untouched. */
  fork(label: string): SeededRandom;
  state(): SeededRandomState;
  restore(state: SeededRandomState): void;
}

export type SeededRandomState = readonly [number, number, number, number];

export function createSeededRandom(seed: string | number): SeededRandom {
  return generatorFrom(initialState(String(seed)), String(seed));
}

function generatorFrom(initial: SeededRandomState, name: string): SeededRandom {
  let [a, b, c, counter] = initial;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  return {
    next,
    integer: (below) => Math.floor(next() * below),
    fork: (label) => createSeededRandom(`${name}/${label}`),
    state: () => [a, b, c, counter],
    restore: (state) => { [a, b, c, counter] = state; },
  };
}

/** Spreads the seed's characters over the state (FNV-1a with four offsets), then discards the first, poorly mixed numbers. */
function initialState(seed: string): SeededRandomState {
  const word = (offset: number): number => {
    let hash = 2166136261 ^ offset;
    for (let index = 0; index < seed.length; index += 1) hash = Math.imul(hash ^ seed.charCodeAt(index), 16777619);
    return hash | 0;
  };
  const warm = generatorFrom([word(0), word(0x9e3779b9), word(0x85ebca6b), 1], seed);
  for (let round = 0; round < 12; round += 1) warm.next();
  return warm.state();
}
