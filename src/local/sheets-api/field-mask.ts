import type { Json, JsonObject } from '../document/model.ts';
import { invalid } from './errors.ts';
import { camelCase, fieldsOf } from './schema/schema.ts';

/** The fields to keep: `true` is everything below, a map the named fields. */
export type FieldMask = true | ReadonlyMap<string, FieldMask>;
type MutableMask = Map<string, MutableMask | true>;

const TOKENS = /[(),]|[^(),]+/g;

const noMatch = (path: string): Error =>
  invalid('Request contains an invalid argument.', [
    {
      '@type': 'type.googleapis.com/google.rpc.BadRequest',
      fieldViolations: [
        {
          field: path,
          description: `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`,
        },
      ],
    },
  ]);

/** Adds a path and hands back the map at its end for what is in parentheses; undefined below a whole field. */
const addPath = (root: MutableMask, path: string): { at: MutableMask; name: string } => {
  const names = path.trim().split(/[./]/);
  let at = root;
  for (const name of names.slice(0, -1)) {
    const next = at.get(name);
    if (next === true) return { at: new Map(), name: names.at(-1) ?? '' };
    if (next) at = next;
    else {
      const made: MutableMask = new Map();
      at.set(name, made);
      at = made;
    }
  }
  return { at, name: names.at(-1) ?? '' };
};

const parse = (text: string): MutableMask => {
  const root: MutableMask = new Map();
  const stack: MutableMask[] = [root];
  let open: { at: MutableMask; name: string } | undefined;
  for (const [token] of text.matchAll(TOKENS)) {
    const current = stack.at(-1);
    if (!current) throw noMatch(text);
    if (token === '(') {
      if (!open) throw noMatch(text);
      const made: MutableMask = new Map();
      if (open.at.get(open.name) !== true) {
        const known = open.at.get(open.name);
        open.at.set(open.name, known instanceof Map ? known : made);
      }
      const next = open.at.get(open.name);
      stack.push(next instanceof Map ? next : made);
      open = undefined;
      continue;
    }
    if (open) open.at.set(open.name, true);
    open = undefined;
    if (token === ')') stack.pop();
    else if (token !== ',' && token.trim() !== '') open = addPath(current, token);
  }
  if (open) open.at.set(open.name, true);
  if (stack.length !== 1) throw noMatch(text);
  return root;
};

const checked = (mask: MutableMask, message: string, path: string): FieldMask => {
  if (mask.has('*')) return true;
  const fields = fieldsOf(message);
  const made = new Map<string, FieldMask>();
  for (const [written, below] of mask) {
    const name = fields.has(written) ? written : camelCase(written);
    const field = fields.get(name);
    const at = path === '' ? written : `${path}.${written}`;
    if (!field) throw noMatch(at);
    if (below === true) made.set(name, true);
    else if (field.kind === 'message' && !field.map) made.set(name, checked(below, field.of, at));
    else throw noMatch(`${at}.${[...below.keys()][0] ?? ''}`);
  }
  return made;
};

/**
 * The `fields` parameter of a read, such as `sheets(properties/title,data.columnMetadata)`. Empty or missing is
 * everything. Refuses fields that the message does not have.
 */
export const parseFields = (text: string | null | undefined, message: string): FieldMask =>
  text ? checked(parse(text), message, '') : true;

/** The mask below a field; undefined when the mask leaves the field out. */
export const below = (mask: FieldMask | undefined, name: string): FieldMask | undefined =>
  mask === undefined || mask === true ? mask : mask.get(name);

/** The part of an answer that the mask names; objects within lists stay, emptied where nothing is named. */
export const keepFields = (value: Json, mask: FieldMask): Json => {
  if (mask === true || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => keepFields(item, mask));
  const made: JsonObject = {};
  for (const [name, inner] of mask) {
    const child = value[name];
    if (child !== undefined) made[name] = keepFields(child, inner);
  }
  return made;
};
