import type { cellSurface } from './surface.ts';

const NODES = 'HSTACK({"gmv"; "orders"; "aov"}; {""; "gmv"; "gmv"}; {"product"; ""; ""})';
const MONTH = 'DATE(2026; 11; 1); DATE(2026; 11; 30); DATE(2026; 11; 15)';
const TWO_DAYS = '{DATE(2026; 11; 15); DATE(2026; 11; 22)}; {10; 12}; DATE(2026; 11; 22)';

/**
 * Formulas that show a result in any cell, since their figures stand in them: semicolons, whole numbers and percents are
 * understood in every locale, and so is a list of rows, which commas between columns are not.
 */
export const SAMPLES: Readonly<Record<keyof typeof cellSurface, string>> = {
  KPI_ATTAINMENT: '=KPI_ATTAINMENT(90; 100)',
  KPI_BAND_ATTAINMENT: '=KPI_BAND_ATTAINMENT(11; 6; 10)',
  KPI_STATUS: '=KPI_STATUS(95%)',
  KPI_SCORE: '=KPI_SCORE({90%; 110%}; {2; 1})',
  KPI_RATE: '=KPI_RATE(50; 2000; 1000)',
  KPI_ROI: '=KPI_ROI(150; 30; 40%)',
  KPI_ROAS: '=KPI_ROAS(300; 100)',
  KPI_BREAK_EVEN_ROAS: '=KPI_BREAK_EVEN_ROAS(25%)',
  KPI_REQUIRED_GROWTH: '=KPI_REQUIRED_GROWTH(100; 150; 4)',
  KPI_EXPECTED: `=KPI_EXPECTED(1000; ${MONTH})`,
  KPI_PACE: `=KPI_PACE(450; 1000; ${MONTH})`,
  KPI_TREE: `=KPI_TREE(${NODES}; {""; 120; 25})`,
  KPI_CASCADE: `=KPI_CASCADE(${NODES}; {""; 120; 25}; 3600)`,
  KPI_EFFECTS: `=KPI_EFFECTS(${NODES}; {""; 120; 25}; {""; 150; 24})`,
  KPI_MIX_RATE: '=KPI_MIX_RATE({1000; 500}; {5%; 2%}; {1000; 1500}; {6%; 3%})',
  KPI_XMR: '=KPI_XMR({10; 12; 11; 13; 12; 11; 10; 12; 30; 11})',
  KPI_AB_TEST: '=KPI_AB_TEST(120; 2000; 150; 2000)',
  KPI_ITEM_TEST: '=KPI_ITEM_TEST({5%; 6%; 5%; 7%; 6%}; {8%; 9%; 7%; 9%; 8%})',
  KPI_SAMPLE_SIZE: '=KPI_SAMPLE_SIZE(5%; 6%)',
  KPI_CONCENTRATION: '=1/KPI_CONCENTRATION({50; 30; 20})',
  KPI_UTM: '=KPI_UTM("https://example.com/p"; "tiktok"; "video"; "spring-sale"; "video-1")',
  KPI_UTM_GET: '=KPI_UTM_GET("https://example.com/p?utm_content=video-1"; "content")',
  KPI_UTM_CHECK: '=KPI_UTM_CHECK("https://example.com/p?utm_medium=video")',
  KPI_ISOWEEK: '=KPI_ISOWEEK(DATE(2026; 11; 22))',
  KPI_WEEK_START: '=KPI_WEEK_START("2026-W47")',
  KPI_ATTRIBUTION: '=KPI_ATTRIBUTION({"ads > video"; "video"}; {10; 5}; "linear")',
  KPI_TRAILING_WEEKS: `=KPI_TRAILING_WEEKS(${TWO_DAYS}; 2)`,
  KPI_TRAILING_MONTHS: `=KPI_TRAILING_MONTHS(${TWO_DAYS}; 2)`,
  KPI_TO_DATE: `=KPI_TO_DATE(${TWO_DAYS})`,
  KPI_DUE: '=KPI_DUE(DATE(2026; 11; 20); ""; DATE(2026; 11; 22); 3)',
  KPI_SLA: '=KPI_SLA(DATE(2026; 11; 20); DATE(2026; 11; 21); 12; DATE(2026; 11; 22))',
  KPI_DAYS: '=KPI_DAYS(DATE(2026; 11; 1); DATE(2026; 11; 22))',
  KPI_AB_RESULT: '=KPI_AB_RESULT(120; 2000; 150; 2000)',
  KPI_AB_DECISION: '=KPI_AB_DECISION(120; 2000; 150; 2000; 2000)',
  KPI_BUDGET: '=KPI_BUDGET(20; 50)',
  KPI_BREAK_EVEN_GMV: '=KPI_BREAK_EVEN_GMV(400; 40%)',
  KPI_BREAK_EVEN_ORDERS: '=KPI_BREAK_EVEN_ORDERS(400; 40%; 25)',
};
