import fc from 'fast-check';
import { isPlainDate } from '../../src/domain/plain-date';
import { DEFAULT_REVIEW_POLICY, reviewDueOn } from '../../src/domain/review-cycle';

test.each`
  tier          | lastReviewedOn  | dueOn
  ${'vip'}      | ${'2024-01-31'} | ${'2024-02-29'}
  ${'vip'}      | ${'2023-01-31'} | ${'2023-02-28'}
  ${'regular'}  | ${'2024-01-31'} | ${'2024-04-30'}
  ${'prospect'} | ${'2024-08-31'} | ${'2025-02-28'}
  ${'regular'}  | ${null}         | ${'2024-04-01'}
  ${'gold'}     | ${null}         | ${'2024-07-01'}
  ${null}       | ${null}         | ${'2024-07-01'}
`('$tier, last reviewed $lastReviewedOn and made on 2024-01-01, is due $dueOn', ({ tier, lastReviewedOn, dueOn }) => {
  expect(reviewDueOn({ tier, lastReviewedOn }, '2024-01-01', DEFAULT_REVIEW_POLICY)).toBe(dueOn);
});

test('the policy of the workbook counts, not the default', () => {
  expect(reviewDueOn({ tier: 'vip', lastReviewedOn: '2024-01-31' }, '2024-01-01', { vip: 2, regular: 3, prospect: 6 })).toBe('2024-03-31');
});

describe('odd cells', () => {
  test.each(['上周', '2024-02-30', '2024-6-5', '45448', '', 'null', '9999-12-31'])('a last review of %j counts as none', (lastReviewedOn) => {
    expect(reviewDueOn({ tier: 'vip', lastReviewedOn }, '2024-01-01', DEFAULT_REVIEW_POLICY)).toBe('2024-02-01');
  });

  test.each([null, 'NaN-NaN-NaN'])('a day of creation of %p tells nothing, a review still does', (createdOn) => {
    expect(reviewDueOn({ tier: 'vip' }, createdOn, DEFAULT_REVIEW_POLICY)).toBeNull();
    expect(reviewDueOn({ tier: 'vip', lastReviewedOn: '2024-01-31' }, createdOn, DEFAULT_REVIEW_POLICY)).toBe('2024-02-29');
  });

  test.each([['2199-12-31', '2199-12-31'], ['2199-11-30', '2199-12-30'], ['2199-12-01', '2199-12-31'], ['1900-01-01', '1900-02-01']])('reviewed on %s a VIP customer is due on %s', (lastReviewedOn, dueOn) => {
    expect(reviewDueOn({ tier: 'vip', lastReviewedOn }, '2024-01-01', DEFAULT_REVIEW_POLICY)).toBe(dueOn);
  });

  test('whatever stands in the cells, there is a date or none', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.constant(null), fc.array(fc.string()), fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/));
    fc.assert(fc.property(cell, cell, (tier, lastReviewedOn) => {
      expect(isPlainDate(reviewDueOn({ tier, lastReviewedOn }, '2024-01-01', DEFAULT_REVIEW_POLICY) ?? '')).toBe(true);
    }), { seed: 42, numRuns: 1000 });
  });
});
