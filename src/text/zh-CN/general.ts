import type { general as english } from '../en/general.ts';

export const general = {
  MENU_SET_UP: '设置本表格',
  MENU_SIDEBAR: '打开侧边栏',
  MENU_REVIEW: '生成周复盘',
  MENU_CLOSE: '最近一期复盘定稿',
  MENU_AUTOMATION: '自动化……',
  MENU_REMOVE: '清除插件保存的内容……',
  PRODUCT: 'Content KPI',
  SETTING_UP: '正在建立工作表……',
  SET_UP_DONE: '完成：新增 {count} 个工作表。请从“{guide}”开始。',
  SET_UP_NOTHING: '所有工作表都已存在，没有改动。',
  SET_UP_SHEETS: '已新增工作表：{sheets}。',
  SET_UP_COLUMNS: '已在工作表“{sheet}”右端补上列：{columns}。',
  SET_UP_SETTINGS: '已新增设置项：{names}。',
  SET_UP_UPDATED: '工作表已更新到最新版本，没有缺少的内容。',
  WORKING: '正在处理……',
  REVIEW_WRITTEN: '{period} 复盘已写入对应标签页。',
  REVIEW_IS_CLOSED: '{period} 复盘已定稿，没有改动。',
  REVIEW_CLOSED: '{period} 复盘已定稿，今后不再变化。',
  CLOSE_QUESTION: '将 {period} 复盘定稿？定稿的复盘作为记录保存：之后的导入不再改变它，也不能重新打开。',
  REVIEW_NONE_OPEN: '没有可定稿的复盘草稿。',
  REMOVE_QUESTION:
    '清除插件为本表格保存的全部内容：您的每小时触发器、工作表和列的隐藏标记、隐藏工作表（此后无法撤销上次导入），以及自定义文件的读取方式？工作表会保留，除非您在下一个问题中另作选择。',
  REMOVE_SHEETS_QUESTION:
    '是否同时删除插件的 {count} 个工作表和复盘，包括其中填写的所有内容？选择“否”则保留为普通工作表。',
  REMOVE_DONE:
    '已清除：触发器、{marks} 个隐藏标记、{hidden} 个隐藏工作表。所有工作表均已保留，选择“设置本表格”可重新启用。',
  REMOVE_DONE_SHEETS:
    '已清除：触发器、{marks} 个隐藏标记、{hidden} 个隐藏工作表，以及 {sheets} 个工作表和复盘。表格的版本记录中仍可找回。',
  REMOVE_NOTHING: '插件没有在此保存任何内容，没有改动。',
  REMOVE_OTHERS:
    '没有清除任何内容：自动化以 {owner} 的名义运行，其触发器只能由本人移除。请联系对方关闭自动化，或由对方执行此操作。',
  DRAFTS_NOT_REMADE: '文件已导入，但复盘草稿未能重新生成：{reason}',
  NOTE_RECOMPUTED: '本周已定稿，以标签页记录为准。此处数据按各工作表现状重新计算，可能与记录不同。',
  IMPORT_LOG_WHO_UNKNOWN: '未知',
  NOT_SET_UP: '本表格还没有 Content KPI 工作表。请先在菜单中选择“设置本表格”。',
  BAD_REQUEST: '无法理解该请求：{detail}。',
  BUSY: '另一个任务正在写入，请一分钟后再试。',
  SERVICE_FAILED: 'Google 返回：{message}',
  NO_EDIT_RIGHT: '您的账号只能查看本表格，不能修改。请联系表格所有者授予编辑权限。',
  CELLS_PROTECTED:
    '要修改的单元格受保护，您的账号无权编辑。请联系表格所有者在“数据 › 保护工作表和范围”中调整。',
  WORKBOOK_FULL:
    '一个表格最多容纳一千万个单元格，本表格已没有足够空间。请删除不需要的工作表或空行空列，然后重试。',
  PERMISSION_LACKING:
    '插件缺少此操作所需的权限（{scope}）。请从菜单重新打开插件，在 Google 询问时允许，然后重试。',
  UNEXPECTED: '插件出现意外错误：{message}。',
  UNEXPECTED_UNCHANGED: '插件出现意外错误：{message}。没有任何改动。',
  WEEK_LABEL: '周的写法如 2026-W47，实际为“{found}”。',
  COLUMN_MISSING:
    '工作表“{sheet}”缺少列“{column}”。请撤销删除，或选择“设置本表格”补上空列。表头与此完全相同的列也会被识别。',
  COLUMN_RESTORED: '工作表“{sheet}”：以下列丢失了隐藏标记，已按表头识别并重新标记：{found}。',
  SHEET_RESTORED: '工作表“{sheet}”丢失了隐藏标记，已按标题和表头识别并重新标记。',
  FORMER_EXPLANATIONS: '已不在 KPI 树中的 KPI 的说明',
  COL_ROW_KEY: '行标识（隐藏）',
  REVIEW_COLUMN_MISSING:
    '复盘“{sheet}”缺少列“{column}”，因此未重新写入该标签页。请撤销删除，或删除该标签页后重新生成复盘。',
  COLUMN_DOUBLED: '工作表“{sheet}”的列“{column}”出现两次，请删除其中一列。',
  CELLS_MERGED:
    '工作表“{sheet}”的单元格 {cell} 已合并，只有第一个单元格有效。请选中后点击“格式 › 合并单元格 › 取消合并”。',
  CELL_ERROR: '工作表“{sheet}”单元格 {cell}：公式结果为 {found}。',
  DATE_GUESSED:
    '工作表“{sheet}”单元格 {cell}：“{found}”已按本表格的区域设置读作 {expected}。写成 {expected} 就不会误解。',
  HEADER_MOVED:
    '工作表“{sheet}”的表头在第 {row} 行，应在第 1 行。请撤销排序或撤销在表头上方插入的行；若上方都是空行，“设置本表格”会将其删除。',
  HEADER_LOST:
    '工作表“{sheet}”的第 1 行是数据（“{found}”），表头不见了。请撤销删除，或选择“设置本表格”在数据上方补回表头。',
  REVIEW_MARK_LOST:
    '{period} 复盘的标签页“{sheet}”丢失了隐藏标记，没有写入任何内容。请先复制该标签页以保留内容，再删除原标签页，然后重新生成复盘。',
  SET_UP_HEADERS: '已补回工作表“{sheet}”的表头：{columns}。',
  SET_UP_ROWS_ABOVE: '已删除工作表“{sheet}”表头上方的 {count} 个空行。',
  COLUMN_BLOCKED: '工作表“{sheet}”的列“{column}”显示 {found}：请清除该列表头下方手工输入的内容。',
  SHEET_MISSING: '缺少工作表“{sheet}”。选择“设置本表格”即可恢复。',
  BAD_NUMBER: '工作表“{sheet}”单元格 {cell}：“{found}”不是数字。',
  BAD_DATE: '工作表“{sheet}”单元格 {cell}：“{found}”不是日期，正确写法如 2026-11-22。',
  TARGET_ENDS_FIRST: '工作表“{sheet}”单元格 {cell}：目标的结束日期早于开始日期。',
  BAD_CHOICE: '工作表“{sheet}”单元格 {cell}：“{found}”不在 {expected} 之中。',
  OUT_OF_BOUNDS: '工作表“{sheet}”单元格 {cell}：{found} 超出合理范围，应为 {expected}。',
  BAD_CURRENCY: '工作表“{sheet}”单元格 {cell}：“{found}”不是币种，正确写法如 {expected}。',
  BAD_LINK: '工作表“{sheet}”单元格 {cell}：“{found}”不是完整链接，正确写法如 {expected}。',
  BAD_WEEK: '工作表“{sheet}”单元格 {cell}：“{found}”不是周，正确写法如 2026-W47。',
  NOT_LISTED: '工作表“{sheet}”单元格 {cell}：{expected} 中没有“{found}”。',
  BAD_SETTING: '工作表“{sheet}”单元格 {cell}：“{found}”不能作为该设置的值，已改用 {expected}。',
  UNKNOWN_METRIC: '工作表“{sheet}”单元格 {cell}：没有指标“{found}”。',
  RATE_MISSING:
    '缺少 {date} 从 {currency} 到 {reporting} 的汇率，{currency} 金额未计入。请在工作表“{sheet}”中补充。',
  MODEL_APPLIED: '{model}：工作表“{sheet}”中现有 {count} 个 KPI。',
  MODEL_KEPT: '原来的 KPI 树保留在标签页“{sheet}”中。',
  MODEL_TARGETS: '已设定目标：{count} 个。',
  MODEL_NO_WEEKS: '总目标未能分解：还没有连续四周每天都有数据。数据齐全后请再应用一次。',
  MODEL_WITHOUT_TARGET: '以下 KPI 因近几周数据缺失或为 0 而没有目标：{names}。',
  TREE_NOT_EMPTY: '工作表“{sheet}”已有 KPI 树，没有改动。如可替换，原来的树会另存为一个标签页。',
  TREE_SAVED: '已保存。修改 {changed} 个 KPI，新增 {added} 个，删除 {removed} 个；新增目标 {targets} 个。',
  TREE_SAVED_NOTHING: '工作表中已有全部内容，未作任何更改。',
  TARGET_WITHOUT_KPI: '没有编号为“{found}”的 KPI，无法设定该目标。',
  UPLOAD_LOST: '文件未完整上传，请重新导入。',
  UNDO_NOTHING: '没有可撤销的导入。只能撤销最近一次导入，且只能撤销一次。',
  UNDO_DONE: '已撤销“{file}”。已删除的行：{removed}。恢复为导入前内容的行：{restored}。',
  UNDO_IN: '{title} {rows} 行',
  UNDO_KEPT: '{count} 行在导入后有改动，保持不变。',
  ROWS_ADDED: '已添加 {count} 行。',
  TREE_EMPTY: 'KPI 树为空。',
  NODE_WITHOUT_ID: '工作表“{sheet}”单元格 {cell}：该 KPI 没有编号。',
  DUPLICATE_ID: '工作表“{sheet}”单元格 {cell}：KPI 编号“{found}”重复。',
  UNKNOWN_PARENT: '工作表“{sheet}”单元格 {cell}：没有可作上级的 KPI“{found}”。',
  SECOND_ROOT: '工作表“{sheet}”单元格 {cell}：“{found}”没有上级，但总目标已是“{expected}”。',
  UNKNOWN_OPERATOR: '工作表“{sheet}”单元格 {cell}：“{found}”不在 {expected} 之中。',
  OPERATOR_WITHOUT_CHILDREN: '工作表“{sheet}”单元格 {cell}：该 KPI 应由下级合成，但没有下级。',
  CHILDREN_WITHOUT_OPERATOR:
    '工作表“{sheet}”单元格 {cell}：该 KPI 有下级，请说明合成方式（求和、乘积、比率、差）。',
  RATIO_NEEDS_TWO: '工作表“{sheet}”单元格 {cell}：比率需要恰好两个下级，实际为 {found} 个。',
  BAD_COEFFICIENT: '工作表“{sheet}”单元格 {cell}：“{found}”不能作为系数。',
  CYCLE: '工作表“{sheet}”单元格 {cell}：KPI 形成循环：{found}。',
  UNIT_CLASH: '工作表“{sheet}”单元格 {cell}：该 KPI 的单位是 {found}，而上级 KPI 汇总的是 {expected}。',
  FACTOR_CLASH:
    '工作表“{sheet}”单元格 {cell}：“{found}”乘以“{with}”得不出“{above}”（{expected}）。因子中应有一个是总量（如订单数、播放量），其余是比率或均值（如点击率、客单价）。',
  OPERANDS_CLASH:
    '工作表“{sheet}”单元格 {cell}：“{found}”的下级 KPI 按这种方式得不出它（{expected}），单位不匹配。',
  SEGMENTS_OVERLAP: '工作表“{sheet}”单元格 {cell}：“{found}”与“{with}”取到了相同的行，会重复计算。',
  ZERO_DENOMINATOR:
    '工作表“{sheet}”单元格 {cell}：该 KPI 以“{found}”为分母，而它在 {period} 为 0，无法相除。',
  TOO_MANY_FACTORS:
    '工作表“{sheet}”单元格 {cell}：该 KPI 由超过 12 个因素构成，且其中有 0 或负数，无法拆分各自的影响。',
  BEYOND_P90: '目标 {found} 超出 {limit}，而最近各期中只有十分之一达到该值。',
  BEYOND_BEST: '目标 {found} 超出 {limit}，即最近各期最好值的一倍半。',
  OUTSIDE_BENCHMARK: '目标 {found} 不在行业基准的中间一半之内，其边界为 {limit}。',
} as const satisfies Record<keyof typeof english, string>;
