/**
 * Everything that Google can call; `surface.ts` describes each. Nothing runs when this loads: a service call here
 * would take the whole menu away where the add-on is not enabled yet.
 */
export {
  KPI_AB_TEST,
  KPI_CONCENTRATION,
  KPI_ITEM_TEST,
  KPI_MIX_RATE,
  KPI_SAMPLE_SIZE,
  KPI_XMR,
} from './cells/analysis.ts';
export { KPI_EXPECTED, KPI_ISOWEEK, KPI_PACE, KPI_WEEK_START } from './cells/calendar.ts';
export { KPI_ATTRIBUTION, KPI_UTM, KPI_UTM_CHECK, KPI_UTM_GET } from './cells/campaign.ts';
export {
  KPI_ATTAINMENT,
  KPI_BAND_ATTAINMENT,
  KPI_BREAK_EVEN_ROAS,
  KPI_RATE,
  KPI_REQUIRED_GROWTH,
  KPI_ROAS,
  KPI_ROI,
  KPI_SCORE,
  KPI_STATUS,
} from './cells/measure.ts';
export { KPI_TO_DATE, KPI_TRAILING_MONTHS, KPI_TRAILING_WEEKS } from './cells/series.ts';
export { KPI_CASCADE, KPI_EFFECTS, KPI_TREE } from './cells/tree.ts';
export {
  KPI_AB_DECISION,
  KPI_AB_RESULT,
  KPI_BREAK_EVEN_GMV,
  KPI_BREAK_EVEN_ORDERS,
  KPI_BUDGET,
  KPI_DAYS,
  KPI_DUE,
  KPI_SLA,
} from './cells/work.ts';
export {
  applyModel,
  closeReview,
  importFile,
  loadRows,
  readReview,
  recogniseFile,
  sampleScript,
  setUp,
  sidebarState,
  turnOnAutomation,
  undoImport,
  writeReview,
} from './endpoints.ts';
export {
  menuAutomation,
  menuCloseReview,
  menuSetUp,
  menuSidebar,
  menuWriteReview,
  onInstall,
  onOpen,
} from './menu.ts';
export { onTick } from './triggers.ts';
