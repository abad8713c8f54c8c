/** What the engine must know of a spreadsheet's locale. */
import type { Locale } from '@odoo/o-spreadsheet';
import { localeFacts } from '../document/locale.ts';

export { usesDecimalComma } from '../document/locale.ts';

/**
 * The engine's locale for a spreadsheet's.
 * @param code Such as `zh_CN`.
 * @example engineLocale('zh_CN').dateFormat // 'yyyy/m/d'
 */
export function engineLocale(code: string): Locale {
  const facts = localeFacts(code);
  const decimalSeparator = facts.decimal === ',' ? ',' : '.';
  return {
    name: code,
    code,
    decimalSeparator,
    thousandsSeparator: facts.group,
    weekStart: weekStart(code),
    dateFormat: dateFormat(facts.date),
    timeFormat: 'hh:mm:ss',
    formulaArgSeparator: decimalSeparator === ',' ? ';' : ',',
  };
}

/** The engine knows three marks between the parts of a date alone. */
function dateFormat(pattern: string): string {
  return /[/.-]/.test(pattern) ? pattern : pattern.replace(/[^dmy]+/g, '/');
}

function tag(code: string): string {
  const name = code.replaceAll('_', '-');
  return Intl.NumberFormat.supportedLocalesOf(name).length ? name : 'en-US';
}

function weekStart(code: string): number {
  const locale = new Intl.Locale(tag(code)) as Intl.Locale & { weekInfo?: { firstDay: number } };
  return locale.weekInfo?.firstDay ?? 7;
}
