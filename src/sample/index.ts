import { weekdayOf } from '../kpi/calendar.ts';
import { actionRows } from './actions.ts';
import { assetRows, expiredLicence } from './assets.ts';
import { commentRows } from './comments.ts';
import { makeItems } from './content.ts';
import { contentRows } from './content-rows.ts';
import { costRows } from './costs.ts';
import { importRows } from './import-log.ts';
import { makeOrders, orderRows } from './orders.ts';
import { makeFacts, performanceRows, salesByFact } from './performance.ts';
import { rateRows, usdFrom } from './rates.ts';
import { productRows } from './stock.ts';
import { drawStory } from './story.ts';
import { storyFacts, viralItem } from './story-facts.ts';
import { targetRows } from './targets.ts';
import { accountRows, settingRows, teamRows } from './team.ts';
import { NODES, treeRows } from './tree.ts';
import type { Frame, SampleData, SampleOptions, SampleTable } from './types.ts';
import { weeklyValues } from './weekly.ts';

export { STORY } from './story.ts';
export type { SampleData, SampleOptions, SampleTable, StoryFact, StoryKey } from './types.ts';

const USUAL_WEEKS = 26;
const FEWEST_WEEKS = 10;
const MOST_WEEKS = 104;

function frameOf({ seed, lastDay, weeks = USUAL_WEEKS, language }: SampleOptions): Frame {
  if (!Number.isInteger(lastDay) || weekdayOf(lastDay) !== 0)
    throw new RangeError('lastDay must be a Sunday');
  if (!Number.isInteger(weeks) || weeks < FEWEST_WEEKS || weeks > MOST_WEEKS) {
    throw new RangeError(`weeks must be a whole number from ${FEWEST_WEEKS} to ${MOST_WEEKS}`);
  }
  return { seed, firstDay: lastDay - weeks * 7 + 1, lastDay, weeks, language };
}

/**
 * Data of a team that sells small home devices through TikTok Shop, YouTube and Instagram in three markets: weeks of
 * content, figures, orders, costs, comments, KPIs, targets and actions. The same options give the same data.
 * @param options Seed, last day (a Sunday), number of weeks, language, and whether something happens to the team.
 * @returns Rows by template sheet and column key: dates as serials, dropdown columns as the key of the choice, IDs as
 *   text; rows of `settings` are changes, matched by `key`. With them the planted facts, none without a story.
 *   Throws a RangeError for a day that is no Sunday or a number of weeks outside 10–104.
 * @example sampleTables({ seed: 1, lastDay: 46348, story: true, language: 'en' }).story.length // 7
 */
export function sampleTables(options: SampleOptions): SampleData {
  const frame = frameOf(options);
  const plan = options.story ? drawStory(frame) : null;
  const items = makeItems(frame, plan);
  const facts = makeFacts(frame, plan, items);
  const orders = makeOrders(frame, facts);
  const sales = salesByFact(orders);
  const rates = rateRows(frame);
  const expired = expiredLicence(frame, plan, items);
  const usdOf = usdFrom(rates);
  const weekly = new Map(
    NODES.map((node) => [node.id, weeklyValues(node, frame.weeks, facts, sales, usdOf)]),
  );
  const nodesOf = (owner: string): string[] =>
    NODES.filter((node) => node.owner[frame.language] === owner).map((node) => node.id);
  const tables: SampleTable[] = [
    { sheet: 'settings', rows: settingRows(frame.language) },
    { sheet: 'tree', rows: treeRows(frame.language) },
    { sheet: 'targets', rows: targetRows(frame, plan, weekly) },
    { sheet: 'accounts', rows: accountRows(frame.language) },
    { sheet: 'content', rows: contentRows(frame, items) },
    { sheet: 'performance', rows: performanceRows(facts, sales) },
    { sheet: 'orders', rows: orderRows(orders) },
    { sheet: 'costs', rows: costRows(frame, items) },
    { sheet: 'products', rows: productRows(frame, orders, viralItem(items)?.product?.sku ?? null) },
    { sheet: 'comments', rows: commentRows(frame, plan, items) },
    { sheet: 'assets', rows: assetRows(frame, expired, items) },
    { sheet: 'actions', rows: actionRows(frame) },
    { sheet: 'team', rows: teamRows(frame.language, nodesOf) },
    { sheet: 'rates', rows: rates },
    { sheet: 'imports', rows: importRows(frame, facts, orders) },
  ];
  return { tables, story: plan === null ? [] : storyFacts(frame, plan, items, expired) };
}
