import type { treeShared as english } from '../en/tree-shared.ts';

export const treeShared = {
  BASE_BASIS: '按 {from} 至 {to} 推算，即最近连续四周、每天都有数据；累计类数值折算为 {days} 天。',
  BASE_NO_WEEKS: '还没有连续四周每天都有数据。',
  OWNER_BY_ROLE: '团队中的{role}：{names}。',
  OWNER_UNKNOWN: '团队中没有这个姓名或角色：{names}。',
  OWNER_NO_TEAM: '团队还是空的。请在侧边栏的“更多”中填写。',
} as const satisfies Record<keyof typeof english, string>;
