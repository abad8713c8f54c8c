import { ENUMS } from './enums.ts';
import { MESSAGES } from './messages.ts';

export type Scalar = 'string' | 'bool' | 'int' | 'num' | 'list';
export type FieldType = {
  readonly name: string;
  readonly repeated: boolean;
  readonly map: boolean;
} & (
  | { readonly kind: 'scalar'; readonly scalar: Scalar }
  | { readonly kind: 'enum'; readonly of: string }
  | { readonly kind: 'message'; readonly of: string }
);

const lines = (text: string): [string, string[]][] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const at = line.indexOf('=');
      return [
        line.slice(0, at),
        line
          .slice(at + 1)
          .split(' ')
          .filter((part) => part !== ''),
      ];
    });

const enums = new Map(lines(ENUMS).map(([name, values]) => [name, new Set(values)]));
const sources = new Map(lines(MESSAGES));
const messages = new Map<string, ReadonlyMap<string, FieldType>>();
const SCALARS: ReadonlySet<string> = new Set(['string', 'bool', 'int', 'num', 'list']);

const fieldType = (source: string): FieldType => {
  const at = source.indexOf(':');
  const name = source.slice(0, at);
  const written = source.slice(at + 1);
  const of = written.replace(/[[\]{}]/g, '');
  const shape = { name, repeated: written.endsWith('[]'), map: written.startsWith('{') };
  if (SCALARS.has(of)) return { ...shape, kind: 'scalar', scalar: of as Scalar };
  if (enums.has(of)) return { ...shape, kind: 'enum', of };
  if (sources.has(of)) return { ...shape, kind: 'message', of };
  throw new Error(`schema: no type ${of} (field ${name})`);
};

/** The fields of a message by name. Throws when the schema has no such message. */
export const fieldsOf = (message: string): ReadonlyMap<string, FieldType> => {
  const known = messages.get(message);
  if (known) return known;
  const source = sources.get(message);
  if (!source) throw new Error(`schema: no message ${message}`);
  const made = new Map(source.map((field) => [field.slice(0, field.indexOf(':')), fieldType(field)]));
  messages.set(message, made);
  return made;
};

/**
 * The names of all messages of the API.
 * @example messageNames().includes('ValueRange') // true
 */
export const messageNames = (): readonly string[] => [...sources.keys()];

/** The values of an enum, its unspecified default first. */
export const enumValues = (name: string): ReadonlySet<string> => {
  const values = enums.get(name);
  if (!values) throw new Error(`schema: no enum ${name}`);
  return values;
};

/** What Google's messages put before the name of a type of this API. */
export const PACKAGE = 'type.googleapis.com/google.apps.sheets.v4.';

/** `startRowIndex` → `start_row_index`, as paths in Google's messages are written. */
export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (c) => '_' + c.toLowerCase());
/** `start_row_index` → `startRowIndex`, as JSON has it. */
export const camelCase = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, c: string) => c.toUpperCase());
