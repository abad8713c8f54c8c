/** What the workbench's own page says, in the two languages. The add-on's words come from the add-on. */

import { automationEn, automationZh } from './automation/words.ts';

export type WorkbenchLanguage = 'en' | 'zh-CN';

const en = {
  localNote: 'Local copy — nothing leaves this computer',
  preparing: 'Preparing your spreadsheet…',
  openingPage: 'Opening the page',
  extensions: 'Extensions',
  noMenu: 'The add-on has no menu here',
  download: 'Download .xlsx',
  licences: 'Licences',
  close: 'Close',
  ok: 'OK',
  cancel: 'Cancel',
  yes: 'Yes',
  no: 'No',
  running: 'Running script',
  finished: 'Finished script',
  scriptFailed: 'Script error',
  sidebar: 'Add-on sidebar',
  lost: 'No connection to the local host. Start it again with “npm start”; this page reconnects by itself.',
  back: 'Connected again.',
  refused: 'This change could not be made, and the sheet was put back as it was.',
  unsupported: 'The local workbench does not do this. Google Sheets does.',
  noSuchSheet: 'There is no sheet with this name:',
  openFile: 'Open a file…',
  openTitle: 'Open “{name}” here?',
  openText: 'Its sheets take the place of the sheets that are open. Undo (Ctrl+Z) brings those back.',
  open: 'Open',
  opening: 'Opening the file…',
  opened: 'Opened: {name}',
  openedPartly: 'Charts, pictures and conditional formats of the file are not taken over.',
  notOpened: '“{name}” is no Excel workbook (.xlsx) and no workbook saved here (.json). Nothing was changed.',
  saveAll: 'Save everything (.json)',
  insertNote: 'Insert note',
  editNote: 'Edit note',
  deleteNote: 'Delete note',
  noteOf: 'Note for {cell}',
  save: 'Save',
  hiddenSheets: 'Hidden sheets',
  createFilter: 'Create a filter',
  removeFilter: 'Remove filter',
  mergeCells: 'Merge cells',
  mergeAll: 'Merge all',
  mergeVertically: 'Merge vertically',
  mergeHorizontally: 'Merge horizontally',
  unmerge: 'Unmerge',
  notMerged:
    'These cells cannot be merged: they lie in a filter, or on both sides of the edge of frozen cells.',
  example: 'Example:',
  ...automationEn,
};

export type WorkbenchWords = { readonly [K in keyof typeof en]: string };

const zh: WorkbenchWords = {
  localNote: '本机副本 — 数据不会离开这台电脑',
  preparing: '正在准备表格…',
  openingPage: '打开页面',
  extensions: '扩展程序',
  noMenu: '此处没有插件菜单',
  download: '下载 .xlsx',
  licences: '许可',
  close: '关闭',
  ok: '确定',
  cancel: '取消',
  yes: '是',
  no: '否',
  running: '正在运行脚本',
  finished: '脚本运行完毕',
  scriptFailed: '脚本出错',
  sidebar: '插件侧边栏',
  lost: '与本机服务的连接已断开。请重新运行“npm start”,本页会自动重连。',
  back: '已重新连接。',
  refused: '无法完成这项更改,表格已恢复原状。',
  unsupported: '本机工作台不支持此操作,Google 表格支持。',
  noSuchSheet: '没有这个名称的工作表:',
  openFile: '打开文件…',
  openTitle: '在此打开“{name}”？',
  openText: '文件中的工作表将取代当前的工作表。撤消(Ctrl+Z)可以恢复。',
  open: '打开',
  opening: '正在打开文件…',
  opened: '已打开：{name}',
  openedPartly: '文件中的图表、图片和条件格式未载入。',
  notOpened: '“{name}”不是 Excel 工作簿（.xlsx），也不是在此保存的工作簿（.json）。未做任何更改。',
  saveAll: '保存全部内容（.json）',
  insertNote: '插入备注',
  editNote: '修改备注',
  deleteNote: '删除备注',
  noteOf: '{cell} 的备注',
  save: '保存',
  hiddenSheets: '隐藏的工作表',
  createFilter: '创建过滤器',
  removeFilter: '移除过滤器',
  mergeCells: '合并单元格',
  mergeAll: '全部合并',
  mergeVertically: '垂直合并',
  mergeHorizontally: '水平合并',
  unmerge: '取消合并',
  notMerged: '无法合并这些单元格：它们位于过滤器中，或跨越了冻结区域的边缘。',
  example: '示例：',
  ...automationZh,
};

const tables: Readonly<Record<WorkbenchLanguage, WorkbenchWords>> = { en, 'zh-CN': zh };

/** The words of a language; English where there are none. */
export function workbenchWords(language: string): WorkbenchWords {
  return tables[workbenchLanguage(language)];
}

/** The nearest language of the page: any Chinese is `zh-CN`, everything else `en`. */
export function workbenchLanguage(language: string): WorkbenchLanguage {
  return /^zh/i.test(language) ? 'zh-CN' : 'en';
}
