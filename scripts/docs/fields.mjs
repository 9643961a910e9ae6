/** docs/fields.md: every field of every entity, as declared. */
import { code, page, table } from './markdown.mjs';

/**
 * @typedef {import('../../src/domain/field').EntityDeclaration} Entity
 * @typedef {import('../../src/domain/field').Field} Field
 * @typedef {import('../../src/domain/field').Condition} Condition
 * @typedef {import('../../src/domain/language').Labels} Labels
 */

/** @param {readonly Entity[]} entities @param {readonly string[]} presets all that exist */
export function renderFields(entities, presets) {
  return page([
    '# Fields',
    'Written by `npm run docs` from `src/domain/entities`; do not edit. The header of a column is the label in the workbook\'s language.',
    [
      '- **Needed**: `yes`, or when. **Shown**: when the form offers the field; nothing = always.',
      '- **Sensitivity**: `internal`, `personal`, `sensitive` (never in mails and shared caches), `sealed` (off everywhere until the owner switches it on).',
      `- **Presets**: which give the field a column from the start (${presets.join(', ')}); it can be switched on later in the others.`,
      '- **Merge**: what a merge of two records keeps: `keepFilled` the survivor\'s value unless blank, `union` both lists, `append` both texts.',
      '- **Duplicate**: two records with the same value are offered as one.',
    ].join('\n'),
    ...entities.map((entity) => renderEntity(entity, presets)),
  ]);
}

/** @param {Entity} entity @param {readonly string[]} presets */
function renderEntity(entity, presets) {
  const fields = Object.entries(entity.fields);
  return page([
    `## ${code(entity.name)}: ${entity.labels['zh-CN']}, ${entity.labels.en}`,
    `Tab ${entity.tabLabels['zh-CN']} / ${entity.tabLabels.en}. Ids begin with \`${entity.idPrefix}-\`. Named by ${code(entity.titleField)}.`,
    table(['Key', '标题', 'Header', 'Kind', 'Needed', 'Shown', 'Sensitivity', 'Presets'], fields.map(([key, field]) => [
      code(key), field.labels['zh-CN'], field.labels.en, kindOf(field), neededOf(field), condition(field.shownWhen), field.sensitivity, presetsOf(field, presets),
    ])),
    table(['Key', '用途', 'Purpose', 'Section', 'Search', 'Duplicate', 'Merge', 'Further headers known to imports'], fields.map(([key, field]) => [
      code(key), field.purpose['zh-CN'], field.purpose.en, field.section, field.search ?? '', field.duplicateKey ? 'yes' : '', field.merge, field.synonyms.join(', '),
    ])),
    ...fields.flatMap(([key, field]) => choicesOf(key, field)),
  ]).trimEnd();
}

/** @param {Field} field */
function kindOf(field) {
  switch (field.kind) {
    case 'text': case 'longText': return `${field.kind}, ≤ ${field.maxLength} characters`;
    case 'tags': return `tags, ≤ ${field.maxItems}`;
    case 'date': return field.notInFuture ? 'date, not in the future' : 'date';
    case 'money': return `money in ${code(field.currencyField)}`;
    case 'reference': return `id of a ${code(field.entity)}`;
    default: return field.kind;
  }
}

/** @param {Field} field */
function neededOf(field) {
  if (field.derived) return 'calculated';
  return field.required ? 'yes' : condition(field.requiredWhen);
}

/** @param {Condition | undefined} when */
function condition(when) {
  return when === undefined ? '' : `${code(when.field)} is ${when.is.map(code).join(' or ')}`;
}

/** @param {Field} field @param {readonly string[]} presets */
function presetsOf(field, presets) {
  if (field.presets.length === 0) return 'none';
  return field.presets.length === presets.length ? 'all' : field.presets.join(', ');
}

/** @param {string} key @param {Field} field @returns {string[]} */
function choicesOf(key, field) {
  if (field.kind === 'choice') return [choices(`Options of ${code(key)}${field.default === undefined ? '' : ` (a new record gets ${code(field.default)})`}`, field.options)];
  if ((field.kind === 'text' || field.kind === 'longText') && field.suggestions !== undefined) return [choices(`Suggestions for ${code(key)}; any other text is welcome`, field.suggestions)];
  return [];
}

/** @param {string} title @param {Readonly<Record<string, Labels>>} labels */
function choices(title, labels) {
  return page([`### ${title}`, table(['Key', '选项', 'Label'], Object.entries(labels).map(([key, label]) => [code(key), label['zh-CN'], label.en]))]).trimEnd();
}
