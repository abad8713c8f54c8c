/** Requests as a schema describes them, and the same spoilt in one place. */
import fc from 'fast-check';

/** What zod/mini keeps of a schema. */
type Def = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly options?: readonly Schema[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly keyType?: Schema;
  readonly valueType?: Schema;
};
export type Schema = { readonly _zod: { readonly def: Def } };

/** Texts that some endpoint knows, so that requests get past the door. */
const KNOWN = [
  ...[
    '2026-W31',
    'KPI_ROI',
    'G2',
    'Team',
    '2026-W30',
    '2026-08-02',
    '2026-07-01',
    'USD',
    'abcdefgh1',
    'watch',
    'gmv',
    'live',
    'reach',
  ],
  ...[
    'settings',
    'tree',
    'content',
    'team',
    'targets',
    'youtube',
    'youtube.content',
    'art',
    'key',
    'id',
    'sum',
  ],
];
/** Texts that break what takes them for keys, formulas, markup or characters. */
export const HOSTILE = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', ' ', '=1+1', '{name}', '$&', '\0'],
  ...[
    '<img src=x onerror=alert(1)>',
    '\ud800',
    'a\udfffb',
    '\u202eabc',
    '2026-W54',
    '2026-02-30',
    '0000-00-00',
  ],
  ...['9'.repeat(400), 'x'.repeat(60_000), '\r\nBcc: x@example.com', "';--", '%00', 'NaN', '\ufeff', '1e999'],
];
const text = () =>
  fc.oneof(fc.constantFrom(...KNOWN), fc.constantFrom(...KNOWN), fc.constantFrom(...HOSTILE));
const number = () =>
  fc.oneof(fc.integer({ min: 0, max: 60 }), fc.double(), fc.constantFrom(-1, 0, 1e308, 2 ** 53));
const table = () =>
  fc.record(
    {
      name: text(),
      rows: fc.array(fc.array(text(), { maxLength: 4 }), { maxLength: 4 }),
      unfinished: fc.constant(true),
    },
    { requiredKeys: ['name', 'rows'] },
  );

function fields(shape: Readonly<Record<string, Schema>>): fc.Arbitrary<unknown> {
  const keys = Object.keys(shape);
  const needed = keys.filter((key) => shape[key]!._zod.def.type !== 'optional');
  const parts = Object.fromEntries(keys.map((key) => [key, validFor(shape[key]!)]));
  return fc.record(parts, { requiredKeys: needed });
}

/**
 * Requests that a schema might take: right in their shape, with texts and numbers of any kind.
 * @param schema Of zod/mini.
 */
export function validFor({ _zod: { def } }: Schema): fc.Arbitrary<unknown> {
  if (def.type === 'object') return fields(def.shape ?? {});
  if (def.type === 'optional') return validFor(def.innerType!);
  if (def.type === 'nullable') return fc.option(validFor(def.innerType!));
  if (def.type === 'array') return fc.array(validFor(def.element!), { maxLength: 3 });
  if (def.type === 'union') return fc.oneof(...def.options!.map(validFor));
  if (def.type === 'enum') return fc.constantFrom(...Object.values(def.entries ?? {}));
  if (def.type === 'record') {
    return fc
      .array(fc.tuple(validFor(def.keyType!), validFor(def.valueType!)), { maxLength: 4 })
      .map((entries) => Object.fromEntries(entries.map(([key, value]) => [String(key), value])));
  }
  if (def.type === 'string') return text();
  if (def.type === 'number' || def.type === 'int') return number();
  if (def.type === 'boolean') return fc.boolean();
  // The tables of a file, which are checked by hand.
  if (def.type === 'custom') return fc.array(table(), { maxLength: 2 });
  throw new Error(`no requests of the kind ${def.type} yet`);
}

const anything = () => fc.oneof(fc.constantFrom<unknown>(...HOSTILE), fc.anything({ maxDepth: 2 }), number());

/** Every place of a value, as a path of keys. */
function pathsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.keys(value).flatMap((key) => pathsIn((value as never)[key], [...path, key]))];
}

function put(value: unknown, [key, ...rest]: readonly string[], spoilt: unknown): unknown {
  if (key === undefined) return spoilt;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = put(copy[key], rest, spoilt);
  return copy;
}

/** A request with one place put to something else, and one with a key too many. */
export const spoiltFor = (schema: Schema): fc.Arbitrary<unknown> =>
  fc
    .tuple(validFor(schema), anything(), fc.nat(), fc.constantFrom(...HOSTILE))
    .map(([value, spoilt, at, key]) => {
      const paths = pathsIn(value);
      const path = paths[at % paths.length] ?? [];
      return at % 5 === 0 ? put(value, [...path.slice(0, -1), key], spoilt) : put(value, path, spoilt);
    });
