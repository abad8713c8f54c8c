import type { Comparison } from './compare.ts';
import type { Database } from './database.ts';
import type { Look } from './look.ts';
import type { Section } from './tab.ts';
import type { Titles } from './titles.ts';

const lookAtDrivers: Look = async (section, db, t, check) => {
  const block = section.block(t.drivers);
  const drivers = await db.rows('SELECT * FROM effect WHERE is_driver ORDER BY place');
  check.same(
    block.labels,
    drivers.map(({ title }) => String(title)),
    t.drivers,
  );
  drivers.forEach((row, i) => {
    for (const [name, title] of [
      ['before', t.before],
      ['after', t.after],
      ['effect', t.ownEffect],
      ['share', t.share],
    ] as const)
      check.figure(block.at(i, title), row[name], `${row.title}, ${title}`);
  });
};

/** Steps begin so many columns right of their labels. */
const FIRST_STEP = 2;

const lookAtSteps: Look = async (section, db, t, check) => {
  const steps = await db.rows('SELECT * FROM waterfall');
  const [goal = {}] = await db.rows('SELECT before, after FROM change WHERE parent IS NULL');
  const block = section.table(t.steps);
  const first = block.column(t.steps) + FIRST_STEP;
  steps.forEach((step, i) => {
    const column = first + 1 + i;
    const sign = step.kind === 'up' ? '▲' : '▼';
    check.text(block.header(column), `${sign} ${step.title ?? t.other}`, `${t.steps} ${i}`);
    check.figure(block.cell(t.base, column), step.base, `${t.base} ${i}`);
    for (const kind of ['up', 'down'] as const) {
      check.figure(block.cell(t[kind], column), kind === step.kind ? step.size : null, `${t[kind]} ${i}`);
    }
  });
  check.figure(block.cell(t.total, first), goal.before, `${t.total}, first`);
  check.figure(block.cell(t.total, first + steps.length + 1), goal.after, `${t.total}, last`);
};

async function lookAtSegments(
  section: Section,
  db: Database,
  t: Titles,
  check: Comparison,
  kind: 'platform' | 'account',
): Promise<void> {
  const heading = kind === 'platform' ? t.platforms : t.accounts;
  const rows = await db.rows(`SELECT * FROM segment WHERE kind = '${kind}' ORDER BY place`);
  const block = section.block(heading);
  const labels = block.labels.slice(0, rows.length);
  check.same(
    labels,
    rows.map(({ title }) => String(title)),
    heading,
  );
  const columns = [
    ['before', t.before],
    ['after', t.after],
    ['effect', t.ownEffect],
    ['share', t.share],
    ['of_views', t.ofViews],
    ['of_gpm', t.ofGpm],
    ['r0', t.gpmBefore],
    ['r1', t.gpmAfter],
    ['rate_effect', t.rateEffect],
    ['mix_effect', t.mixEffect],
  ] as const;
  rows.forEach((row, i) => {
    for (const [name, title] of columns)
      check.figure(block.at(i, title), row[name], `${row.title}, ${title}`);
  });
  const sum = (name: string): number => rows.reduce((total, row) => total + Number(row[name]), 0);
  const words = block.labels[rows.length] ?? '';
  const numbers = [rows[0]?.all0, rows[0]?.all1, sum('rate_effect'), sum('mix_effect')];
  // The name of the rate holds a number of its own in English.
  check.sentence(words.replace(t.gpmOfAll, ''), numbers, `${heading}, ${t.gpmOfAll}`);
}

/** Section 3: why the goal moved. */
export const lookAtWhy: Look = async (section, db, t, check) => {
  const [goal = {}] = await db.rows(
    'SELECT title, before, after, after - before AS up, after / before - 1 AS share FROM change WHERE parent IS NULL',
  );
  const { before, after, up, share } = goal;
  check.sentence(section.sentence(String(goal.title)), [before, after, up, share], 'the goal');
  await lookAtDrivers(section, db, t, check);
  await lookAtSteps(section, db, t, check);
  await lookAtSegments(section, db, t, check, 'platform');
  await lookAtSegments(section, db, t, check, 'account');
};
