import { formatNumber } from '../../text/format.ts';
import { say, type TextCode } from '../../text/index.ts';
import { choiceWord } from '../../workbook/choices.ts';
import { COLORS, unitFormat } from '../../workbook/formats.ts';
import { FORMATS } from '../../workbook/sheets/choices.ts';
import type { AccountMoney, ContentLine, Conversion, Review } from '../model.ts';
import { voiceOf } from '../voice.ts';
import { AT, type Cell, type Grid, type HeaderTitle, numberCell, textCell } from './grid.ts';

type Column = {
  readonly title: TextCode;
  /** Left for words, right for figures. */
  readonly isText?: true;
  readonly cell: (line: ContentLine, review: Review) => Cell;
  /** A column that no line fills is left out. */
  readonly isFilled: (line: ContentLine) => boolean;
};

const CLIPPED = { wrapStrategy: 'CLIP' } as const;
const NOTE = { wrapStrategy: 'OVERFLOW_CELL', textFormat: { foregroundColor: COLORS.quiet } } as const;

const COLUMNS: readonly Column[] = [
  {
    title: 'COL_ACCOUNT',
    isText: true,
    cell: (line) => textCell(line.account, CLIPPED),
    isFilled: () => true,
  },
  {
    title: 'COL_FORMAT',
    isText: true,
    cell: (line, { language }) => textCell(choiceWord(FORMATS, line.format, language), CLIPPED),
    isFilled: (line) => line.format !== '',
  },
  {
    title: 'COL_PUBLISHED',
    cell: (line) => textCell(line.published ?? '', { horizontalAlignment: 'RIGHT' }),
    isFilled: (line) => line.published !== null,
  },
  {
    title: 'COL_VIEWS',
    cell: (line) => numberCell(line.views, '#,##0'),
    isFilled: (line) => line.views !== null,
  },
  {
    title: 'COL_INDEX',
    cell: (line) => ({ ...numberCell(line.index, '0.00"×"'), mark: `content:${line.id}:index` }),
    isFilled: (line) => line.index !== null,
  },
  {
    title: 'COL_MEDIAN',
    cell: (line) => numberCell(line.baseline, '#,##0'),
    isFilled: (line) => line.baseline !== null,
  },
  {
    title: 'COL_GMV',
    cell: (line) => numberCell(line.gmv, '#,##0.00'),
    isFilled: (line) => line.gmv !== null,
  },
  {
    title: 'COL_GMV_TO_DATE',
    cell: (line) => numberCell(line.gmvToDate, '#,##0.00'),
    isFilled: (line) => line.gmvToDate !== null && line.gmvToDate !== line.gmv,
  },
  {
    title: 'COL_COST_TO_DATE',
    cell: (line) => numberCell(line.costToDate, '#,##0.00'),
    isFilled: (line) => line.costToDate !== null,
  },
  { title: 'COL_ROI', cell: (line) => numberCell(line.roi, '0.0%'), isFilled: (line) => line.roi !== null },
];

/**
 * One list of content.
 * @param alike Lines of all lists that are read together: these have the same columns.
 */
function list(
  grid: Grid,
  review: Review,
  title: TextCode,
  lines: readonly ContentLine[],
  alike: readonly ContentLine[] = lines,
): void {
  if (lines.length === 0) return;
  const columns = COLUMNS.filter((column) => alike.some(column.isFilled));
  grid.heading(say(voiceOf(review), title));
  grid.header([
    [AT.name, say(voiceOf(review), 'COL_TITLE')],
    ...columns.map(
      (column, i): HeaderTitle => [
        AT.owner + i,
        say(voiceOf(review), column.title),
        column.isText === true ? 'LEFT' : 'RIGHT',
      ],
    ),
  ]);
  for (const line of lines) {
    const cells = columns.map((column, i): [number, Cell] => [AT.owner + i, column.cell(line, review)]);
    grid.add([[AT.name, textCell(line.title, CLIPPED)], ...cells]);
  }
  grid.blank();
}

function conversionTitles(review: Review): HeaderTitle[] {
  const { content } = review;
  if (content.accounts.every(({ conversion }) => conversion === null)) return [];
  return [
    [5, say(voiceOf(review), 'COL_CONVERSION')],
    [6, say(voiceOf(review), 'COL_CONVERSION_USUAL')],
    [7, say(voiceOf(review), 'COL_CONVERSION_CHANGE')],
    [9, say(voiceOf(review), 'COL_CONVERSION_RATE'), 'LEFT'],
  ];
}

/** Rates of the last two weeks are marked, as a note below says. */
const isOfTwo = (conversion: Conversion | null): boolean => (conversion?.weeks ?? 1) > 1;

function conversionCells({ conversion }: AccountMoney, key: string): [number, Cell][] {
  if (conversion === null) return [];
  const { pattern } = unitFormat('percent', conversion.usual);
  const own = isOfTwo(conversion) ? `"* "${pattern}` : pattern;
  return [
    [5, { ...numberCell(conversion.value, own), mark: `${key}:conversion` }],
    [6, numberCell(conversion.usual, pattern)],
    [7, numberCell(conversion.change, '+0.0%;-0.0%;0.0%')],
    [9, textCell(conversion.metricName, { ...CLIPPED, textFormat: { foregroundColor: COLORS.quiet } })],
  ];
}

function accounts(grid: Grid, review: Review): void {
  const { content } = review;
  if (content.accounts.length === 0) return;
  grid.heading(say(voiceOf(review), 'CONTENT_ACCOUNTS'));
  grid.header([
    [AT.name, say(voiceOf(review), 'COL_ACCOUNT')],
    [AT.owner, say(voiceOf(review), 'COL_GMV'), 'RIGHT'],
    [3, say(voiceOf(review), 'COL_COST')],
    [4, say(voiceOf(review), 'COL_ROI')],
    ...conversionTitles(review),
  ]);
  for (const line of content.accounts) {
    const key = `money:${line.platform}:${line.id}`;
    grid.add([
      [AT.name, { ...textCell(line.account), mark: `${key}:account` }],
      [AT.owner, numberCell(line.gmv, '#,##0.00')],
      [3, numberCell(line.cost, '#,##0.00')],
      [4, { ...numberCell(line.roi, '0.0%'), mark: `${key}:roi` }],
      ...conversionCells(line, key),
    ]);
  }
  if (content.accounts.every(({ conversion }) => !isOfTwo(conversion))) return;
  grid.add([[5, textCell(say(voiceOf(review), 'CONVERSION_TWO'), NOTE)]]);
}

/** Orders that lead to no content are a line of their own, never spread over the others. */
function orders(grid: Grid, review: Review): void {
  const { language, currency, content } = review;
  if (content.orders === null || content.orders.gmv === 0) return;
  const { gmv, untraced } = content.orders;
  const money = (value: number): string => formatNumber(value, 'money', language, currency);
  const share = formatNumber(untraced / gmv, 'percent', language, currency);
  const code = untraced === 0 ? 'CONTENT_TRACED' : 'CONTENT_UNTRACED';
  grid.line(
    say(voiceOf(review), code, { gmv: money(gmv), untraced: money(untraced), share }),
    {},
    '',
    'content:orders',
  );
  if (content.isReported) grid.line(say(voiceOf(review), 'CONTENT_REPORTED'), NOTE);
}

/** Section 5: best and weakest content against its own baseline, cold starts apart, and money by account. */
export function renderContent(grid: Grid, review: Review): void {
  const { content } = review;
  grid.section(say(voiceOf(review), 'SECTION_CONTENT'));
  if (content.basis === 'none') {
    grid.line(say(voiceOf(review), 'CONTENT_NONE'));
    return;
  }
  const isWeek = content.basis === 'week';
  const ranked = [...content.best, ...content.weakest];
  list(grid, review, isWeek ? 'CONTENT_BEST' : 'CONTENT_BEST_LIFETIME', content.best, ranked);
  list(grid, review, isWeek ? 'CONTENT_WEAKEST' : 'CONTENT_WEAKEST_LIFETIME', content.weakest, ranked);
  list(grid, review, 'CONTENT_COLD', content.coldStart);
  accounts(grid, review);
  orders(grid, review);
}
