import { say } from '../text/index.ts';
import { answer, locked } from './answer.ts';
import type { Endpoints } from './api.ts';
import { behindSentences } from './jobs/drafts.ts';
import { saveTreeJob } from './jobs/save-tree.ts';
import { readTreeJob, treeFiguresJob } from './jobs/tree.ts';
import { workbookLanguage } from './language.ts';
import { nothingRequest } from './requests.ts';
import { treeFiguresRequest, treeRequest } from './tree-requests.ts';

type Reply<K extends keyof Endpoints> = ReturnType<Endpoints[K]>;

/**
 * The script of the tree's editor, which the sidebar runs when its tab is opened for the first time.
 * @param request Nothing.
 * @returns A page with one script.
 */
export function treeScript(request: unknown): Reply<'treeScript'> {
  return answer(nothingRequest(), request, () => ({
    html: HtmlService.createHtmlOutputFromFile('tree').getContent(),
  }));
}

/**
 * The KPI tree for the editor, without figures.
 * @param request Nothing.
 * @returns Rows, targets, and what the editor offers beside them; a sentence where the sheet cannot be read.
 */
export function readTree(request: unknown): Reply<'readTree'> {
  return answer(nothingRequest(), request, (_, gateway) => readTreeJob(gateway));
}

/**
 * Figures of KPIs as the editor has them; nothing is written.
 * @param request The rows, saved or not.
 * @returns Figures by ID of the last whole week and the weeks before; a sentence where they cannot be had.
 */
export function treeFigures(request: unknown): Reply<'treeFigures'> {
  return answer(treeFiguresRequest(), request, ({ rows }, gateway) => treeFiguresJob(gateway, rows));
}

/**
 * Saves the KPI tree as one atomic change, together with what others changed meanwhile.
 * @param request The tree as the editor read it, its rows, and targets to be added.
 * @returns What was done, with the tree after it; or conflicts, where nothing was written. A sentence alone for rows that
 *   are no tree.
 */
export function saveTree(request: unknown): Reply<'saveTree'> {
  return answer(treeRequest(), request, (edit, gateway) => {
    const outcome = locked(() => saveTreeJob(gateway, edit, Session.getActiveUser().getEmail()));
    if (outcome.conflicts !== undefined) return { saved: false, ...outcome };
    const { isChanged, changed, added, removed, targets, state, map } = outcome;
    const code = !isChanged
      ? 'TREE_SAVED_NOTHING'
      : edit.withdrawn === undefined
        ? 'TREE_SAVED'
        : 'TREE_UNDONE';
    const count = edit.withdrawn?.length ?? targets.length;
    const language = workbookLanguage(gateway);
    const done = say(language, code, { changed, added, removed, targets: count });
    const parts = [done, ...(isChanged ? behindSentences(language, map) : [])];
    const sentence = parts.join(language === 'zh-CN' ? '' : ' ');
    return { saved: true, sentence, added: targets, state };
  });
}
