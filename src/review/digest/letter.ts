/** A mail as data: what is said, in what order; how it looks is the renderers' (`text.ts`, `html.ts`). */
export type Letter = {
  readonly subject: string;
  readonly title: string;
  readonly sentences: readonly string[];
  readonly sections: readonly LetterSection[];
  readonly link?: { readonly text: string; readonly url: string };
  /** Why someone gets it. */
  readonly footer: string;
};

/** A list under a heading: one cell a column, all of them text. */
export type LetterSection = {
  readonly title: string;
  /** Headers. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** Rows of a section beyond this are counted, not listed: the tab has them all. */
export const ROWS_SHOWN = 20;

/** Google takes 250 characters. */
const SUBJECT_LIMIT = 200;

/** What turns the direction of all that follows it. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text from outside in one line: it begins no header of a mail, and no formula in a sheet that it is pasted into, and
 * turns nothing of what stands behind it.
 */
export function oneLine(text: string): string {
  return text
    .replace(TURNS, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/**
 * A subject in one line that Google takes.
 * @param text Any text.
 */
export function subjectOf(text: string): string {
  const line = Array.from(oneLine(text));
  return line.length > SUBJECT_LIMIT ? `${line.slice(0, SUBJECT_LIMIT - 1).join('')}…` : line.join('');
}
