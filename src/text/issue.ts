import { isTextCode, type Language, say } from './index.ts';
import { formatNames } from './zh-CN/formats.ts';

/** An issue as the domain hands it over; `src/kpi/issue.ts` has the same shape (this folder imports nothing). */
type IssueData = {
  readonly code: string;
  readonly at?: { readonly sheet: string; readonly cell?: string };
  readonly found?: string;
  readonly expected?: string;
  readonly values?: Readonly<Record<string, string | number>>;
};

/**
 * The name of an export in a language.
 * @param name As its format has it; names of a person's own files are in no table and stay.
 * @example formatIn('zh-CN', 'Shopee ads') //=> 'Shopee 广告'
 */
export const formatIn = (language: Language, name: string): string =>
  language === 'zh-CN' ? (formatNames[name] ?? name) : name;

function valuesIn(language: Language, values: IssueData['values'] = {}): IssueData['values'] {
  const { format, missing } = values;
  if (typeof format !== 'string') return values;
  const named = { ...values, format: formatIn(language, format) };
  // Headers in the reader's language, where the file itself speaks none of the two.
  return missing === undefined ? named : { ...named, missing: values[`missing_${language}`] ?? missing };
}

/**
 * The sentence of an issue.
 * @param language Language of the reader.
 * @param issue Issue of the domain.
 * @example issueSentence('en', { code: 'WEEK_LABEL', found: 'x' }) //=> 'Week labels look like 2026-W47; found “x”.'
 */
export function issueSentence(language: Language, issue: IssueData): string {
  if (!isTextCode(issue.code)) return issue.code;
  return say(language, issue.code, {
    sheet: issue.at?.sheet ?? '',
    cell: issue.at?.cell ?? '',
    found: issue.found ?? '',
    expected: issue.expected ?? '',
    ...valuesIn(language, issue.values),
  });
}
