import type { PlanItem } from './content-plan.ts';
import { accountKey } from './keys.ts';
import type { Material } from './material.ts';

/** Whether nobody can know yet if a planned item came out: the account's files do not reach its day. */
export type IsUnseen = (item: PlanItem) => boolean;

/** The last day of an account's files in which an item of a kind would stand; undefined where there are none. */
function latestOf(account: string, isLive: boolean, { facts }: Pick<Material, 'facts'>): number | undefined {
  const files = facts.files.get(account);
  const own = files?.get(isLive ? 'live' : 'content');
  if (own !== undefined) return own.latest;
  return files?.has('content') || files?.has('live') ? undefined : facts.latest.get(account);
}

/**
 * Tells items that are not known to be out only because files are not in yet. Of accounts for whose files nobody waits,
 * and of kinds that have none, what people typed is all that there will be, and counts.
 * @param material For the files, and the accounts that are waited for.
 */
export function unseenIn(material: Pick<Material, 'coverage' | 'facts'>): IsUnseen {
  const awaited = new Set(
    material.coverage
      .filter(({ isAwaited }) => isAwaited)
      .map(({ platform, id }) => accountKey(platform, id)),
  );
  return ({ account, planned, isOut, isLive }) => {
    if (planned === null || isOut || !awaited.has(account)) return false;
    const latest = latestOf(account, isLive, material);
    return latest !== undefined && planned > latest;
  };
}
