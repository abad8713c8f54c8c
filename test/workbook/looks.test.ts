import { textPixels } from '../../src/local/document/text-size.ts';
import { COLORS } from '../../src/workbook/formats.ts';
import { mapWorkbook } from '../../src/workbook/map.ts';
import { planSetUp } from '../../src/workbook/setup.ts';
import { SHEETS } from '../../src/workbook/sheets/index.ts';
import type { Color, SheetsRequest } from '../../src/workbook/sheets-api.ts';
import { LANGUAGES, MODULES } from '../../src/workbook/template.ts';

const BLACK: Color = { red: 0, green: 0, blue: 0 };
const WHITE: Color = COLORS.white;

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance({ red = 0, green = 0, blue = 0 }: Color): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Color, b: Color): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const plan = planSetUp(mapWorkbook({}), { language: 'en', modules: MODULES, examples: true });

function pairOf(request: SheetsRequest): [Color, Color][] {
  if ('repeatCell' in request) {
    const { backgroundColor, textFormat } = request.repeatCell.cell.userEnteredFormat ?? {};
    return backgroundColor === undefined ? [] : [[backgroundColor, textFormat?.foregroundColor ?? BLACK]];
  }
  if ('addConditionalFormatRule' in request) {
    const { format } = request.addConditionalFormatRule.rule.booleanRule;
    return [[format.backgroundColor ?? WHITE, format.textFormat?.foregroundColor ?? BLACK]];
  }
  if ('addBanding' in request) {
    const { rowProperties } = request.addBanding.bandedRange;
    if (rowProperties === undefined) return [];
    return [rowProperties.firstBandColor, rowProperties.secondBandColor].map((color) => [color, BLACK]);
  }
  return [];
}

test('contrast as published: black on white is 21, #767676 on white is 4.54', () => {
  expect(contrast(BLACK, WHITE)).toBeCloseTo(21, 10);
  const grey = { red: 0x76 / 255, green: 0x76 / 255, blue: 0x76 / 255 };
  expect(contrast(grey, WHITE)).toBeCloseTo(4.54, 2);
});

test('every text on its ground has a contrast of at least 4.5:1', () => {
  const pairs = plan.requests.flatMap(pairOf);
  const reviewed: [Color, Color][] = [
    [COLORS.section, COLORS.ink],
    [COLORS.input, COLORS.ink],
    [WHITE, COLORS.ink],
    [WHITE, COLORS.quiet],
    [COLORS.band, COLORS.quiet],
    [WHITE, COLORS.link],
  ];
  expect(pairs.length).toBeGreaterThan(100);
  for (const [ground, text] of [...pairs, ...reviewed]) {
    expect(contrast(ground, text)).toBeGreaterThanOrEqual(4.5);
  }
});

test('colours that mean something differ in greyscale, or by a mark of their own', () => {
  const { greenFill, amberFill, redFill, greyFill } = COLORS;
  // Light fills look alike without hue: the marks tell them apart, and the text stays readable on each.
  for (const fill of [greenFill, amberFill, redFill, greyFill]) expect(luminance(fill)).toBeGreaterThan(0.7);
  // What the add-on fills is told from what people fill by its header; a heading from the rows below by its ground.
  expect(contrast(COLORS.header, COLORS.managed)).toBeGreaterThan(1.3);
  expect(contrast(COLORS.section, WHITE)).toBeGreaterThan(1.15);
});

test('the colours of states differ without hue by their mark', () => {
  const rules = plan.requests.flatMap((request) =>
    'addConditionalFormatRule' in request ? [request.addConditionalFormatRule.rule.booleanRule] : [],
  );
  const marks = rules.map(({ condition }) => condition.values?.[0]?.userEnteredValue);
  expect(new Set(marks)).toEqual(new Set(['●', '▲', '■', '○']));
  expect(rules.every(({ condition }) => condition.type === 'TEXT_STARTS_WITH')).toBe(true);
});

/** Pixels of bold 10-point text, generously: 8 a letter, 14 a Chinese character. */
const LETTER = 8;
const WIDE = 14;
/** Of the cell, and the button of the filter. */
const PADDING = 26;
const LINES = 2;
const CJK = /[\u2e80-\u9fff\uff00-\uffef]/;

function pixels(text: string, ofLetter = LETTER): number {
  return [...text].reduce((sum, letter) => sum + (CJK.test(letter) ? WIDE : ofLetter), 0);
}

function linesOf(text: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const piece of text.match(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+\s?|\s/g) ??
    []) {
    const width = pixels(piece.trimEnd());
    if (width > room) return Number.POSITIVE_INFINITY;
    if (used + width > room) {
      lines++;
      used = 0;
    }
    used += pixels(piece);
  }
  return lines;
}

/** A header breaks at the cell's edge, not before the filter's button. */
const CELL_PADDING = 6;

function wrappedTexts(text: string, room: number, font: { fontSize: number; bold: boolean }): string[] {
  const lines = [''];
  for (const piece of text.match(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+\s?|\s/g) ??
    []) {
    const line = lines[lines.length - 1] ?? '';
    if (textPixels((line + piece).trimEnd(), font) > room) lines.push(piece);
    else lines[lines.length - 1] = line + piece;
  }
  return lines;
}

test.each(LANGUAGES)('no header is cut at its width (%s)', (language) => {
  const cut = SHEETS.flatMap(({ key, columns }) =>
    columns
      // A total takes a line below the title.
      .filter(
        ({ header, width, total }) =>
          linesOf(header[language], width - PADDING) > (total === true ? LINES - 1 : LINES),
      )
      .map((column) => `${key}.${column.key}: ${column.header[language]} at ${column.width}`),
  );
  expect(cut).toEqual([]);
});

test.each(LANGUAGES)('no line of a header runs into the button of the filter (%s)', (language) => {
  const font = { fontSize: 10, bold: true };
  const hidden = SHEETS.filter(({ page }) => page !== true).flatMap(({ key, columns }) =>
    columns.flatMap((column) => {
      const lines = wrappedTexts(column.header[language], column.width - CELL_PADDING, font);
      const widest = Math.max(...lines.map((line) => textPixels(line, font)));
      return widest + PADDING > column.width
        ? [`${key}.${column.key}: ${column.header[language]} needs ${Math.ceil(widest) + PADDING}`]
        : [];
    }),
  );
  expect(hidden).toEqual([]);
});

/** Pixels of plain 10-point text in a chip with its arrow, generously as well. */
const PLAIN = 6.9;
const CHIP = 36;

test.each(LANGUAGES)('no word of a dropdown is cut at its width (%s)', (language) => {
  const cut = SHEETS.flatMap(({ key, columns }) =>
    columns.flatMap(({ key: name, width, choices = [] }) =>
      choices
        .filter(({ words }) => pixels(words[language], PLAIN) + CHIP > width)
        .map(({ key: choice }) => `${key}.${name}: ${choice} at ${width}`),
    ),
  );
  // Explained in brackets; the words before them fit.
  expect(cut).toEqual(['tree.direction: down-ratio at 165']);
});

test('neighbouring columns that the add-on fills share one warning; nobody is kept out', () => {
  const warned = plan.requests.flatMap((request) =>
    'addProtectedRange' in request ? [request.addProtectedRange.protectedRange] : [],
  );
  expect(warned.every(({ warningOnly }) => warningOnly)).toBe(true);
  const sheetIdOf = (title: string) =>
    plan.requests.flatMap((request) =>
      'addSheet' in request && request.addSheet.properties.title === title
        ? [request.addSheet.properties.sheetId]
        : [],
    )[0];
  const spans = (title: string) =>
    warned
      .filter(({ range }) => range.sheetId === sheetIdOf(title))
      .map(({ range }) => [range.startColumnIndex, range.endColumnIndex, range.endRowIndex]);
  // Baseline, plan, actual, attainment and status adjoin; the header row computes.
  expect(spans('KPI tree')).toEqual([
    [21, 26, undefined],
    [undefined, undefined, 1],
  ]);
  expect(spans('Performance')).toEqual([[undefined, undefined, undefined]]);
  expect(spans('Import log')).toEqual([[0, 17, undefined]]);
  expect(spans('Targets')).toEqual([[3, 4, undefined]]);
});
