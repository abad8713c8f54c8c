/** A workbook as text that is the same for the same content, whatever the clock said and chance gave. */
import { createHash } from 'node:crypto';
import type { DocumentState, MetadataState, SheetState } from '../../src/local/document/model.ts';
import { valueAt } from '../hands/book.ts';

/** Import ids hold the second of the import, as do moments in cells. */
const SECONDS = /(-20\d{6})-\d+-\d+/g;
const MOMENT = /"\d{4}-\d{2}-\d{2} \d{2}:\d{2}"/g;
const SERIAL = /\b4\d{4}\.\d{4,}\b/g;
/** Chance gives charts and protections their ids. */
const IDS = /"(chartId|protectedRangeId)":\d+/g;

const masked = (text: string): string =>
  text.replace(SECONDS, '$1').replace(MOMENT, '"MOMENT"').replace(SERIAL, 'SERIAL').replace(IDS, '"$1":0');

/** States of sheets never change: one that was printed is not printed again. */
const printed = new WeakMap<SheetState, string>();

/** Hidden sheets of changes on their way. */
export const isOnItsWay = ({ title }: SheetState): boolean => /^_Content KPI (?:staging|upload)/.test(title);

/** A row of the usual height is as high as one that nobody gave a height. */
const USUAL_HEIGHT = 21;

function withoutUsual(rows: SheetState['rows']): unknown[] {
  return trimmed(
    Array.from(rows, (row) => (row?.pixelSize === USUAL_HEIGHT && !row.hiddenByUser ? null : (row ?? null))),
  );
}

/** Without what is empty at the end. */
function trimmed<T>(list: readonly T[]): T[] {
  const last = list.findLastIndex((each) => each !== null && JSON.stringify(each) !== '[]');
  return list.slice(0, last + 1);
}

/** Of a job, or of a whole run, that failed: such a row stays until a person deletes it. */
const FAILURE = /"(?:JOB_FAILED|NOTHING_RAN)"/;

/** The list of issues by what it says, but for failures. */
function issueRows(sheet: SheetState): unknown[] {
  const rows = sheet.cells.map((row, r) => trimmed((row ?? []).map((_, c) => valueAt(sheet, r, c) ?? null)));
  return trimmed(rows.filter((row) => !FAILURE.test(JSON.stringify(row))));
}

/** The id that a copy of a tab gets is chance's. */
function printSheet(sheet: SheetState): string {
  const known = printed.get(sheet);
  if (known !== undefined) return known;
  const { sheetId, ...rest } = sheet;
  const cells =
    sheet.title === '数据问题'
      ? issueRows(sheet)
      : trimmed(Array.from(rest.cells, (row) => trimmed(Array.from(row ?? [], (cell) => cell ?? null))));
  const text = masked(JSON.stringify({ ...rest, cells, rows: withoutUsual(rest.rows) }));
  const print = createHash('sha256')
    .update(text.replaceAll(`:${sheetId}`, ':OWN'))
    .digest('hex');
  printed.set(sheet, print);
  return print;
}

/**
 * What the hourly trigger remembers, without its notes: when it was seen and what each job said last are of the run, and
 * so is whether its owner was told of a fault on that day. The week up to which it has written reviews says no more than
 * the tabs do while they are there, and who got a digest first does not matter.
 */
function printMemory(value: string): string {
  const { document, trigger, digest, alerts, hidden } = JSON.parse(value) as {
    document: string;
    trigger: { owner: string } | null;
    digest: { to: string[] };
    alerts: object;
    hidden: string;
  };
  const to = [...digest.to].sort();
  return JSON.stringify({ document, owner: trigger?.owner, digest: { ...digest, to }, alerts, hidden });
}

function printMetadata({ metadataKey, metadataValue, location }: MetadataState, titles: Map<number, string>) {
  const value = metadataKey === 'kpi.automation' ? printMemory(metadataValue) : metadataValue;
  const place = 'sheetId' in location ? titles.get(location.sheetId) : '';
  return `${metadataKey}=${masked(value)} at ${place} ${'index' in location ? location.index : ''}`;
}

/**
 * Prints of all parts of a workbook, by what they are.
 * @param withHidden Whether hidden sheets of changes on their way count.
 */
export function printsOf(document: DocumentState, withHidden: boolean): Map<string, string> {
  const sheets = document.sheets.filter((sheet) => withHidden || !isOnItsWay(sheet));
  const titles = new Map(sheets.map(({ sheetId, title }) => [sheetId, title]));
  const ofSheets = document.metadata.filter(
    ({ location }) => !('sheetId' in location) || titles.has(location.sheetId),
  );
  // How often the add-on has written is of the run.
  const isTurn = ({ metadataKey }: MetadataState): boolean => metadataKey === 'kpi.turn';
  const isMemory = ({ metadataKey }: MetadataState): boolean => metadataKey === 'kpi.automation';
  const marks = (those: readonly MetadataState[]): string =>
    those
      .map((each) => printMetadata(each, titles))
      .sort()
      .join('\n');
  return new Map([
    ...sheets.map((sheet) => [`tab ${sheet.title}`, printSheet(sheet)] as const),
    ['order', sheets.map(({ title }) => title).join(' | ')],
    ['marks', marks(ofSheets.filter((each) => !isMemory(each) && !isTurn(each)))],
    ['memory', marks(ofSheets.filter(isMemory))],
    ['names', JSON.stringify(document.namedRanges.map(({ name }) => name).sort())],
  ]);
}

/** Names of the parts that differ. */
export function differences(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key));
}
