import type { JsonObject } from '../document/model.ts';

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
    const byte = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
    if (byte > 0) made[channel] = byte === 255 ? 1 : Number(Math.fround(byte / 255).toPrecision(8));
  });
  return { rgbColor: made };
};

/** The theme of a new spreadsheet. */
export const SPREADSHEET_THEME: JsonObject = {
  primaryFontFamily: 'Arial',
  themeColors: Object.entries({
    TEXT: '000000',
    BACKGROUND: 'ffffff',
    ACCENT1: '4285f4',
    ACCENT2: 'ea4335',
    ACCENT3: 'fbbc04',
    ACCENT4: '34a853',
    ACCENT5: 'ff6d01',
    ACCENT6: '46bdc6',
    LINK: '1155cc',
  }).map(([colorType, hex]) => ({ colorType, color: rgb(hex) })),
};
