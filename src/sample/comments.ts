import type { RowValues } from '../workbook/table.ts';
import { COMMENT_PHRASES, COMMENT_TOPICS } from './phrases.ts';
import { type Random, randomOf } from './random.ts';
import type { StoryPlan } from './story.ts';
import { ACCOUNTS, PEOPLE } from './team.ts';
import type { Account, Frame, Item } from './types.ts';

/** The team answers within this time, the strictest limit of its markets; hours. */
const SLOWEST_ANSWER = 11.5;
const A_WEEK = 2.1;
/** Unanswered comments of the story are older than any limit; hours. */
const OVERDUE_AFTER = 30;

type Sentiment = keyof typeof COMMENT_PHRASES;

function pickItem(random: Random, items: readonly Item[], account: Account, day: number): Item | null {
  const recent = items.filter(
    (item) => item.account === account && item.published < day && item.published > day - 30,
  );
  return recent.length === 0 ? null : random.pick(recent);
}

const toMinute = (serial: number): number => Math.round(serial * 1440) / 1440;

function commentRow(
  random: Random,
  frame: Frame,
  item: Item,
  sentiment: Sentiment,
  posted: number,
  answered: number | null,
): RowValues {
  const { account } = item;
  const phrase = random.pick(COMMENT_PHRASES[sentiment]);
  const topic = COMMENT_TOPICS[phrase.topic][frame.language];
  const severe = phrase.topic === 'refund' || (phrase.topic === 'quality' && random.chance(0.5));
  return {
    platform: account.platform,
    account: account.id,
    content: item.id,
    text: phrase.texts[account.language],
    sentiment,
    severity: sentiment !== 'negative' ? 'low' : severe ? 'high' : 'medium',
    posted: toMinute(posted),
    ...(answered === null ? {} : { answered: toMinute(answered) }),
    owner: PEOPLE.service[frame.language],
    ...(topic === '' ? {} : { topic }),
  };
}

function usualRow(
  random: Random,
  frame: Frame,
  items: readonly Item[],
  account: Account,
  day: number,
): RowValues | null {
  const item = pickItem(random, items, account, day);
  if (item === null) return null;
  const sentiment = random.weighted<Sentiment>(['positive', 'neutral', 'negative'], [0.33, 0.38, 0.29]);
  const hours = Math.min(SLOWEST_ANSWER, 3.6 * random.spread(0.55));
  // The last comment of the last day was answered before its end, too: a team without a story has nothing open.
  const posted = Math.min(day + random.between(0.02, 0.98), frame.lastDay + 1 - (hours + 0.2) / 24);
  const answered = sentiment === 'positive' && random.chance(0.5) ? null : posted + hours / 24;
  return commentRow(random, frame, item, sentiment, posted, answered);
}

/** The story's comments: negative, days old, and still without an answer at the end of the last day. */
function overdueRows(frame: Frame, plan: StoryPlan, items: readonly Item[]): RowValues[] {
  const random = randomOf(frame.seed, 'overdue comments');
  const { account, count } = plan.comments;
  return Array.from({ length: count }, () => {
    const posted = frame.lastDay + 1 - random.between(OVERDUE_AFTER, 120) / 24;
    const item = pickItem(random, items, account, posted);
    return item === null ? null : commentRow(random, frame, item, 'negative', posted, null);
  }).filter((row): row is RowValues => row !== null);
}

/** Rows of the sheet `comments`, in order of posting. */
export function commentRows(frame: Frame, plan: StoryPlan | null, items: readonly Item[]): RowValues[] {
  const rows: RowValues[] = [];
  for (const account of ACCOUNTS) {
    const random = randomOf(frame.seed, `comments ${account.id}`);
    for (let day = frame.firstDay; day <= frame.lastDay; day += 1) {
      const row = random.chance(A_WEEK / 7) ? usualRow(random, frame, items, account, day) : null;
      if (row !== null) rows.push(row);
    }
  }
  if (plan !== null) rows.push(...overdueRows(frame, plan, items));
  return rows.sort((one, other) => Number(one.posted) - Number(other.posted));
}
