/** Content of the week against what is usual, and money. */

/**
 * Statements that make `ranked` (best and weakest of the week), `account_money` and `traced`.
 */
export const CONTENT = `
CREATE TABLE item AS
SELECT id, title, platform, account, format, floor(published)::INTEGER AS day,
  published IS NOT NULL AND row_number() OVER (PARTITION BY platform, account
    ORDER BY published IS NULL, floor(published), row_number)
    <= (SELECT value::INTEGER FROM settings WHERE name = 'cold_start_items') AS is_cold
FROM content;

-- The reviewed week and the thirteen before it; content of four weeks and more is of one age, and so are the
-- days of the third week and of the fourth.
CREATE TABLE item_week AS
SELECT back, i.*, CASE WHEN p.b - day < 14 THEN greatest(0, p.b - day) ELSE coalesce(12 + least(4, (p.b - day) // 7), 16) END AS age,
  w.views, w.gmv
FROM (SELECT s.content, p.name, p.a, replace(p.name, 'week_', '')::INTEGER AS back,
    sum(above) FILTER (metric = 'views') AS views, sum(above) FILTER (metric = 'gmv') AS gmv
  FROM period p JOIN side s ON s.first >= p.a AND s.last <= p.b
  WHERE p.name LIKE 'week\\_%' ESCAPE '\\' AND metric IN ('views', 'gmv') GROUP BY ALL) w
JOIN period p ON p.name = w.name JOIN item i ON i.id = w.content
WHERE back <= 13;

CREATE TABLE usual AS
WITH peers AS (SELECT * FROM item_week WHERE back > 0 AND NOT is_cold AND views IS NOT NULL),
near AS (
  -- Of a day that has too few, the days beside it too.
  SELECT platform, account, format, p.age + o.off AS age, off = 0 AS is_own, views
  FROM peers p CROSS JOIN (VALUES (-1), (0), (1)) o(off)
  WHERE off = 0 OR (p.age < 14 AND p.age + off BETWEEN 0 AND 13))
SELECT platform, account, format, age,
  CASE WHEN count(*) FILTER (is_own) >= 5 THEN median(views) FILTER (is_own) ELSE median(views) END AS median
FROM near GROUP BY ALL HAVING count(*) >= 5 AND median > 0;

CREATE TABLE spent_day AS
SELECT content, platform, account, rule, amount / (last - first + 1) AS amount,
  unnest(range(first, last + 1))::INTEGER AS day FROM spent;

CREATE TABLE basis AS
SELECT m.month, f.content, f.platform, f.account,
  sum(coalesce(gmv, 0) * part) AS gmv, sum(coalesce(views, 0) * part) AS views
FROM (SELECT DISTINCT date_trunc('month', as_date(day))::DATE AS month FROM spent_day) m
JOIN (SELECT *, unnest(range(first, last + 1))::INTEGER AS day, 1 / (last - first + 1) AS part FROM fact) f
  ON date_trunc('month', as_date(f.day)) = m.month
WHERE gmv IS NOT NULL OR views IS NOT NULL GROUP BY ALL;

CREATE TABLE weight AS
SELECT month, content, platform, account, 'by_gmv' AS rule, greatest(0, gmv) AS weight FROM basis
UNION ALL SELECT month, content, platform, account, 'by_views', views FROM basis
UNION ALL SELECT month, content, platform, account, 'by_content', 1 FROM basis;

-- Costs of an account or its content; what names neither goes to the accounts of its platform, or of all.
CREATE TABLE borne AS
SELECT day, platform, account, content, rule, amount FROM spent_day WHERE account IS NOT NULL
UNION ALL
SELECT s.day, a.platform, a.id, NULL, s.rule, s.amount * CASE WHEN a.total = 0 THEN 1 / a.count ELSE a.weight / a.total END
FROM spent_day s JOIN (
  SELECT m.month, r.rule, p.platform AS of_platform, a.platform, a.id, coalesce(w.weight, 0) AS weight,
    sum(coalesce(w.weight, 0)) OVER same AS total, count(*) OVER same AS count
  FROM (SELECT DISTINCT month FROM basis) m CROSS JOIN (SELECT DISTINCT rule FROM weight) r
  CROSS JOIN (SELECT DISTINCT platform FROM spent WHERE account IS NULL) p
  JOIN accounts a ON coalesce(p.platform, a.platform) = a.platform
  LEFT JOIN (SELECT month, rule, platform, account, sum(weight) AS weight FROM weight GROUP BY ALL) w
    ON w.month = m.month AND w.rule = r.rule AND w.platform = a.platform AND w.account = a.id
  WINDOW same AS (PARTITION BY m.month, r.rule, p.platform)) a
ON s.account IS NULL AND s.content IS NULL AND a.rule = s.rule AND a.of_platform IS NOT DISTINCT FROM s.platform
  AND a.month = date_trunc('month', as_date(s.day));

-- What an account bears for all of its content is shared among that, month by month.
CREATE TABLE item_cost AS
SELECT content, sum(amount) AS cost FROM (
  SELECT content, amount FROM borne WHERE content IS NOT NULL
  UNION ALL
  SELECT w.content, b.amount * CASE WHEN w.total = 0 THEN 1 / w.count ELSE w.weight / w.total END
  FROM borne b JOIN (SELECT *, sum(weight) OVER same AS total, count(*) OVER same AS count FROM weight
    WINDOW same AS (PARTITION BY month, rule, platform, account)) w
  ON b.content IS NULL AND w.rule = b.rule AND w.platform = b.platform AND w.account = b.account
    AND w.month = date_trunc('month', as_date(b.day)))
GROUP BY content;

CREATE TABLE ranked AS
WITH lines AS (
  SELECT w.*, u.median, w.views / u.median AS times, w.views - u.median AS excess, g.gmv AS gmv_to_date, c.cost,
    (g.gmv - c.cost) / nullif(c.cost, 0) AS roi
  FROM item_week w JOIN usual u USING (platform, account, format, age)
  LEFT JOIN (SELECT content, sum(gmv) AS gmv FROM fact GROUP BY content) g ON g.content = w.id
  LEFT JOIN item_cost c ON c.content = w.id
  WHERE back = 0 AND NOT is_cold)
SELECT * FROM (
  SELECT 'best' AS list, *, row_number() OVER (ORDER BY excess DESC, id) - 1 AS place FROM lines WHERE times >= 1
  UNION ALL
  SELECT 'weakest', *, row_number() OVER (ORDER BY excess, id) - 1 FROM lines
  WHERE times < 1 AND day >= (SELECT sunday - 27 FROM reviewed))
WHERE place < 5;

CREATE TABLE account_money AS
SELECT a.name AS title, g.above AS gmv, c.cost, (g.above - c.cost) / nullif(c.cost, 0) AS roi
FROM accounts a
LEFT JOIN part g ON g.name = 'week' AND g.metric = 'gmv' AND g.platform = a.platform AND g.account = a.id
LEFT JOIN (SELECT platform, account, sum(amount) AS cost FROM borne, reviewed
  WHERE day BETWEEN monday AND sunday GROUP BY ALL) c ON c.platform = a.platform AND c.account = a.id
ORDER BY a.row_number;

CREATE TABLE traced AS
SELECT sum(amount - refund) AS gmv,
  sum(amount - refund) FILTER (coalesce(content, '') NOT IN (SELECT id FROM content)) AS untraced
FROM sale, reviewed WHERE day BETWEEN monday AND sunday;
`;

/**
 * Statements that make `conversion`: the last week's orders per click (or per view), or those of the last two weeks
 * where these are clearer, against the weeks before. Source: u-chart with Laney's correction for overdispersion.
 */
export const CONVERSION = `
CREATE TABLE conversion AS
WITH weekly AS (
  SELECT a.name AS title, m.choice, replace(e.name, 'week_', '')::INTEGER AS back, e.above AS events, t.above AS trials
  FROM (VALUES (1, 'product_clicks'), (2, 'views')) m(choice, metric)
  JOIN part t ON t.metric = m.metric AND t.above > 0
  JOIN part e ON e.metric = 'orders' AND e.name = t.name AND e.platform = t.platform AND e.account = t.account
  JOIN accounts a ON a.platform = t.platform AND a.id = t.account
  WHERE t.name LIKE 'week\\_%' ESCAPE '\\'),
sums AS (
  SELECT title, choice, length, sum(events) FILTER (back < length) / sum(trials) FILTER (back < length) AS value,
    sum(events) FILTER (back >= length) / sum(trials) FILTER (back >= length) AS usual,
    sum(trials) FILTER (back < length) AS trials_now, sum(trials) FILTER (back >= length) AS trials_before
  FROM weekly CROSS JOIN (VALUES (1), (2)) lengths(length) GROUP BY ALL
  HAVING count(*) FILTER (back >= length) >= 8 AND count(*) FILTER (back < length) = length
    AND sum(events) FILTER (back >= length) > 0),
scores AS (
  SELECT s.*, back, (events / trials - usual) / sqrt(usual / trials) AS score
  FROM sums s JOIN weekly w ON w.title = s.title AND w.choice = s.choice AND back >= length),
moves AS (
  SELECT *, abs(score - lag(score) OVER (same ORDER BY back DESC)) AS move, median(score) OVER same AS centre
  FROM scores WINDOW same AS (PARTITION BY title, choice, length)),
spreads AS (
  SELECT title, choice, length, value, usual,
    greatest(0.5, avg(move) / 1.128, 1.4826 * median(abs(score - centre)))
      * sqrt(usual / trials_now + usual / trials_before) AS sigma
  FROM moves GROUP BY title, choice, length, value, usual, trials_now, trials_before)
SELECT title, value, usual, value / usual - 1 AS change FROM spreads
QUALIFY row_number() OVER (PARTITION BY title ORDER BY choice, abs(value - usual) / sigma DESC, length) = 1;
`;
