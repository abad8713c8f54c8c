/** Metrics of every kind: amounts, rates, rates of several terms, and those with money of other sheets. */
export const METRIC_KEYS = [
  ...['views', 'likes', 'gmv', 'orders', 'units', 'refunds', 'cost', 'ad_spend', 'cost_staff'],
  ...['ctor', 'cvr', 'gpm', 'aov', 'engagement_rate', 'like_rate', 'tap_through_rate', 'refund_rate'],
  ...['roi', 'roas', 'cost_per_order', 'items_per_order', 'unit_price', 'negative_comments'],
] as const;
