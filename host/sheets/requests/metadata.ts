import type { CallContext } from '../context';
import { makeId } from '../context';
import { invalidArgument } from '../errors';
import { parseUpdateMask, patched } from '../mask';
import { findMetadata, readLocation, shownMetadata } from '../metadata';
import type { DeveloperMetadata } from '../schema/api';
import type { MetadataEntry } from '../store/workbook';
import type { RequestFamily } from './handler';

type Kind = 'createDeveloperMetadata' | 'updateDeveloperMetadata' | 'deleteDeveloperMetadata';

/** Characters of keys and values, for the spreadsheet's own entries and again for each tab's. */
const BUDGET = 30_000;

/** assumed: ids and the budget are shared by all clients, hidden entries included. */
export const metadataRequests: RequestFamily<Kind> = {
  createDeveloperMetadata: (context, { developerMetadata = {} }) => {
    const { workbook, tx } = context;
    const taken = (id: number): boolean => workbook.metadata.some((entry) => entry.metadataId === id);
    const metadataId = developerMetadata.metadataId ?? makeId(context, taken);
    if (taken(metadataId)) throw invalidArgument(`Cannot add developer metadata with ID [${metadataId}] because developer metadata with that ID already exists.`);
    const entry = readEntry(context, metadataId, developerMetadata);
    tx.set(workbook, 'metadata', [...workbook.metadata, entry]);
    assertBudget(context, entry);
    return { createDeveloperMetadata: { developerMetadata: shownMetadata(entry) } };
  },
  updateDeveloperMetadata: (context, { dataFilters = [], developerMetadata = {}, fields }) => {
    const { workbook, tx } = context;
    const mask = parseUpdateMask(fields, 'DeveloperMetadata');
    const chosen = new Set(dataFilters.flatMap((filter) => findMetadata(context, filter)));
    const changed = new Map([...chosen].map((entry) => [entry, readEntry(context, entry.metadataId, patched<DeveloperMetadata>(shownMetadata(entry), developerMetadata, mask))]));
    tx.set(workbook, 'metadata', workbook.metadata.map((entry) => changed.get(entry) ?? entry));
    for (const entry of changed.values()) assertBudget(context, entry);
    return { updateDeveloperMetadata: { developerMetadata: [...changed.values()].map(shownMetadata) } };
  },
  deleteDeveloperMetadata: (context, { dataFilter = {} }) => {
    const { workbook, tx } = context;
    const gone = new Set(findMetadata(context, dataFilter));
    tx.set(workbook, 'metadata', workbook.metadata.filter((entry) => !gone.has(entry)));
    return { deleteDeveloperMetadata: { deletedDeveloperMetadata: [...gone].map(shownMetadata) } };
  },
};

function readEntry({ workbook, client }: CallContext, metadataId: number, metadata: DeveloperMetadata): MetadataEntry {
  const { metadataKey = '', metadataValue = '', visibility } = metadata;
  if (metadataKey === '') throw invalidArgument('Developer metadata must always have a key specified.');
  // assumed: Google's words.
  if (visibility !== 'DOCUMENT' && visibility !== 'PROJECT') throw invalidArgument('Developer metadata must always have a visibility specified.');
  return { metadataId, metadataKey, metadataValue, visibility, location: readLocation(workbook, metadata.location), ...(visibility === 'PROJECT' && client !== undefined && { client }) };
}

/** assumed: Google's words; the limit itself is documented. */
function assertBudget({ workbook }: CallContext, added: MetadataEntry): void {
  const owner = ownerOf(added);
  const used = workbook.metadata.filter((entry) => ownerOf(entry) === owner).reduce((sum, entry) => sum + entry.metadataKey.length + entry.metadataValue.length, 0);
  if (used > BUDGET) throw invalidArgument(`Developer metadata exceeds the limit of ${BUDGET} characters for the ${owner === null ? 'spreadsheet' : 'sheet'}.`);
}

function ownerOf({ location }: MetadataEntry): number | null {
  return location.type === 'SPREADSHEET' ? null : location.sheetId;
}
