/** Call-outs of the review, and words of its section 6, weak variables. */
export const reviewFindings = {
  FINDINGS: 'Out of the ordinary',
  FINDING_AT: 'See',
  FIND_OWNER: 'Owner: {owner}.',
  FIND_stock_out: '{text}',
  FIND_overdue_comments: '{text}',
  FIND_gamed: '{text}',
  FIND_licence_used: '{text}',
  FIND_policy_overdue: '{text}',
  FIND_stock_low: '{text}',
  FIND_unreal_target: '{text}',
  FIND_licence_over: '{text}',
  FIND_licence_soon: '{text}',
  FIND_policy_due: '{text}',
  FIND_one_channel: '{text}',
  FIND_conversion_drop: '{account}: {metric} is down, {value}{span} instead of the usual {usual} ({change}).',
  FIND_conversion_rise: '{account}: {metric} is up, {value}{span} instead of the usual {usual} ({change}).',
  FIND_node_worse: '{name}{owner} is clearly worse than usual: {value}{span} instead of {usual} ({change}).',
  FIND_node_better:
    '{name}{owner} is clearly better than usual: {value}{span} instead of {usual} ({change}).',
  SPAN_ONE: '',
  SPAN_TWO: ' over two weeks',
  SPAN_TWO_MEAN: ' a week over two weeks',
  CHANGE_TWO: '{change} over two weeks',
  FIND_quarter_at_risk:
    '{name}{owner} ends the quarter at {forecast} at its present pace, {share} of the plan of {plan}.',
  FIND_quarter_reached: '{name}{owner} has reached the plan of the whole quarter: {value} of {plan}.',
  FIND_behind_plan:
    '{name}{owner} was clearly below plan for {count} weeks in a row; this week {share} of it.',
  FIND_plan_out_of_reach:
    '{name}{owner} as it is will not reach its plan of {plan} a week: its usual ups and downs end at {limit}.',
  FIND_viral: '“{title}” ({account}) has {views} views this week, {times} the usual{brought}.',
  VIRAL_BROUGHT: ', and brought {gmv}, {share} of {goal}',
  FIND_goal_record: '{name}{owner}: best week of the last {count}, {value}; the best before was {best}.',
  FIND_weak_variable:
    '{variable} “{level}” goes with weak content: {effect} fewer views than the rest ({count} items). Try another.',
  FIND_account_loss: '{account} cost {cost} this week and brought {gmv}.',
  FIND_refunds_up: 'More goes back than usual: the refund rate is {value}{span} instead of {usual}.',
  FIND_publishing_behind:
    'Only {published} of {planned} planned items were published; {missing} are missing.',
  FIND_actions_overdue: '{count} actions are overdue, the oldest: “{action}”{owner}.',
  FIND_experiment_won:
    'Test {id}{owner} is decided: {decision}; {arm} did better ({difference}). {hypothesis}',
  FIND_experiment_no_difference: 'Test {id}{owner} ended without a difference. {hypothesis}',
  FIND_experiment_due:
    'Test {id}{owner} has its planned size and waits for a decision ({difference}). {hypothesis}',
  FIND_experiment_early:
    'Test {id}{owner} is clear before its planned size and waits for a decision ({difference}). {hypothesis}',
  FIND_flop: '“{title}” ({account}) cost {cost} and has {share} of the usual views.',
  FIND_driver_down: '{name}{owner} took {effect} from {goal}, {share} of its fall of {change}.',
  FIND_driver_up: '{name}{owner} brought {effect} to {goal}, {share} of its rise of {change}.',
  SHARE_ALL: 'all',
  FIND_offsetting: '{goal} stands still because two things cancel out: {up} ({gain}) and {down} ({loss}).',
  FIND_mix_shift:
    'Views moved between platforms, above all {name}: GMV per view changed by {change} through that alone; the platforms’ own rates did {own}.',
  FIND_unexplained:
    '{name}{owner}: {rest} ({share}) is not explained by the KPIs below it; the tree or the data lack something.',
  FIND_run_worse:
    '{name}{owner} is worse than its former level for {count} weeks in a row: {change} on average.',
  FIND_run_better:
    '{name}{owner} is better than its former level for {count} weeks in a row: {change} on average.',
  FIND_action_worked:
    '“{action}”{owner} has worked: its KPI changed by {measured} a week, {expected} was expected.',
  FIND_untraced:
    '{share} of the week’s order value leads to no content: links without UTM cannot show what made money.',
  FIND_cold_start_over:
    '{account} has left its cold start ({count} items); its content is ranked from now on.',
  SECTION_WEAK: 'Weak variables',
  WEAK_NONE:
    'No recorded variable clearly goes with weak content ({tried} asked of {items} items published {from} – {to}).',
  WEAK_ASKED:
    '{tried} levels were asked of {items} items published {from} – {to}, against the median of their account and format.',
  WEAK_TOO_FEW: 'Too few items for a question: {names}.',
  COL_LEVEL: 'Level',
  COL_WEAK_EFFECT: 'Views',
  COL_ITEMS: 'Items',
  COL_OTHERS: 'Others',
  COL_Q: 'q',
  VARIABLE_hour: 'Publishing time (sheet’s time zone)',
  VARIABLE_weekday: 'Weekday',
  VARIABLE_duration: 'Length of the video',
  VARIABLE_title_length: 'Length of the title',
  VARIABLE_title_pattern: 'Kind of title',
  WEEKDAY_1: 'Monday',
  WEEKDAY_2: 'Tuesday',
  WEEKDAY_3: 'Wednesday',
  WEEKDAY_4: 'Thursday',
  WEEKDAY_5: 'Friday',
  WEEKDAY_6: 'Saturday',
  WEEKDAY_7: 'Sunday',
  PATTERN_question: 'question',
  PATTERN_number: 'with a number',
  PATTERN_exclamation: 'exclamation',
  PATTERN_bracket: 'with brackets',
  PATTERN_hashtag: 'with a hashtag',
  PATTERN_plain: 'plain',
  LEVEL_HOURS: '{level} h',
  LEVEL_SECONDS: '{level} s',
  LEVEL_CHARACTERS: '{level} characters',
  ASSURANCE_always: 'plan is safe',
  ASSURANCE_never: 'plan out of reach',
  COL_CONVERSION: 'Conversion',
  COL_CONVERSION_USUAL: 'Usual',
  COL_CONVERSION_CHANGE: 'Change',
  COL_CONVERSION_RATE: 'Rate',
  COL_EXPECTED: 'Expected',
  COL_MEASURED: 'Measured',
} as const;
