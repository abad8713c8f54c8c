import type { Comparison } from './compare.ts';
import type { Row } from './database.ts';
import { by, type Look } from './look.ts';
import type { Block } from './tab.ts';
import type { Titles } from './titles.ts';

/** The goal and the KPIs right below it. */
const FIRST_LEVEL = '(parent IS NULL OR parent = (SELECT id FROM tree WHERE parent IS NULL))';

const TO_DATE = `
SELECT k.title, k.name, k.value, k.is_shared, k.attainment, k.days, k.days_of,
  CASE WHEN o.is_whole AND k.is_whole THEN k.value / nullif(o.value, 0) - 1 END AS yoy
FROM kpi k JOIN kpi o ON o.id = k.id AND o.name = k.name || '_before'
WHERE k.name IN ('month', 'quarter', 'year') AND k.id IN (SELECT id FROM tree WHERE ${FIRST_LEVEL})`;

const lookToDate: Look = async (section, db, t, check) => {
  const block = section.block(t.toDate);
  const rows = await db.rows(TO_DATE);
  check.same([...new Set(block.labels)].sort(), [...by(rows, 'title').keys()].sort(), t.toDate);
  for (const row of rows) {
    const label = String(row.title);
    const period = t[row.name as 'month' | 'quarter' | 'year'];
    check.figure(block.at(label, period), row.value, `${label}, ${period}`, row.is_shared);
    check.figure(block.at(label, t.reached, period), row.attainment, `${label}, ${period}, ${t.reached}`);
    check.figure(block.at(label, t.yoy, period), row.yoy, `${label}, ${period}, ${t.yoy}`);
    const days = String(block.at(label, t.days, period).value);
    check.sentence(days, [row.days, row.days_of], `${label}, ${period}, ${t.days}`);
  }
};

async function lookAtPeriods(
  block: Block,
  rows: readonly Row[],
  t: Titles,
  check: Comparison,
): Promise<void> {
  const plans = new Set(rows.filter(({ plan }) => plan !== null).map(({ title }) => `${title}${t.planned}`));
  check.same(
    [...block.labels].sort(),
    [...by(rows, 'title').keys(), ...plans].sort(),
    `KPIs by ${rows[0]?.name}`,
  );
  const shared = new Set(rows.flatMap(({ label, is_shared }) => (is_shared ? [label] : [])));
  for (const { title, label, value, plan } of rows) {
    const header = shared.has(label) ? `≈ ${label}` : String(label);
    check.figure(block.at(String(title), header), value, `${title}, ${header}`);
    const planned = `${title}${t.planned}`;
    if (plans.has(planned)) check.figure(block.at(planned, header), plan, `${planned}, ${header}`);
  }
}

/** Section 4: to date, six weeks and twelve months. */
export const lookAtTrends: Look = async (section, db, t, check) => {
  await lookToDate(section, db, t, check);
  for (const [heading, kind, count] of [
    [t.lastWeeks, 'week', 6],
    [t.lastMonths, 'month', 12],
  ] as const) {
    const names = Array.from({ length: count }, (_, i) => `'${kind}_${i}'`);
    const rows = await db.rows(`
      SELECT title, label, name, CASE WHEN is_whole THEN value END AS value, whole_plan AS plan,
        is_shared AND is_whole AND value IS NOT NULL AS is_shared
      FROM kpi WHERE name IN (${names.join(', ')}) AND ${FIRST_LEVEL}`);
    await lookAtPeriods(section.block(heading), rows, t, check);
  }
};
