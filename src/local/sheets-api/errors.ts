import type { Json } from '../document/model.ts';

export type SheetsApiStatus =
  | 'INVALID_ARGUMENT'
  | 'NOT_FOUND'
  | 'UNIMPLEMENTED'
  | 'FAILED_PRECONDITION'
  | 'PERMISSION_DENIED'
  | 'INTERNAL';

const CODES: Readonly<Record<SheetsApiStatus, number>> = {
  INVALID_ARGUMENT: 400,
  FAILED_PRECONDITION: 400,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  UNIMPLEMENTED: 501,
  INTERNAL: 500,
};

/** A refusal of the Sheets API: HTTP code, canonical status and Google's sentence. */
export class SheetsApiError extends Error {
  readonly code: number;
  readonly status: SheetsApiStatus;
  readonly details: Json | undefined;

  constructor(status: SheetsApiStatus, message: string, details?: Json) {
    super(message);
    this.name = 'SheetsApiError';
    this.code = CODES[status];
    this.status = status;
    this.details = details;
  }

  /** The JSON body of the REST answer. */
  body(): Json {
    const error: { [key: string]: Json } = { code: this.code, message: this.message, status: this.status };
    if (this.details !== undefined) error.details = this.details;
    return { error };
  }
}

/** 400 INVALID_ARGUMENT with the given sentence. */
export const invalid = (message: string, details?: Json): SheetsApiError =>
  new SheetsApiError('INVALID_ARGUMENT', message, details);

/** 404 NOT_FOUND, in Google's words. */
export const notFound = (): SheetsApiError =>
  new SheetsApiError('NOT_FOUND', 'Requested entity was not found.');

/** 400 with the `BadRequest` detail that Google adds when fields of the payload are wrong. */
export const badRequest = (violations: readonly { field: string; description: string }[]): SheetsApiError =>
  invalid(violations.map((v) => v.description).join('\n'), [
    {
      '@type': 'type.googleapis.com/google.rpc.BadRequest',
      fieldViolations: violations.map((v) => ({ field: v.field, description: v.description })),
    },
  ]);

/**
 * Does the work; a plain refusal of it becomes a 400 that names the place in the call.
 * @param place Such as `properties`.
 * @throws SheetsApiError
 * @example inWords(() => checkLocale('xx'), 'properties') // 400 Invalid properties: Unsupported locale: xx
 */
export const inWords = <T>(work: () => T, place: string): T => {
  try {
    return work();
  } catch (fault) {
    if (fault instanceof Error && fault.constructor === Error)
      throw invalid(`Invalid ${place}: ${fault.message}`);
    throw fault;
  }
};
