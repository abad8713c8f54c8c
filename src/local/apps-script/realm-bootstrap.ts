/**
 * The script that runs first in every realm. It is source text, not a function, because everything it makes has to
 * belong to the realm: errors that are `instanceof Error` there, arrays, dates, functions.
 */
export const BOOTSTRAP = `
(function (host) {
  'use strict';
  const exposed = new WeakMap();
  const originals = new WeakMap();
  const RealDate = Date;

  function VirtualDate(...parts) {
    if (!new.target) return new RealDate(host.now()).toString();
    return Reflect.construct(RealDate, parts.length === 0 ? [host.now()] : parts, new.target);
  }
  Object.defineProperty(VirtualDate, 'name', { value: 'Date' });
  Object.defineProperty(VirtualDate, 'length', { value: 7 });
  VirtualDate.prototype = RealDate.prototype;
  VirtualDate.UTC = RealDate.UTC;
  VirtualDate.parse = RealDate.parse;
  VirtualDate.now = function now() { return host.now(); };
  for (const name of ['UTC', 'parse', 'now']) Object.defineProperty(VirtualDate, name, { enumerable: false });
  Object.defineProperty(RealDate.prototype, 'constructor', { value: VirtualDate, writable: true, configurable: true });
  Object.defineProperty(globalThis, 'Date', { value: VirtualDate, writable: true, configurable: true });

  function makeError(failure) {
    const error = new Error(failure.message);
    Object.defineProperty(error, 'name', { value: failure.name, writable: true, configurable: true });
    if (failure.details !== undefined) error.details = JSON.parse(failure.details);
    return error;
  }

  function call(service, member, args) {
    const answer = host.invoke(service, member, args.map(toHost));
    if (answer.failure) {
      const error = makeError(answer.failure);
      if (Error.captureStackTrace) Error.captureStackTrace(error, call);
      throw error;
    }
    return toRealm(answer.value);
  }

  function exposeEnum(value) {
    const object = {};
    const define = (name, f) => Object.defineProperty(object, name, { value: f });
    define('toString', () => value.label);
    define('name', () => value.label);
    define('ordinal', () => value.ordinal);
    define('toJSON', () => value.label);
    define('compareTo', (other) => value.ordinal - other.ordinal());
    return Object.freeze(object);
  }

  function exposeService(service, members) {
    const object = {};
    Object.defineProperty(object, 'toString', { value: () => service.service, configurable: true });
    for (const member of members) {
      const property = { enumerable: true, configurable: true };
      if (member.method) {
        const f = member.self
          ? function () { return call(service, member.name, [{ ...this }]); }
          : { [member.name](...args) { return call(service, member.name, args); } }[member.name];
        Object.defineProperty(object, member.name, { ...property, enumerable: !member.self, value: f });
      } else {
        Object.defineProperty(object, member.name, { ...property, value: toRealm(member.value) });
      }
    }
    return object;
  }

  function expose(thing) {
    let object = exposed.get(thing);
    if (!object) {
      const members = host.members(thing);
      object = members ? exposeService(thing, members) : exposeEnum(thing);
      exposed.set(thing, object);
      originals.set(object, thing);
    }
    return object;
  }

  function toHost(value) {
    return (value !== null && typeof value === 'object' && originals.get(value)) || value;
  }

  function toRealm(value) {
    if (value === null || typeof value !== 'object') return value;
    const kind = host.kind(value);
    if (kind === 'service') return expose(value);
    if (kind === 'json') return JSON.parse(value.text);
    if (kind === 'date') return new RealDate(value.getTime());
    if (kind === 'array') return Array.from(value, toRealm);
    if (kind === 'record') {
      return Object.fromEntries(Object.keys(value).map((key) => [key, toRealm(value[key])]));
    }
    return value;
  }

  const logger = {};
  for (const level of ['log', 'info', 'warn', 'error', 'debug', 'time', 'timeEnd']) {
    logger[level] = { [level](...args) { host.log(level, args); } }[level];
  }
  Object.defineProperty(globalThis, 'console', { value: logger, writable: true, configurable: true });

  function describe(thrown) {
    if (thrown !== null && typeof thrown === 'object' && 'message' in thrown) {
      const details = thrown.details === undefined ? undefined : JSON.stringify(thrown.details);
      return {
        name: String(thrown.name), message: String(thrown.message), stack: String(thrown.stack), details, thrown: 'error',
      };
    }
    return { name: '', message: String(thrown), stack: '', thrown: 'value' };
  }

  return {
    define(name, value) {
      Object.defineProperty(globalThis, name, { value: toRealm(value), writable: true, configurable: true });
    },
    toRealm,
    toHost,
    describe,
    render(code, variables) {
      const escape = (value) => String(value).replace(/[&<>"']/g, (c) => '&#' + c.charCodeAt(0) + ';');
      const names = Object.keys(variables).filter((name) => typeof variables[name] !== 'function');
      return Function(...names, '__escape', code)(...names.map((name) => variables[name]), escape);
    },
    apply(f, args) {
      const state = { done: false };
      const settle = (value) => { state.done = true; state.value = value; };
      const fail = (thrown) => { state.done = true; state.failure = describe(thrown); };
      try {
        const result = f(...args);
        if (result !== null && typeof result === 'object' && typeof result.then === 'function') {
          result.then(settle, fail);
        } else settle(result);
      } catch (thrown) {
        fail(thrown);
      }
      return state;
    },
  };
})
`;
