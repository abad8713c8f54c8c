/** Every endpoint of the surface, asked anything at all on the strict local host: an answer, a sentence, no damage. */
import fc from 'fast-check';
import type { Answer } from '../../src/addon/api.ts';
import * as moreRequests from '../../src/addon/more-requests.ts';
import * as requests from '../../src/addon/requests.ts';
import * as treeRequests from '../../src/addon/tree-requests.ts';
import { tellFigure } from '../figures.ts';
import { bench, call, importText, loadRows } from '../start/bench.ts';
import { youtube } from '../start/export.ts';
import { type Schema, spoiltFor, validFor } from './from-schema.ts';

type Surface = Readonly<Record<string, { caller: string; parameters: readonly unknown[] }>>;
// Without its types, which name Google's services.
const { surface } = jest.requireActual<{ surface: Surface }>('../../src/addon/surface.ts');

const RUNS = Number(process.env.HOSTILE_REQUESTS ?? 8);
const NOTHING = requests.nothingRequest;
const SCHEMAS: Readonly<Record<string, () => unknown>> = {
  sidebarState: NOTHING,
  setUp: requests.setUpRequest,
  recogniseFile: requests.importRequest,
  uploadPiece: requests.uploadRequest,
  importFile: requests.importRequest,
  loadRows: requests.rowsRequest,
  applyModel: requests.modelRequest,
  writeReview: requests.weekRequest,
  readReview: requests.weekRequest,
  sampleScript: NOTHING,
  undoImport: NOTHING,
  closeReview: requests.weekRequest,
  turnOnAutomation: requests.turnOnRequest,
  turnOffAutomation: NOTHING,
  changeAutomation: requests.automationRequest,
  reviewDigest: requests.weekRequest,
  readTree: NOTHING,
  treeFigures: treeRequests.treeFiguresRequest,
  treeScript: NOTHING,
  saveTree: treeRequests.treeRequest,
  openTreePicture: NOTHING,
  addTreeImage: requests.treeImageRequest,
  readRows: moreRequests.listRequest,
  saveRows: moreRequests.saveListRequest,
  readIssues: NOTHING,
  showCell: moreRequests.showRequest,
  help: NOTHING,
  insertExample: moreRequests.insertRequest,
};
const names = Object.entries(surface).flatMap(([name, { caller }]) => (caller === 'sidebar' ? [name] : []));
const machine = bench();
const video = { id: 'F3HVs95pagk', published: 'Jan 5, 2026', likes: 5, views: 100, hours: 1 };
importText(machine, youtube([video]), { asOf: '2026-08-02', account: 'art' });
loadRows(machine, 'team', [{ name: 'Ana', email: 'ana@example.com' }]);
call(machine, 'writeReview', { week: '2026-W31' });
const start = machine.snapshot();
const prototype = Object.getOwnPropertyNames(Object.prototype).join();

/** What only a programmer understands, or what nobody meant. */
const NO_SENTENCE =
  /\bat \S+ \(|\.[jt]s:\d|TypeError|RangeError|SyntaxError|is not a function|Cannot (?:read|convert)|\[object |went wrong in the add-on|Invalid requests?\[|Invalid JSON/;

const tried = { requests: 0, done: 0, refused: 0, unsent: 0 };
afterAll(() => {
  const { requests, done, refused, unsent } = tried;
  const ends = `${done} done, ${refused} refused with a sentence, ${unsent} that Google does not send`;
  tellFigure('endpoints', `${requests} requests to ${names.length} endpoints tried: ${ends}`);
});

test('no endpoint is left out', () => {
  expect(Object.keys(SCHEMAS).sort()).toEqual([...names].sort());
});

test.each(names)('%s', (name) => {
  const schema = SCHEMAS[name]?.() as Schema;
  const request = fc.oneof(validFor(schema), spoiltFor(schema), spoiltFor(schema));
  fc.assert(
    fc.property(request, (sent) => {
      const [document, triggers] = [machine.document(), machine.triggers.length];
      const reply = machine.callFromSidebar(name, [sent]);
      tried.requests++;
      if (!reply.ok) {
        // What google.script.run itself refuses to send.
        expect(reply.error.name).toBe('TypeError');
        tried.unsent++;
        return;
      }
      const answer = reply.value as Answer<unknown>;
      if (answer.ok) {
        expect(Object.keys(answer)).toEqual(['ok', 'value']);
        if (machine.document() !== document) machine.restore(start);
        tried.done++;
        return;
      }
      expect(answer.sentence).toMatch(/^[\p{Lu}“][\s\S]{8,}/u);
      expect(answer.sentence).not.toMatch(NO_SENTENCE);
      expect(machine.document()).toBe(document);
      expect(machine.triggers).toHaveLength(triggers);
      tried.refused++;
    }),
    { seed: 20261126, numRuns: RUNS },
  );
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(prototype);
});

describe('what Google calls, with any event', () => {
  const google = Object.entries(surface).flatMap(([name, { caller, parameters }]) =>
    caller === 'google' ? [[name, parameters.length] as const] : [],
  );

  test.each(google)('%s', (name, parameters) => {
    const event = parameters === 0 ? fc.constant(undefined) : fc.anything({ maxDepth: 1 });
    fc.assert(
      fc.property(event, (sent) => {
        machine.restore(start);
        const run = machine.attempt(
          () => machine.run(name, sent === undefined ? [] : [JSON.parse(JSON.stringify(sent) ?? 'null')]),
          () => ({ button: 'CANCEL' }),
        );
        if (!run.done) throw run.error;
        if (!run.value.ok) expect(run.value.error.message).not.toMatch(NO_SENTENCE);
      }),
      { seed: 20261126, numRuns: parameters === 0 ? 1 : 4 },
    );
  });
});
