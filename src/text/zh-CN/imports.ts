import type { imports as english } from '../en/imports.ts';

export const imports = {
  EXPORT_UNKNOWN: '没有任何可识别的导出文件使用这些表头：{found}',
  EXPORT_COLUMNS_MISSING: '该文件最接近“{format}”，但缺少列：{missing}。请在导出时加上该列后重试。',
  EXPORT_WITHOUT_PLACE: '“{format}”：工作簿没有存放这类数据的工作表，未导入任何内容。共 {count} 行。',
  PLATFORM_GUESSED:
    '文件没有说明属于哪个平台，已按 {platform} 导入。如果不对，请撤销导入，并在侧边栏中选择平台。',
  WORD_UNKNOWN: '“{column}”中有工作簿不认识的词：{found}。改成以下之一之前，不会计入该项：{expected}。',
  PERIOD_UNKNOWN:
    '文件没有说明数据所属的日期。请在文件名中写明首日和末日，例如“videos 2026-01-01_2026-01-31.xlsx”，然后重试。',
  ID_ROUNDED:
    '第 {row} 行：“{column}”中的“{found}”是长编号被表格软件改写后的结果，末尾几位已丢失。请直接导入原始导出文件，不要先用表格软件打开再保存。',
  ROW_TWICE:
    '第 {row} 行：前面已有同一对象的一行，“{column}”不一致：此处为 {found}，前一行为 {expected}。只导入了前一行。',
  ROW_OF_OTHER_ACCOUNT: '第 {row} 行属于账号“{found}”，而前面的行属于“{expected}”。请按账号分别导出。',
  EXPORT_NO_ROWS: '文件只有表头，下面没有数据行。',
  EXPORT_ONLY_TOTALS: '文件表头下面只有合计，没有明细行，因此没有可导入的内容。请导出明细表。',
  FOR_EXAMPLE: '例如 {expected}',
  CONTENT_ID_MISSING: '第 {row} 行：“{column}”为空，无法得知该行属于哪条内容。',
  CONTENT_ID_WRONG: '第 {row} 行：“{column}”中的“{found}”不是该平台的内容编号（例如 {expected}）。',
  CONTENT_TWICE:
    '第 {row} 行：文件中该内容出现了两次，两行的“{column}”不一致：此处为 {found}，前一行为 {expected}。只导入了前一行。',
  ROW_TOO_LONG: '第 {row} 行有 {found} 个单元格，而表头只有 {expected} 个；可能是文本中的逗号没有加引号。',
  CELL_EMPTY: '第 {row} 行：“{column}”为空。',
  CELL_NO_VALUE: '第 {row} 行：“{column}”中的“{found}”表示没有值，而缺少它就无法导入该行。',
  CELL_MARKS_MIXED:
    '第 {row} 行：“{column}”中的“{found}”只能按小数点符号“{expected}”来读，而文件中其他数据用的是另一种符号，因此无法确定其数值。',
  CELL_OTHER_CURRENCY:
    '第 {row} 行：“{column}”中的“{found}”与此处金额的币种（{expected}）不同。为避免把它当作 {expected}，未导入本行。请单独导出该行，或把金额换算成 {expected}。',
  CELL_NOT_COUNT: '第 {row} 行：“{column}”中的“{found}”不是整数（例如 {expected}）。',
  CELL_NOT_NUMBER: '第 {row} 行：“{column}”中的“{found}”不是数字（例如 {expected}）。',
  CELL_NOT_DURATION: '第 {row} 行：“{column}”中的“{found}”不是时长（例如 {expected}）。',
  CELL_NOT_DATE: '第 {row} 行：“{column}”中的“{found}”不是明确的日期（例如 {expected}）。',
  CELL_NEGATIVE: '第 {row} 行：“{column}”中的“{found}”小于零，而该数据不可能为负（例如 {expected}）。',
  REJECTED_MORE: '另有 {count} 行因同样的原因被拒绝：{example}',
  EXPORT_ROWS_MISSING: '可能缺行：各行“{column}”合计为 {sum}，而文件自带总计为 {total}。',
  EXPORT_TABLES_LEFT: '文件中还有其他导出表，未导入：{tables}。请分别作为单独的文件导入。',
  EXPORT_ROW_LIMIT: '{format}：平台只导出前 {count} 行，其余内容可能缺失。',
  EXPORT_RATIO_DIFFERS: '有 {count} 行的“{column}”与其他数据对不上，首见于第 {row} 行。数据已按原样导入。',
  ROWS_REPEATED: '有 {count} 行与前面的行完全相同，只计一次。',
  EXPORT_DATES_GUESSED:
    '“{column}”中的日期看不出日在前还是月在前，已按本表格的区域设置读取：“{found}”读作 {expected}。',
  ORDER_LINES_JOINED: '有 {count} 行与同一订单、同一商品、同一内容的前一行合并，金额已相加，没有遗漏。',
  ORDER_TOTALS_SHARED:
    '“{column}”是整个订单的金额，在订单的每一行重复出现，已只计一次并分摊到各行。共 {count} 个订单，首个为 {order}。',
  ORDER_AMOUNTS_REPEATED:
    '同一订单各行的“{column}”都相同，每行都已计入。共 {count} 个订单，首个为 {order}。如果它是整个订单的金额，请把该列改名为“Order Total”后重新导入文件。',
  ORDER_SUBTOTAL_DIFFERS:
    '有 {count} 个订单的各行金额减去折扣后与小计不符，首个为 {order}。已采用各行的金额。',
  CURRENCY_ASSUMED:
    '有 {count} 个金额，文件和账号都没有说明币种，已按汇报币种处理。如不正确，请在账号表中填写该账号的币种。',
  CURRENCY_SIGN_OPEN:
    '有 {count} 个金额带有符号 ¥，它既可以是人民币，也可以是日元。文件没有明确说明是哪一种，已按 {currency} 处理。如不正确，请撤销导入，在账号表中填写该账号的币种，然后重新导入文件。',
  COST_DAYS_OVERLAP:
    '第 {row} 行：工作簿中已有同一成本，其日期与本行（{found}）部分重叠：{expected}。两者都计入会重复，因此未导入本行。请导入包含全部这些日期的文件，或先删除表中的那一行。',
  COST_DAYS_REPLACED: '有 {count} 行成本只涉及本文件所含期间的一部分，已由本文件的行取代，不会重复计算。',
  COMMISSIONS_PARTIAL:
    '有 {count} 笔佣金（按内容和日期汇总）保持不变，因为文件缺少工作簿中已有的当天订单。请按整天导出。',
  NEWER_FILE_KEPT: '有 {count} 行保留了较新文件（数据截至 {expected}）的内容，只填补了空单元格。',
  PUBLISHED_AFTER_AS_OF: '有 {count} 条内容的发布时间晚于数据截至日，首见于第 {row} 行。请检查数据截至日。',
  AS_OF_IN_FUTURE:
    '数据截至日 {found} 还没有到，因此该文件未导入任何内容。请填写文件所含的最后一个完整日，最晚为 {expected}。',
  AS_OF_TODAY: '数据截至日是今天，而今天还没有结束，数据可能不全。最后一个完整日是 {expected}。',
  CONTENT_OF_OTHER_ACCOUNT:
    '该文件中有 {count} 条内容已属于账号“{account}”。请检查账号是否正确；两个账号的数据会相加。',
  CONTENT_JOINED:
    '该文件中有 {count} 条视频已作为“{platform}”内容在工作簿中，数据已记在那里，播放量不会重复计算。',
  CONTENT_ON_BOTH:
    '该文件中有 {count} 条视频在工作簿中同时属于“{platform}”和“{twin}”，会重复计算。请撤销其中一方的导入，再重新导入其文件。',
} as const satisfies Record<keyof typeof english, string>;
