import fc from 'fast-check';
import { createDayFinder } from '../../src/domain/civil-day';

/** The platform's own answer. */
function oracle(zone: string): { day: (epochMs: number) => string; offset: (epochMs: number) => number } {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
  const read = (epochMs: number): Record<string, string> => Object.fromEntries(parts.formatToParts(epochMs).map(({ type, value }) => [type, value]));
  return {
    day: (epochMs) => { const { year, month, day } = read(epochMs); return `${year}-${month}-${day}`; },
    offset: (epochMs) => {
      const { year, month, day, hour, minute } = read(epochMs);
      return Math.round((Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)) - epochMs) / 60_000);
    },
  };
}

test.each(['UTC', 'Asia/Shanghai', 'America/New_York', 'Europe/London', 'America/Sao_Paulo', 'Africa/Cairo', 'Africa/Casablanca', 'Pacific/Apia', 'Asia/Kathmandu'])('days in %s agree with the platform, also when clocks change', (zone) => {
  const { day, offset } = oracle(zone);
  const dayOf = createDayFinder(offset);

  fc.assert(fc.property(fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2035, 0, 1) }), (epochMs) => {
    expect(dayOf(epochMs)).toBe(day(epochMs));
  }), { seed: 42, numRuns: 500 });
});

test('a hundred thousand instants of a year ask for the offset about a hundred times', () => {
  let asked = 0;
  const dayOf = createDayFinder(() => { asked += 1; return 480; });
  for (let i = 0; i < 100_000; i += 1) dayOf(Date.UTC(2026, 0, 1) + i * 300_000);

  expect(asked).toBeLessThan(100);
});
