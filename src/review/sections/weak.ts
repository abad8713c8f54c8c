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
import type { ContentInfo } from '../facts.ts';
import type { Material } from '../material.ts';
import type { WeakSection } from '../model-sections.ts';

/**
 * Columns of `content` whose levels are asked about. (The format is not: each item is held against the median of its
 * own format already.)
 */
const RECORDED = ['hook', 'cover', 'topic', 'creator', 'language', 'product'] as const;

/** Content with views to date that the sheet `content` has. */
type Item = { readonly item: number; readonly info: ContentInfo; readonly value: number };

function itemsOf({ figures, shelf }: Material): Item[] {
  const views = figures.toDate.amounts('views');
  const found: Item[] = [];
  for (let item = 0; item < views.length; item++) {
    const info = shelf.infos[item];
    const value = views[item] as number;
    if (info !== undefined && !Number.isNaN(value)) found.push({ item, info, value });
  }
  return found;
}

/** A publishing time without a time of day says nothing of hours. */
function hourOf(moment: number | null | undefined): string | null {
  return typeof moment !== 'number' || moment === Math.floor(moment) ? null : hourBand(moment);
}

function variablesOf(items: readonly Item[], { table }: Material): Record<string, (string | null)[]> {
  const content = table('content');
  const at = (key: string, row: number) => cells(content, key)[row] ?? null;
  const of = (read: (row: number) => string | null) => items.map(({ info }) => read(info.row));
  const text = (key: string, row: number): string | null => textOfCell(at(key, row)) || null;
  const recorded = RECORDED.map((key): [string, (string | null)[]] => [key, of((row) => text(key, row))]);
  return {
    ...Object.fromEntries(recorded),
    hour: of((row) => hourOf(dateOfCellText(at('published', row)))),
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
  const { periods, shelf } = material;
  // Younger items are still being shown for the first time: an hour would be judged by how long ago it was.
  const asOf = periods.week.to - OBSERVATION_DAYS;
  const viewed = itemsOf(material);
  const ratios = recentRatios(
    {
      published: viewed.map(({ info }) => info.published),
      groups: viewed.map(({ item }) => String(shelf.groups[item])),
      values: viewed.map(({ value }) => value),
      isColdStart: viewed.map(({ item }) => shelf.cold[item] === 1),
    },
    asOf,
  );
  // Older content says nothing: what was recorded of it is not looked up.
  const asked = viewed.filter((_, i) => ratios[i] !== null);
  const { found, tried, items, tooFew } = weakVariables(
    ratios.filter((ratio) => ratio !== null),
    variablesOf(asked, material),
  );
  return {
    metric: 'views',
    from: isoDate(asOf - ASKED_DAYS + 1),
    to: isoDate(asOf),
    items,
    tried,
    lines: found,
    tooFew,
  };
}
