import type { Json, JsonObject } from '../document/model.ts';
import { badRequest, invalid } from './errors.ts';
import { enumValues, PACKAGE, snakeCase } from './schema/schema.ts';
import type { ReadOptions } from './values-read.ts';

/** Parameters of a call as its query string gives them. */
export type Params = URLSearchParams;

/** Parameters that every method takes. */
const COMMON = new Set([
  'fields',
  'alt',
  'key',
  'prettyPrint',
  'quotaUser',
  'access_token',
  'oauth_token',
  'callback',
  'uploadType',
  '$.xgafv',
  '$fields',
  '$alt',
  '$key',
  '$prettyPrint',
  'upload_protocol',
]);

/** Refuses parameters that the method does not have. */
export const checkParams = (params: Params, known: readonly string[]): void => {
  for (const name of params.keys()) {
    if (COMMON.has(name) || known.includes(name)) continue;
    throw badRequest([
      {
        field: '',
        description: `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`,
      },
    ]);
  }
};

/** An enum parameter, or undefined when it is not given. */
export const enumParam = (params: Params, name: string, of: string): string | undefined => {
  const value = params.get(name);
  if (value === null || value === '') return undefined;
  if (enumValues(of).has(value)) return value;
  const field = snakeCase(name);
  throw badRequest([
    { field, description: `Invalid value at '${field}' (${PACKAGE}${of}), ${JSON.stringify(value)}` },
  ]);
};

/**
 * A truth value in the query, false where it is missing.
 *
 * @throws SheetsApiError for a text that is neither true nor false
 */
export const boolParam = (params: Params, name: string): boolean => {
  const value = params.get(name);
  if (value === null || value === '') return false;
  const plain = value.toLowerCase();
  if (plain === 'true' || plain === '1') return true;
  if (plain === 'false' || plain === '0') return false;
  const field = snakeCase(name);
  throw badRequest([
    { field, description: `Invalid value at '${field}' (TYPE_BOOL), ${JSON.stringify(value)}` },
  ]);
};

const major = (value: Json | undefined): string => (value === 'COLUMNS' ? 'COLUMNS' : 'ROWS');

/** How a read of values is to be rendered, from its query string. */
export const readOptions = (params: Params): ReadOptions => ({
  majorDimension: major(enumParam(params, 'majorDimension', 'Dimension')),
  valueRenderOption: enumParam(params, 'valueRenderOption', 'ValueRenderOption') ?? 'FORMATTED_VALUE',
  dateTimeRenderOption: enumParam(params, 'dateTimeRenderOption', 'DateTimeRenderOption') ?? 'SERIAL_NUMBER',
});

/** The same from a request body. */
export const readOptionsOf = (body: JsonObject, prefix: '' | 'response' = ''): ReadOptions => {
  const key = (name: string): string =>
    prefix === '' ? name : prefix + name[0]?.toUpperCase() + name.slice(1);
  return {
    majorDimension: major(prefix === '' ? body.majorDimension : undefined),
    valueRenderOption: (body[key('valueRenderOption')] as string | undefined) ?? 'FORMATTED_VALUE',
    dateTimeRenderOption: (body[key('dateTimeRenderOption')] as string | undefined) ?? 'SERIAL_NUMBER',
  };
};

/** How the values of responses to writes are to be rendered, from the query string. */
export const responseOptions = (params: Params): ReadOptions => ({
  majorDimension: 'ROWS',
  valueRenderOption: enumParam(params, 'responseValueRenderOption', 'ValueRenderOption') ?? 'FORMATTED_VALUE',
  dateTimeRenderOption:
    enumParam(params, 'responseDateTimeRenderOption', 'DateTimeRenderOption') ?? 'SERIAL_NUMBER',
});

/** The input option, which every write must name. */
export const inputOption = (value: string | undefined): string => {
  if (value === undefined || value === 'INPUT_VALUE_OPTION_UNSPECIFIED') {
    throw invalid("'valueInputOption' is required but not specified");
  }
  return value;
};
