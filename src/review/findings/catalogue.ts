import type { Finding } from '../model-sections.ts';

type Kind = {
  readonly tone: Finding['tone'];
  /** Weeks in which the same is not said again of the same subject; 0 for what is said as long as it lasts. */
  readonly coolOff: number;
};

const bad = (coolOff: number): Kind => ({ tone: 'bad', coolOff });
const good = (coolOff: number): Kind => ({ tone: 'good', coolOff });
const neutral = (coolOff: number): Kind => ({ tone: 'neutral', coolOff });

/** Every kind of call-out, the most urgent first: in this order they stand in a review. */
export const CATALOGUE = {
  stock_out: bad(1),
  overdue_comments: bad(0),
  conversion_drop: bad(3),
  gamed: bad(3),
  licence_used: bad(2),
  node_worse: bad(3),
  policy_overdue: bad(1),
  quarter_at_risk: bad(3),
  behind_plan: bad(3),
  stock_low: bad(1),
  viral: good(8),
  goal_record: good(1),
  weak_variable: bad(3),
  unreal_target: bad(6),
  plan_out_of_reach: bad(6),
  account_loss: bad(5),
  refunds_up: bad(3),
  publishing_behind: bad(1),
  actions_overdue: bad(1),
  experiment_won: good(52),
  experiment_no_difference: neutral(52),
  experiment_due: neutral(1),
  experiment_early: neutral(1),
  flop: bad(8),
  driver_down: bad(1),
  driver_up: good(1),
  offsetting: neutral(2),
  mix_shift: neutral(2),
  unexplained: neutral(3),
  conversion_rise: good(3),
  node_better: good(3),
  run_worse: bad(7),
  run_better: good(7),
  quarter_reached: good(13),
  action_worked: good(52),
  licence_over: bad(4),
  licence_soon: bad(3),
  policy_due: neutral(2),
  one_channel: bad(12),
  untraced: neutral(8),
  cold_start_over: good(52),
} as const satisfies Readonly<Record<string, Kind>>;

export type FindingKind = keyof typeof CATALOGUE;

export const FINDING_KINDS = Object.keys(CATALOGUE) as readonly FindingKind[];

/** Tabs of so many weeks tell what was said. What cools off for a year was said once and is not seen again. */
export const LONGEST_COOL_OFF = Math.max(...Object.values(CATALOGUE).map(({ coolOff }) => coolOff));
