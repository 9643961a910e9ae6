import { ENTITIES, findEntity } from '../../src/domain/entities';
import { derivedKeys } from '../../src/domain/derive';
import { enabledKeys } from '../../src/domain/field-selection';
import { LANGUAGES } from '../../src/domain/language';
import { PRESET_NAMES } from '../../src/domain/preset';

describe.each(ENTITIES)('$name', (entity) => {
  const fields = Object.entries(entity.fields);

  test.each(LANGUAGES)('headers and options are told apart in %s', (language) => {
    const labels = fields.map(([, field]) => field.labels[language]);
    expect(new Set(labels).size).toBe(labels.length);
    for (const [, field] of fields) {
      if (field.kind !== 'choice') continue;
      const options = Object.values(field.options).map((label) => label[language]);
      expect(new Set(options).size).toBe(options.length);
      expect(options.length).toBeLessThanOrEqual(500);
    }
  });

  test('every field stands in a section that exists, and the title field is there', () => {
    const sections = entity.sections.map(({ key }) => key);
    for (const [, field] of fields) expect(sections).toContain(field.section);
    expect(Object.keys(entity.fields)).toContain(entity.titleField);
  });

  test('conditions, currencies and references name what exists', () => {
    for (const [, field] of fields) {
      for (const condition of [field.shownWhen, field.requiredWhen]) {
        if (condition === undefined) continue;
        const other = entity.fields[condition.field];
        expect(other?.kind === 'choice' && condition.is.every((key) => key in other.options)).toBe(true);
      }
      if (field.kind === 'money') expect(entity.fields[field.currencyField]?.kind).toBe('choice');
      if (field.kind === 'reference') expect(findEntity(field.entity)).not.toBeNull();
      if (field.kind === 'choice' && field.default !== undefined) expect(Object.keys(field.options)).toContain(field.default);
    }
  });

  test('derived fields are exactly those with a rule', () => {
    expect(fields.filter(([, field]) => field.derived === true).map(([key]) => key)).toEqual(derivedKeys(entity));
  });

  test('import synonyms are lower case and lead to one field only', () => {
    const synonyms = fields.flatMap(([, field]) => field.synonyms);
    expect(synonyms).toEqual(synonyms.map((synonym) => synonym.toLowerCase()));
    expect(new Set(synonyms).size).toBe(synonyms.length);
  });

  test.each(PRESET_NAMES)('preset %s shows at most 15 columns and every required field, and nothing sealed', (preset) => {
    const keys = enabledKeys(entity, preset, {});
    expect(keys.length).toBeLessThanOrEqual(15);
    for (const [key, field] of fields) {
      if (field.required === true) expect(keys).toContain(key);
      if (field.sensitivity === 'sealed') expect(keys).not.toContain(key);
    }
  });
});

test('id prefixes are unique', () => {
  const prefixes = ENTITIES.map(({ idPrefix }) => idPrefix);
  expect(new Set(prefixes).size).toBe(prefixes.length);
});

test('a required field cannot be switched off, another can', () => {
  const customer = ENTITIES[0];
  if (customer === undefined) throw new Error('there is a first entity');

  expect(enabledKeys(customer, 'simple', { name: false, phone: false, idNumber: true })).toEqual(expect.arrayContaining(['name', 'idNumber']));
  expect(enabledKeys(customer, 'simple', { phone: false })).not.toContain('phone');
});
