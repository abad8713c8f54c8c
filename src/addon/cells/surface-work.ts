import type { Row } from '../surface.ts';
import type * as work from './work.ts';

const AS_OF = [
  'as_of',
  'date',
  'Day or moment on which one looks, such as the setting as_of; not TODAY() or NOW(), which Sheets does not hand over.',
] as const;

/** Functions for the work of a team: due dates, answers, decisions, budgets. */
export const workSurface: { readonly [K in keyof typeof work]: Row<(typeof work)[K]> } = {
  KPI_DUE: {
    caller: 'cell',
    text: 'Where something with a due date stands: ahead, due soon, overdue, done, or done late.',
    parameters: [
      ['due', 'date', 'Last day, a cell or a range.'],
      [
        'done',
        'date',
        'Optional. Day on which it was done, TRUE, or a status word such as "Done"; empty while it is open.',
      ],
      AS_OF,
      ['warn_days', 'number', 'Optional. Due soon from so many days before; 7 unless given.'],
      [
        'status',
        'string',
        'Optional. Status words: "Done" and "Published" close a row without a date; dropped and paused rows stay empty.',
      ],
      ['labels', 'string', 'Optional. Five labels, as "ahead|soon|overdue|done|late" or as five cells.'],
    ],
    returns: 'A label, or a label a row.',
    example: '=KPI_DUE(G2:G; H2:H; J1; 3)',
  },
  KPI_SLA: {
    caller: 'cell',
    text: 'Whether comments were answered within the limit: in time, late, still open, or overdue.',
    parameters: [
      ['posted', 'date', 'When each was posted, with time, a cell or a range.'],
      ['answered', 'date', 'When it was answered; empty while it is open.'],
      ['hours', 'number', 'Optional. Hours allowed; 24 unless given.'],
      AS_OF,
      ['sentiment', 'string', 'Optional. Rows with a sentiment other than negative stay empty.'],
      ['labels', 'string', 'Optional. Four labels, as "in time|late|open|overdue" or as four cells.'],
    ],
    returns: 'A label, or a label a row.',
    example: '=KPI_SLA(G2:G; H2:H; 12; J1; E2:E)',
  },
  KPI_DAYS: {
    caller: 'cell',
    text: 'Whole days from one date to another, whatever the time of day; negative where the second is earlier.',
    parameters: [
      ['from', 'date', 'First date, a cell or a range.'],
      ['to', 'date', 'Last date; where one is missing the result is empty.'],
    ],
    returns: 'A number of days, or one a row.',
    example: '=KPI_DAYS(J2:J; K2:K)',
  },
  KPI_AB_RESULT: {
    caller: 'cell',
    text: 'KPI_AB_TEST for a list of tests of several kinds: rows of the kind "pairs" (sets of content) stay empty.',
    parameters: [
      ['conversions_a', 'number', 'Conversions of A, a whole count (not a rate), a cell or a range.'],
      ['visitors_a', 'number', 'Visitors of A.'],
      ['conversions_b', 'number', 'Conversions of B.'],
      ['visitors_b', 'number', 'Visitors of B.'],
      ['kind', 'string', 'Optional. Kind of each test; a randomised split unless given.'],
    ],
    returns: 'A row: difference B − A, z, p (two-sided), lower and upper end of the 95 % interval.',
    example: '=KPI_AB_RESULT(L2:L; K2:K; N2:N; M2:M; F2:F)',
  },
  KPI_AB_DECISION: {
    caller: 'cell',
    text: 'What may be said of a randomised split now: a winner only at the planned size or by the sequential rule, never by a p-value on the way.',
    parameters: [
      ['conversions_a', 'number', 'Conversions of A, a cell or a range.'],
      ['visitors_a', 'number', 'Visitors of A.'],
      ['conversions_b', 'number', 'Conversions of B.'],
      ['visitors_b', 'number', 'Visitors of B.'],
      [
        'planned_n',
        'number',
        'Size fixed before the start: visitors of each arm (KPI_SAMPLE_SIZE); by the sequential rule, conversions of both arms together.',
      ],
      [
        'kind',
        'string',
        'Optional. "split" (unless given), "sequential", or "pairs" for sets of content, which stay empty: see KPI_ITEM_TEST.',
      ],
      [
        'labels',
        'string',
        'Optional. Four labels, as "A wins|B wins|no difference|keep running" or as four cells.',
      ],
    ],
    returns: 'A label, or a label a row.',
    example: '=KPI_AB_DECISION(L2:L; K2:K; N2:N; M2:M; H2:H)',
  },
  KPI_BUDGET: {
    caller: 'cell',
    text: 'Budget: number of items × cost per item.',
    parameters: [
      ['items', 'number', 'Number of items, a cell or a range.'],
      ['cost_per_item', 'number', 'Cost of one item.'],
    ],
    returns: 'An amount, or an amount a row.',
    example: '=KPI_BUDGET(E2:E; F2:F)',
  },
  KPI_BREAK_EVEN_GMV: {
    caller: 'cell',
    text: 'GMV at which the margin covers a cost: cost ÷ margin.',
    parameters: [
      ['cost', 'number', 'Cost, a cell or a range.'],
      ['margin', 'number', 'Gross margin as a fraction above 0.'],
    ],
    returns: 'An amount, or an amount a row.',
    example: '=KPI_BREAK_EVEN_GMV(G2:G; 40%)',
  },
  KPI_BREAK_EVEN_ORDERS: {
    caller: 'cell',
    text: 'Orders at which the margin covers a cost: cost ÷ (margin × order value), rounded up.',
    parameters: [
      ['cost', 'number', 'Cost, a cell or a range.'],
      ['margin', 'number', 'Gross margin as a fraction above 0.'],
      ['order_value', 'number', 'Average order value (AOV), above 0.'],
    ],
    returns: 'A whole number of orders, or one a row.',
    example: '=KPI_BREAK_EVEN_ORDERS(G2:G; 40%; 25)',
  },
};
