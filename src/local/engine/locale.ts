/** What the engine must know of a spreadsheet's locale. */
import type { Locale } from '@odoo/o-spreadsheet';

/** Whether a locale (such as `de_DE`) writes 1,5 rather than 1.5. */
export function usesDecimalComma(code: string): boolean {
  return numberPart(code, 'decimal') === ',';
}

/**
 * The engine's locale for a spreadsheet's.
 * @param code Such as `zh_CN`.
 * @example engineLocale('zh_CN').dateFormat // 'yyyy/m/d'
 */
export function engineLocale(code: string): Locale {
  const decimalSeparator = numberPart(code, 'decimal') === ',' ? ',' : '.';
  return {
    name: code,
    code,
    decimalSeparator,
    thousandsSeparator: numberPart(code, 'group').replace(/[\u00a0\u202f]/, ' '),
    weekStart: weekStart(code),
    dateFormat: dateFormat(code),
    timeFormat: 'hh:mm:ss',
    formulaArgSeparator: decimalSeparator === ',' ? ';' : ',',
  };
}

function tag(code: string): string {
  const name = code.replaceAll('_', '-');
  return Intl.NumberFormat.supportedLocalesOf(name).length ? name : 'en-US';
}

function numberPart(code: string, type: 'decimal' | 'group'): string {
  const parts = new Intl.NumberFormat(tag(code), { useGrouping: true }).formatToParts(1234567.5);
  return parts.find((part) => part.type === type)?.value ?? (type === 'decimal' ? '.' : ',');
}

function dateFormat(code: string): string {
  const parts = new Intl.DateTimeFormat(tag(code), { calendar: 'gregory' }).formatToParts(
    Date.UTC(2026, 10, 22),
  );
  const order = parts.filter((part) => ['year', 'month', 'day'].includes(part.type)).map((part) => part.type);
  const literal = parts.find((part) => part.type === 'literal')?.value.trim() ?? '/';
  // The engine knows these three marks alone.
  const mark = ['/', '-', '.'].includes(literal) ? literal : '/';
  const names: Record<string, string> = { year: 'yyyy', month: 'm', day: 'd' };
  return order.map((type) => names[type]).join(mark);
}

function weekStart(code: string): number {
  const locale = new Intl.Locale(tag(code)) as Intl.Locale & { weekInfo?: { firstDay: number } };
  return locale.weekInfo?.firstDay ?? 7;
}
