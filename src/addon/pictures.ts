/** Pictures over the cells, which only `SpreadsheetApp` knows. */

export type Picture = {
  /** Base64 of a PNG. */
  readonly png: string;
  /** Pixels on the screen. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
};

/** Column B: the first of a review tab is hidden. */
const COLUMN = 2;

/**
 * Puts a picture over the cells of a tab and goes there; one that stands there by the same title goes.
 * @param sheetId The tab.
 * @param row Row at which the picture begins, from 0.
 * @param picture The picture.
 * @param titles Titles of the pictures in whose place it is put.
 */
export function putPicture(sheetId: number, row: number, picture: Picture, titles: readonly string[]): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = spreadsheet.getSheets().find((each) => each.getSheetId() === sheetId);
  if (sheet === undefined) return;
  // One without a title is what a run left that died before it could name it.
  const former = sheet.getImages().filter((image) => {
    const title = image.getAltTextTitle();
    return titles.includes(title) || (title === '' && image.getAnchorCell().getRow() === row + 1);
  });
  const blob = Utilities.newBlob(Utilities.base64Decode(picture.png), 'image/png', 'kpi-tree.png');
  sheet
    .insertImage(blob, COLUMN, row + 1)
    .setAltTextTitle(picture.title)
    .setAltTextDescription(picture.description)
    .setWidth(picture.width)
    .setHeight(picture.height);
  // The new one is there before the old one goes: a run that dies leaves two rather than none.
  for (const image of former) image.remove();
  spreadsheet.setActiveSheet(sheet);
  sheet.getRange(row + 1, COLUMN).activate();
}
