// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source text.
/** The strict rules of formulas: their spelling by locale, and what a custom function may give a cell. */
import type { StrictRule } from './rule.ts';

function rulesOf(
  file: string,
  test: string,
  rules: readonly Omit<StrictRule, 'file' | 'test'>[],
): StrictRule[] {
  return rules.map((rule) => ({ ...rule, file: `src/local/${file}`, test: `test/local/${test}.test.ts` }));
}

const SPELLING: StrictRule[] = [
  ...rulesOf('engine/formula-text.ts', 'engine/formula-text', [
    {
      rule: 'no comma between arguments where the decimal sign is a comma',
      search: "if (text.includes(',')) return undefined;",
      replace: '',
    },
    {
      rule: 'a formula that leaves a quote or bracket open',
      search: 'if (!pieces) return UNREADABLE;',
      replace: "if (!pieces) return '=1';",
    },
    {
      rule: 'no signs that a formula does not have',
      search: "if (text.includes('?') || /#(?!REF)/.test(text)) return undefined;",
      replace: '',
    },
  ]),
];

const RESULTS: StrictRule[] = rulesOf('engine/custom-functions.ts', 'engine/custom-functions', [
  {
    rule: 'an error as an argument is the result',
    search: 'if (failed) return failed;',
    replace: '',
  },
  {
    rule: 'the rows of a result are equally long',
    search: 'if (rows.some((row) => row.length !== width)) {',
    replace: 'if (false) {',
  },
  {
    rule: '50,000 characters in a result',
    search: 'return value.length > LONGEST_TEXT',
    replace: 'return false',
  },
  {
    rule: 'NaN is no result',
    search: 'return Number.isFinite(value) ? { value } :',
    replace: 'return true ? { value } :',
  },
  {
    rule: 'an object is no result',
    search: "if (typeof serial === 'number') return",
    replace: 'return',
  },
  {
    rule: 'a function of another add-on is unknown',
    search: 'if (!context?.functions || !context.names.has(name)) {',
    replace: 'if (!context?.functions) {',
  },
  {
    rule: 'a list is one column',
    search: '(Array.isArray(row) ? Array.from(row) : [row])',
    replace: '(Array.isArray(row) ? Array.from(row) : result)',
  },
]);

const NAMES: StrictRule[] = [
  ...rulesOf('document/named-ranges.ts', 'sheets-api/named-ranges', [
    {
      rule: 'a deleted named range stays #REF!',
      search: 'rewriteFormulas(draft, (formula) => renameRangeInFormula(formula, name, undefined));',
      replace: '',
    },
    {
      rule: 'a named range takes its new name in formulas',
      search: 'if (from !== to) rewriteFormulas(draft,',
      replace: 'if (false) rewriteFormulas(draft,',
    },
  ]),
  ...rulesOf('engine/cell-values.ts', 'sheets-api/named-ranges', [
    {
      rule: 'a word that names nothing is #NAME?',
      search: "if (word !== undefined) return { type: 'NAME',",
      replace: "if (false) return { type: 'NAME',",
    },
  ]),
];

const LOOKS: StrictRule[] = [
  ...rulesOf('sheets-api/conditions/looks.ts', 'sheets-api/effective-format', [
    {
      rule: 'the first conditional format that fits counts',
      search: 'places = places.filter((_, i) => !found[i]);',
      replace: '',
    },
  ]),
  ...rulesOf('document/bands.ts', 'sheets-api/effective-format', [
    {
      rule: 'headers of bands win over bands, first bands over second ones',
      search: 'for (const wanted of KEYS) {',
      replace: 'return found[0];\n  for (const wanted of KEYS) {',
    },
  ]),
  ...rulesOf('sheets-api/conditions/judge.ts', 'sheets-api/effective-format', [
    {
      rule: 'a relative date goes by the day in the spreadsheet’s zone',
      search: 'instantToSerial(now, document.timeZone)',
      replace: "instantToSerial(now, 'UTC')",
    },
    {
      rule: 'the formula of a condition moves along with the cell',
      search: 'shiftFormula(formula, row - origin.row, column - origin.column)',
      replace: 'formula',
    },
  ]),
];

export const FORMULA_RULES: readonly StrictRule[] = [...SPELLING, ...RESULTS, ...NAMES, ...LOOKS];
