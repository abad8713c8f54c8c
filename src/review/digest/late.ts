import { isFault } from '../../kpi/fault.ts';
import { responseTimes } from '../../kpi/sla.ts';
import { formatHours } from '../../text/format.ts';
import { type Language, say } from '../../text/index.ts';
import { numberOfCell, textOfCell } from '../../workbook/cells.ts';
import { choiceKey } from '../../workbook/choices.ts';
import { isExample } from '../../workbook/examples.ts';
import { SENTIMENTS } from '../../workbook/sheets/comments.ts';
import { cells, type Table } from '../../workbook/table.ts';
import { type Letter, ROWS_SHOWN, subjectOf } from './letter.ts';

/** The columns of `comments` that tell what is late, and whose it is. */
export const LATE_NEEDS = [
  ...['platform', 'account', 'content', 'text', 'sentiment'],
  ...['posted', 'answered', 'owner'],
] as const;

/** A negative comment that waits longer than its limit. */
export type LateComment = {
  /** Row of the sheet, as people count. */
  readonly row: number;
  readonly text: string;
  readonly account: string;
  readonly owner: string;
  readonly hours: number;
};

export type Late = {
  /** The longest waiting first. */
  readonly comments: readonly LateComment[];
  /** When the next open comment passes its limit, serial day with time; null where none is open. */
  readonly next: number | null;
};

/**
 * The negative comments past their limit.
 * @param table The sheet `comments`.
 * @param slaHours Limit for an answer, hours.
 * @param now The present moment, serial day with time.
 */
export function lateComments(table: Table, slaHours: number, now: number): Late {
  const time = (key: string, row: number): number | null => {
    const value = numberOfCell(cells(table, key)[row]);
    return typeof value === 'number' ? value : null;
  };
  const rows = Array.from({ length: table.rows }, (_, row) => row).filter(
    (row) =>
      choiceKey(SENTIMENTS, cells(table, 'sentiment')[row]) === 'negative' &&
      !isExample(cells(table, 'content')[row]),
  );
  const posted = rows.map((row) => time('posted', row));
  // An answer that is no time is an answer all the same.
  const answered = rows.map((row, i) =>
    textOfCell(cells(table, 'answered')[row]) === '' ? null : (time('answered', row) ?? posted[i] ?? null),
  );
  const times = responseTimes(posted, answered, slaHours, now);
  if (isFault(times)) return { comments: [], next: null };
  const open = posted.flatMap((at, i) => (at !== null && answered[i] === null ? [at + slaHours / 24] : []));
  const coming = open.filter((limit) => limit >= now);
  const text = (key: string, row: number): string => textOfCell(cells(table, key)[row]);
  return {
    comments: times.overdue.map((i) => {
      const row = rows[i] as number;
      const hours = (now - (posted[i] as number)) * 24;
      return {
        row: row + 2,
        text: text('text', row),
        account: text('account', row),
        owner: text('owner', row),
        hours,
      };
    }),
    next: coming.length === 0 ? null : Math.min(...coming),
  };
}

const TEXT_SHOWN = 120;

function shortened(text: string): string {
  const letters = Array.from(text);
  return letters.length > TEXT_SHOWN ? `${letters.slice(0, TEXT_SHOWN).join('')}…` : text;
}

/**
 * The mail on late answers.
 * @param comments What is late.
 * @param slaHours The limit.
 * @param url Address of the first of them; empty where it has none.
 */
export function lateLetter(
  comments: readonly LateComment[],
  slaHours: number,
  url: string,
  language: Language,
): Letter {
  const rows = comments
    .slice(0, ROWS_SHOWN)
    .map(({ row, text, account, owner, hours }) => [
      shortened(text),
      String(row),
      account,
      owner,
      formatHours(hours, language),
    ]);
  const more = comments.length - rows.length;
  return {
    subject: subjectOf(say(language, 'LATE_SUBJECT', { count: comments.length })),
    title: say(language, 'LATE_SUBJECT', { count: comments.length }),
    sentences: [say(language, 'LATE_LEAD', { limit: formatHours(slaHours, language) })],
    sections: [
      {
        title: say(language, 'LATE_LIST'),
        columns: (['LATE_COMMENT', 'LATE_ROW', 'COL_ACCOUNT', 'COL_OWNER', 'LATE_WAITS'] as const).map(
          (code) => say(language, code),
        ),
        rows: more > 0 ? [...rows, [say(language, 'DIGEST_MORE', { count: more })]] : rows,
      },
    ],
    ...(url === '' ? {} : { link: { text: say(language, 'LATE_LINK'), url } }),
    footer: say(language, 'LATE_FOOTER'),
  };
}
