import { invalidArgument, notFound } from '../errors';
import { project } from '../mask';
import { findMetadata, shownMetadata, visibleMetadata } from '../metadata';
import type { DataFilter } from '../schema/api';
import { readPayload } from '../schema/read-payload';
import type { MetadataEntry } from '../store/workbook';
import type { Method } from './method';

export const metadataGet: Method = {
  query: ['metadataId'], responseSchema: 'DeveloperMetadata', write: false,
  run: (context, { params, mask }) => {
    const entry = visibleMetadata(context).find((candidate) => String(candidate.metadataId) === String(params['metadataId']));
    if (entry === undefined) throw notFound();
    return project(shownMetadata(entry), mask ?? '*') as object;
  },
};

/** Hits are told once, with every filter that found them. */
export const metadataSearch: Method = {
  query: [], responseSchema: 'SearchDeveloperMetadataResponse', write: false,
  run: (context, { body, mask }) => {
    const { dataFilters = [] } = readPayload('SearchDeveloperMetadataRequest', body ?? {}, '') as { readonly dataFilters?: readonly DataFilter[] };
    // assumed: Google's words.
    if (dataFilters.length === 0) throw invalidArgument('Must specify at least one data filter.');
    const hits = new Map<MetadataEntry, DataFilter[]>();
    for (const filter of dataFilters) for (const entry of findMetadata(context, filter)) hits.set(entry, [...hits.get(entry) ?? [], filter]);
    const matchedDeveloperMetadata = [...hits].map(([entry, filters]) => ({ developerMetadata: shownMetadata(entry), dataFilters: filters }));
    return project(matchedDeveloperMetadata.length > 0 ? { matchedDeveloperMetadata } : {}, mask ?? '*') as object;
  },
};
