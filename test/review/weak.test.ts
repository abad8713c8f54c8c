/** Section 6: what goes with weak content, in words. */
import { renderWeak } from '../../src/review/render/weak.ts';
import { variableLevel, variableName } from '../../src/review/weak-words.ts';
import type { Language } from '../../src/workbook/template.ts';
import { shown } from './shown.ts';

test.each([
  ['weekday', '1', 'en', 'Weekday', 'Monday'],
  ['hour', '06–11', 'en', 'Publishing time (sheet’s time zone)', '06–11 h'],
  ['duration', '0–14', 'en', 'Length of the video', '0–14 s'],
  ['title_length', '0–9', 'en', 'Length of the title', '0–9 characters'],
  ['title_pattern', 'question', 'en', 'Kind of title', 'question'],
  ['note', 'Mine', 'en', 'note', 'Mine'],
] as const)('%s %s (%s)', (variable, level, language, name, words) => {
  expect(variableName(variable, language)).toBe(name);
  expect(variableLevel(variable, level, language)).toBe(words);
  if (variable === 'note') return;
  expect(variableName(variable, 'zh-CN')).not.toMatch(/[A-Za-z]{3}/);
  expect(variableLevel(variable, level, 'zh-CN')).not.toMatch(/[A-Za-z]{3}/);
});

test('a column of the sheet has its header for a name, and the words of its dropdown for levels', () => {
  expect(variableName('format', 'zh-CN')).not.toMatch(/[A-Za-z]/);
  expect(variableLevel('format', 'Own word', 'en')).toBe('Own word');
});

const line = { variable: 'weekday', level: '1', effect: -0.3, items: 12, others: 40, q: 0.01 };
const section = (weak: object, language: Language = 'en') =>
  shown(renderWeak, {
    ...{ language, period: { kind: 'week' } },
    weak: { tried: 4, items: 52, from: '2026-05-01', to: '2026-07-27', lines: [line], tooFew: [], ...weak },
  } as never);

test('a q that is too small for its digits is said to be so', () => {
  const row = (q: number) => {
    const { rowOf, cell } = section({ lines: [{ ...line, q }] });
    return cell(rowOf('weak:weekday:1'), 6).value;
  };
  expect(row(0.01)).toBe(0.01);
  expect(row(0.00001)).toBe('< 0.0001');
});

test('variables with too few items for a question are named, in the list of a language', () => {
  const tooFew = ['hour', 'weekday'];
  const last = (language: Language) => section({ tooFew }, language).values.at(-1)?.[0];
  expect(last('en')).toBe('Too few items for a question: Publishing time (sheet’s time zone), Weekday.');
  expect(last('zh-CN')).toContain('、');
  expect(section({}).values.at(-1)?.[0]).not.toMatch(/Too few/);
});

test('without lines one sentence says that nothing was found, and without items the section is not there', () => {
  const { values } = section({ lines: [] });
  expect(values.filter((row) => row.length > 0)).toHaveLength(2);
  expect(section({ items: 0 }).values).toEqual([]);
});
