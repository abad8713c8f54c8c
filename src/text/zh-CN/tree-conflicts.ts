import type { treeConflicts as english } from '../en/tree-conflicts.ts';

export const treeConflicts = {
  UI_TREE_CONFLICTS: '其他人同时改了同一处，尚未保存任何内容：请选择以哪个为准。',
  UI_TREE_CONFLICT_KPI: '整个 KPI',
  UI_TREE_MINE: '你的：{value}',
  UI_TREE_THEIRS: '对方的：{value}',
  UI_TREE_KEPT: '保留',
  UI_TREE_GONE: '删除',
  UI_TREE_BLANK: '空',
  UI_TREE_SAVE_CHOSEN: '按此保存',
  UI_TREE_BACK: '返回编辑',
} as const satisfies Record<keyof typeof english, string>;
