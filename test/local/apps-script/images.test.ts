import { png } from '../png.ts';
import { addOn } from './fixture.ts';

const PICTURE = png(40, 30).toString('base64');

const CODE = `
function blob(png, type) { return Utilities.newBlob(Utilities.base64Decode(png), type || 'image/png', 'a.png'); }
function sheet() { return SpreadsheetApp.getActiveSpreadsheet().getSheets()[1]; }
function insert(png, column, row) {
  var image = sheet().insertImage(blob(png), column, row);
  return [image.getWidth(), image.getHeight(), image.getInherentWidth(), image.getSheet().getName()];
}
function insertAs(what) { sheet().insertImage(what, 1, 1); }
function label(title, text) {
  sheet().getImages()[0].setAltTextTitle(title).setAltTextDescription(text).setWidth(20).setHeight(15);
}
function list() {
  return sheet().getImages().map(function (image) {
    var cell = image.getAnchorCell();
    return [image.getAltTextTitle(), image.getAltTextDescription(), image.getWidth(), image.getHeight(), cell.getA1Notation()];
  });
}
function removeTwice() { var image = sheet().getImages()[0]; image.remove(); image.remove(); }
function removeAll() { sheet().getImages().forEach(function (image) { image.remove(); }); }
function move(a1) { sheet().getImages()[0].setAnchorCell(a1 === null ? null : sheet().getRange(a1)); }
function moveElsewhere() { sheet().getImages()[0].setAnchorCell(SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange('A1')); }
`;

test('a picture over the cells: inserted at its own size, labelled, resized, moved and removed', () => {
  const { value, now } = addOn(CODE);
  expect(value('insert', PICTURE, 2, 5)).toEqual([40, 30, 40, 'Plan']);
  value('label', 'Tree', 'What it shows');
  expect(value('list')).toEqual([['Tree', 'What it shows', 20, 15, 'B5']]);
  value('move', 'C7');
  expect(value('list')).toEqual([['Tree', 'What it shows', 20, 15, 'C7']]);
  expect(now().sheets[1]?.images?.[0]).toMatchObject({
    base64: PICTURE,
    contentType: 'image/png',
    width: 40,
  });
  value('insert', PICTURE, 1, 1);
  value('removeAll');
  expect(now().sheets[1]?.images).toBeUndefined();
  expect(now().sheets[0]?.images).toBeUndefined();
});

test('a picture is a PNG of at most 2 MB and a million pixels, inside the sheet', () => {
  const large =
    'Exception: Blob was too large. Maximum blob size is 2MB. Maximum number of pixels is 1 million.';
  const { value, failure } = addOn(CODE);
  expect(value('insert', png(1000, 1000).toString('base64'), 1, 1)).toEqual([1000, 1000, 1000, 'Plan']);
  expect(failure('insert', png(1001, 1000).toString('base64'), 1, 1)).toBe(large);
  const heavy = Buffer.concat([png(10, 10), Buffer.alloc(2_000_000)]).toString('base64');
  expect(failure('insert', heavy, 1, 1)).toBe(large);
  expect(failure('insert', Buffer.from('GIF89a').toString('base64'), 1, 1)).toMatch(/no PNG/);
  expect(failure('insert', PICTURE, 11, 1)).toMatch(/outside the dimensions/);
});

test('arguments that are none are refused', () => {
  const { value, failure } = addOn(CODE);
  expect(failure('insertAs', 'https://example.com/a.png')).toMatch(
    /don't match the method signature for SpreadsheetApp.Sheet.insertImage/,
  );
  value('insert', PICTURE, 1, 1);
  expect(failure('move', null)).toMatch(/signature for SpreadsheetApp.OverGridImage.setAnchorCell/);
  expect(failure('moveElsewhere')).toMatch(/signature for SpreadsheetApp.OverGridImage.setAnchorCell/);
  expect(failure('removeTwice')).toBe('Exception: The image has been deleted.');
});
