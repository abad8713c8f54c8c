import { fedMeasures, type LoggedFile } from '../../imports/fed.ts';
import type { ExportFormat } from '../../imports/format.ts';
import { formatOf } from '../../imports/formats.ts';
import { say } from '../../text/index.ts';
import { listed } from '../../text/row.ts';
import { textOfCell } from '../../workbook/cells.ts';
import { choiceKey, choiceWord } from '../../workbook/choices.ts';
import { type Fed, feedingOf, isFed, type Needing } from '../../workbook/fed.ts';
import type { WorkbookMap } from '../../workbook/map.ts';
import { GOALS, modelOf } from '../../workbook/models/index.ts';
import type { Model } from '../../workbook/models/model.ts';
import { NODE_KINDS, PLATFORMS } from '../../workbook/sheets/choices.ts';
import { sheetTemplate } from '../../workbook/sheets/index.ts';
import { modelFor } from '../../workbook/starter-tree.ts';
import { cells, type Table } from '../../workbook/table.ts';
import type { Language } from '../../workbook/template.ts';
import type { SidebarState } from '../api.ts';
import { keptFormats } from './reading.ts';

type Named = Needing & { readonly name: string };

const platformIn = (cell: unknown): string =>
  choiceKey(PLATFORMS, cell as string) ?? textOfCell(cell as string);

/** Imports that were not undone; rows that people wrote name no format. */
function filesIn(log: Table): LoggedFile[] {
  return cells(log, 'format').flatMap((format, row) =>
    textOfCell(cells(log, 'undone')[row]) !== ''
      ? []
      : [{ format: textOfCell(format), platform: platformIn(cells(log, 'platform')[row]) }],
  );
}

/** KPIs of the sheet that are part of the goal's arithmetic and have no figure. */
function emptyKpis(tree: Table): Named[] {
  return cells(tree, 'metric').flatMap((metric, row) => {
    const kind = choiceKey(NODE_KINDS, cells(tree, 'kind')[row]);
    const isOpen = typeof cells(tree, 'actual')[row] !== 'number';
    if (textOfCell(metric) === '' || kind === 'influence' || kind === 'constant' || !isOpen) return [];
    const name = textOfCell(cells(tree, 'name')[row]) || textOfCell(metric);
    return [{ metric: textOfCell(metric), platform: platformIn(cells(tree, 'platform')[row]), name }];
  });
}

function kpisOf(model: Model, accounts: SidebarState['accounts'], language: Language): Named[] {
  const platforms = [...new Set(accounts.map(({ platform }) => platform))];
  return model
    .nodes(model.choose?.(platforms) ?? [])
    .filter(({ kind, metric }) => kind !== 'influence' && metric !== '')
    .map(({ metric, platform = '', name }) => ({ metric, platform, name: name?.[language] ?? metric }));
}

/** What lacks figures, a sentence for each kind of file that would give them. */
function sentencesOf(kpis: readonly Named[], fed: Fed, language: Language): string[] {
  const groups = new Map<string, { names: string[]; orders: boolean; platforms: string }>();
  for (const kpi of kpis.filter((each) => !isFed(each, fed))) {
    const { orders, platforms } = feedingOf(kpi, fed);
    const names = listed(
      platforms.map((key) => choiceWord(PLATFORMS, key, language)),
      language,
    );
    const key = `${orders} ${names}`;
    const group = groups.get(key) ?? { names: [], orders, platforms: names };
    groups.set(key, { ...group, names: [...group.names, kpi.name] });
  }
  return [...groups.values()].map(({ names, orders, platforms }) => {
    const sheet = sheetTemplate('performance').titles[language];
    const values = { names: listed(names, language), platforms, sheet };
    if (orders) return say(language, platforms === '' ? 'UNFED_ORDERS' : 'UNFED_SALES', values);
    return say(language, platforms === '' ? 'UNFED' : 'UNFED_EXPORT', values);
  });
}

/**
 * What the imports can feed: which KPIs of the tree wait for other files, and which goal suits.
 * @param map Where everything is.
 * @param tables Sheets `tree` and `imports`.
 * @param accounts The accounts, for models that are split by platform.
 * @param hasOrders Whether the sheet of orders has rows.
 * @param language Language of the sentences.
 * @returns Nothing is said before a first import, nor where a file held nobody knows what.
 */
export function feedingState(
  map: WorkbookMap,
  { tree, imports }: { readonly tree: Table; readonly imports: Table },
  accounts: SidebarState['accounts'],
  hasOrders: boolean,
  language: Language,
): Pick<SidebarState, 'goals' | 'proposed' | 'unfed'> {
  const own = keptFormats(map).map(({ format }) => format);
  const formatsOf = (key: string): ExportFormat[] => {
    const known = formatOf(key);
    return known === undefined ? own.filter((format) => format.key === key) : [known];
  };
  const fed = fedMeasures(filesIn(imports), formatsOf, hasOrders);
  const goals = GOALS.map(({ name, model: key }) => {
    const model = modelOf(key);
    const kpis = fed === null || model === undefined ? [] : kpisOf(model, accounts, language);
    const isLacking = fed !== null && kpis.some((kpi) => !isFed(kpi, fed));
    return { name: name[language], model: key, growth: model?.growth ?? null, isLacking };
  });
  if (fed === null) return { goals, proposed: '', unfed: [] };
  const suiting = modelFor(fed.get('') ?? new Set()).key;
  const wanted = [goals[0]?.model, suiting].find((key) =>
    goals.some(({ model, isLacking }) => model === key && !isLacking),
  );
  return { goals, proposed: wanted ?? '', unfed: sentencesOf(emptyKpis(tree), fed, language) };
}
