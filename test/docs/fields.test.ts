import { renderFields } from '../../scripts/docs/fields.mjs';
import { ENTITIES } from '../../src/domain/entities';
import { PRESET_NAMES } from '../../src/domain/preset';

const page = renderFields(ENTITIES, PRESET_NAMES);

test.each(ENTITIES.flatMap((entity) => Object.entries(entity.fields).map(([key, field]) => [entity.name, key, field] as const)))('%s.%s stands in the field docs with both labels', (_, key, field) => {
  expect(page).toContain(`| \`${key}\` | ${field.labels['zh-CN']} | ${field.labels.en} |`);
});

test('a field added to a declaration is in the docs, options included', () => {
  const entity = {
    ...ENTITIES[0]!,
    fields: {
      mood: {
        kind: 'choice', labels: { 'zh-CN': '心情', en: 'Mood' }, options: { good: { 'zh-CN': '好', en: 'Good | fine' } }, default: 'good',
        requiredWhen: { field: 'tier', is: ['vip'] }, sensitivity: 'personal', purpose: { 'zh-CN': '用途', en: 'Purpose' },
        presets: ['hotel'], section: 'basic', width: 90, merge: 'keepFilled', synonyms: ['mood'],
      },
    },
  } as const;

  const text = renderFields([entity], PRESET_NAMES);

  expect(text).toContain('| `mood` | 心情 | Mood | choice | `tier` is `vip` |  | personal | hotel |');
  expect(text).toContain('### Options of `mood` (a new record gets `good`)');
  expect(text).toContain('| `good` | 好 | Good \\| fine |');
});
