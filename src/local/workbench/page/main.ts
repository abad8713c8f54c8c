/** The page of the workbench: shows the preparation, then the workbook, and follows what the host tells. */
import type { CallAnswer, HostMessage, Notice, Step } from '../messages.ts';
import { closeDialog, showDialog } from './addon-dialog.ts';
import { clockMoving, refreshAutomation } from './automation/panel.ts';
import { dropQuestions, questionAnswered, showQuestion } from './dialogs.ts';
import { buildFrame, hideProgress, showSteps, showTitle, stage } from './frame.ts';
import { setNow } from './functions.ts';
import {
  currentModel,
  openSheet,
  prepareGrid,
  receiveRevision,
  reloadDone,
  reloadWorkbook,
  selectRange,
  showWorkbook,
} from './grid.ts';
import { setHistory } from './history-plugin.ts';
import { librariesLoaded } from './library.ts';
import { onMenuChosen, setAddonMenu } from './menus.ts';
import { setNotes } from './notes.ts';
import { scrollToFrozen } from './place.ts';
import { followSelection } from './selection.ts';
import { boot, listen, post, words } from './server.ts';
import { showSidebar } from './sidebar.ts';
import { type Toast, toast } from './toasts.ts';
import { translateLibrary } from './translate.ts';
import './probe.ts';

/** How soon "Running script" is said: most scripts are done before. */
const SOON = 300;

let opening: Promise<void> | undefined;
let steps: readonly Step[] = [];

type Heard = { [K in HostMessage['type']]: (message: Extract<HostMessage, { type: K }>) => void };

const heard: Heard = {
  hello: ({ instance }) => {
    if (instance !== boot.instance) window.location.reload();
  },
  preparing: (message) => {
    steps = message.steps;
    showSteps(steps);
  },
  ready: () => {
    opening = opening ? opening.then(() => reloadWorkbook()) : open();
  },
  revision: ({ message }) => receiveRevision(message),
  reload: () => void reloadWorkbook(),
  history: ({ canUndo, canRedo, title }) => {
    setHistory(canUndo, canRedo);
    showTitle(title);
    currentModel()?.trigger('update');
  },
  menu: ({ menu }) => setAddonMenu(menu),
  sidebar: ({ sidebar }) => showSidebar(sidebar),
  dialog: ({ dialog }) => showDialog(dialog),
  toast: showScriptToast,
  question: (message) => {
    quietly();
    void afterReload(() => showQuestion(message));
  },
  answered: ({ id }) => questionAnswered(id),
  selection: ({ sheetId, range }) => void afterReload(() => selectRange(sheetId, range)),
  clock: ({ now }) => setNow(now),
  'clock moving': ({ share, fired }) => clockMoving(share, fired),
  automation: () => void refreshAutomation(),
  notes: ({ notes }) => {
    setNotes(notes);
    currentModel()?.trigger('update');
  },
  notice: ({ notice }) => notify(notice),
};

let scriptToast: (() => void) | undefined;

/** A script has one toast at a time: the next takes its place. */
function showScriptToast(message: Toast): void {
  scriptToast?.();
  scriptToast = toast(message);
}

function notify({ level, word, text }: Notice): void {
  toast({ title: word ? words[word] : '', text: text ?? '', level, seconds: 10 });
}

/** What the add-on activates may be a sheet that the grid is about to load. */
async function afterReload(action: () => void): Promise<void> {
  await opening;
  await reloadDone();
  action();
}

async function open(): Promise<void> {
  showSteps([...steps, { text: words.openingPage, done: false }]);
  await prepared;
  const answer = await showWorkbook();
  showTitle(answer.title);
  setAddonMenu(answer.menu);
  showSidebar(answer.sidebar);
  goToAddressed(answer.openSheet);
  hideProgress();
  followSelection();
}

/** The sheet that the address names, or the one that the host wants open. */
function goToAddressed(fallback?: string): void {
  const named = new URLSearchParams(window.location.hash.slice(1)).get('sheet') ?? undefined;
  const title = named ?? fallback;
  if (title !== undefined && !openSheet(title)) {
    toast({ title: words.noSuchSheet, text: title, level: 'error' });
  }
}

/** Takes "Running script" away: the script has ended, or waits for a person. */
let quietly: () => void = () => undefined;

async function runMenu(functionName: string): Promise<void> {
  let done: (() => void) | undefined;
  const timer = setTimeout(() => {
    done = toast({ text: `${words.running}…`, seconds: -1 });
  }, SOON);
  const quiet = () => {
    clearTimeout(timer);
    done?.();
  };
  quietly = quiet;
  try {
    const answer = await post<CallAnswer>('/menu', { functionName });
    if (!answer.ok) toast({ title: words.scriptFailed, text: answer.message, level: 'error', seconds: -1 });
  } catch (error) {
    toast({ title: words.scriptFailed, text: String(error), level: 'error', seconds: -1 });
  } finally {
    quiet();
  }
}

buildFrame();
const prepared = librariesLoaded.then(() => {
  translateLibrary();
  return prepareGrid();
});
onMenuChosen((functionName) => void runMenu(functionName));
stage.addEventListener('keydown', ({ key, ctrlKey, metaKey }) => {
  if (key !== 'Home' || !(ctrlKey || metaKey)) return;
  const model = currentModel();
  if (model) requestAnimationFrame(() => scrollToFrozen(model));
});
window.addEventListener('hashchange', () => goToAddressed());
let connectionToast: (() => void) | undefined;
listen(
  (message) => heard[message.type](message as never),
  () => {
    connectionToast = toast({ text: words.lost, level: 'error', seconds: -1 });
    closeDialog();
    dropQuestions();
  },
  () => {
    connectionToast?.();
    toast({ text: words.back });
  },
);
