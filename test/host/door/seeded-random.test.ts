import { createVirtualClock } from '../../../host/door/clock';
import { createSeededRandom } from '../../../host/door/seeded-random';

const draw = (seed: string | number, count = 1000): number[] => {
  const random = createSeededRandom(seed);
  return Array.from({ length: count }, random.next);
};

test('the same seed gives the same numbers, another seed others', () => {
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
  expect(draw(1)).not.toEqual(draw(2));
});

test('numbers are spread evenly over [0, 1)', () => {
  const numbers = draw('spread', 20_000);
  const buckets = Array.from({ length: 10 }, (_, bucket) => numbers.filter((number) => Math.floor(number * 10) === bucket).length);

  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  for (const count of buckets) expect(Math.abs(count - 2000)).toBeLessThan(200);
});

test('a saved state continues the sequence', () => {
  const random = createSeededRandom('x');
  random.next();
  const saved = random.state();
  const expected = [random.next(), random.integer(1000)];
  const other = createSeededRandom('y');
  other.restore(saved);

  expect([other.next(), other.integer(1000)]).toEqual(expected);
});

test('a fork draws its own numbers and leaves its parent alone', () => {
  const random = createSeededRandom('x');
  const fork = random.fork('child');
  const drawn = fork.next();

  expect(random.next()).toBe(draw('x')[0]);
  expect(createSeededRandom('x').fork('child').next()).toBe(drawn);
  expect(drawn).not.toBe(draw('x')[0]);
});

describe('the clock', () => {
  test('keeps whole milliseconds and moves forward only', () => {
    const clock = createVirtualClock(1000);
    clock.advance(12.6);
    clock.advanceTo(2000);

    expect(clock.now()).toBe(2000);
    expect(() => { clock.advanceTo(1999); }).toThrow('The clock only moves forward.');
    expect(() => { clock.advance(-1); }).toThrow(RangeError);
    expect(() => { clock.advanceTo(Number.NaN); }).toThrow('The clock needs an instant.');
  });
});
