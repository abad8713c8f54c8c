import type { pictures as english } from '../en/pictures.ts';

export const pictures = {
  MENU_PICTURE: 'KPI 树全图',
  PICTURE_DIALOG: 'KPI 树',
  PICTURE_TITLE: 'KPI 树 {period}',
  PICTURE_DESCRIPTION:
    'KPI 树全图：每个 KPI 的实际、目标、达成率、负责人和影响。数据与本期复盘中的“KPI 树”表格一致。',
  PICTURE_PUT: '图片已放在 {period} 复盘的下方。',
  PICTURE_CLOSED: '{period} 复盘已定稿，作为记录不再改动，因此没有放入图片。',
  PICTURE_NO_REVIEW: '还没有 {period} 复盘。请先在菜单中选择“生成周复盘”。',
  PICTURE_TOO_LARGE: '图片超过一百万像素，Google 无法接收。',
} as const satisfies Record<keyof typeof english, string>;
