import type { Browser } from 'playwright-core';

/** A picture with a name for its file and a title for people. */
export type Picture = { readonly name: string; readonly title: string; readonly image: Buffer };

const COLUMNS = 3;
const WIDTH = 640;
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
 * @returns A PNG picture.
 */
export async function contactSheet(browser: Browser, pictures: readonly Picture[]): Promise<Buffer> {
  const width = COLUMNS * (WIDTH + GAP) + GAP;
  const page = await browser.newPage({ viewport: { width, height: 900 }, deviceScaleFactor: 1 });
  page.setDefaultTimeout(PATIENCE);
  await page.setContent(`<style>
    body { margin: ${GAP}px; display: grid; grid-template-columns: repeat(${COLUMNS}, ${WIDTH}px); gap: ${GAP}px;
      align-items: start; background: #ddd; font: 14px sans-serif; }
    figure { margin: 0; background: #fff; border: 1px solid #888; }
    img { display: block; width: 100%; }
    figcaption { padding: 4px 8px; }
  </style>${pictures.map(figure).join('')}`);
  const image = await page.screenshot({ fullPage: true });
  await page.close();
  return image;
}
