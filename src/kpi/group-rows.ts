import { type Facts, KIND_CUMULATIVE, KIND_PERIOD } from './facts.ts';

/** Rows that a rule can place, and the accounts and items that have any, as those come up. */
export type Grouping = {
  readonly accountNames: string[];
  readonly contentIds: string[];
  /** Position in `accountNames` by item. */
  readonly accountOf: number[];
  /** Item by row; −1 for a row that cannot be placed, or is of a later day. */
  readonly contentOf: Int32Array;
  readonly skipped: number;
};

const isPlaced = ({ kinds, contents, from, to }: Facts, row: number): boolean => {
  if ((contents[row] as number) < 0 || Number.isNaN(to[row])) return false;
  if (kinds[row] === KIND_CUMULATIVE) return true;
  return kinds[row] === KIND_PERIOD && Math.floor(from[row] as number) <= Math.floor(to[row] as number);
};

/**
 * Places the rows.
 * @param facts Rows as read.
 * @param asOf Rows of later days are left out, and are not counted among the skipped ones.
 */
export const groupRows = (facts: Facts, asOf: number): Grouping => {
  const { contents, to } = facts;
  const accountNames: string[] = [];
  const contentIds: string[] = [];
  const accountOf: number[] = [];
  const contentOf = new Int32Array(contents.length).fill(-1);
  const accountAt = new Int32Array(facts.accountNames.length).fill(-1);
  const contentAt = new Int32Array(facts.contentIds.length).fill(-1);
  let skipped = 0;
  for (let row = 0; row < contentOf.length; row++) {
    const isLate = Math.floor(to[row] as number) > asOf;
    if (isLate || !isPlaced(facts, row)) {
      if (!isLate) skipped += 1;
      continue;
    }
    const content = contents[row] as number;
    if (contentAt[content] === -1) {
      const account = facts.accountOf[content] as number;
      if (accountAt[account] === -1) {
        accountAt[account] = accountNames.push(facts.accountNames[account] as string) - 1;
      }
      accountOf.push(accountAt[account] as number);
      contentAt[content] = contentIds.push(facts.contentIds[content] as string) - 1;
    }
    contentOf[row] = contentAt[content] as number;
  }
  return { accountNames, contentIds, accountOf, contentOf, skipped };
};

/** Rows sorted by content (a counting sort), and where each content's rows begin. */
export const sortByContent = ({
  contentIds,
  contentOf,
}: Grouping): { readonly rows: Int32Array; readonly first: Int32Array } => {
  const first = new Int32Array(contentIds.length + 1);
  for (let row = 0; row < contentOf.length; row++) {
    const content = contentOf[row] as number;
    if (content >= 0) first[content + 1] = (first[content + 1] as number) + 1;
  }
  for (let c = 0; c < contentIds.length; c++) first[c + 1] = (first[c + 1] as number) + (first[c] as number);
  const next = first.slice();
  const rows = new Int32Array(first[contentIds.length] as number);
  for (let row = 0; row < contentOf.length; row++) {
    const content = contentOf[row] as number;
    if (content < 0) continue;
    rows[next[content] as number] = row;
    next[content] = (next[content] as number) + 1;
  }
  return { rows, first };
};
