import * as fc from 'fast-check';
import { wireArguments, wireResult } from '../../../src/local/apps-script/wire.ts';
import { addOn } from './fixture.ts';

const CODE = `
  function echo(value) { return value }
  function typeOf(value) { return Array.isArray(value) + ' ' + (value instanceof Object) }
  function withDate() { return { rows: [1, 2], at: [new Date(0)] } }
  function withFunction() { return { f: function () {} } }
  function withInstance() { class Money { constructor() { this.x = 1 } } return [new Money()] }
  function withMap() { return { map: new Map([[1, 2]]), set: new Set([1]) } }
  function withUndefined() { return { a: undefined, b: [undefined, NaN, Infinity] } }
  function nothing() {}
  function circle() { const a = {}; a.a = a; return a }
  function boom() { throw new Error('broken') }
  function refused() { SpreadsheetApp.getActive().getRange('?') }
  function text() { throw 'plain' }
  const arrow = () => 'arrow';
  function secret_() { return 1 }
`;
const call = (name: string, ...args: unknown[]) => {
  const { execution: _, ...answer } = addOn(CODE).runtime.callFromSidebar(name, args);
  return answer;
};

describe('google.script.run', () => {
  test('JSON travels both ways', () => {
    const value = { text: 'é中', list: [1, true, null, { deep: [] }] };
    expect(call('echo', value)).toEqual({ ok: true, value });
    expect(call('typeOf', [1])).toEqual({ ok: true, value: 'true true' });
    expect(call('arrow')).toEqual({ ok: true, value: 'arrow' });
  });

  test.each(['withDate', 'withFunction', 'withInstance', 'circle', 'nothing'])(
    '%s: the whole answer is null',
    (name) => {
      expect(call(name)).toEqual({ ok: true, value: null });
    },
  );

  test('Map and Set arrive as {}, undefined is dropped from objects and null in lists', () => {
    expect(call('withMap')).toEqual({ ok: true, value: { map: {}, set: {} } });
    expect(call('withUndefined')).toStrictEqual({ ok: true, value: { b: [null, null, null] } });
  });

  class Instance {
    x = 1;
  }
  test.each([
    [[new Date()], '0'],
    [['a', () => 1], '1'],
    [[{ when: new Date() }], 'when'],
    [[{ deep: [new Instance()] }], '0'],
  ])('an argument that cannot travel stays in the page', (args, property) => {
    const { runtime } = addOn(CODE);
    expect(runtime.callFromSidebar('echo', args)).toEqual({
      ok: false,
      error: { name: 'TypeError', message: `Failed due to illegal value in property: ${property}` },
    });
    expect(runtime.host.executions).toEqual([]);
  });

  test('errors reach the failure handler with their kind before the sentence', () => {
    expect(call('boom')).toEqual({ ok: false, error: { name: 'ScriptError', message: 'Error: broken' } });
    expect(call('refused')).toEqual({
      ok: false,
      error: { name: 'ScriptError', message: 'Exception: Range not found' },
    });
    expect(call('text')).toEqual({ ok: false, error: { name: 'ScriptError', message: 'plain' } });
  });

  test.each(['secret_', 'absent', 'a b', 'constructor.x'])('%s cannot be called', (name) => {
    const message = `google.script.run.${name} is not a function`;
    expect(call(name)).toEqual({ ok: false, error: { name: 'TypeError', message } });
  });
});

describe('the wire', () => {
  test('any JSON arrives as it was', () => {
    const law = fc.property(fc.jsonValue(), (value) => {
      const json = JSON.parse(JSON.stringify(value));
      expect(wireResult(value)).toEqual(json);
      expect(wireArguments([value])).toEqual([json]);
    });
    fc.assert(law, { seed: 20261122, numRuns: 200 });
  });

  test('a Date anywhere loses the whole answer and stops the arguments', () => {
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        fc.constant(new Date(0)),
        fc.tuple(tie('node'), fc.jsonValue()).map(([inner, other]) => [other, inner]),
        fc.tuple(tie('node'), fc.jsonValue()).map(([inner, other]) => ({ other, inner })),
      ),
    })).node;
    const law = fc.property(tree, (value) => {
      expect(wireResult(value)).toBeNull();
      expect(() => wireArguments([value])).toThrow('Failed due to illegal value in property: ');
    });
    fc.assert(law, { seed: 20261122, numRuns: 100 });
  });
});
