import type { Json, JsonObject } from '../../document/model.ts';
import { badRequest } from '../errors.ts';
import { ONE_OF } from './enums.ts';
import { camelCase, enumValues, type FieldType, fieldsOf, snakeCase } from './schema.ts';

type Violation = { field: string; description: string };

const PACKAGE = 'type.googleapis.com/google.apps.sheets.v4.';
const SCALAR_NAMES = { string: 'TYPE_STRING', bool: 'TYPE_BOOL', int: 'TYPE_INT32', num: 'TYPE_DOUBLE' };
/** Messages whose name in Google's type URL is not the bare name of the schema. */
const typeUrl = (name: string): string =>
  name === 'list' ? 'type.googleapis.com/google.protobuf.ListValue' : PACKAGE + name;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const show = (value: Json): string =>
  typeof value === 'string'
    ? JSON.stringify(value)
    : typeof value === 'object'
      ? 'Starting an object on a scalar field'
      : String(value);

class Checker {
  readonly violations: Violation[] = [];

  invalidValue(path: string, type: string, value: Json): undefined {
    this.violations.push({
      field: path,
      description: `Invalid value at '${path}' (${type}), ${show(value)}`,
    });
    return undefined;
  }

  unknownName(name: string, path: string): void {
    const where = path === '' ? '' : ` at '${path}'`;
    const description = `Invalid JSON payload received. Unknown name "${name}"${where}: Cannot find field.`;
    this.violations.push({ field: path, description });
  }

  /** The message with nulls left out, names in camel case and numbers written as text made numbers. */
  message(value: Json, type: string, path: string): JsonObject | undefined {
    if (!isObject(value)) return this.invalidValue(path, typeUrl(type), value);
    const fields = fieldsOf(type);
    const made: JsonObject = {};
    for (const name in value) {
      const child = value[name] as Json;
      if (child === null || child === undefined) continue;
      const field = fields.get(name) ?? fields.get(camelCase(name));
      if (!field) {
        this.unknownName(name, path);
        continue;
      }
      const at = path === '' ? snakeCase(field.name) : `${path}.${snakeCase(field.name)}`;
      const checked = this.field(child, field, at);
      if (checked !== undefined) made[field.name] = checked;
    }
    this.oneOf(made, type, path);
    return made;
  }

  private oneOf(value: JsonObject, type: string, path: string): void {
    const rule = ONE_OF[type];
    if (!rule) return;
    const set = Object.keys(value).filter((name) => !rule.fields || rule.fields.includes(name));
    if (set.length < 2) return;
    const description = `Invalid value at '${path}' (oneof), oneof field '${rule.group}' is already set. Cannot set '${set[1]}'`;
    this.violations.push({ field: path, description });
  }

  private field(value: Json, field: FieldType, path: string): Json | undefined {
    if (field.map) return this.map(value, field, path);
    if (!field.repeated) return this.single(value, field, path);
    if (!Array.isArray(value)) {
      // A single value stands for a list of one, except where the elements are lists themselves.
      const one = this.single(value, field, path);
      return one === undefined ? undefined : [one];
    }
    const made: Json[] = new Array(value.length);
    for (let i = 0; i < value.length; i += 1) {
      made[i] = this.single(value[i] as Json, field, `${path}[${i}]`) ?? null;
    }
    return made;
  }

  private map(value: Json, field: FieldType, path: string): Json | undefined {
    if (!isObject(value)) return this.invalidValue(path, 'Map', value);
    const made: JsonObject = {};
    for (const [key, child] of Object.entries(value)) {
      made[key] = this.single(child, field, `${path}[${key}].value`) ?? null;
    }
    return made;
  }

  private single(value: Json, field: FieldType, path: string): Json | undefined {
    if (field.kind === 'message') return this.message(value, field.of, path);
    if (field.kind === 'enum') {
      const values = enumValues(field.of);
      if (typeof value === 'string' && values.has(value)) return value;
      if (typeof value === 'number') return [...values][value] ?? value;
      return this.invalidValue(path, PACKAGE + field.of, value);
    }
    if (field.scalar === 'list') {
      return Array.isArray(value) ? value : this.invalidValue(path, typeUrl('list'), value);
    }
    return this.scalar(value, field.scalar, path);
  }

  private scalar(value: Json, type: 'string' | 'bool' | 'int' | 'num', path: string): Json | undefined {
    if (type === 'string')
      return typeof value === 'string' ? value : this.invalidValue(path, SCALAR_NAMES.string, value);
    if (type === 'bool') {
      if (typeof value === 'boolean') return value;
      if (value === 'true' || value === 'false') return value === 'true';
      return this.invalidValue(path, SCALAR_NAMES.bool, value);
    }
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    const fits =
      typeof number === 'number' &&
      Number.isFinite(number) &&
      (type === 'num' || (Number.isInteger(number) && Math.abs(number) <= 2147483648));
    return fits ? number : this.invalidValue(path, SCALAR_NAMES[type], value);
  }
}

/**
 * Checks a request body against the schema as Google's JSON gateway does and returns it normalised. All faults come
 * in one 400 error, a line each. `path` is what Google calls the body in its messages (`data` for `values.update`).
 * @example validateMessage({ requests: [{ addSheet: {} }] }, 'BatchUpdateSpreadsheetRequest')
 */
export const validateMessage = (body: Json | undefined, message: string, path = ''): JsonObject => {
  const checker = new Checker();
  const value = checker.message(body ?? {}, message, path);
  if (checker.violations.length > 0) throw badRequest(checker.violations);
  return value ?? {};
};
