import type { Draft } from '../../document/draft.ts';
import { objectOf } from '../../document/json.ts';
import type { DimensionState, JsonObject } from '../../document/model.ts';
import { isJudged, judge, type Place, type Setting, shownText } from '../conditions/judge.ts';
import { SheetsApiError } from '../errors.ts';
import { openRange } from '../grid-range.ts';
import type { RequestContext } from './context.ts';

type Criteria = { hiddenValues?: string[]; condition?: JsonObject };

/** Refuses criteria that this host cannot judge cells by, instead of passing over them. */
export const checkCriteria = (criteria: JsonObject): void => {
  const refuse = (what: string): never => {
    throw new SheetsApiError('UNIMPLEMENTED', `Filters by ${what} are not served by this host.`);
  };
  const { type } = objectOf(criteria.condition);
  if (typeof type === 'string' && !isJudged(type)) refuse(`a condition of type ${type}`);
  for (const name of Object.keys(criteria)) if (name.startsWith('visible')) refuse('colors');
};

/** For each place whether the criteria of its column hide it; formulas are written for the first place. */
const hiddenBy = (
  { hiddenValues, condition }: Criteria,
  places: readonly Place[],
  setting: Setting,
): boolean[] => {
  const [origin] = places;
  const fits = condition?.type && origin ? judge(condition, origin, places, setting) : undefined;
  return places.map(
    (place, i) => (hiddenValues?.includes(shownText(setting, place)) ?? false) || fits?.[i] === false,
  );
};

const setHidden = (states: (DimensionState | undefined)[], row: number, hidden: boolean): void => {
  const before = states[row];
  if ((before?.hiddenByFilter ?? false) === hidden) return;
  while (states.length <= row) states.push(undefined);
  const { hiddenByFilter: _, ...rest } = before ?? {};
  if (hidden) states[row] = { ...rest, hiddenByFilter: true };
  else states[row] = Object.keys(rest).length > 0 ? rest : undefined;
};

/** Hides the rows that the sheet's basic filter leaves out and shows all others; the range's first row is its header. */
export const applyFilter = (draft: Draft, sheetId: number, context: RequestContext): void => {
  const sheet = draft.edit(sheetId);
  const filter = sheet.basicFilter;
  const criteria = Object.entries((filter?.criteria ?? {}) as Record<string, Criteria>);
  const range = openRange((filter?.range ?? {}) as JsonObject);
  const first = (range.startRow ?? 0) + 1;
  const end = range.endRow ?? 0;
  for (let r = 0; r < sheet.rows.length; r += 1) setHidden(sheet.rows, r, false);
  if (criteria.length === 0) return;
  const rows = Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
  const setting: Setting = {
    document: draft.document,
    view: context.view(draft, sheetId),
    now: context.now(),
    evaluate: context.evaluate(draft),
  };
  const hidden = criteria.map(([column, rule]) =>
    hiddenBy(
      rule,
      rows.map((row) => ({ row, column: Number(column) })),
      setting,
    ),
  );
  rows.forEach((row, i) => {
    setHidden(
      sheet.rows,
      row,
      hidden.some((list) => list[i]),
    );
  });
};
