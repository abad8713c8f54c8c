import { say, type TextCode } from '../../text/index.ts';
import { choiceWord } from '../../workbook/choices.ts';
import { columnChoices } from '../../workbook/column-choices.ts';
import { COLORS, unitFormat } from '../../workbook/formats.ts';
import type { CellFormat } from '../../workbook/sheets-api.ts';
import type { Language } from '../../workbook/template.ts';
import type { Figure, Status } from '../model.ts';
import { type Cell, numberCell, textCell } from './grid.ts';

const STATUS_TEXT: Readonly<Record<Status, TextCode>> = {
  green: 'STATUS_GREEN',
  amber: 'STATUS_AMBER',
  red: 'STATUS_RED',
  none: 'STATUS_NONE',
};

/** How a status looks. */
export const STATUS_FORMAT: Readonly<Record<Status, CellFormat>> = {
  green: { backgroundColor: COLORS.greenFill, textFormat: { foregroundColor: COLORS.greenText } },
  amber: { backgroundColor: COLORS.amberFill, textFormat: { foregroundColor: COLORS.amberText } },
  red: { backgroundColor: COLORS.redFill, textFormat: { foregroundColor: COLORS.redText } },
  none: { textFormat: { foregroundColor: COLORS.quiet } },
};

/** A status with sign, word and colour. */
export function statusCell(status: Status, language: Language): Cell {
  return textCell(say(language, STATUS_TEXT[status]), {
    ...STATUS_FORMAT[status],
    horizontalAlignment: 'CENTER',
  });
}

/** A figure that was shared out by days carries ≈ in front of it, in its number format. */
export function figureCell({ value, estimated }: Pick<Figure, 'value' | 'estimated'>, unit: string): Cell {
  const { pattern } = unitFormat(unit, value);
  return numberCell(value, estimated ? `"≈ "${pattern}` : pattern);
}

/** The pattern of a change: with its sign. */
export function signed(pattern: string): string {
  return `+${pattern};-${pattern};${pattern}`;
}

/**
 * A change of a rate that is a share, in percentage points.
 * @param change Fraction; empty where there is none.
 * @param rate A rate of its kind: the change has as many digits as the rate.
 * @param language Language of the review.
 */
export function pointsCell(change: number | null, rate: number | null, language: Language): Cell {
  const points = change === null ? null : change * 100;
  const digits = unitFormat('percent', rate).pattern.replace('%', '');
  return numberCell(points, signed(`${digits}" ${say(language, 'POINTS')}"`));
}

/** An ISO day; empty where there is none. Centred where words follow on its right. */
export function dayCell(day: string | null, horizontalAlignment: 'RIGHT' | 'CENTER' = 'RIGHT'): Cell {
  return textCell(day ?? '', { horizontalAlignment });
}

/** Word of a dropdown column's choice. */
export function columnWord(sheet: string, column: string, key: string, language: Language): string {
  return choiceWord(columnChoices(sheet, column), key, language);
}
