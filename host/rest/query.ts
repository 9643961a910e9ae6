import type { SheetsMethod } from '../types';
import { invalidArgument } from './refusals';

/**
 * Query parameters of a call, typed as the engine takes them: flags as booleans, repeated ones as lists. `fields` stays;
 * what concerns only the transport (`alt`, `prettyPrint`, `key` …) goes. Throws `ApiError` 400 in Google's words.
 */
export function queryParams(method: SheetsMethod, query: URLSearchParams): Readonly<Record<string, unknown>> {
  const kinds: Readonly<Record<string, ParameterKind>> = { fields: 'text', ...PARAMETERS[method] };
  const params: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) {
    const given = query.getAll(name);
    const known = camelCase(name);
    const transport = TRANSPORT[known];
    if (transport !== undefined) {
      if (transport !== 'any' && !transport.includes(given[0]!)) throw invalidArgument(`Invalid value at '${name}': "${given[0]!}"`);
      continue;
    }
    const kind = kinds[known];
    if (kind === undefined) throw unknownParameter(name);
    if (kind !== 'list' && given.length > 1) throw invalidArgument(`Invalid JSON payload received. Unknown name "${name}": Proto field is not repeating, cannot start list.`);
    params[known] = kind === 'list' ? given : kind === 'flag' ? flagOf(name, given[0]!) : given[0]!;
  }
  return params;
}

type ParameterKind = 'text' | 'flag' | 'list';

const VALUE_READ = { majorDimension: 'text', valueRenderOption: 'text', dateTimeRenderOption: 'text' } as const;
const VALUE_WRITE = {
  valueInputOption: 'text', includeValuesInResponse: 'flag', responseValueRenderOption: 'text', responseDateTimeRenderOption: 'text',
} as const;

const PARAMETERS: Partial<Record<SheetsMethod, Readonly<Record<string, ParameterKind>>>> = {
  'spreadsheets.get': { ranges: 'list', includeGridData: 'flag', excludeTablesInBandedRanges: 'flag' },
  'spreadsheets.values.get': VALUE_READ,
  'spreadsheets.values.batchGet': { ...VALUE_READ, ranges: 'list' },
  'spreadsheets.values.update': VALUE_WRITE,
  'spreadsheets.values.append': { ...VALUE_WRITE, insertDataOption: 'text' },
};

/** The values a transport parameter may have here. */
const TRANSPORT: Readonly<Record<string, readonly string[] | 'any'>> = {
  alt: ['json'], prettyPrint: 'any', key: 'any', quotaUser: 'any', uploadType: 'any', '$.xgafv': ['2'],
};

/** Google takes `value_render_option` for `valueRenderOption`. */
function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function flagOf(name: string, text: string): boolean {
  const value = text.toLowerCase();
  if (value === 'true' || value === '1' || value === '') return true;
  if (value === 'false' || value === '0') return false;
  throw invalidArgument(`Invalid value at '${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}' (TYPE_BOOL), "${text}"`);
}

function unknownParameter(name: string): Error {
  return invalidArgument(`Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`);
}
