/** Facts in the reporting currency, and the periods of a review. */

/** Sides of each metric over one row; a ratio takes only rows that have both. */
const METRICS: readonly (readonly [metric: string, above: string, below: string | null])[] = [
  ['gmv', 'gmv', null],
  ['views', 'views', null],
  ['impressions', 'impressions', null],
  ['clicks', 'clicks', null],
  ['orders', 'orders', null],
  ['product_impressions', 'product_impressions', null],
  ['product_clicks', 'product_clicks', null],
  ['content_ctr', 'clicks', 'impressions'],
  ['ctr', 'product_clicks', 'product_impressions'],
  ['ctor', 'orders', 'product_clicks'],
  ['cvr', 'orders', 'views'],
  ['aov', 'gmv', 'orders'],
  ['gpm', '1000 * gmv', 'views'],
  ['completion_rate', 'completed_views', 'views'],
  // Of the four reactions those that the platform reports.
  [
    'engagement_rate',
    `CASE WHEN coalesce(likes, comments, shares, saves) IS NOT NULL THEN
      coalesce(likes, 0) + coalesce(comments, 0) + coalesce(shares, 0) + coalesce(saves, 0) END`,
    'views',
  ],
];

const sides = METRICS.map(
  ([metric, above, below]) =>
    `SELECT '${metric}' AS metric, content, platform, account, first, last, ${above} AS above,
      ${below ?? 'NULL::DOUBLE'} AS below FROM fact
    WHERE (${above}) IS NOT NULL ${below === null ? '' : `AND ${below} IS NOT NULL`}`,
).join('\nUNION ALL\n');

/** A rate holds from its day on; before the first one the first one holds. */
const inReporting = (amount: string, source: string, day: string): string => `
  ${amount} * CASE WHEN ${source}.currency IS NULL
    OR ${source}.currency = (SELECT value FROM settings WHERE name = 'currency') THEN 1
  ELSE coalesce(
    (SELECT arg_max(r.rate, r.date) FROM rates r WHERE r.currency = ${source}.currency AND r.date <= ${day}),
    (SELECT arg_min(r.rate, r.date) FROM rates r WHERE r.currency = ${source}.currency)) END`;

/**
 * Statements that make the tables `fact`, `side`, `sale` and `spent` (money in the reporting currency).
 */
export const FACTS = `
CREATE TABLE fact AS
SELECT p.* REPLACE (${inReporting('gmv', 'p', 'p.last')} AS gmv) FROM performance p WHERE kind = 'period';

CREATE TABLE side AS ${sides};

CREATE TABLE sale AS
SELECT date AS day, ${inReporting('amount', 'o', 'o.date')} AS amount,
  ${inReporting("CASE WHEN coalesce(refund, 0) <> 0 THEN refund WHEN status = 'refunded' THEN amount ELSE 0 END", 'o', 'o.date')}
    AS refund,
  coalesce(content, utm_content) AS content
FROM orders o WHERE coalesce(status, '') NOT IN ('cancelled', 'unpaid');

CREATE TABLE spent AS
SELECT c.row_number, coalesce(c.first, c.date) AS first, c.date AS last, c.content,
  coalesce(c.platform, i.platform) AS platform, coalesce(c.account, i.account) AS account,
  coalesce(c.rule, 'by_gmv') AS rule, ${inReporting('c.amount', 'c', 'c.date')} AS amount
FROM costs c LEFT JOIN content i ON i.id = c.content;
`;

/**
 * The table `period` of a week: itself, the weeks and the year before, months, and what is to date.
 * @param week Such as 2026-W47.
 */
export function periods(week: string): string {
  const [year = '', number = ''] = week.split('-W');
  return `
CREATE MACRO as_date(serial) AS DATE '1899-12-30' + serial::INTEGER;
CREATE MACRO as_serial(day) AS date_diff('day', DATE '1899-12-30', day::DATE)::INTEGER;

CREATE TABLE reviewed AS
SELECT as_serial(date_trunc('week', make_date(${year}, 1, 4))) + 7 * (${Number(number)} - 1) AS monday,
  monday + 6 AS sunday;

CREATE TABLE period AS
SELECT 'week' AS name, monday AS a, sunday AS b, NULL::VARCHAR AS label FROM reviewed
UNION ALL SELECT 'before', monday - 7, sunday - 7, NULL FROM reviewed
UNION ALL SELECT 'year_ago', monday - 364, sunday - 364, NULL FROM reviewed
UNION ALL
SELECT 'week_' || back, monday - 7 * back, sunday - 7 * back, strftime(as_date(monday - 7 * back), '%G-W%V')
FROM reviewed, range(26) AS weeks(back)
UNION ALL
SELECT 'month_' || back, as_serial(first_day), least(sunday, as_serial(last_day(first_day))),
  strftime(first_day, '%Y-%m') || CASE WHEN last_day(first_day) > as_date(sunday)
    THEN ' (1–' || day(as_date(sunday)) || ')' ELSE '' END
FROM (SELECT *, (date_trunc('month', as_date(sunday)) - to_months(back::INTEGER))::DATE AS first_day
  FROM reviewed, range(12) AS months(back))
UNION ALL
SELECT part, as_serial(date_trunc(part, as_date(sunday))), sunday, NULL
FROM reviewed, (VALUES ('month'), ('quarter'), ('year')) AS parts(part)
UNION ALL
-- The same dates of the year before.
SELECT part || '_before', as_serial(date_trunc(part, as_date(sunday)) - INTERVAL 1 YEAR),
  as_serial(as_date(sunday) - INTERVAL 1 YEAR), NULL
FROM reviewed, (VALUES ('month'), ('quarter'), ('year')) AS parts(part);
`;
}
