import { digestKey, planReminders, type ReminderSubject } from '../../src/domain/reminder';

const TEAM = ['owner@example.com', 'sales@example.com'];

function aSubject(over: Partial<ReminderSubject> = {}): ReminderSubject {
  return { id: 'C-1', row: 1, title: '王', tier: 'regular', ownerEmail: 'sales@example.com', dueOn: '2026-11-22', ...over };
}

describe('boundaries', () => {
  test.each`
    dueOn           | reminded
    ${'2026-11-21'} | ${1}
    ${'2026-11-22'} | ${1}
    ${'2026-11-23'} | ${0}
  `('due on $dueOn is reminded $reminded times on 2026-11-22', ({ dueOn, reminded }) => {
    expect(planReminders([aSubject({ dueOn })], TEAM, 'owner@example.com', '2026-11-22').digests).toHaveLength(reminded);
  });
});

test('each owner gets one digest, the most urgent first, VIP before others of the same day', () => {
  const { digests, unassigned } = planReminders([
    aSubject({ id: 'C-late', dueOn: '2026-11-20' }), aSubject({ id: 'C-vip', tier: 'vip' }), aSubject({ id: 'C-regular' }),
    aSubject({ id: 'C-own', ownerEmail: 'Owner@Example.com' }),
  ], TEAM, 'owner@example.com', '2026-11-22');

  expect(digests.map(({ recipient, subjects }) => [recipient, subjects.map(({ id }) => id)])).toEqual([
    ['sales@example.com', ['C-late', 'C-vip', 'C-regular']], ['owner@example.com', ['C-own']],
  ]);
  expect(unassigned).toBe(0);
});

test.each([null, '', 'stranger@example.org'])('customers owned by %p go to the fallback, never out of the team', (ownerEmail) => {
  const [digest] = planReminders([aSubject({ ownerEmail })], TEAM, 'owner@example.com', '2026-11-22').digests;

  expect(digest?.recipient).toBe('owner@example.com');
});

test('without a fallback those who have somebody are told of, and the others who are due are counted', () => {
  const plan = planReminders([
    aSubject({ id: 'C-sales' }), aSubject({ ownerEmail: null }), aSubject({ ownerEmail: 'stranger@example.org' }), aSubject({ ownerEmail: null, dueOn: '2026-11-23' }),
  ], ['sales@example.com'], null, '2026-11-22');

  expect(plan.digests.map(({ recipient, subjects }) => [recipient, subjects.map(({ id }) => id)])).toEqual([['sales@example.com', ['C-sales']]]);
  expect(plan.unassigned).toBe(2);
});

test('the key tells person, day and kind', () => {
  expect(digestKey('a@b.cn', '2026-11-22', 'review')).toBe('digest|a@b.cn|2026-11-22|review');
});
