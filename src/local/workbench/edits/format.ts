/** The engine's styles, number formats and borders as formats of the Sheets API. */
import { dateTypeOf } from '../../document/date-format.ts';
import type { JsonObject } from '../../document/model.ts';

/** The part of the engine's style that the API knows. */
export type EngineStyle = {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  align?: string;
  verticalAlign?: string;
  wrapping?: string;
  fontSize?: number;
  fillColor?: string;
  textColor?: string;
};

export type FieldedFormat = { format: JsonObject; fields: string[] };

const TEXT_FLAGS = ['bold', 'italic', 'underline', 'strikethrough'] as const;
const WRAPPING: Record<string, string> = { wrap: 'WRAP', clip: 'CLIP', overflow: 'OVERFLOW_CELL' };

/** `{ red, green, blue }` with parts from 0 to 1 of `#RRGGBB` or `#RGB`. */
export function apiColor(color: string): JsonObject {
  const digits = color.replace('#', '');
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const part = (at: number) => Number.parseInt(full.slice(at, at + 2), 16) / 255;
  return { red: part(0), green: part(2), blue: part(4) };
}

/**
 * What of a cell's format a style of the engine sets. A key that is there without a value clears the field.
 * @example apiStyle({ bold: true }) // { format: { textFormat: { bold: true } }, fields: ['textFormat.bold'] }
 */
export function apiStyle(style: EngineStyle): FieldedFormat {
  const format: JsonObject = {};
  const text: JsonObject = {};
  const fields: string[] = [];
  for (const flag of TEXT_FLAGS) {
    if (!(flag in style)) continue;
    text[flag] = style[flag] ?? false;
    fields.push(`textFormat.${flag}`);
  }
  if ('fontSize' in style) put(text, fields, 'fontSize', style.fontSize, 'textFormat.');
  if ('textColor' in style) putColor(text, fields, 'foregroundColor', style.textColor, 'textFormat.');
  if ('fillColor' in style) putColor(format, fields, 'backgroundColor', style.fillColor, '');
  if ('align' in style) put(format, fields, 'horizontalAlignment', style.align?.toUpperCase(), '');
  if ('verticalAlign' in style)
    put(format, fields, 'verticalAlignment', style.verticalAlign?.toUpperCase(), '');
  if ('wrapping' in style) put(format, fields, 'wrapStrategy', WRAPPING[style.wrapping ?? ''], '');
  if (Object.keys(text).length) format.textFormat = text;
  return { format, fields };
}

function put(
  owner: JsonObject,
  fields: string[],
  key: string,
  value: string | number | undefined,
  path: string,
) {
  fields.push(path + key);
  if (value !== undefined) owner[key] = value;
}

function putColor(owner: JsonObject, fields: string[], key: string, color: string | undefined, path: string) {
  fields.push(`${path}${key}Style`, `${path}${key}`);
  if (!color) return;
  owner[`${key}Style`] = { rgbColor: apiColor(color) };
  owner[key] = apiColor(color);
}

/** The number format of a pattern of the engine; nothing for the automatic format. */
export function apiNumberFormat(pattern: string): JsonObject | undefined {
  if (!pattern) return undefined;
  return { type: numberType(pattern), pattern };
}

function numberType(pattern: string): string {
  const bare = pattern.replace(/"[^"]*"|\\./g, '');
  if (bare === '@') return 'TEXT';
  if (/\[\$|[$€£¥₹฿₫]/.test(bare)) return 'CURRENCY';
  const codes = bare.replace(/\[[^\]]*\]/g, '');
  const dated = dateTypeOf(pattern);
  if (dated) return dated;
  if (codes.includes('%')) return 'PERCENT';
  return /e\+/i.test(codes) ? 'SCIENTIFIC' : 'NUMBER';
}

const BORDER_STYLES: Record<string, string> = {
  thin: 'SOLID',
  medium: 'SOLID_MEDIUM',
  thick: 'SOLID_THICK',
  dashed: 'DASHED',
  dotted: 'DOTTED',
};

export type EngineBorderLine = { style: string; color: string };

/** A border of the engine as the API has it; style `NONE` for no border. */
export function apiBorder(line: EngineBorderLine | undefined): JsonObject {
  if (!line) return { style: 'NONE' };
  return {
    style: BORDER_STYLES[line.style] ?? 'SOLID',
    colorStyle: { rgbColor: apiColor(line.color ?? '#000000') },
  };
}
