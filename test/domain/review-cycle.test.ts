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
