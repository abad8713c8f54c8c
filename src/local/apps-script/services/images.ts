/** Pictures over the cells: `Sheet.insertImage`, `Sheet.getImages` and `OverGridImage`. */
import { newId } from '../../document/create.ts';
import { Draft } from '../../document/draft.ts';
import { objectOf } from '../../document/json.ts';
import type { DocumentState, ImageState, JsonObject, SheetState } from '../../document/model.ts';
import type { Execution } from '../execution.ts';
import { mismatch, ScriptError, ServiceObject } from '../service.ts';
import { blobParts } from './blob.ts';

/** What pictures need of the view on a document. */
export type ImagePlace = {
  readonly execution: Execution;
  readonly sheetId: number;
  document(): DocumentState;
  /** `Range` and `Sheet` objects of the script. */
  range(row: number, column: number): ServiceObject;
  sheet(): ServiceObject;
  /** Row and column of a range of this sheet, from 1; undefined for anything else. */
  cellOf(range: unknown): { row: number; column: number } | undefined;
};

/** Google's limits of a picture. */
const MOST_BYTES = 2_000_000;
const MOST_PIXELS = 1_000_000;
const TOO_LARGE = 'Blob was too large. Maximum blob size is 2MB. Maximum number of pixels is 1 million.';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Width and height of a PNG, from its first chunk; undefined where the bytes are none. */
function pngSize(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(PNG)) return undefined;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

function imagesOf(place: ImagePlace): readonly ImageState[] {
  const sheet = place.document().sheets.find(({ sheetId }) => sheetId === place.sheetId);
  return sheet?.images ?? [];
}

/** Pictures are no business of the Sheets API: they are changed in the document itself. */
function edit(place: ImagePlace, work: (sheet: SheetState) => void): void {
  const { documents, spreadsheetId } = place.execution.host;
  const draft = new Draft(place.document());
  work(draft.edit(place.sheetId));
  documents.replace?.(spreadsheetId, draft.finish());
}

function stateOf(place: ImagePlace, imageId: number): ImageState {
  const found = imagesOf(place).find((image) => image.imageId === imageId);
  if (!found) throw new ScriptError('The image has been deleted.');
  return found;
}

function change(place: ImagePlace, imageId: number, parts: Partial<ImageState>): void {
  const changed = { ...stateOf(place, imageId), ...parts };
  edit(place, (sheet) => {
    sheet.images = (sheet.images ?? []).map((image) => (image.imageId === imageId ? changed : image));
  });
}

const overlayOf = (image: ImageState): JsonObject => objectOf(image.position.overlayPosition);

function overlay(place: ImagePlace, imageId: number, parts: JsonObject): void {
  const position = { overlayPosition: { ...overlayOf(stateOf(place, imageId)), ...parts } };
  change(place, imageId, { position });
}

const anchorAt = (place: ImagePlace, row: number, column: number): JsonObject => ({
  sheetId: place.sheetId,
  rowIndex: row - 1,
  columnIndex: column - 1,
});

function imageObject(place: ImagePlace, imageId: number): ServiceObject {
  const size = (key: 'widthPixels' | 'heightPixels') => Number(overlayOf(stateOf(place, imageId))[key]);
  const chain = (work: (value: unknown) => void) => (value: unknown) => {
    work(value);
    return image;
  };
  const image: ServiceObject = new ServiceObject('OverGridImage', {
    getSheet: () => place.sheet(),
    getWidth: () => size('widthPixels'),
    getHeight: () => size('heightPixels'),
    setWidth: chain((width) => overlay(place, imageId, { widthPixels: Number(width) })),
    setHeight: chain((height) => overlay(place, imageId, { heightPixels: Number(height) })),
    getInherentWidth: () => stateOf(place, imageId).width,
    getInherentHeight: () => stateOf(place, imageId).height,
    getAltTextTitle: () => stateOf(place, imageId).altTitle,
    setAltTextTitle: chain((title) => change(place, imageId, { altTitle: String(title) })),
    getAltTextDescription: () => stateOf(place, imageId).altDescription,
    setAltTextDescription: chain((text) => change(place, imageId, { altDescription: String(text) })),
    getAnchorCell: () => {
      const { rowIndex, columnIndex } = objectOf(overlayOf(stateOf(place, imageId)).anchorCell);
      return place.range(Number(rowIndex ?? 0) + 1, Number(columnIndex ?? 0) + 1);
    },
    setAnchorCell: chain((range) => {
      const cell = place.cellOf(range);
      if (!cell) throw mismatch('SpreadsheetApp.OverGridImage.setAnchorCell', [range]);
      overlay(place, imageId, { anchorCell: anchorAt(place, cell.row, cell.column) });
    }),
    remove: () => {
      stateOf(place, imageId);
      edit(place, (sheet) => {
        const left = (sheet.images ?? []).filter((each) => each.imageId !== imageId);
        if (left.length > 0) sheet.images = left;
        else delete sheet.images;
      });
    },
  });
  return image;
}

/** `insertImage(blob, column, row)`, with offsets in pixels behind them; what lies by a link has no place here. */
export function insertImage(place: ImagePlace, args: readonly unknown[]): ServiceObject {
  const [source, ...numbers] = args;
  const blob = blobParts(source);
  const areNumbers = numbers.every((number) => typeof number === 'number');
  if (!blob || !areNumbers || (numbers.length !== 2 && numbers.length !== 4)) {
    throw mismatch('SpreadsheetApp.Sheet.insertImage', args);
  }
  const [column = 1, row = 1, offsetXPixels = 0, offsetYPixels = 0] = numbers as number[];
  place.range(row, column);
  const size = pngSize(blob.bytes);
  if (!size) throw new ScriptError('The blob is no PNG, and the local host reads no other pictures.');
  const isLarge = blob.bytes.length > MOST_BYTES || size.width * size.height > MOST_PIXELS;
  if (isLarge) throw new ScriptError(TOO_LARGE);
  const anchorCell = anchorAt(place, row, column);
  const overlayPosition: JsonObject = {
    ...{ anchorCell, offsetXPixels, offsetYPixels },
    ...{ widthPixels: size.width, heightPixels: size.height },
  };
  const image: ImageState = {
    imageId: newId(() => place.execution.host.random()),
    position: { overlayPosition },
    contentType: 'image/png',
    base64: blob.bytes.toString('base64'),
    ...size,
    ...{ altTitle: '', altDescription: '' },
  };
  edit(place, (sheet) => {
    sheet.images = [...(sheet.images ?? []), image];
  });
  return imageObject(place, image.imageId);
}

/** `getImages()`: the pictures over the cells of a sheet. */
export function getImages(place: ImagePlace): ServiceObject[] {
  return imagesOf(place).map(({ imageId }) => imageObject(place, imageId));
}
