import type { ListCell, ListField } from '../../src/addon/more-api.ts';
import type { Language, Say } from '../language.ts';

const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;

/** No address is longer; of a longer text the pattern would try too much. */
const isAddress = (text: string): boolean => text.length <= 254 && ADDRESS.test(text);

/** Whether cells of a field are numbers. */
export function isNumeric({ kind }: ListField): boolean {
  return kind === 'number' || kind === 'percent' || kind === 'month';
}

/** 0.07 → 7, without the tail that binary fractions bring. */
function hundredfold(value: number): number {
  return Number((value * 100).toPrecision(12));
}

/** A cell as it stands in its control. */
export function typedText({ kind }: ListField, cell: ListCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return String(kind === 'percent' && typeof cell === 'number' ? hundredfold(cell) : cell);
}

/**
 * What was typed, as a cell; a number that cannot be read stays a text, which the check then names.
 * @example cellOfText({ kind: 'percent', … }, '90') //=> 0.9
 */
export function cellOfText(field: ListField, text: string): ListCell {
  const bare = text.normalize('NFKC').trim();
  if (bare === '') return null;
  if (!isNumeric(field)) return text.trim();
  const value = Number(field.kind === 'percent' ? bare.replace(/%$/, '') : bare);
  if (!Number.isFinite(value)) return bare;
  return field.kind === 'percent' ? Number((value / 100).toPrecision(12)) : value;
}

/** A month's name. */
export function monthName(language: Language, month: number): string {
  return new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2026, month - 1, 1),
  );
}

/** A cell as people read it. */
export function shownText(field: ListField, cell: ListCell, language: Language): string {
  if (cell === null) return '–';
  if (field.kind === 'month' && typeof cell === 'number') return monthName(language, cell);
  const option = field.options.find(({ value }) => value === cell);
  const unit = field.kind === 'percent' && typeof cell === 'number' ? ' %' : '';
  return option?.text ?? `${typedText(field, cell)}${unit}`;
}

function boundsOf({ kind, low = 0, high = 0 }: ListField): { low: number; high: number } {
  return kind === 'percent' ? { low: hundredfold(low), high: hundredfold(high) } : { low, high };
}

/**
 * What is wrong with a cell, in a sentence; undefined where nothing is.
 * @param words Says it.
 * @param field Field of the cell.
 * @param cell What was typed or chosen.
 */
export function faultOf(words: Say, field: ListField, cell: ListCell): string | undefined {
  const { kind, low, high, isWhole, isNeeded } = field;
  if (cell === null) return isNeeded || isNumeric(field) ? words('UI_NEEDED') : undefined;
  if (kind === 'email') return isAddress(String(cell)) ? undefined : words('UI_NOT_EMAIL');
  if (!isNumeric(field)) return undefined;
  if (typeof cell !== 'number') return words('UI_NOT_NUMBER');
  if (low !== undefined && high !== undefined && (cell < low || cell > high)) {
    return words('UI_BOUNDS', boundsOf(field));
  }
  return isWhole && !Number.isInteger(cell) ? words('UI_NOT_WHOLE') : undefined;
}
