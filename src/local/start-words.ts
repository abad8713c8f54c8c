/** What `npm start` says while it prepares, in the terminal and on the page. */
const WORDS = {
  en: {
    building: 'Building the add-on',
    settingUp: 'Setting up the sheets',
    sample: 'Loading sample data',
    importing: 'Importing {name}',
    imported:
      '  {format}, account {account}, as of {asOf}: {read} rows = {taken} new + {updated} updated + {unchanged} unchanged + {rejected} rejected; {skipped} skipped',
    writing: 'Writing the review {week}',
    done: '  done: {name}',
    failed: '  failed: {name}: {reason}',
    rejected: '    {message}',
    more: '    … and {count} more: see import.json',
    noFile: 'There is no such file, or it cannot be opened.',
    isFolder: '{name} is a folder. Please name the export file in it.',
  },
  'zh-CN': {
    building: '正在构建插件',
    settingUp: '正在建立工作表',
    sample: '正在载入示例数据',
    importing: '正在导入 {name}',
    imported:
      '  {format}，账号 {account}，截至 {asOf}：共 {read} 行 = 新增 {taken} + 更新 {updated} + 未变 {unchanged} + 拒收 {rejected}；跳过 {skipped}',
    writing: '正在生成 {week} 复盘',
    done: '  完成：{name}',
    failed: '  失败：{name}：{reason}',
    rejected: '    {message}',
    more: '    ……还有 {count} 条，见 import.json',
    noFile: '没有这个文件，或无法打开。',
    isFolder: '{name} 是文件夹。请写出其中的导出文件。',
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
