import fc from 'fast-check';
import { diff, rewind, sameValue } from '../../src/domain/changes';
import { reconcile } from '../../src/domain/reconcile';

const value = fc.oneof(fc.constant(null), fc.constantFrom('a', 'b', 'c'), fc.array(fc.constantFrom('x', 'y'), { minLength: 1, maxLength: 2 }));
const values = fc.dictionary(fc.constantFrom('name', 'tier', 'tags', 'phone'), value);

test('rewinding the changes of several steps gives the values before them', () => {
  fc.assert(fc.property(fc.array(values, { minLength: 2, maxLength: 6 }), (steps) => {
    const changes = steps.slice(1).map((after, i) => diff(steps[i] ?? {}, after)).reverse();
    const first = rewind(steps[steps.length - 1] ?? {}, changes);
    expect(diff(first, steps[0] ?? {})).toEqual({});
  }), { seed: 42 });
});

test.each`
  a             | b             | same
  ${null}       | ${undefined}  | ${true}
  ${'a'}        | ${'a'}        | ${true}
  ${'a'}        | ${['a']}      | ${false}
  ${['a', 'b']} | ${['a', 'b']} | ${true}
  ${['a', 'b']} | ${['b', 'a']} | ${false}
  ${null}       | ${'a'}        | ${false}
`('$a and $b are the same value: $same', ({ a, b, same }) => {
  expect(sameValue(a, b)).toBe(same);
});

describe('two people change one record', () => {
  const base = { name: '王', tier: 'regular', phone: '1', tags: ['a'] };

  test('different fields merge by themselves', () => {
    expect(reconcile(base, { phone: '2' }, { ...base, tier: 'vip' })).toEqual({ ok: true, merged: { ...base, phone: '2', tier: 'vip' } });
  });

  test('the same field set to different values is a conflict that shows all three', () => {
    expect(reconcile(base, { phone: '2', name: '王五' }, { ...base, phone: '3' })).toEqual({
      ok: false, conflicts: [{ field: 'phone', base: '1', mine: '2', theirs: '3' }],
    });
  });

  test('the same field set to the same value is none', () => {
    expect(reconcile(base, { phone: '2' }, { ...base, phone: '2' }).ok).toBe(true);
  });

  test('a field that is sent with its old value does not undo the other change', () => {
    expect(reconcile(base, { ...base, name: '王五' }, { ...base, tier: 'vip' })).toEqual({ ok: true, merged: { ...base, name: '王五', tier: 'vip' } });
  });

  test('no field that neither side changed ever changes', () => {
    fc.assert(fc.property(values, values, values, (start, mine, theirs) => {
      const result = reconcile(start, mine, { ...start, ...theirs });
      if (!result.ok) return;
      for (const key of Object.keys(result.merged)) {
        if (sameValue(mine[key] ?? start[key], start[key]) && !(key in theirs)) expect(sameValue(result.merged[key], start[key]) || key in mine).toBe(true);
      }
    }), { seed: 7 });
  });
});
