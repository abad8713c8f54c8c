/**
 * Everything that Google can call; `surface.ts` describes each. Nothing runs when this loads: a service call here
 * would take the whole menu away where the add-on is not enabled yet.
 */
export {
  changeAutomation,
  reviewDigest,
  turnOffAutomation,
  turnOnAutomation,
} from './automation-endpoints.ts';
export * from './cells/index.ts';
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
  undoImport,
  uploadPiece,
  writeReview,
} from './endpoints.ts';
export {
  menuAutomation,
  menuCloseReview,
  menuSetUp,
  menuSidebar,
  menuTreePicture,
  menuWriteReview,
  onInstall,
  onOpen,
} from './menu.ts';
export { help, insertExample, readIssues, readRows, saveRows, showCell } from './more-endpoints.ts';
export { addTreeImage, openTreePicture } from './picture-endpoints.ts';
export { readTree, saveTree, treeFigures, treeScript } from './tree-endpoints.ts';
export { onTick } from './triggers.ts';
