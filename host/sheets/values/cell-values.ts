import { invalidArgument } from '../errors';
import type { ExtendedValue } from '../schema/api';
import type { Cell } from '../store/workbook';
import { NOT_EVALUATED } from './number-format';
import { assertTextFits } from './typed-input';

/** The cell that `userEnteredValue` asks for: stored as is, whatever a text looks like. assumed: an empty text is a blank cell. */
export function cellOfEntered(entered: ExtendedValue | undefined): Cell {
  if (entered === undefined) return null;
  const kinds = Object.keys(entered);
  // assumed: Google's words for two values at once and for an error value, which is read-only.
  if (kinds.length > 1) throw invalidArgument(`oneof field 'value' is already set. Cannot set '${kinds[1] ?? ''}'`);
  if (entered.errorValue !== undefined) throw invalidArgument('errorValue is read-only.');
  if (entered.stringValue !== undefined) {
    assertTextFits(entered.stringValue);
    return entered.stringValue === '' ? null : entered.stringValue;
  }
  if (entered.formulaValue !== undefined) {
    assertTextFits(entered.formulaValue);
    return { formula: entered.formulaValue };
  }
  return entered.numberValue ?? entered.boolValue ?? null;
}

export function enteredOfCell(cell: Cell): ExtendedValue | undefined {
  switch (typeof cell) {
    case 'string': return { stringValue: cell };
    case 'number': return { numberValue: cell };
    case 'boolean': return { boolValue: cell };
    default: return cell === null ? undefined : { formulaValue: cell.formula };
  }
}

/** assumed: a formula, which nobody calculates here, reads as an error. */
export function effectiveOfCell(cell: Cell): ExtendedValue | undefined {
  if (typeof cell === 'object' && cell !== null) return { errorValue: { type: 'ERROR', message: `not evaluated locally (${NOT_EVALUATED})` } };
  return enteredOfCell(cell);
}
