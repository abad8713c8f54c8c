import type { calls as english } from '../en/calls.ts';

export const calls = {
  UI_LOADING: '正在加载……',
  UI_WORKING: '正在处理……',
  UI_STILL_WORKING: '仍在处理。大型表格可能需要几分钟，请保持此页面打开。',
  UI_RETRY: '重试',
  UI_CANCEL: '取消',
  UI_EMPTY_ANSWER: 'Google 返回了空结果。请先查看任务是否已完成，再重试。',
  UI_CALL_FAILED: 'Google 未能完成：{message}',
  UI_NO_CONNECTION: '无法连接到表格。请检查网络后重试。',
  UI_NO_ANSWER: '一直没有收到结果。任务可能已经完成：请先查看工作表，再决定是否重试。',
  UI_NO_AUTHORISATION: 'Google 未允许插件运行。',
  UI_ACCOUNTS_HINT:
    '如果此浏览器登录了多个 Google 账号，请在只登录了有权打开本表格的那个账号的窗口（例如无痕窗口）中重新打开侧边栏。',
  UI_NOT_IN_SHEETS: '此页面只能在 Google 表格中使用。请从表格的菜单中打开。',
} as const satisfies Record<keyof typeof english, string>;
