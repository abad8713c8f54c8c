/** What moved the goal. Sources of the formulas: kpi/lmdi and kpi/mix name the papers; written here anew from these. */

/**
 * Statements that make `effect` (of every KPI on the goal), `waterfall` (its steps) and `segment` (by platform and by
 * account: volume, rate, mix).
 */
export const WHY = `
-- The logarithmic mean.
CREATE MACRO mean_of(a, b) AS CASE WHEN a = b THEN a ELSE (a - b) / (ln(a) - ln(b)) END;

CREATE TABLE change AS
SELECT n.id, n.title, n.parent, n.kind, n.operator, n.row_number, o.value AS before, n.value AS after
FROM kpi n JOIN kpi o ON o.id = n.id AND n.name = 'week' AND o.name = 'before' AND n.is_whole AND o.is_whole;

-- From the goal down: below a sum each unit counts as in the parent, below a product by the logarithmic means.
CREATE TABLE effect AS
WITH RECURSIVE down AS (
  SELECT *, 1.0::DOUBLE AS slope FROM change WHERE parent IS NULL
  UNION ALL
  SELECT c.*, down.slope * CASE down.operator WHEN 'sum' THEN 1
    WHEN 'product' THEN mean_of(down.after, down.before) / mean_of(c.after, c.before) END
  FROM down JOIN change c ON c.parent = down.id AND c.kind <> 'influence')
SELECT id, title, before, after, slope * (after - before) AS effect,
  slope * (after - before) / (SELECT after - before FROM change WHERE parent IS NULL) AS share,
  operator IS NULL AS is_driver,
  CASE WHEN operator IS NULL THEN row_number() OVER (PARTITION BY operator IS NULL
    ORDER BY abs(slope * (after - before)) DESC) END AS place
FROM down;

CREATE TABLE waterfall AS
WITH goal AS (SELECT before, after FROM change WHERE parent IS NULL),
shown AS (
  SELECT place, title, effect FROM effect WHERE is_driver AND place <= 7
  UNION ALL
  SELECT 8, NULL, after - before - (SELECT sum(effect) FROM effect WHERE is_driver AND place <= 7)
  FROM goal WHERE (SELECT count(*) FROM effect WHERE is_driver) > 7),
ends AS (SELECT *, before + sum(effect) OVER (ORDER BY place) AS stop FROM shown, goal)
SELECT place, title, CASE WHEN effect < 0 THEN 'down' ELSE 'up' END AS kind,
  least(stop, stop - effect) AS base, abs(effect) AS size FROM ends
ORDER BY place;

CREATE TABLE segment AS
WITH cut AS (
  SELECT 'platform' AS kind, platform AS title, name, metric, above, below FROM part
  UNION ALL
  SELECT 'account', accounts.name, part.name, metric, above, below
  FROM part JOIN accounts ON accounts.platform = part.platform AND accounts.id = part.account),
of_each AS (
  SELECT kind, title,
    sum(above) FILTER (metric = 'gmv' AND name = 'before') AS before,
    sum(above) FILTER (metric = 'gmv' AND name = 'week') AS after,
    sum(above) FILTER (metric = 'views' AND name = 'before') AS v0,
    sum(above) FILTER (metric = 'views' AND name = 'week') AS v1,
    sum(above) FILTER (metric = 'gpm' AND name = 'before')
      / sum(below) FILTER (metric = 'gpm' AND name = 'before') AS r0,
    sum(above) FILTER (metric = 'gpm' AND name = 'week')
      / sum(below) FILTER (metric = 'gpm' AND name = 'week') AS r1
  FROM cut GROUP BY ALL),
weighed AS (
  SELECT *, v0 / sum(v0) OVER same_kind AS w0, v1 / sum(v1) OVER same_kind AS w1
  FROM of_each WINDOW same_kind AS (PARTITION BY kind)),
whole AS (SELECT *, sum(w0 * r0) OVER same_kind AS all0, sum(w1 * r1) OVER same_kind AS all1
  FROM weighed WINDOW same_kind AS (PARTITION BY kind))
SELECT kind, title, before, after, after - before AS effect,
  (after - before) / (SELECT after - before FROM change WHERE parent IS NULL) AS share,
  -- Both parts of a product: the change of each, in logarithms, of the whole's.
  mean_of(after, before) * ln(v1 / v0) AS of_views, mean_of(after, before) * ln(r1 / r0) AS of_gpm,
  r0, r1, (w0 + w1) / 2 * (r1 - r0) AS rate_effect,
  (w1 - w0) * ((r0 + r1) / 2 - (all0 + all1) / 2) AS mix_effect, all0, all1,
  row_number() OVER (PARTITION BY kind ORDER BY abs(after - before) DESC) - 1 AS place
FROM whole;
`;
