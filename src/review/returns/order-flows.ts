import { type PlaceModel, placeShares } from '../../kpi/attribution.ts';
import { remembered } from '../../kpi/remembered.ts';
import type { Entries } from '../entries.ts';
import { ownerOf } from '../facts/owners.ts';
import type { ReviewFacts } from '../facts.ts';
import { accountKey, contentKey } from '../keys.ts';
import { Flows, type Names } from './flows.ts';

const NO_TOUCH = [''];

type End = { readonly account: number; readonly content: number };

/**
 * The GMV of orders, less what was refunded, by the content that led to it: of several items each has its part, by the
 * model.
 * @param orders Lines of orders.
 * @param facts Accounts and content.
 * @param model How an order's GMV is shared among several items that led to it.
 * @param accounts Takes keys of accounts. @param contents Takes keys of content.
 * @returns Flows that add up to the orders; what leads to no known content has none.
 */
export function orderFlows(
  orders: Entries,
  facts: ReviewFacts,
  model: PlaceModel,
  accounts: Names,
  contents: Names,
): Flows {
  const owners = facts.owners();
  const endOf = (platform: string, own: string, id: string): End => {
    const key = contentKey(own, id);
    const account = facts.contents.has(key) ? own : (ownerOf(owners, platform, id) ?? own);
    const content = contentKey(account, id);
    return {
      account: accounts.numberOf(account),
      content: facts.contents.has(content) ? contents.numberOf(content) : -1,
    };
  };
  const endsOf = remembered((platform: string) =>
    remembered((account: string) => {
      const own = accountKey(platform, account);
      return remembered((id: string) => endOf(platform, own, id));
    }),
  );
  const creditsOf = remembered((count: number) => placeShares(count, model));
  const flows = new Flows();
  let platform = '';
  let account = '';
  let endAt = endsOf(platform)(account);
  for (let order = 0; order < orders.length; order++) {
    const touches = orders.touches[order] as readonly string[];
    const ends = touches.length === 0 ? NO_TOUCH : touches;
    const credits = creditsOf(ends.length);
    // The orders of a file stand together.
    if (orders.platforms[order] !== platform || orders.accounts[order] !== account) {
      platform = orders.platforms[order] as string;
      account = orders.accounts[order] as string;
      endAt = endsOf(platform)(account);
    }
    const gmv = (orders.amounts[order] as number) - (orders.refunds[order] as number);
    for (let i = 0; i < ends.length; i++) {
      const end = endAt(ends[i] as string);
      flows.push(end.account, end.content, orders.days[order] as number, gmv * (credits[i] as number));
    }
  }
  return flows;
}
