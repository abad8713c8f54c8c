import { isNamed } from '../../kpi/names.ts';
import { formatChange, formatDay, formatNumber } from '../../text/format.ts';
import { say } from '../../text/index.ts';
import { choiceWord } from '../../workbook/choices.ts';
import { PLATFORMS } from '../../workbook/sheets/choices.ts';
import { accountLabel } from '../account-label.ts';
import { isClosed } from '../action-age.ts';
import { daysInWords } from '../day-ranges.ts';
import type { ActionLine, Review, TreeLine } from '../model.ts';
import { type Letter, type LetterSection, ROWS_SHOWN, subjectOf } from './letter.ts';
import type { Person } from './people.ts';

/** What a digest is made from; without a recipient it is for the whole team, such as a chat. */
type Input = { readonly review: Review; readonly recipient: Person | null };
type MakeSection = (input: Input) => LetterSection;

const TONES = { bad: '▼', good: '▲', neutral: '●' } as const;
const MARKS = { red: '■ ', amber: '▲ ', green: '● ', none: '' } as const;

function isOwner(owner: string, recipient: Person): boolean {
  return isNamed(owner, recipient.name);
}

function isOpen({ status }: ActionLine): boolean {
  return !isClosed(status);
}

function figure(value: number | null, { unit }: TreeLine, { language, currency }: Review): string {
  return value === null ? '' : formatNumber(value, unit, language, currency);
}

function kpiRow(line: TreeLine, review: Review): string[] {
  const { language } = review;
  return [
    MARKS[line.status] + line.name,
    line.owner,
    figure(line.actual.value, line, review),
    figure(line.plan, line, review),
    line.attainment === null ? '' : formatNumber(line.attainment, 'percent', language),
    line.wow === null ? '' : formatChange(line.wow),
  ];
}

/** What people wrote why it was so has a column once somebody has written. */
function kpiSection(title: string, lines: readonly TreeLine[], review: Review): LetterSection {
  const codes = ['COL_KPI', 'COL_OWNER', 'COL_ACTUAL', 'COL_PLAN', 'COL_ATTAINMENT', 'COL_WOW'] as const;
  const isExplained = lines.some(({ explanation }) => explanation !== '');
  return {
    title,
    columns: [...codes, ...(isExplained ? (['COL_EXPLANATION'] as const) : [])].map((code) =>
      say(review.language, code),
    ),
    rows: lines.map((line) => [...kpiRow(line, review), ...(isExplained ? [line.explanation] : [])]),
  };
}

/** A status is of an attainment. */
type Rated = TreeLine & { readonly attainment: number };

/** Red before amber, the furthest behind first. */
export function exceptionsOf({ tree }: Review): TreeLine[] {
  const rank = ({ status }: TreeLine): number => (status === 'red' ? 0 : 1);
  return tree
    .filter((line): line is Rated => line.attainment !== null)
    .filter(({ status }) => status === 'red' || status === 'amber')
    .sort((a, b) => rank(a) - rank(b) || a.attainment - b.attainment);
}

const exceptions: MakeSection = ({ review }) =>
  kpiSection(say(review.language, 'DIGEST_EXCEPTIONS'), exceptionsOf(review), review);

const ownKpis: MakeSection = ({ review, recipient }) => {
  const own = recipient === null ? [] : review.tree.filter(({ owner }) => isOwner(owner, recipient));
  return kpiSection(say(review.language, 'DIGEST_OWN_KPIS'), own, review);
};

function openActions({ review, recipient }: Input): ActionLine[] {
  const open = [...review.actions.last, ...review.actions.now].filter(isOpen);
  return recipient === null ? open : open.filter(({ owner }) => isOwner(owner, recipient));
}

function dueText({ due, overdue }: ActionLine, { language }: Review): string {
  const day = due !== null && /^\d{4}-\d{2}-\d{2}$/.test(due) ? formatDay(due, language) : (due ?? '');
  return overdue ? `${day} ${say(language, 'OVERDUE')}` : day;
}

const actions: MakeSection = (input) => {
  const { review, recipient } = input;
  return {
    title: say(review.language, recipient === null ? 'DIGEST_ACTIONS' : 'DIGEST_OWN_ACTIONS'),
    columns: (['COL_ACTION', 'COL_OWNER', 'COL_DUE'] as const).map((code) => say(review.language, code)),
    rows: openActions(input).map((action) => [
      action.action || action.finding,
      action.owner,
      dueText(action, review),
    ]),
  };
};

const missingFiles: MakeSection = ({ review }) => ({
  title: say(review.language, 'DIGEST_FILES'),
  columns: (['COL_ACCOUNT', 'DIGEST_PLATFORM', 'DIGEST_DAYS', 'COL_OWNER'] as const).map((code) =>
    say(review.language, code),
  ),
  rows: review.coverage
    .filter(({ missing }) => missing.length > 0)
    .map((each) => [
      accountLabel(review.language, each),
      choiceWord(PLATFORMS, each.platform, review.language),
      daysInWords(each.missing, review.language),
      each.owner,
    ]),
});

/** What is out of the ordinary, as it stands in the head of the tab. */
const findings: MakeSection = ({ review }) => ({
  title: say(review.language, 'FINDINGS'),
  columns: [say(review.language, 'COL_WHAT')],
  // The sentences say who is to act.
  rows: review.findings.map(({ tone, text }) => [`${TONES[tone]} ${text}`]),
});

/** The lists of a digest, in their order; one that is empty is left out. */
const SECTIONS: readonly MakeSection[] = [findings, exceptions, ownKpis, actions, missingFiles];
/** What is asked for comes first. */
const ASKING: readonly MakeSection[] = [missingFiles, ...SECTIONS.filter((make) => make !== missingFiles)];

/** A long list ends with how many more there are. */
function cut(section: LetterSection, { language }: Review): LetterSection {
  const more = section.rows.length - ROWS_SHOWN;
  if (more <= 0) return section;
  return {
    ...section,
    rows: [...section.rows.slice(0, ROWS_SHOWN), [say(language, 'DIGEST_MORE', { count: more })]],
  };
}

/**
 * How much a review concerns a person: red and amber KPIs of their own, and overdue actions. Where mail is short, the
 * most concerned come first.
 * @param review The review.
 * @param person Who would get it.
 */
export function concernOf(review: Review, person: Person): number {
  const kpis = exceptionsOf(review).filter(({ owner }) => isOwner(owner, person)).length;
  return kpis + openActions({ review, recipient: person }).filter(({ overdue }) => overdue).length;
}

/**
 * The digest of a review for one person, or for the whole team.
 * @param review The review.
 * @param recipient Who gets it; null for everyone, with all open actions.
 * @param url Address of the review's tab; empty where it has none.
 * @param asksForFiles Whether it is sent for the files that lack, and the digest itself is to follow.
 * @returns Subject, headline sentences, lists and link, in the review's language.
 */
export function buildDigest(
  review: Review,
  recipient: Person | null,
  url: string,
  asksForFiles = false,
): Letter {
  const { language, period, headline } = review;
  const count = (status: string): number => review.tree.filter((line) => line.status === status).length;
  const values = { period: period.label, red: count('red'), amber: count('amber') };
  const isMeasured = review.tree.some(({ actual }) => actual.value !== null);
  const usual = isMeasured ? 'DIGEST_SUBJECT' : 'DIGEST_SUBJECT_EMPTY';
  const warning = headline.warning === undefined ? [] : [`▲ ${headline.warning.text}`];
  const score =
    headline.score === null ? [] : [say(language, 'SCORE', { score: Math.round(headline.score * 100) })];
  const follows = asksForFiles ? [say(language, 'DIGEST_FOLLOWS')] : [];
  return {
    // No KPI is red where none has a figure: that is no good news.
    subject: subjectOf(say(language, asksForFiles ? 'DIGEST_SUBJECT_ASKS' : usual, values)),
    title: say(language, 'REVIEW_TITLE', {
      period: period.label,
      from: formatDay(period.from, language),
      to: formatDay(period.to, language),
    }),
    sentences: [...warning, ...score, ...headline.sentences.map(({ text }) => text), ...follows],
    sections: (asksForFiles ? ASKING : SECTIONS)
      .map((make) => make({ review, recipient }))
      .filter(({ rows }) => rows.length > 0)
      .map((section) => cut(section, review)),
    ...(url === '' ? {} : { link: { text: say(language, 'DIGEST_LINK'), url } }),
    footer: recipient === null ? '' : say(language, 'DIGEST_FOOTER'),
  };
}
