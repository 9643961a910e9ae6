import { civilTimeOf, instantOf, nextMonth, nextMorning } from '../../../host/page/zoned-time';

test.each([
  ['2026-01-05T02:00:00Z', 'Asia/Shanghai', '2026-01-05T10:00'],
  ['2026-01-04T16:00:00Z', 'Asia/Shanghai', '2026-01-05T00:00'],
  ['2026-07-01T12:30:00Z', 'America/New_York', '2026-07-01T08:30'],
])('at %s a clock in %s shows %s, and that time is this instant', (instant, timeZone, civil) => {
  expect(civilTimeOf(new Date(instant), timeZone)).toBe(civil);
  expect(instantOf(civil, timeZone)).toEqual(new Date(instant));
});

describe('boundaries', () => {
  test.each([
    ['after the clocks went forward', '2026-03-08T03:30', '2026-03-08T07:30:00.000Z'],
    ['a time that the clocks skip lies as far after the gap', '2026-03-08T02:30', '2026-03-08T07:30:00.000Z'],
    ['before the clocks went back', '2026-11-01T00:30', '2026-11-01T04:30:00.000Z'],
  ])('%s', (_name, civil, instant) => {
    expect(instantOf(civil, 'America/New_York').toISOString()).toBe(instant);
  });
});

test.each([
  ['2026-01-05T02:00:00Z', '2026-01-06T01:00:00.000Z'],
  ['2026-01-05T15:59:00Z', '2026-01-06T01:00:00.000Z'],
  ['2026-01-05T16:00:00Z', '2026-01-07T01:00:00.000Z'],
  ['2026-12-31T02:00:00Z', '2027-01-01T01:00:00.000Z'],
])('the morning after %s in Shanghai is %s', (now, morning) => {
  expect(nextMorning(new Date(now), 'Asia/Shanghai').toISOString()).toBe(morning);
});

test.each([
  ['2026-01-31T02:00:00Z', '2026-02-28T01:00:00.000Z'],
  ['2028-01-31T02:00:00Z', '2028-02-29T01:00:00.000Z'],
  ['2026-12-15T02:00:00Z', '2027-01-15T01:00:00.000Z'],
])('a month after %s in Shanghai is %s', (now, then) => {
  expect(nextMonth(new Date(now), 'Asia/Shanghai').toISOString()).toBe(then);
});
