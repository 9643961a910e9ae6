import { configOf, decodeSettings, encodeSettings, type Settings } from '../../src/sheets/settings-codec';

const SETTINGS: Settings = {
  language: 'zh-CN', preset: 'sales', reviewPolicy: { vip: 1, regular: 4, prospect: 6 },
  team: [{ email: 'owner@example.com', role: 'owner' }, { email: 'sales.one@example.com', role: 'sales' }],
  switches: { customer: { idNumber: true, address: false } },
};

test('settings survive the tab', () => {
  expect(decodeSettings(encodeSettings(SETTINGS))).toEqual(SETTINGS);
});

test('rows in any order, with blanks and strangers between, are understood', () => {
  const rows = [['mood', 'good'], [], ['', ''], ...[...encodeSettings(SETTINGS)].reverse().map((row) => row.slice(0, 2))];

  expect(decodeSettings(rows)).toMatchObject({ language: 'zh-CN', preset: 'sales', switches: SETTINGS.switches });
});

test.each`
  row                            | part
  ${['review.vip', '0']}         | ${{ reviewPolicy: { vip: 1, regular: 3, prospect: 6 } }}
  ${['review.vip', 'soon']}      | ${{ reviewPolicy: { vip: 1, regular: 3, prospect: 6 } }}
  ${['review.vip', 2]}           | ${{ reviewPolicy: { vip: 2, regular: 3, prospect: 6 } }}
  ${['team.a@b.cn', 'king']}     | ${{ team: [] }}
  ${['team.A@b.cn', 'sales']}    | ${{ team: [{ email: 'a@b.cn', role: 'sales' }] }}
  ${['field.customer.x', 'yes']} | ${{ switches: {} }}
`('$row typed by hand gives $part', ({ row, part }) => {
  expect(decodeSettings([['language', 'en'], ['preset', 'simple'], row])).toMatchObject(part);
});

test.each([[[]], [[['language', 'en']]], [[['language', 'fr'], ['preset', 'simple']]]])('%p is not set up', (rows) => {
  expect(decodeSettings(rows)).toBeNull();
});

test('switches change what the preset enables', () => {
  const { enabled } = configOf(SETTINGS);

  expect(enabled['customer']).toEqual(expect.arrayContaining(['idNumber', 'name']));
  expect(enabled['customer']).not.toContain('address');
});
