import { dayOfCellText, textOfCell } from '../workbook/cells.ts';
import { choiceKey } from '../workbook/choices.ts';
import { doneByWord } from '../workbook/done-by-word.ts';
import { isExample } from '../workbook/examples.ts';
import { FORMATS } from '../workbook/sheets/choices.ts';
import { cells, type Table } from '../workbook/table.ts';
import { platformOf } from './facts.ts';
import { accountKey } from './keys.ts';
import type { Span } from './periods.ts';

/** Who works on a piece of content; the first of them that a row names publishes it. */
export const CONTENT_ROLES = ['operator', 'editor', 'writer', 'planner'] as const;

/** A piece of content as a plan sees it. */
export type PlanItem = {
  readonly id: string;
  readonly title: string;
  /** Key of its account. */
  readonly account: string;
  /** Serial days; null where not known. */
  readonly planned: number | null;
  readonly published: number | null;
  /** Published, whether or not anybody knows when. */
  readonly isOut: boolean;
  /** A livestream, which has files of its own. */
  readonly isLive: boolean;
  /** Paused or dropped: nobody waits for it. */
  readonly isAside: boolean;
  /** Names as they stand in the columns of planner, editor, writer and operator. */
  readonly people: readonly string[];
};

/**
 * What was planned or published up to the end of a week and matters to it.
 * @param table The sheet `content`; example rows are none of it.
 * @param week The week.
 * @returns Items planned for a day of it, published in it, or planned for an earlier day and not out.
 */
export function planItems(table: Table, week: Span): PlanItem[] {
  const column = (key: string) => cells(table, key);
  const [ids, titles, platforms, accounts] = [
    column('id'),
    column('title'),
    column('platform'),
    column('account'),
  ];
  const [plans, outs, statuses] = [column('planned'), column('published'), column('status')];
  const formats = column('format');
  const roles = CONTENT_ROLES.map(column);
  const found: PlanItem[] = [];
  for (let row = 0; row < table.rows; row++) {
    const planned = dayOfCellText(plans[row]) ?? null;
    const published = dayOfCellText(outs[row]) ?? null;
    const byWord = doneByWord(statuses[row]);
    const isOut = textOfCell(outs[row]) !== '' || byWord === true;
    const isWithin = (day: number | null): boolean => day !== null && week.from <= day && day <= week.to;
    const isWaiting = planned !== null && planned <= week.to && !isOut;
    if (isExample(ids[row]) || !(isWithin(planned) || isWithin(published) || isWaiting)) continue;
    found.push({
      id: textOfCell(ids[row]),
      title: textOfCell(titles[row]) || textOfCell(ids[row]),
      account: accountKey(platformOf(platforms[row]), textOfCell(accounts[row])),
      planned,
      published,
      isOut,
      isLive: choiceKey(FORMATS, formats[row]) === 'live',
      isAside: byWord === 'aside',
      people: roles.map((role) => textOfCell(role[row])).filter((name) => name !== ''),
    });
  }
  return found;
}

/**
 * Whether an item counts as planned for a week: what is planned for a day that is not over is not missed yet.
 * @param item The item.
 * @param week The week.
 * @param today Day on which one looks.
 */
export function isPlannedFor(item: PlanItem, week: Span, today: number): boolean {
  const { planned, isAside } = item;
  if (planned === null || planned < week.from || planned > week.to || isAside) return false;
  return planned < today || isOutBy(item, week.to);
}

/** Whether an item is out by a day; one that is out without a date is. */
export function isOutBy({ isOut, published }: PlanItem, day: number): boolean {
  return isOut && (published === null || published <= day);
}
