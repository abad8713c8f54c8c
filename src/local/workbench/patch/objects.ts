/** Conditional formats, validation rules, charts and pictures of a sheet: where they differ, all of a kind are made anew. */
import type { SheetData } from '@odoo/o-spreadsheet';
import type { EngineCommand } from '../messages.ts';
import { sameJson } from './cells.ts';
import type { CellLookup } from './lookup.ts';
import { ownStyles } from './styles.ts';
import { zoneOf } from './zone.ts';

/** The commands that make a sheet's formats, rules and charts what they are now; none where all is the same. */
export function objectCommands(old: SheetData, now: SheetData, cells: CellLookup): EngineCommand[] {
  return [...conditionalFormats(old, now), ...validationRules(old, now, cells), ...figures(old, now)];
}

const rangesOf = (sheetId: string, names: readonly string[]) =>
  names.map((name) => ({ _sheetId: sheetId, _zone: zoneOf(name) }));

function conditionalFormats(old: SheetData, now: SheetData): EngineCommand[] {
  if (sameJson(old.conditionalFormats, now.conditionalFormats)) return [];
  const sheetId = now.id;
  return [
    ...old.conditionalFormats.map(({ id }) => ({ type: 'REMOVE_CONDITIONAL_FORMAT', sheetId, id })),
    ...now.conditionalFormats.map(({ ranges, ...cf }) => ({
      type: 'ADD_CONDITIONAL_FORMAT',
      sheetId,
      cf,
      ranges: rangesOf(sheetId, ranges),
    })),
  ];
}

function validationRules(old: SheetData, now: SheetData, cells: CellLookup): EngineCommand[] {
  if (sameJson(old.dataValidationRules, now.dataValidationRules)) return [];
  const sheetId = now.id;
  return [
    ...old.dataValidationRules.map(({ id }) => ({ type: 'REMOVE_DATA_VALIDATION_RULE', sheetId, id })),
    ...now.dataValidationRules.map(({ ranges, ...rule }) => ({
      type: 'ADD_DATA_VALIDATION_RULE',
      sheetId,
      rule,
      ranges: rangesOf(sheetId, ranges),
    })),
    // The library centres a cell that gets a checkbox; the document's alignment is another matter.
    ...now.dataValidationRules
      .filter(({ criterion }) => criterion.type === 'isBoolean')
      .flatMap(({ ranges }) => ranges.flatMap((name) => ownStyles(now, zoneOf(name), cells))),
  ];
}

type ChartData = { chartId: string } & Record<string, unknown>;

function figures(old: SheetData, now: SheetData): EngineCommand[] {
  if (sameJson(old.figures, now.figures)) return [];
  const sheetId = now.id;
  return [
    ...old.figures.map(({ id }) => ({ type: 'DELETE_FIGURE', sheetId, figureId: id })),
    ...now.figures.map(({ id, tag, col, row, offset, width, height, data }) => {
      const size = { width, height };
      if (tag === 'image') {
        return { type: 'CREATE_IMAGE', sheetId, figureId: id, col, row, offset, size, definition: data };
      }
      const { chartId, ...definition } = data as ChartData;
      return { type: 'CREATE_CHART', sheetId, figureId: id, chartId, col, row, offset, size, definition };
    }),
  ];
}
