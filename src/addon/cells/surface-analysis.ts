import type { Row } from '../surface.ts';
import type * as analysis from './analysis.ts';
import type * as tree from './tree.ts';

const NODES = [
  'nodes',
  'range',
  'Rows with ID, parent, operator (sum, product, ratio, difference; how the children make it) and coefficient (1 where empty), without header; or six columns of the sheet KPI tree, up to the kind.',
] as const;

type Functions = typeof tree & typeof analysis;

/** Functions for a KPI tree, and for what its figures tell: causes, signals, experiments. */
export const analysisSurface: {
  readonly [K in Extract<keyof Functions, `KPI_${string}`>]: Row<Functions[K]>;
} = {
  KPI_TREE: {
    caller: 'cell',
    text: 'Values of a KPI tree from the leaves up; a node that has a value of its own keeps it.',
    parameters: [
      NODES,
      [
        'values',
        'number',
        'Measured values, one for each row of the nodes; empty for what the children make.',
      ],
    ],
    returns: 'A value for each row of the nodes, or a code; =KPI_RATE(F2; 1) says what the code in F2 means.',
    example: '=KPI_TREE(A2:D; E2:E)',
  },
  KPI_CASCADE: {
    caller: 'cell',
    text: 'Hands the target of the root down to every node, so that the targets of the leaves make it again, together with what children leave unexplained of a parent with a value of its own. A node that cannot have one shows a code, as do those below it.',
    parameters: [
      NODES,
      [
        'baselines',
        'number',
        'Present values, one for each row of the nodes; empty for what the children make. Parts of a sum that are not measured start from 0 if they have a weight.',
      ],
      ['root_target', 'number', 'Target of the root.'],
      [
        'weights',
        'number',
        'Optional. How siblings share a change, one for each row or one for all; by their baselines unless given.',
      ],
      [
        'locked_targets',
        'number',
        'Optional. Targets that stay as they are, one for each row, empty for none.',
      ],
    ],
    returns:
      'A target for each row of the nodes, or a code; =KPI_RATE(F2; 1) says what the code in F2 means.',
    example: '=KPI_CASCADE(A2:D; E2:E; 1200000)',
  },
  KPI_EFFECTS: {
    caller: 'cell',
    text: 'Why the root of a KPI tree changed: the effect of every node. Effects of children add up to that of their parent; where the parent has values of its own, what they do not explain is its effect less theirs.',
    parameters: [
      NODES,
      ['before', 'number', 'Values before, one for each row of the nodes; empty for what the children make.'],
      ['after', 'number', 'Values after, likewise.'],
      [
        'method',
        'string',
        'Optional. "auto" (logarithmic mean, Shapley where a factor is 0 or negative), "lmdi" or "shapley".',
      ],
    ],
    returns:
      'An effect for each row of the nodes, in the unit of the root, or a code; =KPI_RATE(G2; 1) says what the code in G2 means.',
    example: '=KPI_EFFECTS(A2:D; E2:E; F2:F)',
  },
  KPI_MIX_RATE: {
    caller: 'cell',
    text: 'Takes the change of a rate apart: what the rates of the segments did, and what the shift between segments did. A row that cannot be read, or is filled in half, shows a code and is left out of the whole, before and after.',
    parameters: [
      ['weights_before', 'number', 'Denominator of each segment before (such as impressions), a column.'],
      ['rates_before', 'number', 'Rate of each segment before.'],
      ['weights_after', 'number', 'Denominator of each segment after.'],
      ['rates_after', 'number', 'Rate of each segment after.'],
    ],
    returns:
      'A row for each segment: effect of its rate, effect of the mix, or a code. All of them add up to the change of the whole.',
    example: '=KPI_MIX_RATE(B2:B4; C2:C4; D2:D4; E2:E4)',
  },
  KPI_XMR: {
    caller: 'cell',
    text: 'Process behaviour chart: which values are signals and which are noise. It needs 10 values.',
    parameters: [
      ['values', 'number', 'Values in order of time, the oldest first; empty for a missing period.'],
    ],
    returns:
      'A row for each value: centre, lower limit, upper limit, signal ("limit", "run", "near" or nothing).',
    example: '=KPI_XMR(B2:B)',
  },
  KPI_AB_TEST: {
    caller: 'cell',
    text: 'Compares two conversion rates of a randomised split. For sets of content use KPI_ITEM_TEST.',
    parameters: [
      ['conversions_a', 'number', 'Conversions of A, a whole count (not a rate), a cell or a range.'],
      ['visitors_a', 'number', 'Visitors of A.'],
      ['conversions_b', 'number', 'Conversions of B.'],
      ['visitors_b', 'number', 'Visitors of B.'],
    ],
    returns: 'A row: difference B − A, z, p (two-sided), lower and upper end of the 95 % interval.',
    example: '=KPI_AB_TEST(B2; C2; B3; C3)',
  },
  KPI_ITEM_TEST: {
    caller: 'cell',
    text: 'Compares two sets of content item by item, at least 5 items each (Welch’s t on logarithms).',
    parameters: [
      ['rates_a', 'number', 'Rate of each item of set A, above 0, a range.'],
      ['rates_b', 'number', 'Rate of each item of set B, above 0, a range.'],
    ],
    returns: 'A row: ratio B ÷ A, t, p (two-sided), lower and upper end of the 95 % interval of the ratio.',
    example: '=KPI_ITEM_TEST(B2:B6; C2:C6)',
  },
  KPI_SAMPLE_SIZE: {
    caller: 'cell',
    text: 'Visitors that each arm of a split test needs to tell two rates apart.',
    parameters: [
      ['rate_a', 'number', 'Present rate as a fraction, a cell or a range.'],
      ['rate_b', 'number', 'Rate that should be noticed, as a fraction.'],
      ['alpha', 'number', 'Optional. Risk of a false alarm, two-sided; 0.05 unless given.'],
      ['power', 'number', 'Optional. Chance of noticing a true difference; 0.8 unless given.'],
    ],
    returns: 'A whole number, or one a row.',
    example: '=KPI_SAMPLE_SIZE(5%; 6%)',
  },
  KPI_CONCENTRATION: {
    caller: 'cell',
    text: 'How much a total depends on few channels: the Herfindahl index, from near 0 (many alike) to 1 (one channel). 1 ÷ it is the number of effective channels.',
    parameters: [['values', 'number', 'GMV by channel, a range.']],
    returns: 'One fraction.',
    example: '=1/KPI_CONCENTRATION(B2:B)',
  },
};
