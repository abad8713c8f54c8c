import { batch, cells, host, sheetOf } from './host.ts';

/** ACCENT1 of the default theme is #4285F4. */
const ACCENT1 = { red: 0.25882354, green: 0.52156866, blue: 0.95686275 };

const formatOf = (format: object, fields = 'userEnteredFormat') => {
  const at = host();
  batch(at, { repeatCell: { range: cells(0, 1, 0, 1), cell: { userEnteredFormat: format }, fields } });
  const sheet = sheetOf(at, 'sheets.data.rowData.values(userEnteredFormat,effectiveFormat)');
  return JSON.parse(JSON.stringify(sheet)).data[0].rowData[0].values[0];
};

describe('theme colours', () => {
  test('a cell keeps the name, and its plain colour is what the theme makes of it', () => {
    const { userEnteredFormat, effectiveFormat } = formatOf({
      backgroundColorStyle: { themeColor: 'ACCENT1' },
      textFormat: { foregroundColorStyle: { themeColor: 'TEXT' } },
    });
    expect(userEnteredFormat).toEqual({
      backgroundColorStyle: { themeColor: 'ACCENT1' },
      backgroundColor: ACCENT1,
      textFormat: { foregroundColorStyle: { themeColor: 'TEXT' }, foregroundColor: {} },
    });
    expect(effectiveFormat).toMatchObject(userEnteredFormat);
  });

  test('a field mask that names one form reaches the other', () => {
    const { userEnteredFormat } = formatOf(
      { backgroundColorStyle: { themeColor: 'ACCENT1' } },
      'userEnteredFormat.backgroundColorStyle',
    );
    expect(userEnteredFormat.backgroundColor).toEqual(ACCENT1);
  });

  test('a style wins over a plain colour given beside it', () => {
    const { userEnteredFormat } = formatOf({
      backgroundColor: { red: 1 },
      backgroundColorStyle: { themeColor: 'ACCENT1' },
    });
    expect(userEnteredFormat.backgroundColor).toEqual(ACCENT1);
  });

  test('the tab of a sheet', () => {
    const at = host();
    const tab = (properties: object) =>
      batch(at, { updateSheetProperties: { properties, fields: 'tabColorStyle' } });
    tab({ tabColorStyle: { themeColor: 'ACCENT1' } });
    const fields = 'sheets.properties(tabColor,tabColorStyle)';
    expect(sheetOf(at, fields)).toEqual({
      properties: { tabColor: ACCENT1, tabColorStyle: { themeColor: 'ACCENT1' } },
    });
    tab({ tabColorStyle: { rgbColor: { red: 1 } } });
    expect(sheetOf(at, fields)).toEqual({
      properties: { tabColor: { red: 1 }, tabColorStyle: { rgbColor: { red: 1 } } },
    });
    tab({});
    expect(sheetOf(at, fields)).toEqual({ properties: {} });
  });
});
