import fc from 'fast-check';
import type { WireRecord } from '../../src/contract/methods';
import type { CheckContext } from '../../src/domain/check-record';
import { ENTITIES } from '../../src/domain/entities';
import { CUSTOMER } from '../../src/domain/entities/customer';
import { TRANSACTION } from '../../src/domain/entities/transaction';
import type { EntityDeclaration, Values } from '../../src/domain/field';
import { changedValues, formOf, isChanged, issuesOf, newForm, rebase, saveParams, shownFields, type FormState } from '../../sidebar/form-model';

const TODAY = '2026-07-21';

function aContext(entity: EntityDeclaration, off: readonly string[] = []): CheckContext {
  return { entity, enabled: new Set(Object.keys(entity.fields).filter((key) => !off.includes(key))), today: TODAY };
}

function aRecord(entity: EntityDeclaration, values: Values, changes: Partial<WireRecord> = {}): WireRecord {
  const empty = Object.fromEntries(Object.keys(entity.fields).map((key) => [key, null]));
  return {
    entity: entity.name, id: `${entity.idPrefix}-0000000001`, revision: 4, values: { ...empty, ...values }, row: 9, archivedAt: null,
    createdAt: '2026-01-01T00:00:00Z', createdBy: 'a@example.com', updatedAt: '2026-01-01T00:00:00Z', updatedBy: 'a@example.com', ...changes,
  };
}

const customer = aContext(CUSTOMER);
const transaction = aContext(TRANSACTION);
const WANG = { name: '王伟', kind: 'individual', tier: 'vip', phone: '+8613812345678', tags: ['老客户'] };

const type = (form: FormState, inputs: FormState['inputs']): FormState => ({ ...form, inputs: { ...form.inputs, ...inputs } });
const codesOf = (context: CheckContext, form: FormState): string[] => issuesOf(context, form).map((issue) => `${issue.path} ${issue.code}`);

describe('a new form', () => {
  test('starts with the defaults of the declaration, today, and what the caller knows', () => {
    const { inputs } = newForm(transaction, { customerId: 'C-0000000001' });

    expect(inputs).toMatchObject({ customerId: 'C-0000000001', type: 'purchase', currency: 'CNY', occurredOn: TODAY, amount: '', invoicedOn: '' });
  });

  test('sends what is filled in and shown, and nothing else', () => {
    const form = type(newForm(customer, { ownerEmail: 'owner@example.com' }), { name: ' 王伟 ', birthDate: '1990-01-01', kind: 'enterprise' });

    expect(saveParams(customer, form, false)).toEqual({
      entity: 'customer', values: { name: '王伟', kind: 'enterprise', tier: 'prospect', ownerEmail: 'owner@example.com' },
    });
  });

  test('says all at once what is missing and what is wrong', () => {
    const form = type(newForm(transaction, {}), { amount: '1.234', occurredOn: '2026-07-22' });

    expect(codesOf(transaction, form).sort()).toEqual([
      'values.amount bad_money', 'values.customerId required', 'values.occurredOn future_date', 'values.product required',
    ]);
  });

  test('confirms a duplicate only when told so', () => {
    const form = type(newForm(customer, {}), { name: '王伟' });

    expect(saveParams(customer, form, false)).not.toHaveProperty('confirmDuplicate');
    expect(saveParams(customer, form, true)).toHaveProperty('confirmDuplicate', true);
  });
});

describe('a form over a record', () => {
  const form = formOf(customer, aRecord(CUSTOMER, WANG));

  test('has changed nothing as it opens', () => {
    expect(isChanged(customer, form)).toBe(false);
    expect(issuesOf(customer, form)).toEqual([]);
  });

  test.each<[string, FormState['inputs'], Values]>([
    ['a field that differs', { name: '王小伟' }, { name: '王小伟' }],
    ['a field that was emptied', { phone: '' }, { phone: null }],
    ['a list that was emptied', { tags: [] }, { tags: null }],
    ['another order of tags', { tags: ['新', '老客户'] }, { tags: ['新', '老客户'] }],
    ['nothing for white space around', { name: ' 王伟 ' }, {}],
    ['nothing for the same number written otherwise', { phone: '138 1234 5678' }, {}],
    ['nothing for what a condition hides', { creditCode: 'x' }, {}],
  ])('sends %s', (_name, inputs, expected) => {
    expect(changedValues(customer, type(form, inputs))).toEqual(expected);
  });

  test('sends its revision and row with the changes', () => {
    expect(saveParams(customer, type(form, { tier: 'regular' }), false)).toEqual({
      entity: 'customer', id: 'C-0000000001', revision: 4, row: 9, values: { tier: 'regular' },
    });
  });

  test('does not send an amount that is only written otherwise', () => {
    const paid = formOf(transaction, aRecord(TRANSACTION, { customerId: 'C-0000000001', occurredOn: TODAY, type: 'purchase', product: 'x', amount: '1234.50', currency: 'CNY' }));

    expect(changedValues(transaction, type(paid, { amount: '1,234.5' }))).toEqual({});
    expect(changedValues(transaction, type(paid, { amount: '1,234.6' }))).toEqual({ amount: '1234.60' });
  });

  test('finds a required field that was emptied and an amount that no longer fits the currency', () => {
    const paid = formOf(transaction, aRecord(TRANSACTION, { customerId: 'C-0000000001', occurredOn: TODAY, type: 'purchase', product: 'x', amount: '1234.50', currency: 'CNY' }));

    expect(codesOf(transaction, type(paid, { product: '', currency: 'JPY' })).sort()).toEqual(['values.amount bad_money', 'values.product required']);
  });
});

test('fields are shown by condition, never the calculated ones nor those that are off', () => {
  const context = aContext(CUSTOMER, ['website']);
  const keysFor = (kind: string): readonly string[] => shownFields(context, { kind }).map(([key]) => key);

  expect(keysFor('enterprise')).toContain('creditCode');
  expect(keysFor('individual')).not.toContain('creditCode');
  expect(keysFor('individual')).toContain('birthDate');
  expect(keysFor('enterprise')).not.toContain('website');
  expect(keysFor('enterprise')).not.toContain('reviewDueOn');
});

describe('carried over to a newer record', () => {
  const typed = type(formOf(customer, aRecord(CUSTOMER, WANG)), { name: 'mine', remarks: 'my remark', tier: 'regular' });
  const current = aRecord(CUSTOMER, { ...WANG, name: 'theirs', region: '华东', tier: 'prospect' }, { revision: 7, row: 11 });

  test('what was typed stays, what was not touched follows the record', () => {
    const form = rebase(customer, typed, current, {});

    expect(form).toMatchObject({ revision: 7, row: 11, base: current.values });
    expect(changedValues(customer, form)).toEqual({ name: 'mine', remarks: 'my remark', tier: 'regular' });
    expect(form.inputs['region']).toBe('华东');
  });

  test('a value of theirs that is kept is no longer a change of mine', () => {
    expect(changedValues(customer, rebase(customer, typed, current, { name: 'theirs', tier: 'mine' }))).toEqual({ remarks: 'my remark', tier: 'regular' });
  });
});

test.each(ENTITIES.map((entity) => [entity.name, entity] as const))('a %s with any text values is unchanged until somebody types', (_name, entity) => {
  const context = aContext(entity);
  const keys = Object.entries(entity.fields).filter(([, field]) => field.kind === 'text' || field.kind === 'longText').map(([key]) => key);
  const text = fc.string({ minLength: 1, maxLength: 20 }).map((one) => one.trim().normalize('NFC')).filter((one) => one !== '');
  fc.assert(fc.property(fc.dictionary(fc.constantFrom(...keys), text), (values) => {
    expect(isChanged(context, formOf(context, aRecord(entity, values)))).toBe(false);
  }), { seed: 20260721, numRuns: 100 });
});
