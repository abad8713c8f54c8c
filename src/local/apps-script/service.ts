/** How the host describes an Apps Script service; the realm turns the description into objects of its own. */
import type { JsonObject } from '../document/model.ts';

export type Method = (...args: unknown[]) => unknown;
export type Member = Method | ServiceObject | EnumValue | string | number | boolean;

/** An object with methods. `service` is the name that calls are counted under: `<service>.<method>`. */
export class ServiceObject {
  readonly service: string;
  readonly members: Readonly<Record<string, Member>>;

  constructor(service: string, members: Readonly<Record<string, Member>>) {
    this.service = service;
    this.members = members;
  }
}

/** One value of an enumeration; a realm sees the same object for the same value, so `==` works. */
export class EnumValue {
  readonly label: string;
  readonly ordinal: number;

  constructor(label: string, ordinal: number) {
    this.label = label;
    this.ordinal = ordinal;
  }
}

/** An answer that the realm parses itself, so that its arrays and objects are the realm's own. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a script can catch: becomes an `Error` of the script's realm with this name. */
export class ScriptError extends Error {
  readonly details: JsonObject | undefined;

  constructor(message: string, name = 'Exception', details?: JsonObject) {
    super(message);
    this.name = name;
    this.details = details;
  }
}

/** Ends an execution: no service call of it has an effect any more. */
export class Ended extends Error {}

/** An enumeration as a member of a service, such as `ScriptApp.AuthMode`. */
export function enumeration(name: string, labels: readonly string[]): ServiceObject {
  return new ServiceObject(
    name,
    Object.fromEntries(labels.map((label, ordinal) => [label, new EnumValue(label, ordinal)])),
  );
}

/** The value of an enumeration by its label; a label that is not in it is a fault of the host. */
export function enumValue(enumerated: ServiceObject, label: string): EnumValue {
  const value = enumerated.members[label];
  if (!(value instanceof EnumValue)) throw new Error(`${enumerated.service} has no value ${label}.`);
  return value;
}

/** Whether a value is a Date, of whichever realm. */
export function isDate(value: unknown): value is Date {
  // A realm's Date is no instance of the host's.
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** Google's words for arguments that fit no form of a method. */
export function mismatch(method: string, args: readonly unknown[]): ScriptError {
  const types = args.map((arg) => {
    if (arg === null || arg === undefined) return 'null';
    if (arg instanceof ServiceObject) return `SpreadsheetApp.${arg.service}`;
    if (typeof arg === 'object' || typeof arg === 'function') {
      return (arg as { constructor?: { name?: string } }).constructor?.name ?? 'Object';
    }
    return typeof arg === 'string' ? 'String' : typeof arg;
  });
  return new ScriptError(
    `The parameters (${types.join(',')}) don't match the method signature for ${method}.`,
  );
}
