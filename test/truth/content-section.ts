import { by, type Look } from './look.ts';

/** The rate from one step of a funnel to the next, by both their metrics. */
const RATES: Readonly<Record<string, string>> = {
  'impressions clicks': 'content_ctr',
  'views orders': 'cvr',
  'product_impressions product_clicks': 'ctr',
  'product_clicks orders': 'ctor',
  'orders gmv': 'aov',
};

const lookAtFunnels: Look = async (section, db, t, check) => {
  const metrics = new Map([
    [t.impressions, 'impressions'],
    [t.clicks, 'clicks'],
    [t.views, 'views'],
    [t.productImpressions, 'product_impressions'],
    [t.productClicks, 'product_clicks'],
    [t.orders, 'orders'],
    [t.gmvStep, 'gmv'],
  ]);
  const rows = await db.rows(`
    SELECT platform, metric, max(value) FILTER (name = 'week') AS now, max(value) FILTER (name = 'before') AS before
    FROM (SELECT name, platform, metric, sum(above) / coalesce(sum(below), 1) AS value FROM part GROUP BY ALL)
    GROUP BY ALL`);
  for (const platform of by(rows, 'platform').keys()) {
    const own = by(
      rows.filter((row) => row.platform === platform),
      'metric',
    );
    const block = section.table(platform);
    const end = block.labels.findIndex((label) => !metrics.has(label));
    const steps = block.labels.slice(0, end < 0 ? undefined : end).map((label) => String(metrics.get(label)));
    steps.forEach((step, i) => {
      const place = `${platform}, ${step}`;
      check.figure(block.at(i, t.week), own.get(step)?.now, place);
      const rate = own.get(RATES[`${steps[i - 1]} ${step}`] ?? '');
      const [now, before] = [rate?.now ?? null, rate?.before ?? null];
      const points = 100 * (Number(now) - Number(before));
      const change = step === 'gmv' ? Number(now) / Number(before) - 1 : points;
      check.figure(block.at(i, t.rate), now, `${place}, ${t.rate}`);
      check.figure(block.at(i, t.rateBefore), before, `${place}, ${t.rateBefore}`);
      check.figure(block.at(i, t.change), rate === undefined ? null : change, `${place}, ${t.change}`);
    });
  }
};

const lookAtLists: Look = async (section, db, t, check) => {
  for (const list of ['best', 'weakest'] as const) {
    const block = section.block(t[list]);
    const rows = await db.rows(`
      SELECT r.*, strftime(as_date(day), '%Y-%m-%d') AS published, a.name AS account_name
      FROM ranked r JOIN accounts a ON a.platform = r.platform AND a.id = r.account
      WHERE list = '${list}' ORDER BY place`);
    check.same(
      block.labels,
      rows.map(({ title }) => String(title)),
      t[list],
    );
    rows.forEach((row, i) => {
      const place = `${t[list]} ${i}`;
      check.text(block.at(i, t.account), row.account_name, `${place}, ${t.account}`);
      check.text(block.at(i, t.published), row.published, `${place}, ${t.published}`);
      for (const [name, title] of [
        ['views', t.views],
        ['times', t.index],
        ['median', t.median],
        ['gmv', t.gmv],
        ['gmv_to_date', t.gmvToDate],
        ['cost', t.costToDate],
        ['roi', t.roi],
      ] as const) {
        // Left out where it is the week's for every item.
        if (name === 'gmv_to_date' && rows.every((each) => each.gmv === each.gmv_to_date)) continue;
        check.figure(block.at(i, title), row[name], `${place}, ${title}`);
      }
    });
  }
};

const lookAtMoney: Look = async (section, db, t, check) => {
  const money = section.block(t.money);
  const rows = await db.rows(
    'SELECT m.*, value, usual, change FROM account_money m LEFT JOIN conversion c USING (title)',
  );
  check.same([...money.labels].slice(0, rows.length).sort(), [...by(rows, 'title').keys()].sort(), t.money);
  for (const row of rows) {
    const label = String(row.title);
    for (const [name, title] of [
      ['gmv', t.gmv],
      ['cost', t.cost],
      ['roi', t.roi],
      ['value', t.conversion],
      ['usual', t.usual],
      ['change', t.change],
    ] as const)
      check.figure(money.at(label, title), row[name], `${label}, ${title}`);
  }
};

const lookAtOrders: Look = async (section, db, t, check) => {
  const [traced = {}] = await db.rows('SELECT *, untraced / gmv AS share FROM traced');
  const order = t.untracedFirst ? ['untraced', 'gmv', 'share'] : ['gmv', 'untraced', 'share'];
  check.sentence(
    section.sentence(t.untraced),
    order.map((name) => traced[name]),
    t.untraced,
  );
};

/** Section 5: best and weakest content, money by account, orders without content, funnels. */
export const lookAtContent: Look = async (...tools) => {
  for (const look of [lookAtLists, lookAtMoney, lookAtOrders, lookAtFunnels]) await look(...tools);
};
