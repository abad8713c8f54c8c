import { STORY, type StoryFact } from '../../src/sample/index.ts';
import { tellFigure } from '../figures.ts';
import { reviewsOf, sampleOf } from './sample-reviews.ts';

/** What is planted in the sample is found in the last week's review, and said in its head. */

/** All hundred take a minute or more; `STORY_SEEDS=100` goes through them. */
const SEEDS = Number(process.env.STORY_SEEDS ?? 30);
const FOUND = Math.ceil(0.95 * SEEDS);

type Said = (key: string, fact: StoryFact) => boolean;

const pad = (hour: number | undefined): string => String(hour).padStart(2, '0');

/** The call-out by its key: the right kind, of the right account, item, KPI, asset or hours. */
const SAID: Readonly<Record<StoryFact['key'], Said>> = {
  conversion_drop: (key, { account }) => key === `conversion_drop|tiktok_shop:${account}`,
  gamed_completion: (key, { account }) => key === `gamed|${account?.replace('velmoo_', '')}.completion_rate`,
  viral_stockout: (key, { sku, content }) => key === `stock_out|${sku}` || key === `viral|${content[0]}`,
  weak_hours: (key, { hours }) => key.startsWith(`weak_variable|hour:${pad(hours?.from)}`),
  unreal_target: (key, { node }) => key === `unreal_target|${node}`,
  overdue_comments: (key, { account }) => key === `overdue_comments|${account}`,
  expired_licence: (key, { asset }) => key === `licence_used|${asset}`,
};

/** Seeds by what was planted: where it is found, and where it is not or was never planted. */
const found = new Map<string, number[]>(STORY.map(({ key }) => [key, []]));
const missed = new Map<string, number[]>(STORY.map(({ key }) => [key, []]));

beforeAll(() => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const data = sampleOf(seed, true, 26);
    const keys = reviewsOf(data)(0, new Map()).findings.map(({ key }) => key);
    for (const { key: planted } of STORY) {
      const facts = data.story.filter(({ key }) => key === planted);
      const isSaid = facts.every((fact) => keys.some((key) => SAID[planted](key, fact)));
      (facts.length > 0 && isSaid ? found : missed).get(planted)?.push(seed);
    }
  }
}, 600_000);
afterAll(() => {
  const counts = Object.fromEntries([...found].map(([key, seeds]) => [key, seeds.length]));
  const least = Math.min(...Object.values(counts));
  const each = JSON.stringify(counts);
  tellFigure(
    'story',
    `${SEEDS} teams, ${STORY.length} planted events each, found at least ${least} of ${SEEDS} ${each}`,
  );
});

test.each(STORY.map(({ key, what }) => [key, what] as const))('%s is said: %s', (key) => {
  const seeds = missed.get(key);
  expect({ isFound: (found.get(key)?.length ?? 0) >= FOUND, missed: seeds }).toEqual({
    isFound: true,
    missed: seeds,
  });
});
