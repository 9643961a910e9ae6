import { ApiError, type SheetsMethod } from '../types';
import { invalidArgument, noSuchPage } from './refusals';

/** Which method a request line asks for, with the parameters of its path. */
export interface Route {
  readonly method: SheetsMethod;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * Reads e.g. `POST` and `/v4/spreadsheets/abc/values/A1%3AB2:append` (the path as sent, still encoded). Throws
 * `ApiError`: 404 for a path that Google does not have either, 400 for a method that is not emulated.
 */
export function routeOf(httpMethod: string, path: string): Route {
  for (const route of ROUTES) {
    const matched = route.http === httpMethod ? route.pattern.exec(path) : null;
    if (matched === null) continue;
    if (route.method === null) throw invalidArgument(`Not emulated: ${route.name}`);
    const named = Object.entries(matched.groups ?? {}).map(([name, text]) => [name, name === 'metadataId' ? metadataIdOf(text) : decoded(text)] as const);
    return { method: route.method, params: Object.fromEntries(named) };
  }
  throw noSuchPage(path);
}

/** Paths as in Google's discovery document, and the methods of it that the host does not answer. */
const ROUTES = [
  emulated('POST', '', 'spreadsheets.create'),
  emulated('GET', '/{spreadsheetId}', 'spreadsheets.get'),
  emulated('POST', '/{spreadsheetId}:batchUpdate', 'spreadsheets.batchUpdate'),
  emulated('POST', '/{spreadsheetId}:getByDataFilter', 'spreadsheets.getByDataFilter'),
  emulated('GET', '/{spreadsheetId}/values/{range}', 'spreadsheets.values.get'),
  emulated('PUT', '/{spreadsheetId}/values/{range}', 'spreadsheets.values.update'),
  emulated('POST', '/{spreadsheetId}/values/{range}:append', 'spreadsheets.values.append'),
  emulated('POST', '/{spreadsheetId}/values/{range}:clear', 'spreadsheets.values.clear'),
  emulated('GET', '/{spreadsheetId}/values:batchGet', 'spreadsheets.values.batchGet'),
  emulated('POST', '/{spreadsheetId}/values:batchGetByDataFilter', 'spreadsheets.values.batchGetByDataFilter'),
  emulated('POST', '/{spreadsheetId}/values:batchUpdate', 'spreadsheets.values.batchUpdate'),
  emulated('POST', '/{spreadsheetId}/values:batchClear', 'spreadsheets.values.batchClear'),
  emulated('GET', '/{spreadsheetId}/developerMetadata/{metadataId}', 'spreadsheets.developerMetadata.get'),
  emulated('POST', '/{spreadsheetId}/developerMetadata:search', 'spreadsheets.developerMetadata.search'),
  notEmulated('/{spreadsheetId}/values:batchUpdateByDataFilter', 'spreadsheets.values.batchUpdateByDataFilter'),
  notEmulated('/{spreadsheetId}/values:batchClearByDataFilter', 'spreadsheets.values.batchClearByDataFilter'),
  notEmulated('/{spreadsheetId}/sheets/{sheetId}:copyTo', 'spreadsheets.sheets.copyTo'),
];

interface RouteRow {
  readonly http: string;
  readonly pattern: RegExp;
  readonly method: SheetsMethod | null;
  readonly name: string;
}

function emulated(http: string, template: string, method: SheetsMethod): RouteRow {
  return { http, pattern: patternOf(template), method, name: method };
}

function notEmulated(template: string, name: string): RouteRow {
  return { http: 'POST', pattern: patternOf(template), method: null, name };
}

/** Google also takes a slash behind the spreadsheet's id, before a verb and at the end. A range may hold plain colons. */
function patternOf(template: string): RegExp {
  const pattern = template
    .replace('{spreadsheetId}', '(?<spreadsheetId>[^/:]+)/?')
    .replace('/?/', '/')
    .replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return new RegExp(`^/v4/spreadsheets${pattern}$`);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) throw new ApiError(400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.');
    throw error;
  }
}

function metadataIdOf(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw invalidArgument(`Invalid value at 'metadata_id' (TYPE_INT32), "${text}"`);
  return Number(text);
}
