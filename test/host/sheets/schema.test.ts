import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DISCOVERY_FIELDS } from '../../../host/sheets/schema/discovery-fields';
import { readPayload } from '../../../host/sheets/schema/read-payload';
import { refusal } from './a-workbook';

interface Property {
  readonly $ref?: string; readonly type?: string; readonly items?: Property; readonly additionalProperties?: Property; readonly enum?: readonly string[];
}

const discovery = JSON.parse(readFileSync(join(__dirname, '../../fixtures/sheets-v4.json'), 'utf8')) as { schemas: Readonly<Record<string, { readonly properties?: Readonly<Record<string, Property>> }>> };

function typeOf(property: Property): string {
  if (property.$ref !== undefined) return property.$ref;
  if (property.items !== undefined) return `[]${typeOf(property.items)}`;
  if (property.additionalProperties !== undefined) return `{}${typeOf(property.additionalProperties)}`;
  return property.enum === undefined ? property.type ?? '' : `enum:${property.enum.join('|')}`;
}

test('the table of fields is that of Google\'s discovery document', () => {
  const expected = Object.fromEntries(Object.entries(discovery.schemas).map(([name, schema]) => [
    name, Object.fromEntries(Object.entries(schema.properties ?? {}).map(([field, property]) => [field, typeOf(property)])),
  ]));

  expect(Object.keys(expected).length).toBeGreaterThan(250);
  expect(DISCOVERY_FIELDS).toEqual(expected);
});

test('a payload is copied without nulls, numbers in text become numbers', () => {
  const body = { range: { sheetId: '7', startRowIndex: null, endRowIndex: 3 }, cell: { note: null }, fields: '*' };

  expect(readPayload('RepeatCellRequest', body, '')).toEqual({ range: { sheetId: 7, endRowIndex: 3 }, cell: {}, fields: '*' });
});

test.each([
  [{ range: { sheetID: 7 } }, 'Invalid JSON payload received. Unknown name "sheetID" at \'range\': Cannot find field.'],
  [{ range: { sheetId: 1.5 } }, "Invalid value at 'range.sheet_id' (TYPE_INT32), 1.5"],
  [{ cell: { userEnteredFormat: { wrapStrategy: 'FOLD' } } }, "Invalid value at 'cell.user_entered_format.wrap_strategy' (enum), \"FOLD\""],
  [{ fields: 7 }, "Invalid value at 'fields' (TYPE_STRING), 7"],
  [{ range: [] }, "Invalid value at 'range' (GridRange), []"],
])('%j is refused', (body, words) => {
  expect(refusal(() => readPayload('RepeatCellRequest', body, ''))).toBe(`400 ${words}`);
});
