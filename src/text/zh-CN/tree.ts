import type { tree as english } from '../en/tree.ts';

export const tree = {
  EDIT_TREE_EMPTY: 'KPI 树为空。',
  EDIT_NODE_WITHOUT_ID: '“{name}”没有编号。',
  EDIT_DUPLICATE_ID: '编号“{found}”重复。',
  EDIT_UNKNOWN_PARENT: '“{name}”：没有可作上级的 KPI“{found}”。',
  EDIT_SECOND_ROOT: '“{name}”没有上级，但总目标已是“{expected}”。',
  EDIT_CYCLE: 'KPI 形成循环：{found}。',
  EDIT_UNKNOWN_OPERATOR: '“{name}”：“{found}”不是合成方式。',
  EDIT_OPERATOR_WITHOUT_CHILDREN: '“{name}”设了下级合成方式，但没有下级。',
  EDIT_CHILDREN_WITHOUT_OPERATOR: '“{name}”有下级：请选择下级合成方式。',
  EDIT_RATIO_NEEDS_TWO: '“{name}”是比率，需要恰好两个下级，现有 {found} 个。',
  EDIT_BAD_COEFFICIENT: '“{name}”：“{found}”不能作为系数。',
} as const satisfies Record<keyof typeof english, string>;
