import type { CallContext } from '../context';
import { inRequest, invalidArgument, notEmulated } from '../errors';
import type { RequestBody, RequestKind } from '../schema/api';
import { DISCOVERY_FIELDS } from '../schema/discovery-fields';
import { readPayload } from '../schema/read-payload';
import { ApiError } from '../../types';
import { bandingRequests } from './banding';
import { cellRequests } from './cells';
import { conditionalFormatRequests } from './conditional-formats';
import { copyRequests } from './copy';
import { dimensionRequests } from './dimensions';
import { filterRequests } from './filters';
import { findReplaceRequests } from './find-replace';
import { mergeAndBorderRequests } from './merges-borders';
import { metadataRequests } from './metadata';
import { namedRangeRequests } from './named-ranges';
import { protectionRequests } from './protections';
import { sheetRequests } from './sheets';
import { shiftRequests } from './shift';
import { sortRequests } from './sort';
import { spreadsheetRequests } from './spreadsheet';

const HANDLERS = {
  ...sheetRequests, ...spreadsheetRequests, ...dimensionRequests, ...cellRequests, ...copyRequests, ...shiftRequests, ...sortRequests, ...findReplaceRequests,
  ...metadataRequests, ...protectionRequests, ...namedRangeRequests, ...conditionalFormatRequests, ...bandingRequests, ...filterRequests,
  ...mergeAndBorderRequests,
};

type AnyHandler = (context: CallContext, body: RequestBody<RequestKind>) => object;

/** Kinds of `batchUpdate` requests that this host answers. */
export const EMULATED_KINDS: readonly string[] = Object.keys(HANDLERS);

/** Reads and applies one request of a batch and gives its reply. */
export function applyRequest(context: CallContext, request: unknown, index: number): object {
  const kind = kindOf(request, index);
  if (kind === null) return refuseEmpty(index);
  const handler = (HANDLERS as unknown as Readonly<Record<string, AnyHandler>>)[kind];
  if (handler === undefined) throw notEmulated(kind);
  const schema = DISCOVERY_FIELDS['Request']?.[kind] ?? '';
  const body = readPayload(schema, (request as Readonly<Record<string, unknown>>)[kind], `requests[${index}].${kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`);
  try {
    return handler(context, body as RequestBody<RequestKind>);
  } catch (error) {
    throw error instanceof ApiError ? inRequest(error, index, kind) : error;
  }
}

function kindOf(request: unknown, index: number): string | null {
  const kinds = typeof request === 'object' && request !== null ? Object.entries(request).filter(([, body]) => body != null).map(([kind]) => kind) : [];
  for (const kind of kinds) {
    // The whole body is refused for one unknown name, before anything is applied.
    if (DISCOVERY_FIELDS['Request']?.[kind] === undefined) readPayload('Request', request, `requests[${index}]`);
  }
  if (kinds.length > 1) throw invalidArgument(`Invalid value at 'requests[${index}]' (oneof), oneof field 'kind' is already set. Cannot set '${kinds[1] ?? ''}'`);
  return kinds[0] ?? null;
}

/** assumed: Google's words. */
function refuseEmpty(index: number): never {
  throw invalidArgument(`Invalid requests[${index}]: No request set.`);
}
