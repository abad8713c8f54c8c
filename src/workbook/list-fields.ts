import type { Cell } from '../kpi/issue.ts';
import { settingFields } from './setting-fields.ts';
import { sheetTemplate } from './sheets/index.ts';
import { type Language, type Words, words } from './template.ts';

/** Short sheets that the sidebar edits as a whole. */
export const LIST_SHEETS = ['team', 'accounts', 'settings'] as const;
export type ListSheet = (typeof LIST_SHEETS)[number];

export type ListOption = { readonly value: string; readonly text: string };

/** How one column of a list, or one setting, is shown and typed. */
export type ListField = {
  readonly key: string;
  /** A currency's cell is its code, a month's its number 1–12, a percentage's the fraction. */
  readonly kind: 'text' | 'email' | 'choice' | 'number' | 'percent' | 'currency' | 'month';
  readonly label: string;
  readonly hint: string;
  /** Of a choice: cells are the values. */
  readonly options: readonly ListOption[];
  /** Bounds of a number, ends included; of a percentage as fractions. */
  readonly low?: number;
  readonly high?: number;
  readonly isWhole?: true;
  /** A row is not complete without it. */
  readonly isNeeded?: true;
  /** Of rows that are in the sheet already it stays: figures know the row by it. */
  readonly isFixed?: true;
  /** Heading above the first field of a group. */
  readonly group?: string;
};

type Plan = Pick<ListField, 'isNeeded' | 'isFixed'> & {
  readonly kind?: ListField['kind'];
  readonly hint?: Words;
};

const needed: Plan = { isNeeded: true };
const fixed: Plan = { isNeeded: true, isFixed: true };

/** Columns of each list in the order in which they are asked for; the first names a row. */
const PLANS: Readonly<Record<Exclude<ListSheet, 'settings'>, Readonly<Record<string, Plan>>>> = {
  team: {
    name: needed,
    email: { kind: 'email', hint: words('For digests and alerts', '用于接收摘要和提醒') },
    role: { hint: words('KPIs from a model get their owners by role', '套用模型时按角色分配 KPI 负责人') },
    nodes: { hint: words('Names or IDs, with commas between', '名称或编号，用逗号分隔') },
  },
  accounts: {
    name: needed,
    platform: fixed,
    id: fixed,
    market: {},
    currency: { kind: 'currency' },
    owner: {},
    state: {},
  },
};

/** Columns by which a row is known again when others changed the list, the surest first. */
export const IDENTITIES: Readonly<Record<ListSheet, readonly (readonly string[])[]>> = {
  team: [['email'], ['name']],
  accounts: [['platform', 'id'], ['id'], ['name']],
  settings: [],
};

/**
 * The fields of a list.
 * @param sheet Key of the sheet.
 * @param language Language of labels, hints and choices.
 * @param people Names in the team, which owners are chosen from.
 */
export function listFields(sheet: ListSheet, language: Language, people: readonly string[]): ListField[] {
  if (sheet === 'settings') return settingFields(language);
  const { columns } = sheetTemplate(sheet);
  return Object.entries(PLANS[sheet]).flatMap(([key, { kind, hint, ...rest }]): ListField[] => {
    const column = columns.find((each) => each.key === key);
    if (column === undefined) return [];
    const isOwner = column.rule !== undefined && 'oneOf' in column.rule;
    const options = isOwner
      ? people.map((name) => ({ value: name, text: name }))
      : (column.choices ?? []).map((each) => ({ value: each.key, text: each.words[language] }));
    const isChoice = isOwner || column.choices !== undefined;
    return [
      {
        key,
        kind: kind ?? (isChoice ? 'choice' : 'text'),
        label: column.header[language],
        hint: hint?.[language] ?? '',
        options,
        ...rest,
      },
    ];
  });
}

/**
 * Whether a cell may stand in a field. A choice of a list may be a person's own word; one of the settings may not.
 * @param sheet Key of the sheet.
 * @param field Field of it.
 * @param cell What is to be written.
 */
export function fitsField(sheet: ListSheet, field: ListField, cell: Cell): boolean {
  const { kind, low = -Infinity, high = Infinity, isWhole, isNeeded } = field;
  if (cell === null) return isNeeded !== true && (sheet !== 'settings' || kind === 'text');
  if (kind === 'number' || kind === 'percent' || kind === 'month') {
    return typeof cell === 'number' && cell >= low && cell <= high && (!isWhole || Number.isInteger(cell));
  }
  if (typeof cell !== 'string') return false;
  if (kind === 'currency') return /^[A-Z]{3}$/.test(cell);
  return sheet !== 'settings' || kind !== 'choice' || field.options.some(({ value }) => value === cell);
}
