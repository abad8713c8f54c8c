/** `PropertiesService`: three stores of text by key, with Google's limits. */
import type { Execution } from '../execution.ts';
import { mismatch, ScriptError, ServiceObject } from '../service.ts';

const VALUE_BYTES = 9 * 1024;
const STORE_BYTES = 500 * 1024;

type Store = Record<string, string>;

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

function checkStore(store: Store): void {
  let total = 0;
  for (const [key, value] of Object.entries(store)) total += bytes(key) + bytes(value);
  if (total > STORE_BYTES) {
    throw new ScriptError(
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    );
  }
}

function checkValue(value: string): void {
  if (bytes(value) > VALUE_BYTES) throw new ScriptError('Argument too large: value');
}

function replace(store: Store, next: Store): void {
  for (const key of Object.keys(store)) delete store[key];
  Object.assign(store, next);
}

function createProperties(storeOf: () => Store): ServiceObject {
  const properties: ServiceObject = new ServiceObject('Properties', {
    getProperty: (key) => storeOf()[String(key)] ?? null,
    getProperties: () => ({ ...storeOf() }),
    getKeys: () => Object.keys(storeOf()),
    setProperty: (...args) => {
      const [key, value] = args;
      if (args.length !== 2 || typeof key !== 'string' || value === null || typeof value === 'object') {
        throw mismatch('PropertiesService.Properties.setProperty', args);
      }
      const text = String(value);
      checkValue(text);
      const next = { ...storeOf(), [key]: text };
      checkStore(next);
      replace(storeOf(), next);
      return properties;
    },
    setProperties: (values, deleteOthers) => {
      const added = Object.entries(values as object).map(([key, value]) => [key, String(value)] as const);
      for (const [, value] of added) checkValue(value);
      const next = { ...(deleteOthers === true ? {} : storeOf()), ...Object.fromEntries(added) };
      checkStore(next);
      replace(storeOf(), next);
      return properties;
    },
    deleteProperty: (key) => {
      delete storeOf()[String(key)];
      return properties;
    },
    deleteAllProperties: () => {
      replace(storeOf(), {});
      return properties;
    },
  });
  return properties;
}

function storeFor(stores: Record<string, Store>, key: string): Store {
  stores[key] ??= {};
  return stores[key];
}

/**
 * `PropertiesService` of one execution: stores by script, user and document; the document's is null where none is
 * open.
 */
export function createPropertiesService(execution: Execution): ServiceObject {
  const { host, start } = execution;
  return new ServiceObject('PropertiesService', {
    getScriptProperties: () => createProperties(() => host.properties.script),
    getUserProperties: () => createProperties(() => storeFor(host.properties.user, start.user.email)),
    getDocumentProperties: () => {
      if (!start.document) return null;
      return createProperties(() => storeFor(host.properties.document, host.spreadsheetId));
    },
  });
}
