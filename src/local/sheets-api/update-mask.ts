import { isObject } from '../document/json.ts';
import type { Json, JsonObject } from '../document/model.ts';
import { type FieldType, fieldsOf } from './schema/schema.ts';

/** Paths of an update mask, each a list of field names. */
export type UpdateMask = readonly (readonly string[])[];

/** Colours are kept twice, as a colour and as a colour style: a path to one of them reaches both. */
const twin = (name: string): string | undefined => {
  if (/[cC]olorStyle$/.test(name)) return name.slice(0, -'Style'.length);
  return /[cC]olor$/.test(name) && name !== 'rgbColor' ? name + 'Style' : undefined;
};

const expand = (text: string): string[] => {
  const paths: string[] = [];
  const prefixes: string[] = [];
  let word = '';
  const join = (): string => [...prefixes, word].filter((part) => part !== '').join('.');
  let closed = false;
  for (const letter of `${text},`.replace(/\s/g, '').replace(/\//g, '.')) {
    if (letter === '(') {
      prefixes.push(word);
      word = '';
    } else if (letter === ',' || letter === ')') {
      if (!closed && word !== '') paths.push(join());
      word = '';
      closed = letter === ')';
      if (closed) prefixes.pop();
    } else word += letter;
  }
  return paths;
};

const NO_FIELDS = "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)";

/**
 * The `fields` of an update request. `*` is every field of the message. Throws a plain Error with Google's words,
 * which the batch puts the request's name before.
 * @param root The one field that the paths start from, as `cell` of `repeatCell` has none.
 */
export const parseUpdateMask = (text: Json | undefined, message: string): UpdateMask => {
  if (typeof text !== 'string' || text.trim() === '') throw new Error(NO_FIELDS);
  if (text.trim() === '*') return [...fieldsOf(message).keys()].map((name) => [name]);
  const paths: string[][] = [];
  for (const path of expand(text)) {
    const names = path.split('.').filter((name) => name !== '');
    checkPath(names, message, path);
    paths.push(names);
    const other = twin(names.at(-1) ?? '');
    if (other !== undefined) paths.push([...names.slice(0, -1), other]);
  }
  if (paths.length === 0) throw new Error(NO_FIELDS);
  return paths;
};

const checkPath = (names: readonly string[], message: string, path: string): void => {
  let at: string | undefined = message;
  for (const name of names) {
    if (name === '*') return;
    const field: FieldType | undefined = at === undefined ? undefined : fieldsOf(at).get(name);
    if (!field) throw new Error(`Invalid field: ${path.replace(/[A-Z]/g, (c) => '_' + c.toLowerCase())}`);
    at = field.kind === 'message' && !field.map && !field.repeated ? field.of : undefined;
  }
};

/** A copy of `target` in which every path of the mask has what `source` has there; absent there is cleared. */
export const applyMask = (target: JsonObject, source: JsonObject, mask: UpdateMask): JsonObject => {
  let made = target;
  for (const path of mask) made = setPath(made, source, path.at(-1) === '*' ? path.slice(0, -1) : path);
  return made;
};

const setPath = (target: JsonObject, source: Json | undefined, path: readonly string[]): JsonObject => {
  const [name, ...rest] = path;
  if (name === undefined) return isObject(source) ? source : {};
  const from = isObject(source) ? source[name] : undefined;
  const made = { ...target };
  if (rest.length === 0) {
    if (from === undefined) delete made[name];
    else made[name] = from;
    return made;
  }
  const current = target[name];
  const child = setPath(isObject(current) ? current : {}, from, rest);
  if (Object.keys(child).length === 0 && from === undefined) delete made[name];
  else made[name] = child;
  return made;
};

/** Whether the mask reaches the field or something in it. */
export const masks = (mask: UpdateMask, ...path: string[]): boolean =>
  mask.some((names) => path.every((name, i) => i >= names.length || names[i] === name || names[i] === '*'));
