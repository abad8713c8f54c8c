import { type Language, say, type TextCode } from '../text/index.ts';
import { inARow } from '../text/row.ts';
import { answer, locked } from './answer.ts';
import type { Endpoints } from './api.ts';
import { behindSentences } from './jobs/drafts.ts';
import { type SaveOutcome, saveTreeJob } from './jobs/save-tree.ts';
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

type Done = Pick<
  Extract<SaveOutcome, { isChanged: boolean }>,
  'isChanged' | 'changed' | 'added' | 'removed' | 'targets' | 'map'
>;

/** What a save did, and which drafts are behind it; of what did not happen nothing is said. */
function doneSentence(
  { isChanged, changed, added, removed, targets, map }: Done,
  withdrawn: number | undefined,
  language: Language,
): string {
  if (!isChanged) return say(language, 'TREE_SAVED_NOTHING');
  const counts: [TextCode, number][] =
    withdrawn === undefined
      ? [
          ['TREE_CHANGED', changed],
          ['TREE_ADDED', added],
          ['TREE_REMOVED', removed],
          ['TREE_TARGETS', targets.length],
        ]
      : [
          ['TREE_RESTORED', changed],
          ['TREE_WITHDRAWN', withdrawn],
        ];
  const said = counts.flatMap(([code, count]) => (count === 0 ? [] : say(language, code, { count })));
  const head = say(language, withdrawn === undefined ? 'TREE_SAVED' : 'TREE_UNDONE');
  return inARow([head, ...said, ...behindSentences(language, map)], language);
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
    const sentence = doneSentence(outcome, edit.withdrawn?.length, workbookLanguage(gateway));
    return { saved: true, sentence, added: outcome.targets, state: outcome.state };
  });
}
