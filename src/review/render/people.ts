import { say } from '../../text/index.ts';
import { COLORS, unitFormat } from '../../workbook/formats.ts';
import type { Review } from '../model.ts';
import type { PersonLine } from '../model-sections.ts';
import { voiceOf } from '../voice.ts';
import { columnWord, figureCell, statusCell } from './cells.ts';
import { AT, type Cell, type Grid, numberCell, textCell } from './grid.ts';

const COUNT = '#,##0';
/** Figures of the person, right of those of the KPI. */
const OWN = { score: 7, planned: 8, published: 9, open: 10, overdue: 11 } as const;

function header(grid: Grid, review: Review): void {
  grid.header([
    [AT.name, say(voiceOf(review), 'COL_PERSON')],
    [AT.owner, say(voiceOf(review), 'COL_KPI')],
    [3, say(voiceOf(review), 'COL_ACTUAL')],
    [4, say(voiceOf(review), 'COL_PLAN')],
    [5, say(voiceOf(review), 'COL_ATTAINMENT')],
    [6, say(voiceOf(review), 'COL_STATUS'), 'CENTER'],
    [OWN.score, say(voiceOf(review), 'COL_SCORE')],
    [OWN.planned, say(voiceOf(review), 'COL_ITEMS_PLANNED')],
    [OWN.published, say(voiceOf(review), 'COL_ITEMS_PUBLISHED')],
    [OWN.open, say(voiceOf(review), 'COL_ACTIONS_OPEN')],
    [OWN.overdue, say(voiceOf(review), 'COL_ACTIONS_OVERDUE')],
  ]);
}

function kpiCells(kpi: PersonLine['kpis'][number], { language }: Review): [number, Cell][] {
  const { pattern } = unitFormat(kpi.unit, kpi.actual.value);
  return [
    [AT.owner, textCell(kpi.name)],
    [3, figureCell(kpi.actual, kpi.unit)],
    [4, numberCell(kpi.plan, pattern)],
    [5, numberCell(kpi.attainment, '0.0%')],
    [6, statusCell(kpi.status, language)],
  ];
}

function overdueCell(count: number): Cell {
  if (count === 0) return numberCell(0, COUNT);
  const textFormat = { foregroundColor: COLORS.redText, bold: true };
  return numberCell(count, `"■ "${COUNT}`, { textFormat });
}

function ownCells(person: PersonLine, { language }: Review): [number, Cell][] {
  const { name, role, score } = person;
  const word = role === '' ? '' : ` · ${columnWord('team', 'role', role, language)}`;
  const bold = { textFormat: { bold: true } };
  const mark = `people:${name}:score`;
  return [
    [AT.name, textCell(name + word, bold)],
    [OWN.score, { ...numberCell(score === null ? null : score * 100, '0', bold), mark }],
    [OWN.planned, numberCell(person.planned, COUNT)],
    [OWN.published, numberCell(person.published, COUNT)],
    [OWN.open, numberCell(person.openActions, COUNT)],
    [OWN.overdue, overdueCell(person.overdueActions)],
  ];
}

/** A line above a person parts him or her from the one before. */
function underLine(cells: readonly [number, Cell][]): [number, Cell][] {
  const given = new Map(cells);
  const borders = { top: { style: 'SOLID', color: COLORS.line } };
  return Array.from({ length: OWN.overdue - AT.name + 1 }, (_, i) => {
    const { format, ...cell } = given.get(AT.name + i) ?? textCell('');
    return [AT.name + i, { ...cell, format: { ...format, borders } }];
  });
}

/** Section 7: a row for each person and KPI, with the person's name and own figures once. */
export function renderPeople(grid: Grid, review: Review): void {
  const { people } = review;
  grid.section(say(voiceOf(review), 'SECTION_PEOPLE'));
  if (people.length === 0) {
    grid.line(say(voiceOf(review), 'PEOPLE_NONE'), { textFormat: { foregroundColor: COLORS.quiet } });
    return;
  }
  header(grid, review);
  for (const person of people) {
    const [first, ...rest] = person.kpis.map((kpi) => kpiCells(kpi, review));
    grid.add(underLine([...ownCells(person, review), ...(first ?? [])]));
    for (const cells of rest) grid.add(cells);
  }
}
