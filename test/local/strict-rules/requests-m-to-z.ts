// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source text.
/** The refusals of requests of the Sheets API, those in files from M to Z, each by its words. */
import { refused, type StrictRule } from './rule.ts';

export const REQUEST_RULES_M_TO_Z: readonly StrictRule[] = [
  ...refused('requests/merges.ts', 'refusals-requests', {
    "You can't merge frozen and non-frozen rows.":
      'throw new Error("You can\'t merge frozen and non-frozen rows.',
    "You can't merge frozen and non-frozen columns.":
      'throw new Error("You can\'t merge frozen and non-frozen colum',
    'You must select all cells in a merged range to merge or unmerge them. (merges)':
      "if (merged.some((part) => intersects(part, old) && !contains(part, old))) {\n      throw new Error('You must select all cells in a merged range",
    'You must select all cells in a merged range to merge or unmerge them. (merges) 2':
      "if (sheet.merges.some((old) => intersects(rect, old) && !contains(rect, old))) {\n    throw new Error('You must select all cells in a merged range",
  }),
  ...refused('requests/named-ranges.ts', 'refusals-requests', {
    'The name given to this range is invalid.':
      "throw new Error('The name given to this range is invalid.');",
    'Named range with id … already exists.': 'throw new Error(`Named range with id ${namedRangeId} already',
  }),
  ...refused('requests/paste.ts', 'refusals-requests', {
    'The pasted range exceeds grid limits. Max rows: …, max columns: … (paste)':
      'throw new Error(\n      `The pasted range exceeds grid limits',
  }),
  ...refused('requests/protection.ts', 'refusals-requests', {
    'ProtectedRange.tableId is not served by this host.':
      "throw new SheetsApiError('UNIMPLEMENTED', 'ProtectedRange.ta",
    'No named range with id: … (protection)': 'throw new Error(`No named range with id: ${String(given.name',
    'Must specify a range or namedRangeId to protect.':
      "throw new Error('Must specify a range or namedRangeId to pro",
    'warningOnly and editors cannot both be set.':
      "throw new Error('warningOnly and editors cannot both be set.",
    'No protected range with id: …': 'throw new Error(`No protected range with id: ${id ?? 0}`);',
    'Protected range with id … already exists.':
      'throw new Error(`Protected range with id ${protectedRangeId}',
  }),
  ...refused('requests/rules.ts', 'refusals-requests', {
    'No ranges specified on conditional format.':
      "throw new Error('No ranges specified on conditional format.'",
    'All ranges must be on the same sheet.': "throw new Error('All ranges must be on the same sheet.');",
    'Must specify a booleanRule or a gradientRule.':
      "throw new Error('Must specify a booleanRule or a gradientRul",
    'index[…] is out of bounds; there are … rules.':
      'throw new Error(`index[${index}] is out of bounds; there are',
    'newIndex[…] is out of bounds.': 'throw new Error(`newIndex[${newIndex}] is out of bounds.`);',
    'No banded range with id: …': 'throw new Error(`No banded range with id: ${id ?? 0}`);',
    'Must specify either rowProperties or columnProperties.':
      "throw new Error('Must specify either rowProperties or column",
    'You cannot add alternating background colors to a range that already has alternating background colors.':
      "throw new Error(\n      'You cannot add alternating backgroun",
    'Banded range with id … already exists.': 'throw new Error(`Banded range with id ${bandedRangeId} alrea',
  }),
  ...refused('requests/rules.ts', 'refusals', {
    'No interpolationPointType specified.': "throw new Error('No interpolationPointType",
    'InterpolationPoint.value is required.': "throw new Error('InterpolationPoint.value is",
    'Invalid InterpolationPoint.value': 'throw new Error(`Invalid InterpolationPoint.value',
  }),
  ...refused('requests/sheets.ts', 'refusals-requests', {
    'The sheet name cannot be empty.': "throw new Error('The sheet name cannot be empty.');",
    'This action would increase the number of columns in the sheet above the limit of … columns.':
      'throw new Error(\n      `This action would increase the number of co',
    'Sheet id must be non-negative.': "throw new Error('Sheet id must be non-negative.');",
    'Sheet index … is out of bounds; there are … sheets.':
      'throw new Error(`Sheet index ${index} is out of bounds; ther',
    'Cannot add a sheet of type ….': 'throw new Error(`Cannot add a sheet of type ${properties.she',
    'gridProperties.…[…] must be >= 0': 'throw new Error(`gridProperties.${key}[${count}] must be >= ',
    'No sheet with id: … (sheets)': 'if (!sheet) throw new Error(`No sheet with id: ${id}`);',
    "You can't remove all the visible sheets in a document.":
      'throw new Error("You can\'t remove all the visible sheets in ',
    'No sheet with id: … (sheets) 2': 'if (!draft.sheet(id)) throw new Error(`No sheet with id: ${id}`);',
    '… is read-only.': 'throw new Error(`${mask[0]?.[0]} is read-only.`);',
    '… cannot be empty.': 'throw new Error(`${key} cannot be empty.`);',
    'Invalid time zone: …': 'throw new Error(`Invalid time zone: ${zone}`);',
    'Unsupported locale: …': 'throw new Error(`Unsupported locale: ${locale}`);',
    'a chart sheet has no grid': 'throw new Error(`Sheet with id ${id} has no grid',
  }),
  ...refused('requests/sheets.ts', 'refusals-layout', {
    'a size that the mask names is given': "throw new Error(`You can't delete all the",
    'a size of at least 1': 'throw new Error(`gridProperties.${field}[',
    'frozen rows leave some that scroll': "throw new Error(`You can't freeze all visible",
    'frozen rows cut no merged cell': "throw new Error(`You can't freeze ${axis} which",
  }),
  ...refused('requests/shift.ts', 'refusals-requests', {
    'shiftDimension must be specified.': "throw new Error('shiftDimension must be specified.');",
  }),
  ...refused('requests/slicers.ts', 'refusals-requests', {
    'SlicerSpec.dataRange is required.': "throw new Error('SlicerSpec.dataRange is required.');",
    'SlicerSpec.columnIndex[…] is outside of the data range.':
      'throw new Error(`SlicerSpec.columnIndex[${column}] is outsid',
    'Must specify a slicer position.': "throw new Error('Must specify a slicer position.');",
    'No embedded object with id: … (slicers)': 'throw new Error(`No embedded object with id: ${request.slice',
  }),
  ...refused('requests/sort.ts', 'refusals-requests', {
    'Sorting by colors is not served by this host.':
      "throw new SheetsApiError('UNIMPLEMENTED', 'Sorting by colors",
    'sortSpecs.dimensionIndex[…] is outside of the range to sort.':
      'throw new Error(`sortSpecs.dimensionIndex[${column}] is outs',
    "You can't sort a range with vertically merged cells.":
      'throw new Error("You can\'t sort a range with vertically merg',
    'Must specify at least one sort spec.': "throw new Error('Must specify at least one sort spec.');",
  }),
  ...refused('requests/tables.ts', 'refusals-requests', {
    'A table or named range with the name "…" already exists.':
      'throw new Error(`A table or named range with the name "${giv',
    'columnIndex[…] is outside of the table.': 'throw new Error(`columnIndex[${index}] is outside of the tab',
    'columnIndex[…] is specified more than once.':
      'throw new Error(`columnIndex[${index}] is specified more tha',
    'Condition must be set for dropdown column type.':
      "throw new Error('Condition must be set for dropdown column t",
    'Cannot set condition for non-dropdown column type.':
      "throw new Error('Cannot set condition for non-dropdown colum",
    'Table.range is required.': "throw new Error('Table.range is required.');",
    'Table with id … already exists.': 'throw new Error(`Table with id ${tableId} already exists.`);',
    'No table with id: … (tables)': "throw new Error(`No table with id: ${String(id ?? '')}`);",
    'A table cannot be moved to another sheet.':
      "throw new Error('A table cannot be moved to another sheet.')",
    'Table header row cell must have a value.':
      "throw new Error('Table header row cell must have a value.');",
    'tables and bands share no cell': 'throw new Error(OVERLAP)',
  }),
  ...refused('requests/text.ts', 'refusals-requests', {
    'Must specify a range, a sheetId or allSheets.':
      "throw new Error('Must specify a range, a sheetId or allSheet",
    'find must be specified.': "throw new Error('find must be specified.');",
    'Invalid regular expression: …': 'throw new Error(`Invalid regular expression: ${find}`);',
    'comparisonColumns must be columns within the range.':
      "throw new Error('comparisonColumns must be columns within th",
    'delimiter must be specified. (text)': "throw new Error('delimiter must be specified.');",
    'source must span exactly one column.': "throw new Error('source must span exactly one column.');",
  }),
];
