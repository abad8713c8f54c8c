/** Columns of a KPI tree that people fill, in the order of its sheet. */
export const TREE_FIELDS = [
  ...(['id', 'parent', 'operator', 'coefficient', 'name', 'kind', 'metric', 'source'] as const),
  ...(['platform', 'market', 'account', 'format', 'unit', 'direction', 'method', 'weight'] as const),
  ...(['green', 'amber', 'owner', 'watchers', 'guardrail', 'note'] as const),
] as const;

export type TreeField = (typeof TREE_FIELDS)[number];

/** A cell of the tree as an editor keeps it: the key of a choice, a number, or text as it was typed. */
export type TreeCell = string | number | null;

/** A KPI as its row says it; an empty cell is null. */
export type TreeRow = Readonly<Record<TreeField, TreeCell>>;

/** A row without anything in it. */
export const EMPTY_ROW: TreeRow = Object.fromEntries(
  TREE_FIELDS.map((field) => [field, null]),
) as unknown as TreeRow;

/**
 * A cell without what makes no difference: outer spaces, and an empty text for an empty cell.
 * @example plainCell(' gmv ') //=> 'gmv'
 */
export const plainCell = (cell: TreeCell): TreeCell => {
  if (typeof cell !== 'string') return cell;
  const text = cell.trim();
  return text === '' ? null : text;
};

/**
 * The ID in a row, as text.
 * @example idOf({ ...EMPTY_ROW, id: ' gmv ' }) //=> 'gmv'
 */
export const idOf = (row: TreeRow): string => String(row.id ?? '').trim();

/**
 * A key for each row: its ID; where there is none, or another row before has the same, the ID with a number behind `#`.
 * @example rowKeys([gmv, gmv, none]) //=> ['gmv', 'gmv#2', '#1']
 */
export const rowKeys = (rows: readonly TreeRow[]): string[] => {
  const taken = new Set<string>();
  return rows.map((row) => {
    const id = idOf(row);
    let key = id;
    for (let number = id === '' ? 1 : 2; key === '' || taken.has(key); number++) key = `${id}#${number}`;
    taken.add(key);
    return key;
  });
};
