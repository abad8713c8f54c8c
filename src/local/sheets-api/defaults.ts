import type { JsonObject } from '../document/model.ts';
import { THEME } from '../document/theme.ts';

const white = (): JsonObject => ({ red: 1, green: 1, blue: 1 });

/** The format of a cell that was given none. */
export const DEFAULT_FORMAT: JsonObject = {
  backgroundColor: white(),
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColor: {},
    fontFamily: 'arial,sans,sans-serif',
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
    foregroundColorStyle: { rgbColor: {} },
  },
  backgroundColorStyle: { rgbColor: white() },
};

const rgb = (hex: string): JsonObject => {
  const made: JsonObject = {};
  ['red', 'green', 'blue'].forEach((channel, i) => {
    const byte = Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16);
    if (byte > 0) made[channel] = byte === 255 ? 1 : Number(Math.fround(byte / 255).toPrecision(8));
  });
  return made;
};

/**
 * The plain colour that a `themeColor` stands for.
 * @param type A `ThemeColorType`; black for one that is unspecified.
 * @example themeColor('LINK') // { red: 0.06666667, green: 0.33333334, blue: 0.8 }
 */
export const themeColor = (type: string): JsonObject => rgb(THEME[type] ?? '#000000');

/** The theme of a new spreadsheet. */
export const SPREADSHEET_THEME: JsonObject = {
  primaryFontFamily: 'Arial',
  themeColors: Object.keys(THEME).map((colorType) => ({
    colorType,
    color: { rgbColor: themeColor(colorType) },
  })),
};
