const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An id number with a right check character, by the weights printed in GB 11643; no real person's. */
export function makeIdNumber({ region = '110105', birthDate = '1990-01-02', sequence = '123' } = {}): string {
  const body = region + birthDate.replace(/-/g, '') + sequence;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + '10X98765432'.charAt(sum % 11);
}
