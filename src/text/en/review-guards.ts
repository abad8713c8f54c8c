/** Words and sentences of the review’s section 8, the guards. */
export const reviewGuards = {
  SECTION_GUARDS: 'Guards',
  GUARDS_NONE:
    'Nothing out of bounds in the data there are: comments, licences, stock, channels, guardrails, targets, platform rules. What has no data was not checked.',
  COL_GUARD: 'Guard',
  COL_WHAT: 'What was found',
  GUARD_KIND_overdue_comments: 'Comments',
  GUARD_KIND_licence_expired: 'Licences',
  GUARD_KIND_licence_expiring: 'Licences',
  GUARD_KIND_stock_out: 'Stock',
  GUARD_KIND_stock_low: 'Stock',
  GUARD_KIND_one_channel: 'Channels',
  GUARD_KIND_gamed: 'Guardrails',
  GUARD_KIND_unreal_target: 'Targets',
  GUARD_KIND_targets_apart: 'Targets',
  GUARD_KIND_policy_overdue: 'Platform rules',
  GUARD_KIND_policy_due: 'Platform rules',
  GUARD_RED: '■ Act now',
  GUARD_AMBER: '▲ Watch',
  GUARD_COMMENTS:
    '{name}: {count} negative comments are unanswered beyond the limit of {limit}; the oldest has waited {oldest}.',
  GUARD_LICENCE_USED:
    'The licence of “{name}” ran out on {day}; content published since then uses it: {content} ({count}).',
  GUARD_LICENCE_OVER: 'The licence of “{name}” ran out on {day}.',
  GUARD_LICENCE_SOON: 'The licence of “{name}” runs out on {day}, in {days} days.',
  GUARD_POLICY_LATE: '{platform}: “{name}” was due on {day} and is not done.',
  GUARD_POLICY_SOON: '{platform}: “{name}” is due on {day}.',
  GUARD_CHANNEL:
    '{name} brought {share} of {goal} in the last {days} days; that is as much dependence as on {channels} channels of equal size.',
  GUARD_GAMED:
    '{name} is better than usual ({own}) while its guardrail “{guard}” is worse than usual ({other}): better on paper, worse for the business.',
  GUARD_GAMED_WEEK:
    '{name} is better than the week before ({own}) while its guardrail “{guard}” is worse ({other}): better on paper, worse for the business.',
  GUARD_TARGET_BEST:
    'The target of {name} for the week is {target}; the best of the last weeks was {best} (the target is {times} that).',
  GUARD_TARGET_P90:
    'The target of {name} for the week, {target}, is beyond {limit}, which one in ten of the last weeks reached.',
  GUARD_TARGET_BENCHMARK:
    'The target of {name} for the week, {target}, is outside the middle half of the benchmark, which ends at {limit}.',
  GUARD_TARGETS_APART:
    'If every KPI right below {name} just reaches its target, {name} comes to {made}, {share} of its own target of {target}.',
  GUARD_STOCK_OUT: '{name} ({sku}) is sold out while “{title}” has {times} the usual views; {eta}.',
  GUARD_STOCK_LOW:
    '{name} ({sku}) lasts {days} more days while “{title}” has {times} the usual views; {eta}.',
  GUARD_SUPPLY: 'supply is expected on {day}',
  GUARD_NO_SUPPLY: 'no supply is on its way',
} as const;
