/** Faults of a tree that is being edited, where its KPIs are known by their names. */
export const tree = {
  EDIT_TREE_EMPTY: 'The KPI tree is empty.',
  EDIT_NODE_WITHOUT_ID: '“{name}” has no ID.',
  EDIT_DUPLICATE_ID: 'The ID “{found}” is there twice.',
  EDIT_UNKNOWN_PARENT: '“{name}”: there is no KPI “{found}” to be the parent.',
  EDIT_SECOND_ROOT: '“{name}” has no parent, but “{expected}” is the goal already.',
  EDIT_CYCLE: 'KPIs form a circle: {found}.',
  EDIT_UNKNOWN_OPERATOR: '“{name}”: “{found}” is no way to make a KPI.',
  EDIT_OPERATOR_WITHOUT_CHILDREN: '“{name}” is to be made of KPIs below it, but has none.',
  EDIT_CHILDREN_WITHOUT_OPERATOR: '“{name}” has KPIs below it: say how they make it.',
  EDIT_RATIO_NEEDS_TWO: '“{name}” is a ratio, which needs exactly two KPIs below it; it has {found}.',
  EDIT_BAD_COEFFICIENT: '“{name}”: “{found}” cannot be a coefficient.',
} as const;
