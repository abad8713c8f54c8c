import type { files as english } from '../en/files.ts';

export const files = {
  FILE_EMPTY: '文件是空的，请重新导出。',
  FILE_BINARY: '这不是表格：文件内容为二进制数据。请选择导出的 CSV 或 XLSX 文件。',
  FILE_ENCODING:
    '无法识别文件的字符编码：第 {line} 行的 {byte} 不是 UTF-8。请将文件另存为“CSV UTF-8”后重试。',
  FILE_TRUNCATED: '文件在第 {row} 行中间结束，内容不完整。请重新导出或下载。',
  FILE_QUOTE: '第 {row} 行在右引号之后还有文字，无法区分单元格。请重新导出文件。',
  FILE_DAMAGED: '文件已损坏，无法解压。请重新导出或下载。',
  FILE_ENCRYPTED: '文件有密码保护。请去掉密码另存后重试。',
  FILE_OLD_EXCEL: '这是 Excel 97–2003 文件（.xls）。请另存为 .xlsx 或 CSV 后重试。',
  FILE_NOT_TABLE: '文件中没有表格：既不是 Excel 工作簿，也不是 CSV 压缩包。',
  FILE_TOO_LARGE: '文件太大：解压后最多可读取 {megabytes} MB。',
  FILE_TOO_MANY_CELLS: '文件中某个工作表的单元格太多：最多可读取 {millions} 百万个。',
} as const satisfies Record<keyof typeof english, string>;
