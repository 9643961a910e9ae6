import type { Door } from '../door/door';
import type { SheetsCall, SheetsEngine, SheetsMethod } from '../types';

/** Runs a call of the Sheets API from outside the script through the one call door. Throws `ApiError`. */
export type SheetsCaller = (call: SheetsCall) => unknown;

export function sheetsThroughDoor(engine: Pick<SheetsEngine, 'execute'>, door: Pick<Door, 'call'>): SheetsCaller {
  return (call) => door.call({ service: 'Sheets', method: call.method, user: call.user, write: isWrite(call.method) }, () => {
    const { response, cost } = engine.execute(call);
    return { result: response, cells: cost.cells, rows: cost.rows };
  });
}

const WRITES: ReadonlySet<SheetsMethod> = new Set<SheetsMethod>([
  'spreadsheets.create', 'spreadsheets.batchUpdate', 'spreadsheets.values.update', 'spreadsheets.values.batchUpdate',
  'spreadsheets.values.append', 'spreadsheets.values.clear', 'spreadsheets.values.batchClear',
]);

function isWrite(method: SheetsMethod): boolean {
  return WRITES.has(method);
}
