import { sidebarTree as enSidebarTree } from '../../src/text/en/sidebar-tree.ts';
import { tree as enTree } from '../../src/text/en/tree.ts';
import { treeConflicts as enConflicts } from '../../src/text/en/tree-conflicts.ts';
import { treeShared as enShared } from '../../src/text/en/tree-shared.ts';
import { fillIn } from '../../src/text/fill.ts';
import { sidebarTree as zhSidebarTree } from '../../src/text/zh-CN/sidebar-tree.ts';
import { tree as zhTree } from '../../src/text/zh-CN/tree.ts';
import { treeConflicts as zhConflicts } from '../../src/text/zh-CN/tree-conflicts.ts';
import { treeShared as zhShared } from '../../src/text/zh-CN/tree-shared.ts';
import { formatCount, type Language, type Say, type TextCode } from '../language.ts';

const TABLES = {
  en: { ...enSidebarTree, ...enTree, ...enConflicts, ...enShared },
  'zh-CN': { ...zhSidebarTree, ...zhTree, ...zhConflicts, ...zhShared },
} as const;

export type TreeCode = keyof (typeof TABLES)['en'];
type Values = Readonly<Record<string, string | number>>;

/** Says a sentence of the tree's tab, or one of the sidebar. */
export type TreeSay = (code: TreeCode | TextCode, values?: Values) => string;

const isTreeCode = (code: string): code is TreeCode => code in TABLES.en;

/**
 * A sentence of the tree's tab.
 * @param values Fillings of its placeholders, formatted already.
 * @example treeText('en', 'UI_TREE_CHANGES', { count: 2 }) //=> '2 changes not saved'
 */
export const treeText = (language: Language, code: TreeCode, values: Values = {}): string =>
  fillIn(language, TABLES[language][code], values);

/** The words of the tree's tab, beside those of the sidebar. */
export function treeSayIn(language: Language, words: Say): TreeSay {
  return (code, values) => (isTreeCode(code) ? treeText(language, code, values) : words(code, values));
}

/** A sentence with a count, in the singular where the language has one. */
export function treeCount(language: Language, count: number, one: TreeCode, many: TreeCode): string {
  return treeText(language, count === 1 ? one : many, { count: formatCount(language, count) });
}
