/**
 * Everything that Google can call; `surface.ts` describes each. Nothing runs when this loads: a service call here
 * would take the whole menu away where the add-on is not enabled yet.
 */
export { KPI_ATTAINMENT, KPI_ROI, KPI_STATUS } from './cells/measure.ts';
export {
  closeReview,
  importFile,
  loadRows,
  readReview,
  recogniseFile,
  setUp,
  sidebarState,
  turnOnAutomation,
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
