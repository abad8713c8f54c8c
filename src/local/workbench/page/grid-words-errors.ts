/** What formulas say when they fail, in Chinese. `%s` and `[[FUNCTION_NAME]]` are where a value goes. */
export const errorWords: Readonly<Record<string, string>> = {
  'Unknown function: "%s"': '未知函数：“%s”',
  'Invalid formula': '公式无效',
  'Unexpected token: %s': '公式中有意外的内容：%s',
  'Invalid reference': '引用无效',
  'The reference is invalid.': '引用无效。',
  'Reference should be defined.': '必须给出引用。',
  'Invalid sheet name: %s': '没有名为“%s”的工作表',
  'The divisor must be different from zero.': '除数不能为零。',
  'The divisor must be different from 0.': '除数不能为 0。',
  'Evaluation of function [[FUNCTION_NAME]] caused a divide by zero error.':
    '函数 [[FUNCTION_NAME]] 的除数为零。',
  'Function [[FUNCTION_NAME]] caused a divide by zero error.': '函数 [[FUNCTION_NAME]] 的除数为零。',
  "Function [[FUNCTION_NAME]] didn't find any result.": '函数 [[FUNCTION_NAME]] 未找到结果。',
  "Did not find value '%s' in [[FUNCTION_NAME]] evaluation.": '函数 [[FUNCTION_NAME]] 未找到值“%s”。',
  'Value not found in the given data.': '在给定的数据中未找到该值。',
  "The function [[FUNCTION_NAME]] expects a number value, but '%s' is a string, and cannot be coerced to a number.":
    '函数 [[FUNCTION_NAME]] 需要数字，但“%s”是文本，无法转换为数字。',
  "The function [[FUNCTION_NAME]] expects a boolean value, but '%s' is a text, and cannot be coerced to a boolean.":
    '函数 [[FUNCTION_NAME]] 需要 TRUE 或 FALSE，但“%s”是文本。',
  '[[FUNCTION_NAME]] expects number values.': '函数 [[FUNCTION_NAME]] 需要数字。',
  '[[FUNCTION_NAME]] evaluates to an out of bounds range.': '函数 [[FUNCTION_NAME]] 的范围超出工作表。',
  'The range is out of bounds.': '范围超出工作表。',
  'Invalid number of arguments for the %(functionName)s function. Expected %(minArgRequired)s minimum, but got %(nbrArgSupplied)s instead.':
    '函数 %(functionName)s 至少需要 %(minArgRequired)s 个参数，但只有 %(nbrArgSupplied)s 个。',
  'Invalid number of arguments for the %(functionName)s function. Expected %(maxArgPossible)s maximum, but got %(nbrArgSupplied)s instead.':
    '函数 %(functionName)s 最多接受 %(maxArgPossible)s 个参数，但有 %(nbrArgSupplied)s 个。',
  'Wrong number of arguments. Expected an even number of arguments.': '参数的个数必须是偶数。',
  'Argument range must be a single row or column.': '范围必须是一行或一列。',
  'The range must be a single row or a single column.': '范围必须是一行或一列。',
  'Array result was not expanded because it would overwrite data.': '结果未展开，因为会覆盖已有的数据。',
  "Result couldn't be automatically expanded.": '结果无法自动展开。',
  'The value (%s) must be strictly positive.': '值（%s）必须大于 0。',
  'The value (%s) must be positive or null.': '值（%s）必须大于或等于 0。',
  'The value (%s) must be greater than or equal to 1.': '值（%s）必须大于或等于 1。',
  'The number_of_characters (%s) must be positive or null.': '字符数（%s）必须大于或等于 0。',
  'The starting_at (%s) must be greater than or equal to 1.': '起始位置（%s）必须大于或等于 1。',
  'The position (%s) must be greater than or equal to 1.': '位置（%s）必须大于或等于 1。',
  'The text_to_search must be non-empty.': '要查找的文本不能为空。',
  'The base (%s) must be strictly positive.': '底数（%s）必须大于 0。',
  'The exponent (%s) must be an integer when the base is negative.': '底数为负时，指数（%s）必须是整数。',
  'The year (%s) must be between 0 and 9999 inclusive.': '年份（%s）必须在 0 到 9999 之间。',
  'The date_string (%s) cannot be parsed to date/time.': '无法将“%s”识别为日期或时间。',
  'The time_string (%s) cannot be parsed to date/time.': '无法将“%s”识别为时间。',
  'start_date (%s) should be on or before end_date (%s).': '开始日期（%s）不能晚于结束日期（%s）。',
  'The high (%s) must be greater than or equal to the low (%s).': '上限（%s）不能小于下限（%s）。',
  'Invalid regular expression': '正则表达式无效',
  'In this context, the function [[FUNCTION_NAME]] needs to have a cell or range in parameter.':
    '函数 [[FUNCTION_NAME]] 的参数必须是单元格或范围。',
  "This formula has over 1000 parts. It can't be processed properly, consider splitting it into multiple cells":
    '公式过长（超过 1000 个部分），请拆分到多个单元格',
  'The function [[FUNCTION_NAME]] expects a reference to a cell or range.':
    '函数 [[FUNCTION_NAME]] 需要单元格或范围的引用。',
  'The function [[FUNCTION_NAME]] expects a number value between %s and %s inclusive, but receives %s.':
    '函数 [[FUNCTION_NAME]] 需要 %s 到 %s 之间的数字，但得到 %s。',
  "The function [[FUNCTION_NAME]] has an argument with value '%s'. It should be one of: %s.":
    '函数 [[FUNCTION_NAME]] 的参数值“%s”无效，应为以下之一：%s。',
  'Function [[FUNCTION_NAME]] expects number values for %s, but got an empty value.':
    '函数 [[FUNCTION_NAME]] 的 %s 需要数字，但值为空。',
  'Function [[FUNCTION_NAME]] expects number values for %s, but got a string.':
    '函数 [[FUNCTION_NAME]] 的 %s 需要数字，但值是文本。',
  'Function [[FUNCTION_NAME]] expects number values for %s, but got a boolean.':
    '函数 [[FUNCTION_NAME]] 的 %s 需要数字，但值是 TRUE 或 FALSE。',
  'Array arguments to [[FUNCTION_NAME]] are of different size.': '函数 [[FUNCTION_NAME]] 的各数组大小不同。',
  'Function [[FUNCTION_NAME]] expects criteria_range and criterion to be in pairs.':
    '函数 [[FUNCTION_NAME]] 的条件范围和条件必须成对。',
  'Function [[FUNCTION_NAME]] expects criteria_range to have the same dimension':
    '函数 [[FUNCTION_NAME]] 的各条件范围大小必须相同',
  '[[FUNCTION_NAME]] has no valid input data.': '函数 [[FUNCTION_NAME]] 没有有效的数据。',
  '[[FUNCTION_NAME]] expects the provided values of %(argName)s to be a non-empty matrix.':
    '函数 [[FUNCTION_NAME]] 的 %(argName)s 不能为空。',
  "Function %s expects the parameter '%s' to be reference to a cell or range.":
    '函数 %s 的参数“%s”必须是单元格或范围的引用。',
  'An unexpected error occurred. Submit a support ticket at odoo.com/help.': '发生意外错误。',
  'Missing closing parenthesis': '缺少右括号',
  'Missing opening parenthesis': '缺少左括号',
  'Missing closing brace': '缺少右花括号',
  'Wrong function call': '函数调用有误',
  'Invalid number of arguments for the %(functionName)s function. Repeatable arguments should be supplied in groups of %(nbrArgRepeating)s, with up to %(nbrArgOptional)s optional. Got %(nbrValueRemaining)s too many.':
    '函数 %(functionName)s 的参数个数不对：可重复的参数以 %(nbrArgRepeating)s 个为一组，最多 %(nbrArgOptional)s 个可省略，多出 %(nbrValueRemaining)s 个。',
  'The function [[FUNCTION_NAME]] expects a number value to be greater than or equal to 1, but receives %s.':
    '函数 [[FUNCTION_NAME]] 需要大于或等于 1 的数字，但得到 %s。',
  '[[FUNCTION_NAME]] has mismatched dimensions for argument %s (%s vs %s).':
    '函数 [[FUNCTION_NAME]] 的参数 %s 大小不符（%s 与 %s）。',
};
