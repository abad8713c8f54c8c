/** The functions that people type into cells. They load with the script; everything else waits until it is called. */
export {
  KPI_AB_TEST,
  KPI_CONCENTRATION,
  KPI_ITEM_TEST,
  KPI_MIX_RATE,
  KPI_SAMPLE_SIZE,
  KPI_XMR,
} from './analysis.ts';
export { KPI_EXPECTED, KPI_ISOWEEK, KPI_PACE, KPI_WEEK_START } from './calendar.ts';
export { KPI_ATTRIBUTION, KPI_UTM, KPI_UTM_CHECK, KPI_UTM_GET } from './campaign.ts';
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
} from './measure.ts';
export { KPI_TO_DATE, KPI_TRAILING_MONTHS, KPI_TRAILING_WEEKS } from './series.ts';
export { KPI_CASCADE, KPI_EFFECTS, KPI_TREE } from './tree.ts';
export {
  KPI_AB_DECISION,
  KPI_AB_RESULT,
  KPI_BREAK_EVEN_GMV,
  KPI_BREAK_EVEN_ORDERS,
  KPI_BUDGET,
  KPI_DAYS,
  KPI_DUE,
  KPI_SLA,
} from './work.ts';
