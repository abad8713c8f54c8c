/** Pictures over the cells as the engine's figures. */
import type { FigureData } from '@odoo/o-spreadsheet';
import { objectOf } from '../document/json.ts';
import type { ImageState } from '../document/model.ts';

const number = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/** The engine's figures for the pictures of a sheet. */
export function imageFigures(images: readonly ImageState[] = []): FigureData<object>[] {
  return images.map((image) => {
    const overlay = objectOf(image.position.overlayPosition);
    const anchor = objectOf(overlay.anchorCell);
    const size = {
      width: number(overlay.widthPixels, image.width),
      height: number(overlay.heightPixels, image.height),
    };
    return {
      id: `image-${image.imageId}`,
      tag: 'image',
      col: number(anchor.columnIndex, 0),
      row: number(anchor.rowIndex, 0),
      offset: { x: number(overlay.offsetXPixels, 0), y: number(overlay.offsetYPixels, 0) },
      ...size,
      data: {
        path: `data:${image.contentType};base64,${image.base64}`,
        size,
        mimetype: image.contentType,
      },
    };
  });
}
