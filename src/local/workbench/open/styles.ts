/** Cell formats of an Excel workbook as the Sheets API has them. */
import { attribute, elements } from '../../../files/xml.ts';
import type { JsonObject } from '../../document/model.ts';
import { apiColor, apiNumberFormat } from '../edits/format.ts';
import { isOn } from './book.ts';

/** Number formats that Excel knows by number alone, for those that a file may name. */
const BUILT_IN: Readonly<Record<string, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm am/pm',
  19: 'h:mm:ss am/pm',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;[red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  48: '##0.0E+0',
  49: '@',
};

/** Formats that say no more than a plain cell shows; the second is how checkboxes are written for Excel. */
const PLAIN = new Set(['General', '"TRUE";"TRUE";"FALSE"']);

/** The places of light and dark are the other way round in a file's theme. */
const THEME_ORDER = [1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11];

/** Colours of a theme in the order in which cells number them, as six digits. */
export function themeColors(xml: string): string[] {
  const scheme = elements(xml, 'clrScheme')[0]?.content ?? '';
  const found = Array.from(
    scheme.matchAll(/<(?:\w+:)?(?:srgbClr|sysClr)(\s[^>]*)>/g),
    ([, tag = '']) => attribute(tag, 'lastClr') ?? attribute(tag, 'val') ?? '000000',
  );
  return THEME_ORDER.map((place) => found[place] ?? '000000');
}

/** A colour element; undefined where it is automatic. `tint` goes from -1 (black) to 1 (white). */
function colorOf(tag: string | undefined, theme: readonly string[]): JsonObject | undefined {
  if (tag === undefined) return undefined;
  const place = attribute(tag, 'theme');
  const digits = place === undefined ? attribute(tag, 'rgb')?.slice(-6) : theme[Number(place)];
  if (!digits || !/^[0-9a-f]{6}$/i.test(digits)) return undefined;
  const tint = Number(attribute(tag, 'tint') ?? 0);
  const mixed = Object.entries(apiColor(digits)).map(([name, part]) => {
    const value = Number(part);
    return [name, tint < 0 ? value * (1 + tint) : value + (1 - value) * tint];
  });
  return Object.fromEntries(mixed) as JsonObject;
}

const firstTag = (xml: string, name: string) => elements(xml, name)[0]?.tag;

function textFormat(font: string, theme: readonly string[]): JsonObject {
  const has = (name: string) => {
    const tag = firstTag(font, name);
    return tag !== undefined && !/val\s*=\s*"(?:0|false|none)"/.test(tag);
  };
  const size = Number(attribute(firstTag(font, 'sz') ?? '', 'val') ?? 10);
  const color = colorOf(firstTag(font, 'color'), theme);
  return {
    ...(has('b') ? { bold: true } : {}),
    ...(has('i') ? { italic: true } : {}),
    ...(has('u') ? { underline: true } : {}),
    ...(has('strike') ? { strikethrough: true } : {}),
    // Eleven is what Excel writes everywhere; it is no choice of a person.
    ...(size !== 10 && size !== 11 ? { fontSize: Math.round(size) } : {}),
    ...(color && Object.values(color).some((part) => part !== 0)
      ? { foregroundColorStyle: { rgbColor: color } }
      : {}),
  };
}

function fillColor(fill: string, theme: readonly string[]): JsonObject | undefined {
  const pattern = elements(fill, 'patternFill')[0];
  if (!pattern || attribute(pattern.tag, 'patternType') !== 'solid') return undefined;
  return colorOf(firstTag(pattern.content, 'fgColor'), theme);
}

const VERTICAL: Record<string, string> = { top: 'TOP', center: 'MIDDLE', bottom: 'BOTTOM' };
const HORIZONTAL: Record<string, string> = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' };

function alignment(tag: string): JsonObject {
  const horizontal = HORIZONTAL[attribute(tag, 'horizontal') ?? ''];
  const vertical = VERTICAL[attribute(tag, 'vertical') ?? ''];
  return {
    ...(horizontal ? { horizontalAlignment: horizontal } : {}),
    ...(vertical ? { verticalAlignment: vertical } : {}),
    ...(isOn(tag, 'wrapText') ? { wrapStrategy: 'WRAP' } : {}),
  };
}

const SIDES = ['top', 'bottom', 'left', 'right'];
const LINES: Record<string, string> = {
  thin: 'SOLID',
  hair: 'DOTTED',
  dotted: 'DOTTED',
  dashed: 'DASHED',
  medium: 'SOLID_MEDIUM',
  thick: 'SOLID_THICK',
  double: 'DOUBLE',
};

function borders(border: string, theme: readonly string[]): JsonObject | undefined {
  const found = SIDES.flatMap((side) => {
    const line = elements(border, side)[0];
    const style = LINES[attribute(line?.tag ?? '', 'style') ?? ''];
    if (!line || !style) return [];
    const color = colorOf(firstTag(line.content, 'color'), theme) ?? apiColor('000000');
    return [[side, { style, colorStyle: { rgbColor: color } }]];
  });
  return found.length ? Object.fromEntries(found) : undefined;
}

/**
 * The formats that a file's cells number.
 * @param xml The part `styles.xml`.
 * @param theme Colours as of `themeColors`.
 * @returns `userEnteredFormat` of the API by number; undefined for a plain cell.
 */
export function readFormats(xml: string, theme: readonly string[]): (JsonObject | undefined)[] {
  const inside = (list: string, name: string) => elements(elements(xml, list)[0]?.content ?? '', name);
  const codes = new Map(
    inside('numFmts', 'numFmt').map(({ tag }) => [attribute(tag, 'numFmtId'), attribute(tag, 'formatCode')]),
  );
  const fonts = inside('fonts', 'font').map(({ content }) => textFormat(content, theme));
  const fills = inside('fills', 'fill').map(({ content }) => fillColor(content, theme));
  const lines = inside('borders', 'border').map(({ content }) => borders(content, theme));
  return inside('cellXfs', 'xf').map(({ tag, content }) => {
    const id = attribute(tag, 'numFmtId') ?? '0';
    const numberFormat = apiNumberFormat(codes.get(id) ?? BUILT_IN[id] ?? '');
    const font = fonts[Number(attribute(tag, 'fontId') ?? 0)] ?? {};
    const fill = fills[Number(attribute(tag, 'fillId') ?? 0)];
    const border = lines[Number(attribute(tag, 'borderId') ?? 0)];
    const format: JsonObject = {
      ...(numberFormat && !PLAIN.has(String(numberFormat.pattern)) ? { numberFormat } : {}),
      ...(Object.keys(font).length ? { textFormat: font } : {}),
      ...(fill ? { backgroundColorStyle: { rgbColor: fill } } : {}),
      ...(border ? { borders: border } : {}),
      ...alignment(firstTag(content, 'alignment') ?? ''),
    };
    return Object.keys(format).length ? format : undefined;
  });
}
