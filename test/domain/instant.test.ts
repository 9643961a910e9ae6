import fc from 'fast-check';
import { epochOf, instantOf } from '../../src/domain/instant';

test('instants agree with the platform over 200 years', () => {
  fc.assert(fc.property(fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2150, 0, 1) }), (epochMs) => {
    expect(instantOf(epochMs)).toBe(new Date(epochMs).toISOString());
    expect(epochOf(instantOf(epochMs))).toBe(epochMs);
  }), { seed: 42, numRuns: 2000 });
});

test.each(['', '2026-01-31', '2026-01-31T08:00:00', 'yesterday', '2026-13-45T08:00:00.000Z', '2026-02-30T08:00:00Z', '2026-01-31T24:00:00.000Z', '2026-01-31T08:60:00Z'])('%p is no instant', (text) => {
  expect(epochOf(text)).toBeNaN();
});
