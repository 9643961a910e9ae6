import { isSheetsWrite } from '../apps-script/services/sheets-service';
import type { Door } from '../door/door';
import type { SheetsCall, SheetsEngine } from '../types';

/** Runs a call of the Sheets API from outside the script through the one call door. Throws `ApiError`. */
export type SheetsCaller = (call: SheetsCall) => unknown;

export function sheetsThroughDoor(engine: Pick<SheetsEngine, 'execute'>, door: Pick<Door, 'call'>): SheetsCaller {
  return (call) => door.call({ service: 'Sheets', method: call.method, user: call.user, write: isSheetsWrite(call.method) }, () => {
    const { response, cost } = engine.execute(call);
    return { result: response, cells: cost.cells, rows: cost.rows };
  });
}
