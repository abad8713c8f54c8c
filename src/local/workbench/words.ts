/** What the workbench's own page says, in the two languages. The add-on's words come from the add-on. */

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
  answered: 'The script went on with the answer',
  mailSent: 'Mail kept in the outbox for',
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
  answered: '脚本按此回答继续运行',
  mailSent: '邮件已存入发件箱,收件人',
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
