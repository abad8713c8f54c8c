/** What `npm start` says while it prepares, in the terminal and on the page. */
const WORDS = {
  en: {
    building: 'Building the add-on',
    settingUp: 'Setting up the sheets',
    sample: 'Loading sample data',
    importing: 'Importing {name}',
    imported:
      '  {format}, account {account}, as of {asOf}: {read} rows = {taken} new + {updated} updated + {unchanged} unchanged + {rejected} rejected; {skipped} skipped',
    nothingNew:
      '    The workbook has all of it already: nothing was changed, and the import log has no new line.',
    looksLike: 'It looks most like a table in which a row is {word} (by its columns {columns}). ',
    mapIt: 'Start without --once and drop it on the sidebar: there you can say once what its columns hold.',
    aContent: 'a piece of content',
    aDay: 'a day of an account',
    anOrder: 'an order',
    aCost: 'a cost',
    aProduct: 'a product',
    aComment: 'a comment',
    nothingRead: 'No file could be read ({count} given), so no review was written.',
    writing: 'Writing the review {week}',
    done: '  done: {name}',
    failed: '  failed: {name}: {reason}',
    rejected: '    {message}',
    more: '    … and {count} more: see import.json',
    noFile: 'There is no such file, or it cannot be opened.',
    isFolder: '{name} is a folder. Please name the export file in it.',
    workbench: 'Workbench: {url}',
    ready: 'Ready: {url}  (Ctrl+C ends it)',
    usualDay: 'No --as-of was given: the files are taken as of {day}, the day before today.',
    usualPeriod:
      '  {name} does not say which days its figures are for: taken as of {from} to {to}. --as-of names the last of seven other days.',
    askDay: 'Last full day that the files contain [{day}]: ',
    badDay: 'Please write the day as 2026-11-22.',
    portTaken: 'The port is taken by another program. Choose another with --port, or leave --port out.',
  },
  'zh-CN': {
    building: '正在构建插件',
    settingUp: '正在建立工作表',
    sample: '正在载入示例数据',
    importing: '正在导入 {name}',
    imported:
      '  {format}，账号 {account}，截至 {asOf}：共 {read} 行 = 新增 {taken} + 更新 {updated} + 未变 {unchanged} + 拒收 {rejected}；跳过 {skipped}',
    nothingNew: '    工作簿中已有全部内容：没有改动，导入记录也没有新增一行。',
    looksLike: '它最像一张每行是{word}的表（依据列：{columns}）。',
    mapIt: '请不加 --once 启动，把文件拖到侧边栏，在那里说明一次各列的含义即可。',
    aContent: '一条内容',
    aDay: '账号的一天',
    anOrder: '一笔订单',
    aCost: '一笔成本',
    aProduct: '一个商品',
    aComment: '一条评论',
    nothingRead: '没有一个文件可以读取（共 {count} 个），因此没有生成复盘。',
    writing: '正在生成 {week} 复盘',
    done: '  完成：{name}',
    failed: '  失败：{name}：{reason}',
    rejected: '    {message}',
    more: '    ……还有 {count} 条，见 import.json',
    noFile: '没有这个文件，或无法打开。',
    isFolder: '{name} 是文件夹。请写出其中的导出文件。',
    workbench: '工作台：{url}',
    ready: '已就绪：{url}（按 Ctrl+C 结束）',
    usualDay: '未给出 --as-of：文件按截至 {day}（昨天）导入。',
    usualPeriod:
      '  {name} 没有说明数据属于哪些日期：按 {from} 至 {to} 导入。可用 --as-of 指定另外七天的最后一天。',
    askDay: '文件包含的最后一个完整日期 [{day}]：',
    badDay: '请按 2026-11-22 的格式填写日期。',
    portTaken: '端口已被其他程序占用。请用 --port 换一个端口，或不写 --port。',
  },
} as const;

export type StartWord = keyof (typeof WORDS)['en'];

/**
 * A line of `npm start`.
 * @param language Language of the workbook.
 * @param word Which line.
 * @param values Fillings of its placeholders.
 */
export function startText(
  language: keyof typeof WORDS,
  word: StartWord,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return WORDS[language][word].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
