/** What README.md says that each job calls is what it calls. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Calls, countCalls } from './calls.ts';
import { KINDS, stateAfter, undisturbed } from './explore.ts';
import { JOB_NAMES, jobsOf } from './jobs.ts';
import { makeWorld } from './world.ts';

const README = readFileSync(join(__dirname, '../../README.md'), 'utf8');
const [, SECTION = ''] = /## Calls of Google's services\n(.*?)\n## /s.exec(README) ?? [];

type JobName = (typeof JOB_NAMES)[number];

/** The jobs that a row of the table is about, by what people call them. */
const JOBS: Readonly<Record<string, readonly JobName[]>> = {
  'set up': ['set up'],
  'set up again (menu)': ['set up again'],
  import: ['import'],
  'import, too big for one request': ['large import'],
  'import, sent in two pieces': ['uploaded import'],
  'undo an import': ['undo'],
  'rows: sample data, team, accounts': ['rows'],
  'save the KPI tree; start from a model': ['tree', 'model'],
  'write a review': ['new review', 'review'],
  'write a review (menu)': ['review by menu'],
  'close a review': ['closing'],
  'close a review (menu)': ['closing by menu'],
  'turn the automation on; take it over': ['automation on', 'automation taken over'],
  'turn the automation off': ['automation off'],
  'change day, hour or jobs': ['automation changed'],
  'hourly run that has nothing to do': ['quiet tick'],
  'hourly run with all jobs due': ['tick'],
  'hourly run that lacks a permission': ['tick without permission'],
  'open the sidebar (menu)': ['sidebar'],
  'the sidebar looks how things stand': ['sidebarState'],
  'recognise a file; show a review, its digest, the KPI tree, its figures': [
    'recogniseFile',
    'readReview',
    'reviewDigest',
    'readTree',
    'treeFigures',
  ],
  'fetch a part of the sidebar': ['sampleScript', 'treeScript'],
};

type Row = readonly [calls: number, reads: number, writes: number];

const ROWS = new Map(
  [...SECTION.matchAll(/^\| ([^|]+?) \| (\d+) \| (\d+) \| (\d+) \| [^|]+ \|$/gm)].map(
    ([, name = '', ...numbers]): [string, Row] => [name, numbers.map(Number) as unknown as Row],
  ),
);

describe('calls of services that README.md states', () => {
  const counted = new Map<string, Calls>();

  beforeAll(() => {
    const world = makeWorld();
    const jobs = jobsOf(world, (make) => stateAfter(world.machine, world.monday, make));
    for (const job of jobs) counted.set(job.name, countCalls(undisturbed(job)));
  });

  test('every job has its row', () => {
    expect([...ROWS.keys()].sort()).toEqual(Object.keys(JOBS).sort());
    expect(Object.values(JOBS).flat().sort()).toEqual([...JOB_NAMES].sort());
  });

  test.each(Object.keys(JOBS))('%s: as many calls, reads and changes as it makes', (name) => {
    for (const job of JOBS[name] ?? []) {
      const { calls, reads, writes } = counted.get(job) as Calls;
      expect([job, calls, reads, writes]).toEqual([job, ...(ROWS.get(name) ?? [])]);
    }
  });

  test('as many cases of failing calls as there are', () => {
    const calls = [...counted.values()].reduce((sum, one) => sum + one.calls, 0);
    const cases = (calls * KINDS.length).toLocaleString('en');
    expect(README).toContain(`every service call of ${JOB_NAMES.length} jobs fails`);
    expect(README).toContain(`: ${cases} cases`);
  });
});
