import type { AuthMode } from './service-context';
import { ServiceError } from './wire';

const AUTH = 'https://www.googleapis.com/auth/';
const CONTAINER_UI = ['script.container.ui'];
const TRIGGERS = ['script.scriptapp'];
const DOCUMENT = ['spreadsheets', 'spreadsheets.currentonly'];

/** Scopes of a call, one of which suffices; from Google's method reference (npm gas-types-detailed). Empty: none needed. */
export function scopesOf(service: string, method: string): readonly string[] {
  switch (service) {
    case 'Sheets': return ['spreadsheets'];
    case 'MailApp': return ['script.send_mail'];
    case 'UrlFetchApp': return ['script.external_request'];
    case 'ScriptApp': return TRIGGER_METHODS.has(method) ? TRIGGERS : [];
    case 'SpreadsheetApp':
      if (PAGE_METHODS.has(method)) return CONTAINER_UI;
      return FREE_METHODS.has(method) ? [] : DOCUMENT;
    default: return [];
  }
}

/**
 * Refuses what an execution may not do: in a simple trigger everything that needs authorisation, and always what the
 * manifest's scopes leave out.
 * assumed: before an add-on is in use in a file (NONE) stores, cache and lock are refused with the same words.
 */
export function requirePermission(mode: AuthMode, granted: readonly string[] | null, service: string, method: string): void {
  const scopes = scopesOf(service, method);
  const refused = (mode !== 'FULL' && scopes.length > 0 && scopes !== DOCUMENT)
    || (mode === 'NONE' && (scopes === DOCUMENT || STORES.has(service)))
    || (granted !== null && scopes.length > 0 && !scopes.some((scope) => granted.includes(AUTH + scope)));
  if (!refused) return;
  const wanted = scopes.map((scope) => AUTH + scope).join(' || ');
  throw new ServiceError(`You do not have permission to call ${labelOf(service, method)}.${wanted === '' ? '' : ` Required permissions: ${wanted}`}`);
}

const TRIGGER_METHODS = new Set(['newTrigger', 'getProjectTriggers', 'getUserTriggers', 'deleteTrigger']);
const PAGE_METHODS = new Set(['showSidebar', 'showModalDialog', 'showModelessDialog']);
const FREE_METHODS = new Set(['getUi', 'createMenu', 'createAddonMenu', 'addToUi', 'alert', 'prompt', 'flush']);
const STORES = new Set(['PropertiesService', 'CacheService', 'LockService']);

function labelOf(service: string, method: string): string {
  if (service === 'SpreadsheetApp' && PAGE_METHODS.has(method)) return `Ui.${method}`;
  return service === 'Sheets' ? `sheets.${method}` : `${service}.${method}`;
}
