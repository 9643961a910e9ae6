import { createKeyValueStore } from '../../sidebar/key-value-store';
import { createRecentStore } from '../../sidebar/recent-store';

const memory = () => createKeyValueStore(() => { throw new Error('SecurityError'); });
const aCustomer = (id: string) => ({ id, row: 2, name: `name of ${id}`, company: '' });

test('the newest comes first, each customer once, the oldest fall out', () => {
  const recents = createRecentStore(memory(), 'owner@example.com');

  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'c']) recents.add(aCustomer(id));

  expect(recents.list().map((one) => one.id)).toEqual(['c', 'i', 'h', 'g', 'f', 'e', 'd', 'b']);
});

test('each person has a list of their own', () => {
  const store = memory();
  createRecentStore(store, 'owner@example.com').add(aCustomer('a'));

  expect(createRecentStore(store, 'sales@example.com').list()).toEqual([]);
});

test.each(['', '{}', '[null,1,{"id":7}]', 'broken'])('a list that cannot be read (%j) is an empty one', (text) => {
  const store = memory();
  store.set('guidang:recent:owner@example.com', text);

  expect(createRecentStore(store, 'owner@example.com').list()).toEqual([]);
});
