import { ApiError, type SheetsMethod } from '../../types';
import { requirePermission } from '../permissions';
import type { ServiceContext } from '../service-context';
import { RawJson, ServiceError, serviceObject, type Member, type ServiceObject } from '../wire';
import { badArguments } from './arguments';

/** Where a method of the advanced service finds its parts: positions of the path parameters, the body and the optional query. */
interface Signature {
  readonly method: SheetsMethod;
  readonly path: readonly string[];
  readonly body: boolean;
}

/** The advanced service `Sheets` over the host's engine: body first, then path parameters, then an object of query parameters. */
export function createSheetsService(context: ServiceContext): ServiceObject {
  const member = (signature: Signature): Member => (...args) => call(context, signature, args);
  const id = ['spreadsheetId'];
  const idAndRange = ['spreadsheetId', 'range'];
  const values = serviceObject({
    type: 'Sheets.Spreadsheets.Values',
    plain: true,
    members: {
      get: member({ method: 'spreadsheets.values.get', path: idAndRange, body: false }),
      batchGet: member({ method: 'spreadsheets.values.batchGet', path: id, body: false }),
      batchGetByDataFilter: member({ method: 'spreadsheets.values.batchGetByDataFilter', path: id, body: true }),
      update: member({ method: 'spreadsheets.values.update', path: idAndRange, body: true }),
      batchUpdate: member({ method: 'spreadsheets.values.batchUpdate', path: id, body: true }),
      append: member({ method: 'spreadsheets.values.append', path: idAndRange, body: true }),
      clear: member({ method: 'spreadsheets.values.clear', path: idAndRange, body: true }),
      batchClear: member({ method: 'spreadsheets.values.batchClear', path: id, body: true }),
    },
  });
  const developerMetadata = serviceObject({
    type: 'Sheets.Spreadsheets.DeveloperMetadata',
    plain: true,
    members: {
      get: member({ method: 'spreadsheets.developerMetadata.get', path: ['spreadsheetId', 'metadataId'], body: false }),
      search: member({ method: 'spreadsheets.developerMetadata.search', path: id, body: true }),
    },
  });
  const spreadsheets = serviceObject({
    type: 'Sheets.Spreadsheets',
    plain: true,
    members: {
      create: member({ method: 'spreadsheets.create', path: [], body: true }),
      get: member({ method: 'spreadsheets.get', path: id, body: false }),
      getByDataFilter: member({ method: 'spreadsheets.getByDataFilter', path: id, body: true }),
      batchUpdate: member({ method: 'spreadsheets.batchUpdate', path: id, body: true }),
    },
    values: { Values: values, DeveloperMetadata: developerMetadata },
  });
  return serviceObject({ type: 'Sheets', members: {}, values: { Spreadsheets: spreadsheets } });
}

const WRITES = new Set<SheetsMethod>([
  'spreadsheets.create', 'spreadsheets.batchUpdate', 'spreadsheets.values.update', 'spreadsheets.values.batchUpdate',
  'spreadsheets.values.append', 'spreadsheets.values.clear', 'spreadsheets.values.batchClear',
]);

/** Counts against the write quota; used by every door that reaches the engine. */
export function isSheetsWrite(method: SheetsMethod): boolean {
  return WRITES.has(method);
}

function call(context: ServiceContext, { method, path, body }: Signature, args: readonly unknown[]): RawJson {
  requirePermission(context.authMode, context.manifest.oauthScopes, 'Sheets', method);
  const required = path.length + (body ? 1 : 0);
  const positional = args.slice(0, required);
  if (args.length < required || args.length > required + 1 || positional.some((value) => value === undefined || value === null)) {
    throw badArguments(args, `Sheets.${method}`);
  }
  const pathParameters = Object.fromEntries(path.map((name, index) => [name, args[index + (body ? 1 : 0)]]));
  const query = (args[required] ?? {}) as Readonly<Record<string, unknown>>;
  const user = context.effectiveUser;
  try {
    const response = context.execution.call({ service: 'Sheets', method, user, write: isSheetsWrite(method) }, () => {
      const answer = context.engine.execute({ method, params: { ...query, ...pathParameters }, user, ...(body ? { body: args[0] } : {}) });
      return { result: answer.response, cells: answer.cost.cells, rows: answer.cost.rows };
    });
    return new RawJson(JSON.stringify(response));
  } catch (error) {
    throw error instanceof ApiError ? googleJsonError(method, error) : error;
  }
}

/** assumed: `details` carries code, message and errors[].reason, not the body's `status` and `details`; reasons as in other Google APIs. */
function googleJsonError(method: SheetsMethod, error: ApiError): ServiceError {
  const reason = REASONS[error.code] ?? 'badRequest';
  return new ServiceError(`API call to sheets.${method} failed with error: ${error.message}`, 'GoogleJsonResponseException', {
    code: error.code, message: error.message, errors: [{ domain: 'global', reason, message: error.message }],
  });
}

const REASONS: Readonly<Record<number, string>> = { 400: 'badRequest', 401: 'authError', 403: 'forbidden', 404: 'notFound', 409: 'conflict', 429: 'rateLimitExceeded', 500: 'backendError', 503: 'backendError' };
