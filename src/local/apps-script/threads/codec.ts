/** Values on their way between the host and the thread of an execution. */
import { EnumValue, isDate, JsonText, type Member, ServiceObject } from '../service.ts';

type Thing = ServiceObject | EnumValue;
type Sent =
  | { is: 'date'; time: number }
  | { is: 'json'; text: string }
  | { is: 'function' }
  | { is: 'known'; id: number }
  | { is: 'enum'; id: number; label: string; ordinal: number }
  | { is: 'service'; id: number; service: string; members: [name: string, value: unknown][] }
  | { is: 'record'; entries: [name: string, value: unknown][] };

/** Stands for a method on the other side, which is called by name. */
const METHOD = (): never => {
  throw new Error('A method of a service is called on its own side.');
};

/**
 * One side's knowledge of the things that passed: the host's services and enumerations are numbered when they first
 * pass; after that the number stands for them in both directions.
 */
export class Codec {
  private readonly ids = new Map<Thing, number>();
  private readonly things: Thing[] = [];
  private readonly unwrap: (value: object) => unknown;

  /** @param unwrap gives the thing behind an object of the realm, anything else as it is */
  constructor(unwrap: (value: object) => unknown = (value) => value) {
    this.unwrap = unwrap;
  }

  encode(value: unknown, seen = new Map<object, unknown>()): unknown {
    if (typeof value === 'function') return { is: 'function' };
    if (typeof value === 'symbol') return undefined;
    if (value === null || typeof value !== 'object') return value;
    const original = this.unwrap(value);
    if (original instanceof ServiceObject || original instanceof EnumValue) return this.encodeThing(original);
    if (value instanceof JsonText) return { is: 'json', text: value.text };
    if (isDate(value)) return { is: 'date', time: value.getTime() };
    const before = seen.get(value);
    if (before !== undefined) return before;
    return Array.isArray(value) ? this.encodeList(value, seen) : this.encodeRecord(value, seen);
  }

  decode(value: unknown, seen = new Map<object, unknown>()): unknown {
    if (value === null || typeof value !== 'object') return value;
    const before = seen.get(value);
    if (before !== undefined) return before;
    if (Array.isArray(value)) {
      const list: unknown[] = [];
      seen.set(value, list);
      for (const item of value) list.push(this.decode(item, seen));
      return list;
    }
    return this.decodeSent(value as Sent, seen);
  }

  private encodeList(list: readonly unknown[], seen: Map<object, unknown>): unknown[] {
    const made: unknown[] = [];
    seen.set(list, made);
    for (const item of list) made.push(this.encode(item, seen));
    return made;
  }

  private encodeRecord(record: object, seen: Map<object, unknown>): Sent {
    const entries: [string, unknown][] = [];
    const made: Sent = { is: 'record', entries };
    seen.set(record, made);
    for (const [name, item] of Object.entries(record)) entries.push([name, this.encode(item, seen)]);
    return made;
  }

  private encodeThing(thing: Thing): Sent {
    const known = this.ids.get(thing);
    if (known !== undefined) return { is: 'known', id: known };
    const id = this.number(thing, this.things.length);
    if (thing instanceof EnumValue) return { is: 'enum', id, label: thing.label, ordinal: thing.ordinal };
    const members = Object.entries(thing.members).map(([name, member]): [string, unknown] => [
      name,
      this.encode(member),
    ]);
    return { is: 'service', id, service: thing.service, members };
  }

  private decodeSent(sent: Sent, seen: Map<object, unknown>): unknown {
    if (sent.is === 'date') return new Date(sent.time);
    if (sent.is === 'json') return new JsonText(sent.text);
    if (sent.is === 'function') return METHOD;
    if (sent.is === 'known') return this.things[sent.id];
    if (sent.is === 'record') {
      const record: Record<string, unknown> = {};
      seen.set(sent, record);
      for (const [name, item] of sent.entries) record[name] = this.decode(item, seen);
      return record;
    }
    if (sent.is === 'enum') return this.take(new EnumValue(sent.label, sent.ordinal), sent.id);
    const members: Record<string, Member> = {};
    const service = this.take(new ServiceObject(sent.service, members), sent.id);
    for (const [name, member] of sent.members) members[name] = this.decode(member) as Member;
    return service;
  }

  private take<T extends Thing>(thing: T, id: number): T {
    this.number(thing, id);
    return thing;
  }

  private number(thing: Thing, id: number): number {
    this.things[id] = thing;
    this.ids.set(thing, id);
    return id;
  }
}
