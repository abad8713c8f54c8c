import type { Browser } from 'playwright-core';

/** A picture with a name for its file and a title for people. */
export type Picture = { readonly name: string; readonly title: string; readonly image: Buffer };

export type SheetSize = { readonly columns: number; readonly width: number };

const USUAL: SheetSize = { columns: 3, width: 640 };
const GAP = 12;
const PATIENCE = 120_000;

function figure({ title, image }: Picture): string {
  const text = title.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const source = `data:image/png;base64,${image.toString('base64')}`;
  return `<figure><img src="${source}"><figcaption>${text}</figcaption></figure>`;
}

/**
 * Pictures side by side with their titles.
 * @param browser Draws the page.
 * @param pictures In the order in which they are shown, line by line.
 * @param size How many stand in a line, and how wide each is in pixels.
 * @returns A PNG picture.
 */
export async function contactSheet(
  browser: Browser,
  pictures: readonly Picture[],
  { columns, width: each }: SheetSize = USUAL,
): Promise<Buffer> {
  const width = columns * (each + GAP) + GAP;
  const page = await browser.newPage({ viewport: { width, height: 900 }, deviceScaleFactor: 1 });
  page.setDefaultTimeout(PATIENCE);
  await page.setContent(`<style>
    body { margin: ${GAP}px; display: grid; grid-template-columns: repeat(${columns}, ${each}px); gap: ${GAP}px;
      align-items: start; background: #ddd; font: 14px sans-serif; }
    figure { margin: 0; background: #fff; border: 1px solid #888; }
    img { display: block; width: 100%; }
    figcaption { padding: 4px 8px; }
  </style>${pictures.map(figure).join('')}`);
  const image = await page.screenshot({ fullPage: true });
  await page.close();
  return image;
}
