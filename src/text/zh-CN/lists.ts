import type { lists as english } from '../en/lists.ts';

export const lists = {
  LIST_SAVED: '已保存到“{sheet}”工作表。',
  LIST_SAVED_BESIDE: '已保存到“{sheet}”工作表，其间他人的改动也已保留。',
  LIST_BAD_VALUE: '“{field}”中不能填写“{found}”。未作任何更改。',
  SHOW_TAB_GONE: '插件的工作表“{sheet}”已不存在：可能已改名或删除。',
  SHOW_CELL_GONE: '工作表“{sheet}”中已没有单元格 {cell}：行或列可能已删除。',
  INSERTED: '示例已写入“{sheet}”的 {cell}，请把其中的数值换成你自己的单元格。',
  INSERT_NOT_EMPTY: '“{sheet}”的单元格 {cell} 不是空的。请选中一个空单元格后重试。',
  INSERT_NOWHERE: '没有选中单元格。请先在工作表中点选一个，再重试。',
} as const satisfies Record<keyof typeof english, string>;
