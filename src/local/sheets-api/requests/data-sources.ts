import { SheetsApiError } from '../errors.ts';
import type { RequestHandler } from './context.ts';

/** Data sources are tables of BigQuery, which the scopes of this host do not reach: refused as Google refuses them. */
const unreachable: RequestHandler = () => {
  throw new SheetsApiError(
    'PERMISSION_DENIED',
    'The request scopes are not sufficient for performing this operation. Please include bigquery.readonly scope.',
  );
};

/** Connects a data source: refused. */
export const addDataSource: RequestHandler = unreachable;
/** Changes a data source: refused. */
export const updateDataSource: RequestHandler = unreachable;

/** Deletes a data source; a document has none, so each id is refused. */
export const deleteDataSource: RequestHandler = () => {
  throw new Error("The data source ID doesn't exist.");
};

/** Refreshes the data sources of a document, which has none. */
export const refreshDataSource: RequestHandler = () => ({});
/** Stops refreshes of data sources, of which there are none. */
export const cancelDataSourceRefresh: RequestHandler = () => ({});
