import { isoDate } from '../../kpi/calendar.ts';
import {
  durationBand,
  hourBand,
  titleLengthBand,
  titlePattern,
  weekdayLabel,
} from '../../kpi/content-bands.ts';
import { OBSERVATION_DAYS } from '../../kpi/effective-content.ts';
import { ASKED_DAYS, recentRatios, weakVariables } from '../../kpi/weak-variables.ts';
import { dateOfCellText, dayOfCellText, numberOfCell, textOfCell } from '../../workbook/cells.ts';
import { cells } from '../../workbook/table.ts';
import { accountOfContent } from '../keys.ts';
import type { Material } from '../material.ts';
import type { WeakSection } from '../model-sections.ts';
import { coldStarts } from './content.ts';

/**
 * Columns of `content` whose levels are asked about. (The format is not: each item is held against the median of its
 * own format already.)
 */
const RECORDED = ['hook', 'cover', 'topic', 'creator', 'language', 'product'] as const;

type Item = { readonly key: string; readonly row: number; readonly value: number };

/** Content with views to date. */
function itemsOf({ figures, facts }: Material): Item[] {
  const { items, contents, measures } = figures.totals;
  const views = measures.views ?? [];
  return contents.flatMap((_, position): Item[] => {
    const key = facts.keys[items[position] as number] as string;
    const row = facts.contents.get(key)?.row;
    const value = views[position];
    return row === undefined || typeof value !== 'number' ? [] : [{ key, row, value }];
  });
}

/** A publishing time without a time of day says nothing of hours. */
function hourOf(moment: number | null): string | null {
  return moment === null || moment === Math.floor(moment) ? null : hourBand(moment);
}

function variablesOf(items: readonly Item[], { table }: Material): Record<string, (string | null)[]> {
  const content = table('content');
  const at = (key: string, row: number) => cells(content, key)[row] ?? null;
  const of = (read: (row: number) => string | null) => items.map(({ row }) => read(row));
  const text = (key: string, row: number): string | null => textOfCell(at(key, row)) || null;
  const recorded = RECORDED.map((key): [string, (string | null)[]] => [key, of((row) => text(key, row))]);
  return {
    ...Object.fromEntries(recorded),
    hour: of((row) => hourOf(dateOfCellText(at('published', row)) ?? null)),
    weekday: of((row) => {
      const day = dayOfCellText(at('published', row));
      return typeof day === 'number' ? weekdayLabel(day) : null;
    }),
    duration: of((row) => durationBand(numberOfCell(at('duration', row)) ?? null)),
    title_length: of((row) => titleLengthBand(text('title', row))),
    title_pattern: of((row) => titlePattern(text('title', row))),
  };
}

/**
 * Section 6: which recorded variables go with weak content: items of four weeks, each a week old at least, against the
 * median of their account and format.
 * @param material What the review is made of.
 */
export function weakSection(material: Material): WeakSection {
  const { facts, periods, settings } = material;
  // Younger items are still being shown for the first time: an hour would be judged by how long ago it was.
  const asOf = periods.week.to - OBSERVATION_DAYS;
  const items = itemsOf(material);
  const cold = coldStarts(facts, settings.coldStartItems);
  const ratios = recentRatios(
    {
      published: items.map(({ key }) => facts.contents.get(key)?.published ?? null),
      groups: items.map(({ key }) => `${accountOfContent(key)} ${facts.contents.get(key)?.format}`),
      values: items.map(({ value }) => value),
      isColdStart: items.map(({ key }) => cold.has(key)),
    },
    asOf,
  );
  const { found, tried, items: count, tooFew } = weakVariables(ratios, variablesOf(items, material));
  return {
    metric: 'views',
    from: isoDate(asOf - ASKED_DAYS + 1),
    to: isoDate(asOf),
    items: count,
    tried,
    lines: found,
    tooFew,
  };
}
