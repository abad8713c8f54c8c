/** What two people changed at the same time in the KPI tree; the sidebar and the picture of the tree say it. */
export const treeConflicts = {
  UI_TREE_CONFLICTS: 'Someone else changed the same meanwhile. Nothing is saved yet: choose what counts.',
  UI_TREE_CONFLICT_KPI: 'The whole KPI',
  UI_TREE_MINE: 'Yours: {value}',
  UI_TREE_THEIRS: 'Theirs: {value}',
  UI_TREE_KEPT: 'keep it',
  UI_TREE_GONE: 'delete it',
  UI_TREE_BLANK: 'empty',
  UI_TREE_SAVE_CHOSEN: 'Save this choice',
  UI_TREE_BACK: 'Back to the tree',
} as const;
