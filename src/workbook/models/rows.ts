import type { Cell } from '../../kpi/issue.ts';
import { metricName, metricOf } from '../../kpi/metrics.ts';
import { choiceWord } from '../choices.ts';
import { DIRECTIONS, FORMATS, METHODS, NODE_KINDS, OPERATORS, PLATFORMS, UNITS } from '../sheets/choices.ts';
import { TEAM } from '../sheets/team.ts';
import type { RowValues } from '../table.ts';
import type { Language } from '../template.ts';
import type { ModelNode, Role } from './model.ts';

const ROLES = TEAM.columns.find(({ key }) => key === 'role')?.choices ?? [];

/** The sheet calls a quotient of two amounts `ratio`; the catalogue calls it `times`. */
function unitOf(node: ModelNode): string {
  const unit = node.unit ?? metricOf(node.metric)?.unit ?? 'count';
  return unit === 'times' ? 'ratio' : unit;
}

/** The first role that someone has; else the word of the first role, so that the sheet says who is meant. */
function ownerOf(roles: readonly Role[], people: ReadonlyMap<string, string>, language: Language): Cell {
  const person = roles.map((role) => people.get(role)).find((name) => name !== undefined);
  return person ?? choiceWord(ROLES, roles[0] ?? '', language);
}

/**
 * What a row of the tree needs to be a KPI: place, arithmetic, name and metric.
 * @param node KPI of a model.
 * @param language Language of names and dropdown words.
 * @returns Values by column of the sheet `tree`.
 */
export function plainRow(node: ModelNode, language: Language): RowValues {
  const { id, parent, operator, coefficient, kind, metric } = node;
  return {
    id,
    parent: parent === '' ? null : parent,
    operator: operator === undefined ? null : choiceWord(OPERATORS, operator, language),
    coefficient: coefficient ?? null,
    name: node.name?.[language] ?? metricName(metric, language),
    kind: choiceWord(NODE_KINDS, kind, language),
    metric: metric === '' ? null : metric,
    unit: choiceWord(UNITS, unitOf(node), language),
  };
}

/**
 * A row of the tree with all that a model says.
 * @param node KPI of a model.
 * @param language Language of names and dropdown words.
 * @param people Name of someone by the key of their role.
 * @returns Values by column of the sheet `tree`; what is empty is left out where the settings decide.
 */
export function fullRow(node: ModelNode, language: Language, people: ReadonlyMap<string, string>): RowValues {
  const { platform, format } = node;
  return {
    ...plainRow(node, language),
    platform: platform === undefined ? null : choiceWord(PLATFORMS, platform, language),
    format: format === undefined ? null : choiceWord(FORMATS, format, language),
    direction: choiceWord(DIRECTIONS, metricOf(node.metric)?.direction ?? 'up', language),
    method: choiceWord(METHODS, 'ratio', language),
    weight: node.weight ?? 1,
    amber: node.amber ?? null,
    owner: ownerOf(node.roles, people, language),
    guardrail: node.guardrail ?? null,
    note: node.note?.[language] ?? null,
  };
}
