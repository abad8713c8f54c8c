/** What is wrong with a file itself; the sidebar reads files, and needs of all that imports say only this. */
export const files = {
  FILE_EMPTY: 'The file is empty. Please export it again.',
  FILE_BINARY:
    'This is no table: the file holds binary data. Please choose the CSV or XLSX file of the export.',
  FILE_ENCODING:
    'The file’s characters cannot be read: {byte} in line {line} is not UTF-8. Please save the file as “CSV UTF-8” and try again.',
  FILE_TRUNCATED:
    'The file ends in the middle of row {row}: it was cut off. Please export or download it again.',
  FILE_QUOTE:
    'Row {row} has text after a closing quotation mark, so its cells cannot be told apart. Please export the file again.',
  FILE_DAMAGED: 'The file is damaged and cannot be unpacked. Please export or download it again.',
  FILE_ENCRYPTED: 'The file is protected by a password. Please save it without one and try again.',
  FILE_OLD_EXCEL: 'This is an Excel 97–2003 file (.xls). Please save it as .xlsx or CSV and try again.',
  FILE_NOT_TABLE:
    'There is no table in the file: it is neither an Excel workbook nor an archive of CSV files.',
  FILE_TOO_LARGE: 'The file is too large: at most {megabytes} MB, unpacked, can be read.',
  FILE_TOO_MANY_CELLS: 'A sheet of the file has too many cells: at most {millions} million can be read.',
} as const;
