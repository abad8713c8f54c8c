/** Whether what a person reads is a sentence of their language. */
import { say } from '../../src/text/index.ts';
import { languageOf, type Told } from './jobs.ts';

/** Names that are the same in both languages. */
const NAMES = /Google|KPI|YouTube|Studio|CSV|Excel|Sheets|Content KPI|UTC|Asia\/Shanghai|Table data\.csv/g;
/** Addresses, periods and ids. */
const WORDS_OF_DATA = /\S+@\S+|https?:\/\/\S+|20\d\d-(?:W\d\d|Q\d|\d\d)|\b(?:art|lab|Ana|Bo|reach)\b/g;
const STACK = /\bat .*:\d+:\d+|\.js:\d+|undefined|\[object|NaN/;

/** Without the words that Google said, which come in the language of the account. */
function ownWords({ sentence, execution }: Told): string {
  const quoted = execution.calls.flatMap(({ error }) => (error === undefined ? [] : [error]));
  const rest = quoted.reduce((text, words) => text.replaceAll(words, ''), sentence);
  return rest.replace(NAMES, '').replace(WORDS_OF_DATA, '');
}

/** What is wrong with what a run told; a run that Google ended tells nothing, and the sidebar says so by itself. */
export function sentenceFaults(told: Told): string[] {
  const { name, user, ok, sentence, raw, execution } = told;
  if (execution.outcome === 'killed' || execution.outcome === 'timed out') return [];
  if (raw !== undefined) return [`${name} lets through: ${raw}`];
  if (!ok && sentence === '') return [`${name} fails and says nothing`];
  const faults: string[] = [];
  if (STACK.test(sentence)) faults.push(`${name} shows a trace: ${sentence}`);
  const words = ownWords(told);
  // In a workbook in Chinese its own language is right for everybody.
  const isForeign = languageOf(user) === 'zh-CN' && /[A-Za-z]{2,}/.test(words);
  const isMixed = /[一-鿿]/.test(words) && /[A-Za-z]{2,}/.test(words);
  if (isForeign || isMixed) faults.push(`${name} speaks two languages: ${sentence}`);
  return faults;
}

const UNCHANGED = ['zh-CN', 'en'].map((language) =>
  say(language as 'en', 'UNEXPECTED_UNCHANGED', { message: '' })
    .split('.')
    .at(-2)
    ?.trim(),
);

/** Whether a sentence says that nothing was changed. */
export const saysUnchanged = (sentence: string): boolean =>
  /没有任何改动|Nothing was changed/.test(sentence) || UNCHANGED.includes(sentence);
