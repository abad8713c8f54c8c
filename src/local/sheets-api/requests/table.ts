import { autoFill } from './auto-fill.ts';
import * as cells from './cells.ts';
import * as charts from './charts.ts';
import type { RequestHandler } from './context.ts';
import * as cut from './cut.ts';
import * as dataSources from './data-sources.ts';
import * as metadata from './developer-metadata.ts';
import * as dimensions from './dimensions.ts';
import { duplicateSheet } from './duplicate.ts';
import * as embedded from './embedded.ts';
import * as filters from './filters.ts';
import * as groups from './groups.ts';
import * as merges from './merges.ts';
import * as names from './named-ranges.ts';
import * as paste from './paste.ts';
import * as protection from './protection.ts';
import * as rules from './rules.ts';
import * as sheets from './sheets.ts';
import * as shift from './shift.ts';
import * as slicers from './slicers.ts';
import * as sort from './sort.ts';
import * as tables from './tables.ts';
import * as text from './text.ts';

/** What applies each kind of request of `spreadsheets.batchUpdate`. */
export const HANDLERS: Readonly<Record<string, RequestHandler>> = {
  addSheet: sheets.addSheet,
  deleteSheet: sheets.deleteSheet,
  duplicateSheet,
  updateSheetProperties: sheets.updateSheetProperties,
  updateSpreadsheetProperties: sheets.updateSpreadsheetProperties,
  updateCells: cells.updateCells,
  repeatCell: cells.repeatCell,
  appendCells: cells.appendCells,
  setDataValidation: cells.setDataValidation,
  updateBorders: cells.updateBorders,
  mergeCells: merges.mergeCells,
  unmergeCells: merges.unmergeCells,
  insertDimension: dimensions.insertDimension,
  deleteDimension: dimensions.deleteDimension,
  moveDimension: dimensions.moveDimension,
  appendDimension: dimensions.appendDimension,
  updateDimensionProperties: dimensions.updateDimensionProperties,
  autoResizeDimensions: dimensions.autoResizeDimensions,
  addDimensionGroup: groups.addDimensionGroup,
  deleteDimensionGroup: groups.deleteDimensionGroup,
  updateDimensionGroup: groups.updateDimensionGroup,
  addConditionalFormatRule: rules.addConditionalFormatRule,
  updateConditionalFormatRule: rules.updateConditionalFormatRule,
  deleteConditionalFormatRule: rules.deleteConditionalFormatRule,
  addBanding: rules.addBanding,
  updateBanding: rules.updateBanding,
  deleteBanding: rules.deleteBanding,
  addNamedRange: names.addNamedRange,
  updateNamedRange: names.updateNamedRange,
  deleteNamedRange: names.deleteNamedRange,
  addProtectedRange: protection.addProtectedRange,
  updateProtectedRange: protection.updateProtectedRange,
  deleteProtectedRange: protection.deleteProtectedRange,
  createDeveloperMetadata: metadata.createDeveloperMetadata,
  updateDeveloperMetadata: metadata.updateDeveloperMetadata,
  deleteDeveloperMetadata: metadata.deleteDeveloperMetadata,
  addChart: charts.addChart,
  updateChartSpec: charts.updateChartSpec,
  addSlicer: slicers.addSlicer,
  updateSlicerSpec: slicers.updateSlicerSpec,
  deleteEmbeddedObject: embedded.deleteEmbeddedObject,
  updateEmbeddedObjectPosition: embedded.updateEmbeddedObjectPosition,
  updateEmbeddedObjectBorder: embedded.updateEmbeddedObjectBorder,
  addTable: tables.addTable,
  updateTable: tables.updateTable,
  deleteTable: tables.deleteTable,
  addDataSource: dataSources.addDataSource,
  updateDataSource: dataSources.updateDataSource,
  deleteDataSource: dataSources.deleteDataSource,
  refreshDataSource: dataSources.refreshDataSource,
  cancelDataSourceRefresh: dataSources.cancelDataSourceRefresh,
  setBasicFilter: filters.setBasicFilter,
  clearBasicFilter: filters.clearBasicFilter,
  addFilterView: filters.addFilterView,
  duplicateFilterView: filters.duplicateFilterView,
  updateFilterView: filters.updateFilterView,
  deleteFilterView: filters.deleteFilterView,
  sortRange: sort.sortRange,
  randomizeRange: sort.randomizeRange,
  autoFill,
  copyPaste: paste.copyPaste,
  cutPaste: cut.cutPaste,
  pasteData: cut.pasteData,
  insertRange: shift.insertRange,
  deleteRange: shift.deleteRange,
  findReplace: text.findReplace,
  trimWhitespace: text.trimWhitespace,
  deleteDuplicates: text.deleteDuplicates,
  textToColumns: text.textToColumns,
};
