import { createDraftStore, type Draft } from '../../sidebar/draft-store';
import { createKeyValueStore } from '../../sidebar/key-value-store';

const NOW = Date.UTC(2026, 6, 21);
const DAY = 86_400_000;

const memory = () => createKeyValueStore(() => { throw new Error('SecurityError'); });
const aDraft = (changes: Partial<Draft> = {}): Draft => ({ inputs: { name: '王', tags: ['a'] }, base: { name: null }, revision: 3, savedAt: NOW, ...changes });

test('a draft comes back as it was kept', () => {
  const drafts = createDraftStore(memory(), 'owner@example.com', NOW);

  drafts.keep('customer:new', aDraft());

  expect(drafts.find('customer:new')).toEqual(aDraft());
});

test('a discarded draft is gone', () => {
  const drafts = createDraftStore(memory(), 'owner@example.com', NOW);
  drafts.keep('customer:new', aDraft());

  drafts.discard('customer:new');

  expect(drafts.find('customer:new')).toBeNull();
});

test('another person at the same browser does not see it', () => {
  const store = memory();
  createDraftStore(store, 'owner@example.com', NOW).keep('customer:new', aDraft());

  expect(createDraftStore(store, 'sales@example.com', NOW).find('customer:new')).toBeNull();
});

test('each form has its own draft', () => {
  const drafts = createDraftStore(memory(), 'owner@example.com', NOW);

  drafts.keep('customer:C-1', aDraft({ revision: 1 }));
  drafts.keep('customer:C-2', aDraft({ revision: 2 }));

  expect(drafts.find('customer:C-1')?.revision).toBe(1);
});

test.each`
  age   | isKept
  ${0}  | ${true}
  ${30} | ${true}
  ${31} | ${false}
`('a draft of $age days ago is kept: $isKept', ({ age, isKept }) => {
  const store = memory();
  createDraftStore(store, 'owner@example.com', NOW - age * DAY).keep('customer:new', aDraft({ savedAt: NOW - age * DAY }));

  expect(createDraftStore(store, 'owner@example.com', NOW).find('customer:new') !== null).toBe(isKept);
});

test.each(['', 'no json', 'null', '{}', '{"inputs":{},"savedAt":"yesterday"}'])('what is not a draft (%j) is taken for none and swept away', (text) => {
  const store = memory();
  store.set('guidang:draft:owner@example.com:customer:new', text);

  const drafts = createDraftStore(store, 'owner@example.com', NOW);

  expect(drafts.find('customer:new')).toBeNull();
  expect(store.keys()).toEqual([]);
});
