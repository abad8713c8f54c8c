/** Google's number formats in the engine's pattern language. */
import { defaultPattern } from '../document/locale.ts';
import type { JsonObject } from '../document/model.ts';
import { loadLibrary } from './library.ts';

type Token = { kind: 'digit' | 'date' | 'text' | 'literal' | 'condition'; text: string };

/** In the order in which they are tried at each place of a pattern. */
const TOKENS: readonly [RegExp, (match: RegExpExecArray) => Token | undefined][] = [
  [/^"([^"]*)"/, (m) => literal(m[1]!)],
  [/^\\(.)/su, (m) => literal(m[1]!)],
  [/^\[\$([^\]-]*)(?:-[^\]]*)?\]/, (m) => literal(m[1]!)],
  // The engine writes elapsed hours as hhhh; it has no elapsed minutes or seconds.
  [/^\[(h+)\]/i, () => ({ kind: 'date', text: 'hhhh' })],
  [/^\[([ms])\1*\]/i, (m) => ({ kind: 'date', text: m[1]!.toLowerCase().repeat(2) })],
  [/^\[[<>=][^\]]*\]/, () => ({ kind: 'condition', text: '' })],
  [/^\[[^\]]*\]/, () => undefined],
  [/^_./su, () => literal(' ')],
  [/^\*./su, (m) => ({ kind: 'literal', text: m[0] })],
  [/^(?:am\/pm|a\/p)/i, () => ({ kind: 'date', text: 'a' })],
  [/^e[+-]0+/i, () => ({ kind: 'digit', text: 'e' })],
  [/^([dmyhqs])\1*/i, (m) => ({ kind: 'date', text: datePart(m[0].toLowerCase()) })],
  [/^[0#?.,%]/, (m) => ({ kind: 'digit', text: m[0] === '?' ? '#' : m[0] })],
  [/^@/, () => ({ kind: 'text', text: '@' })],
  [/^[-+$/():!^&~{}<>= ]/, (m) => ({ kind: 'literal', text: m[0] })],
  [/^./su, (m) => literal(m[0])],
];

const known = new Map<string, string | undefined>();

/**
 * The engine's pattern for a `numberFormat` of the API.
 * @param format `{ type, pattern }`; without a pattern the type's default in the locale counts.
 * @param locale Of the spreadsheet.
 * @returns The pattern, or nothing for general formats and for those that the engine cannot show.
 * @example engineFormat({ type: 'TIME', pattern: '[h]:mm:ss' }) // 'hhhh:mm:ss'
 */
export function engineFormat(format: JsonObject | undefined, locale = 'en_US'): string | undefined {
  const type = typeof format?.type === 'string' ? format.type : '';
  const pattern =
    typeof format?.pattern === 'string' && format.pattern ? format.pattern : defaultPattern(type, locale);
  if (!pattern || /^general$/i.test(pattern)) return undefined;
  if (!known.has(pattern)) known.set(pattern, translate(pattern));
  return known.get(pattern);
}

function translate(pattern: string): string | undefined {
  // Fractions of a second are not shown by the engine.
  const parts = sections(pattern.replace(/(s\]?)\.0+/gi, '$1'));
  // Conditions choose sections by value; the first unconditional reading is the nearest the engine can do.
  if (parts.some((tokens) => tokens.some((token) => token.kind === 'condition'))) parts.length = 1;
  if (parts.length > 4 || !parts.every(isOneKind)) return undefined;
  if (parts.length > 1 && parts[0]!.some((token) => token.kind === 'text')) parts.length = 1;
  for (const tokens of parts) widenMinutes(tokens);
  const result = parts.map((tokens) => tokens.map((token) => token.text).join('')).join(';');
  return result && isShowable(result) ? result : undefined;
}

/** The engine knows minutes by their neighbours, like Google, but only with two digits. */
function widenMinutes(tokens: Token[]): void {
  const dates = tokens.filter((token) => token.kind === 'date');
  dates.forEach((token, index) => {
    const besideTime = dates[index - 1]?.text.startsWith('h') || dates[index + 1]?.text.startsWith('s');
    if (token.text === 'm' && besideTime) token.text = 'mm';
  });
}

/** The last word has the engine: it throws on what it cannot read, in the middle of a calculation. */
function isShowable(format: string): boolean {
  const { helpers, DEFAULT_LOCALE } = loadLibrary();
  try {
    for (const value of [1.5, -1.5, 0, 'text'])
      helpers.formatValue(value, { format, locale: DEFAULT_LOCALE });
    return true;
  } catch {
    return false;
  }
}

function isOneKind(tokens: Token[]): boolean {
  const has = (kind: Token['kind']) => tokens.some((token) => token.kind === kind);
  // A point or comma between date parts (d.m.yyyy) is punctuation.
  const digits = tokens.some((token) => token.kind === 'digit' && !/[.,]/.test(token.text));
  return Number(digits) + Number(has('date')) + Number(has('text')) <= 1;
}

function sections(pattern: string): Token[][] {
  const parts: Token[][] = [[]];
  let at = 0;
  while (at < pattern.length) {
    if (pattern[at] === ';') {
      parts.push([]);
      at++;
      continue;
    }
    const { length, token } = nextToken(pattern, at);
    at += length;
    if (token) parts.at(-1)!.push(token);
  }
  return parts;
}

function nextToken(pattern: string, at: number): { length: number; token: Token | undefined } {
  const rest = pattern.slice(at);
  for (const [shape, make] of TOKENS) {
    const match = shape.exec(rest);
    if (match) return { length: match[0].length, token: make(match) };
  }
  return { length: 1, token: undefined };
}

/** The engine throws on lengths of a date part that it does not know. */
function datePart(part: string): string {
  const letter = part[0]!;
  if (letter === 'h' || letter === 's') return letter.repeat(2);
  if (letter === 'y') return part.length > 2 ? 'yyyy' : 'yy';
  if (letter === 'q') return part.length > 2 ? 'qqqq' : 'qq';
  return part.slice(0, letter === 'm' ? 5 : 4);
}

function literal(text: string): Token | undefined {
  if (!text) return undefined;
  return { kind: 'literal', text: text.includes('"') ? `\\${text}` : `"${text}"` };
}
