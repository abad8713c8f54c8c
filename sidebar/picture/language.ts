import { calls as enCalls } from '../../src/text/en/calls.ts';
import { cascade as enCascade } from '../../src/text/en/cascade.ts';
import { picture as enPicture } from '../../src/text/en/picture.ts';
import { treeConflicts as enConflicts } from '../../src/text/en/tree-conflicts.ts';
import { treeShared as enShared } from '../../src/text/en/tree-shared.ts';
import { fillIn } from '../../src/text/fill.ts';
import { calls as zhCalls } from '../../src/text/zh-CN/calls.ts';
import { cascade as zhCascade } from '../../src/text/zh-CN/cascade.ts';
import { picture as zhPicture } from '../../src/text/zh-CN/picture.ts';
import { treeConflicts as zhConflicts } from '../../src/text/zh-CN/tree-conflicts.ts';
import { treeShared as zhShared } from '../../src/text/zh-CN/tree-shared.ts';

// The sidebar's own words stay out: they are more than all that this page says.
const TABLES = {
  en: { ...enCalls, ...enPicture, ...enCascade, ...enConflicts, ...enShared },
  'zh-CN': { ...zhCalls, ...zhPicture, ...zhCascade, ...zhConflicts, ...zhShared },
} as const;

export type Language = keyof typeof TABLES;
export type TextCode = keyof (typeof TABLES)['en'];

/** Says a sentence of the page. */
export type Say = (code: TextCode, values?: Readonly<Record<string, string | number>>) => string;

/**
 * Speaks a language.
 * @example sayIn('en')('PIC_SAVE') //=> 'Save'
 */
export function sayIn(language: Language): Say {
  return (code, values = {}) => fillIn(language, TABLES[language][code], values);
}

/** What the add-on wrote into the page, else the language of the browser. */
export function pageLanguage(): Language {
  const told = document.body.dataset.language ?? navigator.language;
  return told.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
