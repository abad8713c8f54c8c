/** Fills `{name}` by `values.name`; a name without a value stays, so that a test sees it. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Chinese on one side, a Latin letter or a digit on the other. */
const MEETING = /\p{sc=Han}\0[\p{sc=Latin}\d]|[\p{sc=Latin}\d]\0\p{sc=Han}/u;

/**
 * As `fill`; in Chinese with the space between its signs and Latin letters or digits where a value meets the sentence,
 * since whether a name is Chinese is not known before.
 * @example fillIn('zh-CN', '主要来自{name}', { name: 'YouTube' }) //=> '主要来自 YouTube'
 */
export function fillIn(
  language: string,
  template: string,
  values: Readonly<Record<string, string | number>>,
): string {
  if (language !== 'zh-CN') return fill(template, values);
  return template
    .split(/(\{\w+\})/)
    .map((piece) => fill(piece, values))
    .filter((piece) => piece !== '')
    .reduce((text, piece) => text + (MEETING.test(`${text.slice(-1)}\0${piece}`) ? ' ' : '') + piece, '');
}
