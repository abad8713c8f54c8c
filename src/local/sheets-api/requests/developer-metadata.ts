import type { DocumentState, Json, JsonObject, MetadataState } from '../../document/model.ts';
import { filterMetadata } from '../data-filters.ts';
import { metadataResource, parseLocation } from '../metadata.ts';
import { masks, parseUpdateMask } from '../update-mask.ts';
import { freshId, type RequestHandler } from './context.ts';

const visibilityOf = (given: JsonObject): MetadataState['visibility'] => {
  if (given.visibility !== 'DOCUMENT' && given.visibility !== 'PROJECT') {
    throw new Error('Developer metadata must always have visibility specified.');
  }
  return given.visibility;
};

/** Adds metadata to the spreadsheet, a sheet, a row or a column. A missing key and an id that is taken are refused. */
export const createDeveloperMetadata: RequestHandler = (draft, request, context) => {
  const { document } = draft;
  const given = (request.developerMetadata ?? {}) as JsonObject;
  const key = given.metadataKey;
  if (typeof key !== 'string' || key === '')
    throw new Error('Developer metadata must always have a key specified.');
  const visibility = visibilityOf(given);
  const taken = (id: number): boolean => document.metadata.some((item) => item.metadataId === id);
  const metadataId = (given.metadataId as number | undefined) ?? freshId(context.random, taken);
  if (given.metadataId !== undefined && (metadataId <= 0 || taken(metadataId))) {
    throw new Error(
      metadataId <= 0
        ? 'developerMetadata.metadataId must be positive.'
        : `Cannot add developer metadata with ID [${metadataId}] because developer metadata with that ID already exists.`,
    );
  }
  const item: MetadataState = {
    metadataId,
    metadataKey: key,
    metadataValue: (given.metadataValue as string | undefined) ?? '',
    visibility,
    location: parseLocation(document, given.location as JsonObject | undefined),
  };
  document.metadata = [...document.metadata, item];
  return { developerMetadata: metadataResource(item) };
};

const select = (document: DocumentState, filters: Json[]): Set<MetadataState> => {
  if (filters.length === 0) throw new Error('Must specify at least one data filter.');
  return new Set(
    filters.flatMap((filter, i) => filterMetadata(document, filter as JsonObject, `dataFilters[${i}]`)),
  );
};

/** Changes the fields of the mask in all metadata that a filter matches. */
export const updateDeveloperMetadata: RequestHandler = (draft, request) => {
  const { document } = draft;
  const mask = parseUpdateMask(request.fields, 'DeveloperMetadata');
  const given = (request.developerMetadata ?? {}) as JsonObject;
  const chosen = select(document, (request.dataFilters ?? []) as Json[]);
  const changed: MetadataState[] = [];
  document.metadata = document.metadata.map((item) => {
    if (!chosen.has(item)) return item;
    const made = { ...item };
    if (masks(mask, 'metadataKey') && given.metadataKey !== undefined)
      made.metadataKey = given.metadataKey as string;
    if (masks(mask, 'metadataValue')) made.metadataValue = (given.metadataValue as string | undefined) ?? '';
    if (masks(mask, 'visibility') && given.visibility !== undefined) made.visibility = visibilityOf(given);
    if (masks(mask, 'location') && given.location !== undefined) {
      made.location = parseLocation(document, given.location as JsonObject);
    }
    changed.push(made);
    return made;
  });
  return changed.length > 0 ? { developerMetadata: changed.map(metadataResource) } : {};
};

/** Deletes all metadata that the filter matches, and answers with it. */
export const deleteDeveloperMetadata: RequestHandler = (draft, request) => {
  const { document } = draft;
  if (request.dataFilter === undefined) throw new Error('Must specify a data filter.');
  const chosen = select(document, [request.dataFilter as Json]);
  document.metadata = document.metadata.filter((item) => !chosen.has(item));
  return chosen.size > 0 ? { deletedDeveloperMetadata: [...chosen].map(metadataResource) } : {};
};
