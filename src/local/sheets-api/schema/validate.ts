import { isObject } from '../../document/json.ts';
import type { Json, JsonObject } from '../../document/model.ts';
import { badRequest } from '../errors.ts';
import { ONE_OF } from './enums.ts';
import { camelCase, enumValues, type FieldType, fieldsOf, PACKAGE, snakeCase } from './schema.ts';

type Violation = { field: string; description: string };

const SCALAR_NAMES = { string: 'TYPE_STRING', bool: 'TYPE_BOOL', int: 'TYPE_INT32', num: 'TYPE_DOUBLE' };
/** Messages whose name in Google's type URL is not the bare name of the schema. */
const typeUrl = (name: string): string => {
  if (name === 'list') return 'type.googleapis.com/google.protobuf.ListValue';
  return PACKAGE + (name === 'Request' ? 'BatchUpdateSpreadsheetRequest.Request' : name);
};

/** Whether a field takes one value, which is no list itself. */
const isSingle = (field: FieldType): boolean =>
  !field.repeated && !(field.kind === 'scalar' && field.scalar === 'list');
const show = (value: Json): string =>
  typeof value === 'string'
    ? JSON.stringify(value)
    : typeof value === 'object'
      ? 'Starting an object on a scalar field'
      : String(value);

/** Whether a cell holds one plain value and nothing else, as most of a big body do: right without a walk. */
const isPlainCell = (cell: Json): boolean => {
  if (!isObject(cell)) return false;
  for (const name in cell) if (name !== 'userEnteredValue') return false;
  const entered = cell.userEnteredValue;
  if (!isObject(entered)) return false;
  let fields = 0;
  for (const name in entered) {
    fields += 1;
    if (fields > 1 || !isPlainValue(name, entered[name])) return false;
  }
  return true;
};

const isPlainValue = (name: string, value: Json | undefined): boolean => {
  if (name === 'numberValue') return Number.isFinite(value);
  return name === 'stringValue'
    ? typeof value === 'string'
    : name === 'boolValue' && typeof value === 'boolean';
};

const propertyName = (names: readonly (string | number)[]): string => {
  let path = '';
  for (const name of names) {
    if (typeof name === 'number') path += `[${name}]`;
    else path += path === '' ? snakeCase(name) : '.' + snakeCase(name);
  }
  return path;
};

/**
 * Walks a body along its schema. What is right is handed on as it is; copies are made only where something is
 * normalised. The place is kept as a stack and written out only for a fault: bodies hold millions of values.
 */
class Checker {
  readonly violations: Violation[] = [];
  private readonly stack: (string | number)[] = [];

  constructor(path: string) {
    if (path !== '') this.stack.push(path);
  }

  private invalidValue(type: string, value: Json): undefined {
    const path = propertyName(this.stack);
    this.violations.push({
      field: path,
      description: `Invalid value at '${path}' (${type}), ${show(value)}`,
    });
    return undefined;
  }

  private unknownName(name: string, reason = 'Cannot find field.'): void {
    const path = propertyName(this.stack);
    const where = path === '' ? '' : ` at '${path}'`;
    const description = `Invalid JSON payload received. Unknown name "${name}"${where}: ${reason}`;
    this.violations.push({ field: path, description });
  }

  /** A body that is not even a message. */
  root(): void {
    this.stack.length = 0;
    this.unknownName('', 'Root element must be a message.');
  }

  /** The message with nulls left out, names in camel case and numbers written as text made numbers. */
  message(value: Json, type: string): JsonObject | undefined {
    if (!isObject(value)) return this.invalidValue(typeUrl(type), value);
    const fields = fieldsOf(type);
    let made: JsonObject | undefined;
    const copy = (): JsonObject => {
      made ??= { ...value };
      return made;
    };
    for (const name in value) {
      const child = value[name] as Json;
      const field = fields.get(name) ?? fields.get(camelCase(name));
      if (child === null || child === undefined || !field) {
        if (child !== null && child !== undefined) this.unknownName(name);
        delete copy()[name];
        continue;
      }
      if (Array.isArray(child) && isSingle(field)) {
        this.unknownName(name, 'Proto field is not repeating, cannot start list.');
        delete copy()[name];
        continue;
      }
      this.stack.push(field.name);
      const checked = this.field(child, field);
      this.stack.pop();
      if (checked === child && name === field.name) continue;
      delete copy()[name];
      if (checked !== undefined) copy()[field.name] = checked;
    }
    this.oneOf(made ?? value, type);
    return made ?? value;
  }

  private oneOf(value: JsonObject, type: string): void {
    const rule = ONE_OF[type];
    if (!rule) return;
    let set = 0;
    for (const name in value) {
      if (rule.fields && !rule.fields.includes(name)) continue;
      set += 1;
      if (set < 2) continue;
      const path = propertyName(this.stack);
      const description = `Invalid value at '${path}' (oneof), oneof field '${rule.group}' is already set. Cannot set '${name}'`;
      this.violations.push({ field: path, description });
      return;
    }
  }

  private field(value: Json, field: FieldType): Json | undefined {
    if (field.map) return this.map(value, field);
    if (!field.repeated) return this.single(value, field);
    if (!Array.isArray(value)) {
      // A single value stands for a list of one.
      const one = this.single(value, field);
      return one === undefined ? undefined : [one];
    }
    const list = value;
    let made: Json[] | undefined;
    for (let i = 0; i < list.length; i += 1) {
      this.stack.push(i);
      const item = list[i] as Json;
      const checked = field.kind === 'message' && item === null ? null : (this.single(item, field) ?? null);
      this.stack.pop();
      if (checked === item) continue;
      made ??= list.slice();
      made[i] = checked;
    }
    return made ?? value;
  }

  private map(value: Json, field: FieldType): Json | undefined {
    if (!isObject(value)) return this.invalidValue('Map', value);
    const made: JsonObject = {};
    for (const [key, child] of Object.entries(value)) {
      this.stack.push(key);
      made[key] = this.single(child, field) ?? null;
      this.stack.pop();
    }
    return made;
  }

  private single(value: Json, field: FieldType): Json | undefined {
    if (field.kind === 'message') {
      return field.of === 'CellData' && isPlainCell(value) ? value : this.message(value, field.of);
    }
    if (field.kind === 'enum') {
      const values = enumValues(field.of);
      if (typeof value === 'string' && values.has(value)) return value;
      if (typeof value === 'number') return [...values][value] ?? value;
      return this.invalidValue(PACKAGE + field.of, value);
    }
    if (field.scalar === 'list') {
      return Array.isArray(value) ? value : this.invalidValue(typeUrl('list'), value);
    }
    return this.scalar(value, field.scalar);
  }

  private scalar(value: Json, type: 'string' | 'bool' | 'int' | 'num'): Json | undefined {
    if (type === 'string')
      return typeof value === 'string' ? value : this.invalidValue(SCALAR_NAMES.string, value);
    if (type === 'bool') {
      if (typeof value === 'boolean') return value;
      if (value === 'true' || value === 'false') return value === 'true';
      return this.invalidValue(SCALAR_NAMES.bool, value);
    }
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    const fits =
      typeof number === 'number' &&
      Number.isFinite(number) &&
      (type === 'num' || (Number.isInteger(number) && number >= -2147483648 && number <= 2147483647));
    return fits ? number : this.invalidValue(SCALAR_NAMES[type], value);
  }
}

/**
 * Checks a request body against the schema as Google's JSON gateway does and returns it normalised. All faults come
 * in one 400 error, a line each. `path` is what Google calls the body in its messages (`data` for `values.update`).
 * @example validateMessage({ requests: [{ addSheet: {} }] }, 'BatchUpdateSpreadsheetRequest')
 */
export const validateMessage = (body: Json | undefined, message: string, path = ''): JsonObject => {
  const checker = new Checker(path);
  if (body !== undefined && body !== null && !isObject(body)) checker.root();
  const value = isObject(body) ? checker.message(body, message) : {};
  if (checker.violations.length > 0) throw badRequest(checker.violations);
  return value ?? {};
};
