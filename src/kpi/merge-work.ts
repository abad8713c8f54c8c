import {
  idOf,
  plainCell,
  rowKeys,
  TREE_FIELDS,
  type TreeCell,
  type TreeField,
  type TreeRow,
} from './tree-fields.ts';

/** A row of an editor; `was` is its key when the tree was read (see `rowKeys`), empty for one that was added since. */
export type Edited = { readonly was: string; readonly row: TreeRow };

export type Side = 'mine' | 'theirs';

/** Two people's edits that exclude each other. */
export type Conflict = {
  /** Key that the row had when the tree was read; the ID of one that was added since. */
  readonly was: string;
  readonly name: string;
  /** null: one of the two took the whole row away, which has null for it. */
  readonly field: TreeField | null;
  readonly mine: TreeCell;
  readonly theirs: TreeCell;
};

export type MergeOptions = {
  /** Decides a conflict that a person was asked about; undefined where nobody was. */
  readonly choose?: (conflict: Conflict) => Side | undefined;
  /** Keys of rows that count as changed by the editor although no cell was: they have new targets. */
  readonly touched?: ReadonlySet<string>;
};

/** Rows by key; `parent` and `guardrail` name keys rather than IDs, so that an ID may change. */
type Version = ReadonlyMap<string, TreeRow>;

/** A merge under way. */
export type Work = {
  readonly base: Version;
  readonly mine: Version;
  readonly theirs: Version;
  /** Rows that are left, by key. */
  readonly alive: Map<string, TreeRow>;
  readonly conflicts: Map<string, Conflict>;
  readonly touched: ReadonlySet<string>;
  /** Notes a conflict; the side that a person chose. */
  readonly ask: (key: string, field: TreeField | null, mine: TreeCell, theirs: TreeCell) => Side | undefined;
  /** What a key or an ID is for people. */
  readonly textOf: (key: string) => string;
};

/** Marks keys of rows that the editor added. No ID begins with a line break. */
const NEW = '\n';

const keyed = (rows: readonly TreeRow[], keys: readonly string[]): Version => {
  const keyOfId = new Map<string, string>();
  rows.forEach((row, i) => {
    const id = idOf(row);
    if (id !== '' && !keyOfId.has(id)) keyOfId.set(id, keys[i] as string);
  });
  const refer = (cell: TreeCell): TreeCell => {
    const plain = plainCell(cell);
    return plain === null ? null : (keyOfId.get(String(plain)) ?? plain);
  };
  const entries = rows.map((row, i): [string, TreeRow] => {
    const cells = Object.fromEntries(TREE_FIELDS.map((field) => [field, plainCell(row[field])]));
    return [
      keys[i] as string,
      { ...(cells as TreeRow), parent: refer(row.parent), guardrail: refer(row.guardrail) },
    ];
  });
  return new Map(entries);
};

/** A row that both added under one ID is the same row. */
const ownKeys = (
  mine: readonly Edited[],
  base: ReadonlySet<string>,
  theirs: ReadonlySet<string>,
): string[] => {
  const taken = new Set<string>();
  return mine.map(({ was, row }) => {
    const id = idOf(row);
    const isAdded = !base.has(was) || taken.has(was);
    let key = was;
    if (isAdded) key = theirs.has(id) && !base.has(id) ? id : NEW + id;
    for (let number = 2; taken.has(key); number++) key = `${NEW}${id}#${number}`;
    taken.add(key);
    return key;
  });
};

/** Gets the three versions of a tree ready to be merged. */
export const openWork = (
  base: readonly TreeRow[],
  mine: readonly Edited[],
  theirs: readonly TreeRow[],
  { choose = () => undefined, touched = new Set() }: MergeOptions,
): Work => {
  const [baseKeys, theirKeys] = [rowKeys(base), rowKeys(theirs)];
  const keys = ownKeys(mine, new Set(baseKeys), new Set(theirKeys));
  const own = keyed(
    mine.map(({ row }) => row),
    keys,
  );
  const present = keyed(theirs, theirKeys);
  const before = keyed(base, baseKeys);
  const conflicts = new Map<string, Conflict>();
  const textOf = (key: string): string => (key.startsWith(NEW) ? key.slice(NEW.length) : key);
  const shown = (cell: TreeCell): TreeCell => (typeof cell === 'string' ? textOf(cell) : cell);
  const ask: Work['ask'] = (key, field, ownCell, theirCell) => {
    const row = own.get(key) ?? present.get(key) ?? before.get(key);
    const conflict: Conflict = {
      was: textOf(key),
      name: String(row?.name ?? row?.id ?? ''),
      field,
      mine: shown(ownCell),
      theirs: shown(theirCell),
    };
    const side = choose(conflict);
    if (side === undefined) conflicts.set(`${key}${NEW}${field}`, conflict);
    return side;
  };
  const versions = { base: before, mine: own, theirs: present };
  return { ...versions, alive: new Map(), conflicts, touched, ask, textOf };
};
