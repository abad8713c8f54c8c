import { unzipSync } from 'fflate';
import { Draft } from '../../../src/local/document/draft.ts';
import type { ImageState } from '../../../src/local/document/model.ts';
import { changeDimension } from '../../../src/local/document/structure.ts';
import { copySheet } from '../../../src/local/sheets-api/requests/duplicate.ts';
import { patchBetween } from '../../../src/local/workbench/patch/index.ts';
import { png } from '../png.ts';
import { document, sheet } from './build.ts';
import { exported, richBook } from './exported.ts';

const BYTES = png(60, 40);
const image = (row: number): ImageState => ({
  imageId: 7,
  position: {
    overlayPosition: {
      anchorCell: { sheetId: 1, rowIndex: row, columnIndex: 1 },
      widthPixels: 30,
      heightPixels: 20,
    },
  },
  contentType: 'image/png',
  base64: BYTES.toString('base64'),
  ...{ width: 60, height: 40, altTitle: 'KPI 树 "A"', altDescription: 'GMV < 1' },
});

const withImage = (row = 2) => document([sheet(1, 'S', [['a']], { rowCount: 20, images: [image(row)] })]);

test('a file has the picture itself, at its place and size, with its words, beside charts', async () => {
  const rich = richBook();
  const [first, ...others] = rich.sheets;
  const { bytes, parts } = await exported({
    ...rich,
    sheets: [{ ...first!, images: [image(2)] }, ...others],
  });
  const media = Object.entries(unzipSync(bytes)).filter(([path]) => path.startsWith('xl/media/'));
  expect(media).toHaveLength(1);
  expect(Buffer.from(media[0]![1]).equals(BYTES)).toBe(true);
  const drawing = parts.get('xl/drawings/drawing0.xml') ?? '';
  const anchor = /<xdr:oneCellAnchor>(?:(?!<xdr:oneCellAnchor>).)*<xdr:pic>.*?<\/xdr:oneCellAnchor>/s.exec(
    drawing,
  )?.[0];
  expect(anchor).toContain('<xdr:col>1</xdr:col>');
  expect(anchor).toContain('<xdr:row>2</xdr:row>');
  expect(anchor).toContain(`<xdr:ext cx="${30 * 9525}" cy="${20 * 9525}"/>`);
  expect(anchor).toContain('descr="GMV &lt; 1" title="KPI 树 &quot;A&quot;"');
  expect(drawing.match(/<xdr:graphicFrame/g)).toHaveLength(1);
  expect(parts.get('[Content_Types].xml')).toContain('Extension="png"');
});

test('rows above push it down, and a copy of its sheet has one of its own', () => {
  const draft = new Draft(withImage(2));
  changeDimension(draft, { kind: 'insert', sheetId: 1, dimension: 'ROWS', at: 1, count: 3 });
  expect(draft.document.sheets[0]?.images).toEqual([image(5)]);
  const copy = copySheet(withImage(2).sheets[0]!, 9, 'Copy', () => 0.5);
  expect(copy.images?.[0]?.position).toMatchObject({
    overlayPosition: { anchorCell: { sheetId: 9, rowIndex: 2 } },
  });
  expect(copy.images?.[0]?.imageId).not.toBe(7);
});

test('the grid is told of a picture that came', () => {
  const commands = patchBetween(document([sheet(1, 'S', [['a']], { rowCount: 20 })]), withImage());
  expect(commands).toEqual([
    expect.objectContaining({
      type: 'CREATE_IMAGE',
      figureId: 'image-7',
      col: 1,
      row: 2,
      size: { width: 30, height: 20 },
      definition: expect.objectContaining({ mimetype: 'image/png' }),
    }),
  ]);
});
