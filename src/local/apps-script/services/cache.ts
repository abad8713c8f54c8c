/** `CacheService`: text that may be kept for a while. */
import type { Execution } from '../execution.ts';
import type { CacheEntry } from '../host.ts';
import { ScriptError, ServiceObject } from '../service.ts';

const VALUE_BYTES = 100 * 1024;
const KEY_CHARACTERS = 250;
const DEFAULT_SECONDS = 600;
const LONGEST_SECONDS = 21600;
/** Beyond so many entries a cache keeps those that would last longest. */
const MOST_ENTRIES = 1000;
const KEPT_ENTRIES = 900;

type Entries = Map<string, CacheEntry>;

function secondsOf(value: unknown): number {
  if (value === undefined) return DEFAULT_SECONDS;
  const seconds = Number(value);
  if (!(seconds >= 1)) throw new ScriptError(`Invalid argument: expirationInSeconds`);
  return Math.min(seconds, LONGEST_SECONDS);
}

function thinOut(entries: Entries): void {
  const soonest = [...entries].sort(([, a], [, b]) => a.expiresAt - b.expiresAt);
  for (const [key] of soonest.slice(0, entries.size - KEPT_ENTRIES)) entries.delete(key);
}

function createCache(execution: Execution, entriesOf: () => Entries): ServiceObject {
  const now = () => execution.host.clock.now();
  const get = (key: string): string | null => {
    const entry = entriesOf().get(key);
    return entry && entry.expiresAt > now() ? entry.value : null;
  };
  const put = (key: string, value: string, seconds: number): void => {
    if (key.length > KEY_CHARACTERS) throw new ScriptError('Argument too large: key');
    if (Buffer.byteLength(value, 'utf8') > VALUE_BYTES) throw new ScriptError('Argument too large: value');
    const entries = entriesOf();
    entries.set(key, { value, expiresAt: now() + seconds * 1000 });
    if (entries.size > MOST_ENTRIES) thinOut(entries);
  };
  return new ServiceObject('Cache', {
    get: (key) => get(String(key)),
    getAll: (keys) => {
      const found: Record<string, string> = {};
      for (const key of keys as string[]) {
        const value = get(String(key));
        if (value !== null) found[key] = value;
      }
      return found;
    },
    put: (key, value, seconds) => put(String(key), String(value), secondsOf(seconds)),
    putAll: (values, seconds) => {
      const lifetime = secondsOf(seconds);
      for (const [key, value] of Object.entries(values as object)) put(key, String(value), lifetime);
    },
    remove: (key) => {
      entriesOf().delete(String(key));
    },
    removeAll: (keys) => {
      for (const key of keys as string[]) entriesOf().delete(String(key));
    },
  });
}

/** `CacheService` of one execution: caches by script, user and document; the document's is null where none is open. */
export function createCacheService(execution: Execution): ServiceObject {
  const { host, start } = execution;
  const named = (name: string) =>
    createCache(execution, () => {
      let entries = host.cache.get(name);
      if (!entries) {
        entries = new Map();
        host.cache.set(name, entries);
      }
      return entries;
    });
  return new ServiceObject('CacheService', {
    getScriptCache: () => named('script'),
    getUserCache: () => named(`user ${start.user.email}`),
    getDocumentCache: () => (start.document ? named(`document ${host.spreadsheetId}`) : null),
  });
}
