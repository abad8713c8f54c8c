/** Values, days and plans of every KPI in every period. */

/**
 * Statements that make `part` (sums by period, metric and account) and `kpi` (value, days, plan and attainment of each
 * KPI of the tree in each period). A row that reaches over a period's border is shared by days.
 */
export const KPIS = `
CREATE TABLE part AS
SELECT name, metric, platform, account, sum(above * share) AS above, sum(below * share) AS below,
  bool_or(share < 1) AS is_shared
FROM (SELECT period.name, side.*, (least(last, b) - greatest(first, a) + 1) / (last - first + 1) AS share
  FROM period JOIN side ON side.first <= b AND side.last >= a)
GROUP BY ALL;

CREATE TABLE measured AS
SELECT t.id, p.name, sum(above) / coalesce(sum(below), 1) AS value, bool_or(is_shared) AS is_shared
FROM tree t JOIN part p ON p.metric = t.metric
  AND coalesce(t.platform, p.platform) = p.platform AND coalesce(t.account, p.account) = p.account
GROUP BY ALL HAVING coalesce(sum(below), 1) <> 0;

-- A negative comment is due once it is answered or its limit is over; a second is left for rounding.
CREATE TABLE due AS
SELECT posted, coalesce(answered - posted <= max_days, false) AS in_time
FROM comments, (SELECT
  (SELECT value::DOUBLE / 24 + 1 / 86400 FROM settings WHERE name = 'sla_hours') AS max_days,
  (SELECT as_serial(value::TIMESTAMP) + epoch(value::TIMESTAMP - date_trunc('day', value::TIMESTAMP)) / 86400
    FROM settings WHERE name = 'as_of') AS now)
WHERE sentiment = 'negative' AND (answered IS NOT NULL OR now - posted > max_days);

INSERT INTO measured
SELECT t.id, p.name, avg(in_time::INTEGER), false
FROM tree t CROSS JOIN period p JOIN due ON posted >= a AND posted < b + 1
WHERE t.metric = 'answered_in_time_rate' GROUP BY ALL;

CREATE TABLE covered AS
SELECT DISTINCT platform, account, unnest(range(first, last + 1))::INTEGER AS day FROM performance;

-- Of each day, how many of the KPI's accounts have figures; it counts as whole where all that have begun by then do.
CREATE TABLE had_day AS
SELECT id, day, accounts / max(accounts) OVER (PARTITION BY id) AS share FROM (
  SELECT t.id, c.day, count(*) AS accounts FROM tree t JOIN covered c
    ON coalesce(t.platform, c.platform) = c.platform AND coalesce(t.account, c.account) = c.account
  GROUP BY ALL);

CREATE TABLE days AS
SELECT t.id, p.name, b - a + 1 AS days_of,
  CASE WHEN t.metric = 'answered_in_time_rate' THEN b - a + 1
    ELSE (SELECT count(*) FROM had_day d WHERE d.id = t.id AND d.day BETWEEN a AND b AND share = 1) END AS days
FROM tree t CROSS JOIN period p;

-- Of several targets for a day the lowest row of the sheet holds.
CREATE TABLE target_day AS
SELECT id, day, arg_max(target, row_number) AS target,
  arg_max(last - first + 1, row_number) AS span
FROM (SELECT *, unnest(range(first, last + 1))::INTEGER AS day FROM targets)
GROUP BY ALL;

CREATE TABLE plan AS
SELECT t.id, p.name, CASE
  WHEN t.metric IN ('gmv', 'views', 'product_impressions')
    THEN CASE WHEN count(d.target) = b - a + 1 THEN sum(d.target / d.span) END
  ELSE max(d.target) FILTER (d.day = b) END AS plan
FROM tree t CROSS JOIN period p LEFT JOIN target_day d ON d.id = t.id AND d.day BETWEEN a AND b
GROUP BY t.id, t.metric, p.name, a, b;

-- Of each day's plan what the accounts that have it are of all; a day that none has needs no target.
CREATE TABLE had_plan AS
SELECT h.id, p.name, CASE WHEN count(d.target) = count(*) THEN sum(d.target / d.span * h.share) END AS plan
FROM period p JOIN had_day h ON h.day BETWEEN a AND b
LEFT JOIN target_day d ON d.id = h.id AND d.day = h.day
GROUP BY ALL;

-- While files are missing, an amount is held against the plan of the days of accounts that it is of.
CREATE TABLE kpi AS
SELECT *, value / plan AS attainment FROM (
  SELECT t.id, t.title, t.parent, t.operator, t.kind, t.row_number, p.name, p.label,
    CASE WHEN days > 0 THEN value END AS value, coalesce(is_shared, false) AS is_shared,
    days, days_of, days = days_of AS is_whole, n.plan AS whole_plan,
    CASE WHEN t.metric IN ('gmv', 'views', 'product_impressions') AND days > 0 AND days < days_of
      THEN h.plan ELSE n.plan END AS plan
  FROM tree t CROSS JOIN period p
  JOIN days d ON d.id = t.id AND d.name = p.name
  JOIN plan n ON n.id = t.id AND n.name = p.name
  LEFT JOIN had_plan h ON h.id = t.id AND h.name = p.name
  LEFT JOIN measured m ON m.id = t.id AND m.name = p.name);
`;
