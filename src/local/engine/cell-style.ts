/** Cell formats of the Sheets API as the engine's styles and borders. */
import type { Border, BorderDescr, Style } from '@odoo/o-spreadsheet';
import { objectOf } from '../document/json.ts';
import type { JsonObject } from '../document/model.ts';
import { THEME } from '../document/theme.ts';

const BORDER_STYLES: Record<string, BorderDescr['style']> = {
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DASHED: 'dashed',
  DOTTED: 'dotted',
  DOUBLE: 'medium',
};

const WRAPPING = { WRAP: 'wrap', CLIP: 'clip', OVERFLOW_CELL: 'overflow', LEGACY_WRAP: 'overflow' } as const;

/** `#RRGGBB` of `{ red, green, blue }` with parts from 0 to 1; missing parts are 0. */
export function hexColor(color: JsonObject): string {
  const part = (key: string) => {
    const share = typeof color[key] === 'number' ? (color[key] as number) : 0;
    return Math.round(Math.min(Math.max(share, 0), 1) * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part('red')}${part('green')}${part('blue')}`.toUpperCase();
}

/** Formats never change, and many cells share one: what is made of each is kept. */
function kept<T>(make: (format: JsonObject) => T): (format: JsonObject) => T {
  const made = new WeakMap<JsonObject, { value: T }>();
  return (format) => {
    const known = made.get(format);
    if (known) return known.value;
    const value = make(format);
    made.set(format, { value });
    return value;
  };
}

/**
 * A colour of an API object that has both spellings: `<key>Style` with `rgbColor` or `themeColor` wins over `<key>`.
 * @example namedColor({ backgroundColor: { red: 1 } }, 'backgroundColor') // '#FF0000'
 */
export function namedColor(owner: JsonObject, key: string): string | undefined {
  const style = objectOf(owner[`${key}Style`]);
  if (style.rgbColor) return hexColor(objectOf(style.rgbColor));
  if (typeof style.themeColor === 'string') return THEME[style.themeColor];
  return owner[key] ? hexColor(objectOf(owner[key])) : undefined;
}

/** The engine's style of a `CellFormat`; nothing when it says nothing that the engine shows. */
export const engineStyle = kept((format): Style | undefined => {
  const text = objectOf(format.textFormat);
  const style: Style = {};
  const fill = namedColor(format, 'backgroundColor');
  const color = namedColor(text, 'foregroundColor');
  if (fill) style.fillColor = fill;
  if (color) style.textColor = color;
  if (text.bold === true) style.bold = true;
  if (text.italic === true) style.italic = true;
  if (text.underline === true) style.underline = true;
  if (text.strikethrough === true) style.strikethrough = true;
  if (typeof text.fontSize === 'number') style.fontSize = text.fontSize;
  const align = String(format.horizontalAlignment ?? '').toLowerCase();
  if (align === 'left' || align === 'center' || align === 'right') style.align = align;
  const vertical = String(format.verticalAlignment ?? '').toLowerCase();
  if (vertical === 'top' || vertical === 'middle' || vertical === 'bottom') style.verticalAlign = vertical;
  const wrapping = WRAPPING[format.wrapStrategy as keyof typeof WRAPPING];
  if (wrapping) style.wrapping = wrapping;
  return Object.keys(style).length ? style : undefined;
});

/** The engine's borders of a `CellFormat`. */
export const engineBorder = kept((format): Border | undefined => {
  const borders = objectOf(format.borders);
  const result: Border = {};
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    const border = objectOf(borders[side]);
    const style = BORDER_STYLES[String(border.style)];
    if (style) result[side] = { style, color: namedColor(border, 'color') ?? '#000000' };
  }
  return Object.keys(result).length ? result : undefined;
});
