import { render } from 'preact';
import { MEASURES } from './card.tsx';
import { Drawing } from './drawing.tsx';
import { fitLine } from './fit-text.ts';
import { FONT, PAPER } from './palette.ts';
import type { Scene } from './scene.ts';
import type { Size } from './view.ts';

const EDGE = 24;
const HEADING = 34;
/** Browsers draw no larger canvas reliably. */
const MOST_SIDE = 16_000;
const MOST_PIXELS = 100_000_000;

/** A drawing as a file: its text, and how large it is at its own size. */
export type Paper = Size & { readonly svg: string };

/**
 * The drawing as an SVG of its own, on white paper, with a heading.
 * @param heading What it is, and of which week.
 */
export function paperOf(scene: Scene, collapsed: ReadonlySet<string>, heading: string): Paper {
  const width = Math.ceil(Math.max(scene.width + MEASURES.across / 4, MEASURES.width) + 2 * EDGE);
  const height = Math.ceil(scene.height + HEADING + 2 * EDGE);
  const host = document.createElement('div');
  render(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      font-family={FONT}
    >
      <title>{heading}</title>
      <rect width={width} height={height} fill={PAPER.ground} />
      <text x={EDGE} y={EDGE + 14} font-size={16} font-weight={600} fill={PAPER.ink}>
        {fitLine(heading, width - 2 * EDGE, 16)}
      </text>
      <g transform={`translate(${EDGE} ${EDGE + HEADING})`}>
        <Drawing scene={scene} palette={PAPER} collapsed={collapsed} />
      </g>
    </svg>,
    host,
  );
  const svg = new XMLSerializer().serializeToString(host.firstChild as Element);
  render(null, host);
  return { svg, width, height };
}

/**
 * How many pixels a drawing gets for one of its own: two, so that it is sharp in print, or as many as there is room for.
 * @param most Most pixels of the whole.
 * @example scaleFor({ width: 1000, height: 500 }, 1_000_000) //=> 1.414…
 */
export function scaleFor({ width, height }: Size, most = MOST_PIXELS): number {
  const bySide = MOST_SIDE / Math.max(width, height);
  return Math.min(2, bySide, Math.sqrt(most / (width * height)));
}

function loaded(svg: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('The picture could not be drawn.'));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  });
}

/** The drawing as pixels. */
export async function canvasOf(paper: Paper, scale: number): Promise<HTMLCanvasElement> {
  const image = await loaded(paper.svg);
  const canvas = document.createElement('canvas');
  // Down, so that the whole never has more pixels than it may.
  canvas.width = Math.max(1, Math.floor(paper.width * scale));
  canvas.height = Math.max(1, Math.floor(paper.height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Hands a canvas to the person as a PNG file. */
export async function download(canvas: HTMLCanvasElement, name: string): Promise<void> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('The picture could not be drawn.');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Google's limits of a picture over the cells. */
const SHEET_PIXELS = 1_000_000;
const SHEET_BYTES = 2_000_000;
/** Below this the letters of a card are no longer read. */
const LEGIBLE = 0.6;

/** A picture as the add-on takes it: Base64 without a prefix, and the size at which it is shown. */
export type SheetImage = {
  readonly png: string;
  readonly width: number;
  readonly height: number;
  readonly isLegible: boolean;
};

/** The drawing as a picture that a sheet takes; drawn smaller until it has few enough bytes. */
export async function sheetImage(paper: Paper): Promise<SheetImage> {
  let scale = scaleFor(paper, SHEET_PIXELS);
  for (;;) {
    const canvas = await canvasOf(paper, scale);
    const png = canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '');
    if ((png.length * 3) / 4 <= SHEET_BYTES || scale < 0.1) {
      const shown = Math.min(1, scale);
      return {
        png,
        width: Math.round(paper.width * shown),
        height: Math.round(paper.height * shown),
        isLegible: scale >= LEGIBLE,
      };
    }
    scale *= 0.8;
  }
}
