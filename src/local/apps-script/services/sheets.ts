/** The advanced service `Sheets`: the Sheets API v4 with arguments in the order of Apps Script, through JSON. */
import type { Json, JsonObject } from '../../document/model.ts';
import { messageNames } from '../../sheets-api/schema/schema.ts';
import { SHEETS_READ, SHEETS_WRITE } from '../access.ts';
import type { Execution } from '../execution.ts';
import { JsonText, type Method, ScriptError, ServiceObject } from '../service.ts';
import { NO_PERMISSION, rightsRefusal } from './rights.ts';

type Request = { http: 'GET' | 'POST' | 'PUT'; path: string; body?: unknown };
/** `arity` is without the trailing optional arguments. */
type Call = {
  id: string;
  arity: number;
  reads?: boolean;
  build(args: readonly unknown[]): Request;
};

const NO_CREDENTIALS =
  'Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other ' +
  'valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';

function failure(id: string, code: number, message: string, more: JsonObject = {}): ScriptError {
  const text = `API call to sheets.${id} failed with error: ${message}`;
  return new ScriptError(text, 'GoogleJsonResponseException', { ...more, code, message });
}

function checkCredentials(execution: Execution, call: Call): void {
  const { start, host } = execution;
  if (start.authMode !== 'FULL' || start.user.authorized === false)
    throw failure(call.id, 401, NO_CREDENTIALS);
  const enough = call.reads ? SHEETS_READ : SHEETS_WRITE;
  if (!enough.some((scope) => host.program.manifest.oauthScopes.includes(scope))) {
    throw failure(call.id, 403, 'Request had insufficient authentication scopes.', {
      status: 'PERMISSION_DENIED',
    });
  }
}

/** Calls that change nothing here, though they are sent like those that do. */
const LOOKS = /\.(?:batchGetByDataFilter|getByDataFilter|search|create)$/;

function checkRights(
  { start, host }: Execution,
  call: Call,
  args: readonly unknown[],
  body: Json | undefined,
): void {
  if (call.reads || LOOKS.test(call.id)) return;
  const id = args.find((arg) => typeof arg === 'string');
  const refused = rightsRefusal(start.user, host.documents.get(String(id)), body);
  if (refused === undefined) return;
  const isRight = refused === NO_PERMISSION;
  throw failure(call.id, isRight ? 403 : 400, refused, {
    status: isRight ? 'PERMISSION_DENIED' : 'INVALID_ARGUMENT',
  });
}

function queryOf(options: unknown): URLSearchParams {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries((options ?? {}) as object)) {
    if (value === undefined || value === null) continue;
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) query.append(key, String(item));
  }
  return query;
}

/** Sends what `JSON.stringify` leaves of the resource; a circle or a BigInt is the script's own TypeError. */
function throughJson(body: unknown): Json | undefined {
  try {
    const text = JSON.stringify(body);
    return text === undefined ? undefined : (JSON.parse(text) as Json);
  } catch (error) {
    throw new ScriptError(error instanceof Error ? error.message : String(error), 'TypeError');
  }
}

function answerOf(call: Call, response: { status: number; body: Json }): JsonText {
  if (response.status < 400) return new JsonText(JSON.stringify(response.body ?? {}));
  const error = (response.body as { error?: JsonObject } | null)?.error ?? {};
  throw failure(
    call.id,
    Number(error.code ?? response.status),
    String(error.message ?? 'Unknown error'),
    error,
  );
}

function method(execution: Execution, call: Call): Method {
  return (...args) => {
    if (args.length < call.arity || args.length > call.arity + 1) {
      const expected = `${call.arity}-${call.arity + 1}`;
      throw new ScriptError(`Invalid number of arguments provided. Expected ${expected} only`);
    }
    checkCredentials(execution, call);
    const request = call.build(args);
    const query = queryOf(args[call.arity]);
    const body = throughJson(request.body);
    checkRights(execution, call, args, body);
    return answerOf(call, execution.host.api.call(request.http, request.path, query, body));
  };
}

const root = '/v4/spreadsheets';
const part = (value: unknown): string => encodeURIComponent(String(value));
const document = (id: unknown): string => `${root}/${part(id)}`;

const SPREADSHEETS: Record<string, Call> = {
  create: { id: 'spreadsheets.create', arity: 1, build: ([body]) => ({ http: 'POST', path: root, body }) },
  get: {
    id: 'spreadsheets.get',
    arity: 1,
    reads: true,
    build: ([id]) => ({ http: 'GET', path: document(id) }),
  },
  getByDataFilter: {
    id: 'spreadsheets.getByDataFilter',
    arity: 2,
    build: ([body, id]) => ({ http: 'POST', path: `${document(id)}:getByDataFilter`, body }),
  },
  batchUpdate: {
    id: 'spreadsheets.batchUpdate',
    arity: 2,
    build: ([body, id]) => ({ http: 'POST', path: `${document(id)}:batchUpdate`, body }),
  },
};

function onValues(name: string, http: Request['http'], tail: string, body: boolean): Call {
  const build = (args: readonly unknown[]) => {
    const [resource, id] = body ? args : [undefined, args[0]];
    return { http, path: `${document(id)}/values:${tail}`, body: resource };
  };
  return { id: `spreadsheets.values.${name}`, arity: body ? 2 : 1, reads: http === 'GET', build };
}

function onRange(name: string, http: Request['http'], tail: string, body: boolean): Call {
  const build = (args: readonly unknown[]) => {
    const [resource, id, range] = body ? args : [undefined, ...args];
    return { http, path: `${document(id)}/values/${part(range)}${tail}`, body: resource };
  };
  return { id: `spreadsheets.values.${name}`, arity: body ? 3 : 2, reads: http === 'GET', build };
}

const VALUES: Record<string, Call> = {
  get: onRange('get', 'GET', '', false),
  update: onRange('update', 'PUT', '', true),
  append: onRange('append', 'POST', ':append', true),
  clear: onRange('clear', 'POST', ':clear', true),
  batchGet: onValues('batchGet', 'GET', 'batchGet', false),
  batchUpdate: onValues('batchUpdate', 'POST', 'batchUpdate', true),
  batchClear: onValues('batchClear', 'POST', 'batchClear', true),
  batchGetByDataFilter: onValues('batchGetByDataFilter', 'POST', 'batchGetByDataFilter', true),
  batchUpdateByDataFilter: onValues('batchUpdateByDataFilter', 'POST', 'batchUpdateByDataFilter', true),
  batchClearByDataFilter: onValues('batchClearByDataFilter', 'POST', 'batchClearByDataFilter', true),
};

const DEVELOPER_METADATA: Record<string, Call> = {
  get: {
    id: 'spreadsheets.developerMetadata.get',
    arity: 2,
    reads: true,
    build: ([id, metadataId]) => ({
      http: 'GET',
      path: `${document(id)}/developerMetadata/${part(metadataId)}`,
    }),
  },
  search: {
    id: 'spreadsheets.developerMetadata.search',
    arity: 2,
    build: ([body, id]) => ({ http: 'POST', path: `${document(id)}/developerMetadata:search`, body }),
  },
};

const SHEETS: Record<string, Call> = {
  copyTo: {
    id: 'spreadsheets.sheets.copyTo',
    arity: 3,
    build: ([body, id, sheetId]) => ({
      http: 'POST',
      path: `${document(id)}/sheets/${part(sheetId)}:copyTo`,
      body,
    }),
  },
};

/** `Sheets.newValueRange()` and the like, one for each message of the API: an empty object whose fields the script sets. */
const BUILDERS: Readonly<Record<string, Method>> = Object.fromEntries(
  messageNames().map((name) => [`new${name}`, () => new JsonText('{}')]),
);

/** `Sheets`, when the manifest enables it: `Spreadsheets`, its `Values`, `DeveloperMetadata` and `Sheets`. */
export function createSheets(execution: Execution): ServiceObject {
  const methods = (calls: Record<string, Call>): Record<string, Method> =>
    Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, method(execution, call)]));
  return new ServiceObject('Sheets', {
    ...BUILDERS,
    Spreadsheets: new ServiceObject('Sheets.Spreadsheets', {
      ...methods(SPREADSHEETS),
      Values: new ServiceObject('Sheets.Spreadsheets.Values', methods(VALUES)),
      DeveloperMetadata: new ServiceObject(
        'Sheets.Spreadsheets.DeveloperMetadata',
        methods(DEVELOPER_METADATA),
      ),
      Sheets: new ServiceObject('Sheets.Spreadsheets.Sheets', methods(SHEETS)),
    }),
  });
}
