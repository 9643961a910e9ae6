import model from './latency-model.json';

/** Milliseconds on a good, an ordinary and a bad day. */
export interface CostRange {
  readonly lo: number;
  readonly mid: number;
  readonly hi: number;
}

/** What a finished call is charged for. */
export interface CostedCall {
  readonly service: string;
  readonly method: string;
  readonly cells: number;
  readonly rows: number;
}

export const NO_COST: CostRange = { lo: 0, mid: 0, hi: 0 };

/** Cost of reaching the script at all by google.script.run (latency-model.json, `execution`). */
export const SCRIPT_RUN_COST: CostRange = model.execution.googleScriptRun;

/** Extra time of a cold start, drawn for one run in twenty (the model gives it as the 95th percentile's extra). */
export const COLD_START = { probability: 0.05, cost: model.execution.coldStartExtraP95 as CostRange };

/** A rare stall of the whole execution; `ms` is uniform between the two ends. */
export const RARE_STALL = { probability: model.execution.rareStall.probability, from: 5000, to: 15000 };

/** a + b·cells + c·rows. A call the model does not name costs nothing. */
export function costOf(call: CostedCall): CostRange {
  const entry = modelEntry(call);
  if (entry === null) return NO_COST;
  const at = (bound: keyof CostRange): number =>
    entry.a[bound] + (entry.b?.[bound] ?? 0) * call.cells + (entry.c?.[bound] ?? 0) * call.rows;
  return { lo: at('lo'), mid: at('mid'), hi: at('hi') };
}

/** Picks a duration: half of the draws fall below `mid`, none outside lo..hi. `u` is uniform in [0, 1). */
export function drawCost(cost: CostRange, u: number): number {
  return u < 0.5
    ? cost.lo + (cost.mid - cost.lo) * u * 2
    : cost.mid + (cost.hi - cost.mid) * (u - 0.5) * 2;
}

export function addCosts(left: CostRange, right: CostRange): CostRange {
  return { lo: left.lo + right.lo, mid: left.mid + right.mid, hi: left.hi + right.hi };
}

interface ModelEntry {
  readonly a: CostRange;
  readonly b?: CostRange;
  readonly c?: CostRange;
}

const SHEETS_READ: ModelEntry = model.SheetsApi['values.get/batchGet'];
const SHEETS_WRITE: ModelEntry = model.SheetsApi['values.update/batchUpdate/append, spreadsheets.batchUpdate'];
const SHEETS_METADATA: ModelEntry = model.SheetsApi['spreadsheets.get(metadata only)'];
const LAZY_HANDLE: ModelEntry = model.SpreadsheetApp['lazyHandle(getActive,getSheetByName,getRange,offset,getA1Notation,getSheetId)'];
const SPREADSHEET_META: ModelEntry = model.SpreadsheetApp['meta(getLastRow,getLastColumn,getDataRange,getMaxRows,getName)'];
const FLUSH: ModelEntry = model.SpreadsheetApp['flush(explicit, or before the next read, or end of run, or >threshold)'];
const PROPERTY_GET: ModelEntry = model.PropertiesService.get;
const PROPERTY_SET: ModelEntry = model.PropertiesService.set;
const SPREADSHEET_META_METHODS = new Set(['getName', 'getSpreadsheetLocale', 'getSpreadsheetTimeZone', 'getSheetById', 'getSheetByName', 'getSheets', 'getOwner']);

function modelEntry({ service, method, cells }: CostedCall): ModelEntry | null {
  switch (service) {
    case 'Sheets': return sheetsEntry(method, cells);
    case 'SpreadsheetApp':
      if (method === 'flush') return FLUSH;
      return SPREADSHEET_META_METHODS.has(method) ? SPREADSHEET_META : LAZY_HANDLE;
    case 'CacheService':
      if (method.startsWith('put')) return model.CacheService['put/putAll'];
      if (method.startsWith('remove')) return model.CacheService.remove;
      return method === 'get' || method === 'getAll' ? model.CacheService['get/getAll'] : null;
    case 'PropertiesService':
      if (method.startsWith('set') || method.startsWith('delete')) return PROPERTY_SET;
      return method.endsWith('Properties') && method !== 'getProperties' ? null : PROPERTY_GET;
    case 'LockService': return method === 'tryLock' || method === 'waitLock' ? model.LockService['tryLock+release uncontended'] : null;
    case 'MailApp': return method === 'sendEmail' ? model['MailApp.sendEmail'] : PROPERTY_GET; // assumed: asking for the quota is as quick as a property
    case 'UrlFetchApp': return model['UrlFetchApp.fetch'];
    // assumed: no figure is published for triggers; they are charged like properties.
    case 'ScriptApp': return method === 'create' || method === 'deleteTrigger' ? PROPERTY_SET : method === 'getProjectTriggers' ? PROPERTY_GET : null;
    default: return null;
  }
}

/** assumed: grid data read by spreadsheets.get is charged like values.get; the model has only its metadata cost. */
function sheetsEntry(method: string, cells: number): ModelEntry {
  if (/batchUpdate$|values\.(update|append|clear|batchClear)$|\.create$/.test(method)) return SHEETS_WRITE;
  if (method.includes('developerMetadata')) return SHEETS_METADATA;
  return /^spreadsheets\.get/.test(method) && cells === 0 ? SHEETS_METADATA : SHEETS_READ;
}
