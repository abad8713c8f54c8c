import type { Look } from './look.ts';

const TREE = `
SELECT w.title, w.value, w.is_shared, w.plan, w.attainment, e.effect,
  CASE WHEN o.is_whole AND w.is_whole THEN w.value / nullif(o.value, 0) - 1 END AS wow,
  CASE WHEN y.is_whole AND w.is_whole THEN w.value / nullif(y.value, 0) - 1 END AS yoy,
  m.value AS month, m.is_shared AS month_shared, m.attainment AS month_reached,
  q.value AS quarter, q.is_shared AS quarter_shared, q.attainment AS quarter_reached, blocks
FROM kpi w
JOIN kpi o ON o.id = w.id AND o.name = 'before' JOIN kpi y ON y.id = w.id AND y.name = 'year_ago'
JOIN kpi m ON m.id = w.id AND m.name = 'month' JOIN kpi q ON q.id = w.id AND q.name = 'quarter'
LEFT JOIN effect e ON e.id = w.id
LEFT JOIN (
  SELECT id, string_agg(CASE WHEN value IS NULL THEN '·' WHEN high = low THEN '▃'
    ELSE substr('▁▂▃▅▇', least(5, 1 + floor((value - low) / (high - low) * 5))::INTEGER, 1) END,
    '' ORDER BY a) AS blocks
  FROM (SELECT id, a, CASE WHEN is_whole THEN value END AS value,
      min(value) FILTER (is_whole) OVER (PARTITION BY id) AS low,
      max(value) FILTER (is_whole) OVER (PARTITION BY id) AS high
    FROM kpi JOIN period USING (name) WHERE name IN ('week_0', 'week_1', 'week_2', 'week_3', 'week_4', 'week_5'))
  GROUP BY id) b ON b.id = w.id
WHERE w.name = 'week' ORDER BY w.row_number`;

/** Section 2: every KPI of the tree. */
export const lookAtTree: Look = async (section, db, t, check) => {
  const block = section.block();
  const rows = await db.rows(TREE);
  check.same([...block.labels].sort(), rows.map(({ title }) => String(title)).sort(), 'KPIs');
  for (const row of rows) {
    const label = String(row.title);
    const figure = (name: string, title: string, shared?: string, after?: string): void =>
      check.figure(
        block.at(label, title, after),
        row[name],
        [label, after, title].filter((word) => word !== undefined).join(', '),
        shared === undefined ? undefined : row[shared],
      );
    figure('value', t.actual, 'is_shared');
    figure('plan', t.plan);
    figure('attainment', t.attainment, undefined, t.plan);
    figure('wow', t.wow);
    figure('yoy', t.yoy);
    check.text(block.at(label, t.sixWeeks), row.blocks, `${label}, ${t.sixWeeks}`);
    figure('month', t.month, 'month_shared');
    figure('month_reached', t.reached, undefined, t.month);
    figure('quarter', t.quarter, 'quarter_shared');
    figure('quarter_reached', t.reached, undefined, t.quarter);
    figure('effect', t.effect);
  }
};
