// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source text.
/** The strict rules of the Sheets API. */
import type { StrictRule } from './rule.ts';

const FOLDER = 'src/local/sheets-api';
const TESTS = 'test/local/sheets-api';

function rulesOf(
  file: string,
  test: string,
  rules: readonly Omit<StrictRule, 'file' | 'test'>[],
): StrictRule[] {
  return rules.map((rule) => ({ ...rule, file: `${FOLDER}/${file}`, test: `${TESTS}/${test}.test.ts` }));
}

const SCHEMA: StrictRule[] = [
  ...rulesOf('schema/validate.ts', 'refusals', [
    { rule: 'an unknown field', search: 'this.unknownName(name);', replace: ';' },
    {
      rule: 'an unknown value of an enumeration',
      search: 'return this.invalidValue(PACKAGE + field.of, value);',
      replace: 'return value;',
    },
    {
      rule: 'a number that is none',
      search: 'return fits ? number : this.invalidValue(SCALAR_NAMES[type], value);',
      replace: 'return number;',
    },
    { rule: 'two requests in one', search: 'this.oneOf(made ?? value, type);', replace: '' },
    {
      rule: 'a message that is none',
      search: 'if (!isObject(value)) return this.invalidValue(typeUrl(type), value);',
      replace: 'if (!isObject(value)) return {};',
    },
  ]),
  ...rulesOf('options.ts', 'refusals', [
    {
      rule: 'an unknown parameter',
      search: 'if (COMMON.has(name) || known.includes(name)) continue;',
      replace: 'continue;',
    },
    {
      rule: 'an unknown value of a parameter',
      search: 'if (enumValues(of).has(value)) return value;',
      replace: 'return value;',
    },
  ]),
  ...rulesOf('options.ts', 'values', [
    { rule: 'valueInputOption is required', search: "throw invalid(\"'valueInputOption' is required" },
  ]),
  ...rulesOf('field-mask.ts', 'refusals', [
    {
      rule: 'a field that an answer does not have',
      search: 'if (!field) throw noMatch(at);',
      replace: 'if (!field) continue;',
    },
  ]),
  ...rulesOf('update-mask.ts', 'refusals', [
    { rule: 'a field that an update does not have', search: 'throw new Error(`Invalid field: ' },
  ]),
];

const PLACES: StrictRule[] = [
  ...rulesOf('grid-range.ts', 'strict', [
    {
      rule: 'a range that begins before the grid',
      search: 'throw new Error(`GridRange.start${name}Index[${start}] must be',
    },
    {
      rule: 'a range that begins beyond the grid',
      search: 'throw new Error(exceedsGrid(sheet, printOpenRange(open, sheet.columnCount)));',
    },
  ]),
  ...rulesOf('grid-range.ts', 'refusals', [
    { rule: 'a grid that is not there', search: 'throw new Error(`No grid with id: ${id}`)' },
    {
      rule: 'a coordinate beyond the grid',
      search: 'throw new Error(`GridCoordinate.${name}[${index}] is after',
    },
  ]),
  ...rulesOf('ranges.ts', 'values', [
    { rule: 'an A1 name beyond the grid', search: 'throw exceeds(sheet, text)' },
    {
      rule: 'a sheet that is not there',
      search: 'if (!sheet) throw unparsable(text);\n  const rect',
      replace: 'if (!sheet) return fromWord(document, document.sheets[0].title);\n  const rect',
    },
  ]),
  ...rulesOf('values-write.ts', 'values', [
    {
      rule: 'values beyond the rows of their range',
      search: 'throw invalid(`Requested writing within range [${within}], but tried writing to row',
    },
    {
      rule: 'values beyond the columns of their range',
      search: 'if (endColumn > end.column) {',
      replace: 'if (false) {',
    },
    { rule: '50,000 characters in a value', search: 'throw invalid(TOO_LONG)' },
  ]),
  ...rulesOf('values-write.ts', 'refusals', [
    { rule: 'values within values', search: 'throw badValue(value, i, j)' },
  ]),
  ...rulesOf('values.ts', 'refusals', [
    { rule: 'a body that names another range', search: 'throw invalid(`Request range[${text}]' },
  ]),
  ...rulesOf('cell-write.ts', 'refusals', [
    {
      rule: '50,000 characters in a cell',
      search: 'if (given.stringValue.length > MAX_CELL_CHARACTERS)',
      replace: 'if (false)',
    },
  ]),
  ...rulesOf('cell-write.ts', 'strict', [
    {
      rule: '50,000 characters in a formula',
      search: 'if (given.formulaValue.length > MAX_CELL_CHARACTERS)',
      replace: 'if (false)',
    },
  ]),
  ...rulesOf('spreadsheets.ts', 'refusals', [
    { rule: 'a document that is not there', search: 'if (!document) throw notFound();', replace: '' },
  ]),
];

const BATCH: StrictRule[] = [
  {
    rule: 'a batch is all or nothing',
    file: 'src/local/document/draft.ts',
    search: 'this.document = { ...base, sheets: base.sheets.slice() };',
    replace: 'this.document = base;',
    test: `${TESTS}/laws.test.ts`,
    only: 'changes nothing',
  },
  ...rulesOf('batch.ts', 'refusals', [
    { rule: 'a batch without requests', search: "throw invalid('Must specify at least one request.')" },
  ]),
  ...rulesOf('batch.ts', 'strict', [
    {
      rule: 'a request without a kind',
      search: 'throw invalid(`Invalid requests[${index}]: No request set.`)',
    },
  ]),
  ...rulesOf('requests/sheets.ts', 'refusals', [
    { rule: '10 million cells', search: 'if (cells > MAX_CELLS) {', replace: 'if (false) {' },
    { rule: 'one title for two sheets', search: 'throw new Error(`A sheet with the name' },
    { rule: '100 characters in a title', search: "throw new Error('The sheet name cannot be greater" },
    { rule: 'one id for two sheets', search: 'throw new Error(`Sheet with id ${given} already exists.`)' },
    { rule: 'the last sheet stays', search: 'throw new Error("You can\'t remove all the sheets' },
    { rule: 'the last sheet stays visible', search: 'throw new Error("You can\'t hide all the sheets' },
  ]),
  ...rulesOf('requests/cells.ts', 'refusals', [
    {
      rule: 'cells beyond the rows of their range',
      search: 'if (lastRow >= rect.endRow) {',
      replace: 'if (false) {',
    },
    {
      rule: 'cells beyond the columns of their range',
      search: 'if (rows.some((row) => rect.startColumn + valuesOf(row).length > rect.endColumn)) {',
      replace: 'if (false) {',
    },
  ]),
  ...rulesOf('requests/dimensions.ts', 'refusals', [
    { rule: 'rows before the first', search: "throw new Error('DimensionRange indexes must be >= 0')" },
    { rule: 'rows inserted beyond the last', search: 'throw new Error(`range.startIndex is larger than' },
    {
      rule: 'rows at the end look like those before',
      search: 'if (start === limit && !before) {',
      replace: 'if (false) {',
    },
    { rule: 'all rows of a sheet stay', search: "throw new Error(`You can't delete all the ${axis}" },
  ]),
  ...rulesOf('requests/named-ranges.ts', 'refusals', [
    { rule: 'one name for two ranges', search: 'throw new Error(`Cannot add named range with name ${name}' },
    { rule: 'a named range that is not there', search: 'throw new Error(`No named range with id' },
  ]),
  ...rulesOf('requests/conditions.ts', 'refusals', [
    {
      rule: 'a condition where it does not belong',
      search: "throw new Error(`ConditionType '${type}' is not supported",
    },
    { rule: 'values of a condition', search: 'throw new Error(`Invalid number of BooleanCondition.values' },
    {
      rule: 'what conditional formatting cannot set',
      search: 'throw new Error(`Conditional formatting cannot set',
    },
  ]),
  ...rulesOf('requests/rules.ts', 'refusals', [
    {
      rule: 'a conditional format that is not there',
      search: 'throw new Error(`No conditional format on sheet',
    },
  ]),
];

export const API_RULES: readonly StrictRule[] = [...SCHEMA, ...PLACES, ...BATCH];
