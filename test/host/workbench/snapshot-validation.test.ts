import type { CellPayload } from '../../../host/workbench/snapshot';
import { validationsOf } from '../../../host/workbench/snapshot-validation';

const list = (...options: readonly string[]): CellPayload => ({ dataValidation: { condition: { type: 'ONE_OF_LIST', values: options.map((userEnteredValue) => ({ userEnteredValue })) }, strict: true } });
const formula = (text: string): CellPayload => ({ dataValidation: { condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: text }] }, inputMessage: 'no' } });
const checkbox: CellPayload = { dataValidation: { condition: { type: 'BOOLEAN' } } };

test('equal rules of neighbouring rows are one block, column by column', () => {
  expect(validationsOf([[], [list('a', 'b'), {}, checkbox], [list('a', 'b')], [list('a', 'c'), formula('=A4>1')], [{}, formula('=A5>1')], [list('a', 'c')]])).toEqual([
    { range: { startRow: 1, endRow: 3, startColumn: 0, endColumn: 1 }, kind: 'list', options: ['a', 'b'], strict: true },
    { range: { startRow: 3, endRow: 4, startColumn: 0, endColumn: 1 }, kind: 'list', options: ['a', 'c'], strict: true },
    { range: { startRow: 5, endRow: 6, startColumn: 0, endColumn: 1 }, kind: 'list', options: ['a', 'c'], strict: true },
    { range: { startRow: 3, endRow: 5, startColumn: 1, endColumn: 2 }, kind: 'other', strict: false, message: 'no' },
    { range: { startRow: 1, endRow: 2, startColumn: 2, endColumn: 3 }, kind: 'checkbox', strict: false },
  ]);
});

test('without rules there is nothing', () => {
  expect(validationsOf([])).toEqual([]);
  expect(validationsOf([[{}], []])).toEqual([]);
});
