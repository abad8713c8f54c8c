import type { Entry, Row } from '../surface.ts';
import { analysisSurface } from './surface-analysis.ts';
import { workSurface } from './surface-work.ts';

type CellFunction = Extract<keyof Entry, `KPI_${string}`>;

/** The functions for cells, as Sheets shows them: it knows no optional parameters, so the texts say which are. */
export const cellSurface: { readonly [K in CellFunction]: Row<Entry[K]> } = {
  KPI_ATTAINMENT: {
    caller: 'cell',
    text: 'Attainment of a target: 1 (100 %) means reached, for KPIs where more or where less is better.',
    parameters: [
      ['actual', 'number', 'Measured value, a cell or a range.'],
      ['target', 'number', 'Target in the same unit, above 0 unless a baseline is given.'],
      [
        'direction',
        'string',
        'Optional. "up" (more is better), "down" (2 − actual ÷ target) or "down-ratio" (target ÷ actual).',
      ],
      [
        'baseline',
        'number',
        'Optional. Start value: the result is then the share of the way from it to the target.',
      ],
    ],
    returns: 'A fraction, or a fraction a row.',
    example: '=KPI_ATTAINMENT(B2:B; C2:C)',
  },
  KPI_BAND_ATTAINMENT: {
    caller: 'cell',
    text: 'Attainment of a KPI that should stay within a band: 1 inside, less by the distance outside, never below 0.',
    parameters: [
      ['actual', 'number', 'Measured value, a cell or a range.'],
      ['low', 'number', 'Lower bound.'],
      ['high', 'number', 'Upper bound, above the lower one.'],
    ],
    returns: 'A fraction, or a fraction a row.',
    example: '=KPI_BAND_ATTAINMENT(B2:B; 6; 10)',
  },
  KPI_STATUS: {
    caller: 'cell',
    text: 'Traffic light for an attainment.',
    parameters: [
      ['attainment', 'number', 'Attainment as a fraction, a cell or a range.'],
      ['green', 'number', 'Optional. Green from this attainment on; 1 unless given.'],
      [
        'amber',
        'number',
        'Optional. Amber from this attainment on; unless given 0.9, or green where that is less.',
      ],
      [
        'labels',
        'string',
        'Optional. Three labels, as "green|amber|red" (also with , ; or 、) or as three cells.',
      ],
    ],
    returns: 'A label, or a label a row.',
    example: '=KPI_STATUS(D2:D)',
  },
  KPI_SCORE: {
    caller: 'cell',
    text: 'Weighted score of several KPIs; those without a value are left out and the other weights count for more.',
    parameters: [
      ['attainments', 'number', 'Attainments as fractions, a range.'],
      ['weights', 'number', 'Optional. A weight for each attainment; all alike unless given.'],
      ['cap', 'number', 'Optional. Highest attainment that one KPI brings in, above 0; 1.5 unless given.'],
    ],
    returns: 'One fraction.',
    example: '=KPI_SCORE(D2:D; E2:E)',
  },
  KPI_RATE: {
    caller: 'cell',
    text: 'Numerator ÷ denominator; empty where the denominator is 0 or missing. Give totals, never averages of rates.',
    parameters: [
      ['numerator', 'number', 'Total above the line, a cell or a range.'],
      ['denominator', 'number', 'Total below the line, over the same rows.'],
      ['per', 'number', 'Optional. 1 unless given; 1000 for figures per thousand such as GPM.'],
    ],
    returns: 'A number, or a number a row.',
    example: '=KPI_RATE(B2:B; C2:C; 1000)',
  },
  KPI_ROI: {
    caller: 'cell',
    text: 'Return on investment: (revenue × margin − cost) ÷ cost.',
    parameters: [
      ['revenue', 'number', 'Revenue, a cell or a range.'],
      ['cost', 'number', 'Cost in the same currency; where it is 0 the result is empty.'],
      ['margin', 'number', 'Optional. Gross margin as a fraction; 1 unless given.'],
    ],
    returns: 'A fraction, or a fraction a row.',
    example: '=KPI_ROI(E2:E; F2:F; 40%)',
  },
  KPI_ROAS: {
    caller: 'cell',
    text: 'Return on ad spend: revenue ÷ spend. What the shops call "GMV Max ROI" is this.',
    parameters: [
      ['revenue', 'number', 'Revenue, a cell or a range.'],
      ['spend', 'number', 'Ad spend in the same currency; where it is 0 the result is empty.'],
    ],
    returns: 'A number, or a number a row.',
    example: '=KPI_ROAS(E2:E; F2:F)',
  },
  KPI_BREAK_EVEN_ROAS: {
    caller: 'cell',
    text: 'The ROAS at which ads neither earn nor lose: 1 ÷ margin.',
    parameters: [['margin', 'number', 'Gross margin as a fraction above 0, a cell or a range.']],
    returns: 'A number, or a number a row.',
    example: '=KPI_BREAK_EVEN_ROAS(25%)',
  },
  KPI_REQUIRED_GROWTH: {
    caller: 'cell',
    text: 'Growth that each period needs to get from a value to a target: (target ÷ current)^(1 ÷ periods) − 1.',
    parameters: [
      ['current', 'number', 'Present value, above 0, a cell or a range.'],
      ['target', 'number', 'Value to reach, not negative.'],
      ['periods', 'number', 'Number of periods, above 0.'],
    ],
    returns: 'A fraction, or a fraction a row.',
    example: '=KPI_REQUIRED_GROWTH(B2; C2; 4)',
  },
  KPI_EXPECTED: {
    caller: 'cell',
    text: 'What a measure that adds up over time should have reached by a day: target × elapsed share of the period.',
    parameters: [
      ['target', 'number', 'Target for the whole period, a cell or a range.'],
      ['start', 'date', 'First day of the period.'],
      ['end', 'date', 'Last day of the period.'],
      ['as_of', 'date', 'Last day with data; it counts as elapsed.'],
    ],
    returns: 'A number, or a number a row.',
    example: '=KPI_EXPECTED(C2:C; D2:D; E2:E; H1)',
  },
  KPI_PACE: {
    caller: 'cell',
    text: 'Actual so far ÷ expected so far, 1 is on plan. For measures that add up, not for rates; empty in the first 20 % of the period.',
    parameters: [
      ['actual', 'number', 'Measured value so far, a cell or a range.'],
      ['target', 'number', 'Target for the whole period, above 0.'],
      ['start', 'date', 'First day of the period.'],
      ['end', 'date', 'Last day of the period.'],
      ['as_of', 'date', 'Last day with data; it counts as elapsed.'],
    ],
    returns: 'A number, or a number a row.',
    example: '=KPI_PACE(B2:B; C2:C; D2:D; E2:E; H1)',
  },
  ...analysisSurface,
  KPI_UTM: {
    caller: 'cell',
    text: 'Puts campaign parameters into a link: trimmed, lower case, words joined by "-"; content IDs keep their case. It replaces those that the link has; only utm_content and utm_id stay where none is given. Not with an e-mail address or telephone number.',
    parameters: [
      ['url', 'string', 'Link, a cell or a range.'],
      ['source', 'string', 'utm_source, such as tiktok.'],
      ['medium', 'string', 'utm_medium, such as video.'],
      ['campaign', 'string', 'utm_campaign, such as spring-sale.'],
      [
        'content',
        'string',
        'Optional. utm_content: the content ID as text, so that orders find their content; a number keeps 15 digits only.',
      ],
      ['term', 'string', 'Optional. utm_term.'],
    ],
    returns: 'A link, or a link a row.',
    example: '=KPI_UTM(A2:A; "tiktok"; "video"; "spring-sale"; B2:B)',
  },
  KPI_UTM_GET: {
    caller: 'cell',
    text: 'One parameter of a link; empty where the link does not have it.',
    parameters: [
      ['url', 'string', 'Link, a cell or a range.'],
      [
        'parameter',
        'string',
        '"source" or "utm_source" (plain source where there is no utm_source), or the name of any other parameter.',
      ],
    ],
    returns: 'A text, or a text a row.',
    example: '=KPI_UTM_GET(A2:A; "content")',
  },
  KPI_UTM_CHECK: {
    caller: 'cell',
    text: 'What is wrong with the campaign parameters of a link, and personal data in any parameter; empty where nothing is.',
    parameters: [['url', 'string', 'Link, a cell or a range.']],
    returns: 'A text, or a text a row.',
    example: '=KPI_UTM_CHECK(A2:A)',
  },
  KPI_ISOWEEK: {
    caller: 'cell',
    text: 'The ISO week of a day, such as 2026-W47; weeks start on Monday.',
    parameters: [['date', 'date', 'Day, a cell or a range.']],
    returns: 'A label, or a label a row.',
    example: '=KPI_ISOWEEK(A2:A)',
  },
  KPI_WEEK_START: {
    caller: 'cell',
    text: 'The Monday of an ISO week. Format the cell as a date.',
    parameters: [['label', 'string', 'Week such as 2026-W47, a cell or a range.']],
    returns: 'A date, or a date a row.',
    example: '=KPI_WEEK_START("2026-W47")',
  },
  KPI_ATTRIBUTION: {
    caller: 'cell',
    text: 'Credits conversions to the channels of their paths; the credits add up to the conversions.',
    parameters: [
      [
        'paths',
        'string',
        'Channels of each path, the first touch first, as "ad > mail > search" (> or →), a range.',
      ],
      ['conversions', 'number', 'Conversions or revenue of each path.'],
      [
        'model',
        'string',
        'Optional. "last" (unless given), "first", "linear" or "position" (40 % first, 40 % last, 20 % between).',
      ],
    ],
    returns: 'Rows of channel and credit; what has no path comes last.',
    example: '=KPI_ATTRIBUTION(A2:A; B2:B; "linear")',
  },
  KPI_TRAILING_WEEKS: {
    caller: 'cell',
    text: 'The last weeks of a daily measure, each with the same week of the year before (364 days). A week with a missing day is empty.',
    parameters: [
      ['dates', 'date', 'Days, a range in any order; a header row is passed over.'],
      [
        'values',
        'number',
        'Value of each day; rows of one day add up, and a day with an error or a text is missing.',
      ],
      ['week_ending', 'date', 'Last day of the last week; the weekday is yours.'],
      ['weeks', 'number', 'Optional. Number of weeks; 6 unless given.'],
    ],
    returns: 'Rows: last day of the week (format it as a date), this year, the year before.',
    example: '=KPI_TRAILING_WEEKS(A2:A; B2:B; H1)',
  },
  KPI_TRAILING_MONTHS: {
    caller: 'cell',
    text: 'The last whole months of a daily measure, each with the same month of the year before. A month with a missing day is empty.',
    parameters: [
      ['dates', 'date', 'Days, a range in any order; a header row is passed over.'],
      [
        'values',
        'number',
        'Value of each day; rows of one day add up, and a day with an error or a text is missing.',
      ],
      ['as_of', 'date', 'Last day with data.'],
      ['months', 'number', 'Optional. Number of months; 12 unless given.'],
    ],
    returns: 'Rows: month such as 2026-11, this year, the year before.',
    example: '=KPI_TRAILING_MONTHS(A2:A; B2:B; H1)',
  },
  KPI_TO_DATE: {
    caller: 'cell',
    text: 'Week (7 days), month, quarter and year to date of a daily measure against the period before: rows WoW, YoY, MTD, QTD, YTD.',
    parameters: [
      ['dates', 'date', 'Days, a range in any order; a header row is passed over.'],
      [
        'values',
        'number',
        'Value of each day; rows of one day add up, and a day with an error or a text is missing.',
      ],
      ['as_of', 'date', 'Last day with data.'],
      [
        'fiscal_year_end_month',
        'number',
        'Optional. Month in which the fiscal year ends, 1 to 12; 12 unless given.',
      ],
      [
        'like_for_like',
        'boolean',
        'Optional. TRUE unless given: a change is of the days that both periods have. FALSE compares what is there.',
      ],
    ],
    returns:
      'Rows: label, value of all its days, value compared with, change as a fraction, days, days compared. Like for like, the change is of the compared days alone, so where days are missing it is not value ÷ value compared with − 1.',
    example: '=KPI_TO_DATE(A2:A; B2:B; H1)',
  },
  ...workSurface,
};
