import {
  contentHeight,
  type Font,
  type Shown,
  textPixels,
  wrappedLines,
} from '../../../src/local/document/text-size.ts';
import { sheet, text } from '../engine/build.ts';

const plain: Font = { fontSize: 10, bold: false };
const wrap = { wrapStrategy: 'WRAP' };

describe('textPixels', () => {
  it('counts Han letters twice as wide as digits, marks not at all', () => {
    expect(textPixels('内容', plain)).toBeCloseTo((2 * 10 * 96) / 72, 5);
    expect(textPixels('00', plain)).toBeLessThan(textPixels('内容', plain) * 0.6);
    expect(textPixels('ที่', plain)).toBe(textPixels('ท', plain));
    expect(textPixels('❤️', plain)).toBe(textPixels('❤', plain));
  });

  it('grows with the size of the font and with bold', () => {
    expect(textPixels('Title', { fontSize: 20, bold: false })).toBeCloseTo(2 * textPixels('Title', plain), 5);
    expect(textPixels('Title', { fontSize: 10, bold: true })).toBeGreaterThan(textPixels('Title', plain));
  });
});

describe('wrappedLines', () => {
  it('breaks between words, and in words wider than the column', () => {
    expect(wrappedLines('two words', 200, plain)).toBe(1);
    expect(wrappedLines('two words', 50, plain)).toBe(2);
    expect(wrappedLines('0'.repeat(30), 6 + 10 * 7.5, plain)).toBe(3);
  });

  it('breaks Han text at every letter', () => {
    const room = 6 + 5 * 13.4;
    expect(wrappedLines('一二三四五', room, plain)).toBe(1);
    expect(wrappedLines('一二三四五六', room, plain)).toBe(2);
    expect(wrappedLines('一二三四五。', room, plain)).toBe(2);
  });

  it('counts line breaks, empty lines too', () => {
    expect(wrappedLines('a\n\nb', 100, plain)).toBe(3);
  });

  it('needs no more lines in a wider column', () => {
    const words = 'Every Monday a tab named after the week is written as a draft 每周一写出草稿';
    let before = Number.POSITIVE_INFINITY;
    for (let width = 20; width < 900; width += 10) {
      const lines = wrappedLines(words, width, plain);
      expect(lines).toBeLessThanOrEqual(before);
      before = lines;
    }
    expect(before).toBe(1);
  });
});

describe('contentHeight', () => {
  const long = 'One row per KPI and period: KPI ID, from, to, target. Amounts are shared out by days.';
  const shownIn =
    (row: Shown[]) =>
    (column: number): Shown | undefined =>
      row[column];
  const cells: Shown[] = [{ text: long, wraps: true }];

  it('grows with wrapped text only', () => {
    const wrapped = sheet(1, 'S', [[text(long, wrap)]]);
    const clipped = sheet(1, 'S', [[text(long, { wrapStrategy: 'CLIP' })]]);
    expect(contentHeight(clipped, 0, 1, shownIn(cells))).toBe(21);
    expect(contentHeight(wrapped, 0, 1, shownIn(cells))).toBeGreaterThan(21 + 3 * 15);
    expect(contentHeight({ ...wrapped, columns: [{ pixelSize: 900 }] }, 0, 1, shownIn(cells))).toBe(21);
  });

  it('leaves merged and hidden cells and empty rows out', () => {
    const wrapped = sheet(1, 'S', [[text(long, wrap)]]);
    const merges = [{ startRow: 0, endRow: 1, startColumn: 0, endColumn: 5 }];
    expect(contentHeight({ ...wrapped, merges }, 0, 1, shownIn(cells))).toBeUndefined();
    expect(
      contentHeight({ ...wrapped, columns: [{ hiddenByUser: true }] }, 0, 1, shownIn(cells)),
    ).toBeUndefined();
    expect(contentHeight(wrapped, 0, 1, () => undefined)).toBeUndefined();
  });

  it('gives lines of Han text more room', () => {
    const height = (value: string) => {
      const wrapped = sheet(1, 'S', [[text(value, wrap)]], { columns: [{ pixelSize: 120 }] });
      return contentHeight(wrapped, 0, 1, () => ({ text: value, wraps: true }))!;
    };
    expect(height('一二三四五六七八九十')).toBe(41);
    expect(height('three words here')).toBe(37 - 16);
    expect(height('some more words in here')).toBe(37);
  });

  it('gives big type its line', () => {
    const title = sheet(1, 'S', [[text('Title', { textFormat: { fontSize: 16 } })]]);
    expect(contentHeight(title, 0, 1, () => ({ text: 'Title', wraps: true }))).toBe(32);
  });
});
