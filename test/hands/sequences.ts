/** Many edits one after the other, each sequence from a seed; at the end what the sentences advise gets all jobs going. */
import { randomOf } from '../../src/sample/random.ts';
import type { Language } from '../../src/workbook/template.ts';
import { tellFigure } from '../figures.ts';
import { KINDS, type Kind } from './edits.ts';
import { recover } from './recover.ts';
import { applyEdit, goTo, JOB_NAMES, type Job, makeWorld, markers, runJob, type World } from './world.ts';

/** Of both languages together. */
const SEQUENCES = Number(process.env.HANDS_SEQUENCES ?? 72);
const EDITS_EACH = 10;
const SLICES = 10;
/** Every how many sequences a person does what the sentences advise until all jobs work. */
const RECOVERY_EVERY = 4;

const counts = new Map<Kind, number>(KINDS.map((kind) => [kind, 0]));
const ran = { sequences: 0, edits: 0, jobs: 0, refused: 0, recovered: 0 };

/** All kinds once before any comes again, so that every kind occurs in every few sequences. */
function kindsOf(seed: number): Kind[] {
  const perDeck = Math.floor(KINDS.length / EDITS_EACH);
  const deck = randomOf(Math.floor(seed / perDeck), 'deck').shuffled(KINDS);
  const start = (seed % perDeck) * EDITS_EACH;
  const rest = deck.slice(perDeck * EDITS_EACH);
  return [...deck.slice(start, start + EDITS_EACH), ...(seed % perDeck === 0 ? rest : [])];
}

function tryJob(world: World, job: Job, told: string[]): string[] {
  const { refused, faults } = runJob(world, job);
  ran.jobs += 1;
  if (refused !== undefined) ran.refused += 1;
  told.push(`[${job}${refused === undefined ? '' : `: ${refused.code}`}]`);
  return [...faults];
}

function recovered(world: World): string[] {
  const { jobs, faults } = recover(world);
  ran.jobs += jobs;
  if (faults.length === 0) ran.recovered += 1;
  return faults;
}

/** At least ten edits, jobs among them and one at the end. */
function play(world: World, seed: number): string[] {
  goTo(world, world.start);
  const random = randomOf(seed, 'jobs');
  const marker = markers();
  const kinds = kindsOf(seed);
  const faults: string[] = [];
  const told: string[] = [];
  let edits = 0;
  for (let n = 0; edits < EDITS_EACH || n < kinds.length; n += 1) {
    const kind = kinds[n] ?? random.pick(KINDS);
    if (applyEdit(world, kind, seed * 100 + n, marker) === 'done') {
      edits += 1;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      told.push(kind);
    }
    if (random.chance(0.25)) faults.push(...tryJob(world, random.pick(JOB_NAMES), told));
  }
  faults.push(...tryJob(world, JOB_NAMES[seed % JOB_NAMES.length] ?? 'setUp', told));
  if (seed % RECOVERY_EVERY === 0) faults.push(...recovered(world));
  ran.sequences += 1;
  ran.edits += edits;
  return faults.length === 0 ? [] : [`seed ${seed}: ${told.join(', ')}`, ...faults];
}

/**
 * Defines the tests of one language: half of all sequences, and what they were.
 * @param language Language of the workbook.
 * @param half Which half of the seeds, 0 or 1.
 */
export function testSequences(language: Language, half: 0 | 1): void {
  const share = Math.ceil(SEQUENCES / 2 / SLICES);
  const first = half * SLICES * share;

  describe(`sequences of edits in ${language}`, () => {
    const world = makeWorld(language);
    const seeds = Array.from({ length: SLICES }, (_, slice) => first + slice * share);

    test.each(seeds)('from seed %i', (from) => {
      expect(Array.from({ length: share }, (_, i) => play(world, from + i)).flat()).toEqual([]);
    });

    test('every kind of edit occurs, and there are as many sequences as were asked for', () => {
      const lines = [...counts]
        .sort((a, b) => b[1] - a[1])
        .map(([kind, count]) => `${String(count).padStart(6)}  ${kind}`);
      tellFigure('hands', `${JSON.stringify(ran)}\n${lines.join('\n')}`, language);
      expect(ran.sequences).toBeGreaterThanOrEqual(SEQUENCES / 2);
      expect(ran.edits).toBeGreaterThanOrEqual(ran.sequences * EDITS_EACH);
      expect(ran.recovered).toBeGreaterThanOrEqual(Math.floor(ran.sequences / RECOVERY_EVERY));
      expect([...counts].filter(([, count]) => count === 0)).toEqual([]);
    });
  });
}
