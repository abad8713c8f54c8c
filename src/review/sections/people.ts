import { isNumber } from '../../kpi/fault.ts';
import { foldName, namesIn } from '../../kpi/names.ts';
import { score } from '../../kpi/score.ts';
import { textOfCell } from '../../workbook/cells.ts';
import { choiceKey } from '../../workbook/choices.ts';
import { columnChoices } from '../../workbook/column-choices.ts';
import { cells, type Table } from '../../workbook/table.ts';
import { isClosed } from '../action-age.ts';
import { isPlannedFor, type PlanItem, planItems } from '../content-plan.ts';
import type { Material } from '../material.ts';
import type { ActionLine, TreeLine } from '../model.ts';
import type { PersonLine } from '../model-sections.ts';
import { unseenIn } from '../unseen.ts';

type Member = { readonly name: string; readonly role: string; readonly nodes: ReadonlySet<string> };

/** The sheet `team`, by folded name; the first of two rows of one name counts. */
function readTeam(table: Table): ReadonlyMap<string, Member> {
  const roles = columnChoices('team', 'role');
  const found = new Map<string, Member>();
  cells(table, 'name').forEach((cell, row) => {
    const name = textOfCell(cell);
    if (name === '' || found.has(foldName(name))) return;
    const role = cells(table, 'role')[row];
    const nodes = namesIn(textOfCell(cells(table, 'nodes')[row])).map(foldName);
    found.set(foldName(name), {
      name,
      role: choiceKey(roles, role) ?? textOfCell(role),
      nodes: new Set(nodes),
    });
  });
  return found;
}

/** Who is meant by a cell of owners: several, unless somebody of the team is called just so. */
function peopleOf(owner: string, team: ReadonlyMap<string, Member>): string[] {
  return team.has(foldName(owner)) ? [owner] : namesIn(owner);
}

/** The tree says who owns a KPI; where it does not, whoever's row in the sheet `team` names the KPI. */
function ownersOf({ id, name, owner }: TreeLine, team: ReadonlyMap<string, Member>): string[] {
  if (owner !== '') return peopleOf(owner, team);
  const named = [...team.values()].filter(
    ({ nodes }) => nodes.has(foldName(id)) || nodes.has(foldName(name)),
  );
  return named.map((member) => member.name);
}

/** Anything by person, under the folded name, and the name as it was met first. */
type ByPerson<T> = ReadonlyMap<string, { readonly name: string; readonly all: readonly T[] }>;

function group<T>(things: readonly T[], namesOf: (thing: T) => readonly string[]): ByPerson<T> {
  const found = new Map<string, { name: string; all: T[] }>();
  for (const thing of things) {
    const own = new Map(namesOf(thing).map((name) => [foldName(name), name]));
    for (const [key, name] of own) {
      const known = found.get(key);
      if (known === undefined) found.set(key, { name, all: [thing] });
      else known.all.push(thing);
    }
  }
  return found;
}

/** A KPI without attainment comes last. */
function byAttainment(a: TreeLine, b: TreeLine): number {
  return (a.attainment ?? Infinity) - (b.attainment ?? Infinity) || 0;
}

function scoreOf(lines: readonly TreeLine[], { kpis, settings }: Material): number | null {
  const weights = new Map(kpis.nodes.flatMap((node) => (node === undefined ? [] : [[node.id, node.weight]])));
  const value = score(
    lines.map(({ attainment }) => attainment),
    lines.map(({ id }) => weights.get(id)),
    settings.scoreCap,
  );
  return isNumber(value) ? value : null;
}

function kpiOf({ id, name, unit, actual, plan, attainment, status }: TreeLine): PersonLine['kpis'][number] {
  return { id, name, unit, actual, plan, attainment, status };
}

function worstFirst(a: PersonLine, b: PersonLine): number {
  const apart = (a.score ?? Infinity) - (b.score ?? Infinity) || 0;
  return apart || b.overdueActions - a.overdueActions;
}

/**
 * Section 7: everybody who owns a KPI or has overdue actions, the lowest score first, each with the KPI that is
 * furthest from its plan first.
 * @param material What the review is made from.
 * @param actions Actions of earlier weeks and of this one.
 */
export function peopleSection(material: Material, actions: readonly ActionLine[]): PersonLine[] {
  const { table, periods, today, lines } = material;
  const { week } = periods;
  const team = readTeam(table('team'));
  const owned = group(lines, (line) => ownersOf(line, team));
  const open = group(
    actions.filter(({ status }) => !isClosed(status)),
    ({ owner }) => peopleOf(owner, team),
  );
  const content = group(planItems(table('content'), week), ({ people }) =>
    people.flatMap((person) => peopleOf(person, team)),
  );
  const isUnseen = unseenIn(material);
  const isPublished = ({ published }: PlanItem): boolean =>
    published !== null && week.from <= published && published <= week.to;
  const personOf = (key: string, name: string): PersonLine => {
    const [kpis, tasks, items] = [owned, open, content].map((each) => each.get(key)?.all ?? []) as [
      readonly TreeLine[],
      readonly ActionLine[],
      readonly PlanItem[],
    ];
    return {
      name: team.get(key)?.name ?? name,
      role: team.get(key)?.role ?? '',
      kpis: [...kpis].sort(byAttainment).map(kpiOf),
      score: scoreOf(kpis, material),
      planned: items.filter((item) => isPlannedFor(item, week, today) && !isUnseen(item)).length,
      published: items.filter(isPublished).length,
      openActions: tasks.length,
      overdueActions: tasks.filter(({ overdue }) => overdue).length,
    };
  };
  return [...owned, ...[...open].filter(([key]) => !owned.has(key))]
    .map(([key, { name }]) => personOf(key, name))
    .filter(({ kpis, overdueActions }) => kpis.length > 0 || overdueActions > 0)
    .sort(worstFirst);
}
