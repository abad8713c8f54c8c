/**
 * The weekly review against its workbook: the figures of sections 2 to 5 are made again from the cells of the exported
 * file with SQL, by another hand and another machine, and each shown cell of the tab has to agree.
 */
import { tellFigure } from '../figures.ts';
import { Comparison } from './compare.ts';
import { lookAtContent } from './content-section.ts';
import { CONTENT, CONVERSION } from './content-sql.ts';
import { type Database, databaseOf } from './database.ts';
import { FACTS, periods } from './facts-sql.ts';
import { KPIS } from './kpis-sql.ts';
import type { Look } from './look.ts';
import { madeWorkbook } from './made.ts';
import type { Language } from './sheets.ts';
import { Section } from './tab.ts';
import { TITLES } from './titles.ts';
import { lookAtTree } from './tree-section.ts';
import { lookAtTrends } from './trends-section.ts';
import { lookAtWhy } from './why-section.ts';
import { WHY } from './why-sql.ts';
import type { SheetRows } from './xlsx-cells.ts';

/** Making a workbook takes most of the time; a busy machine must not fail for it. */
const PATIENCE = 600_000;

/** Sections, and how many figures were compared at least: fewer would mean that something is not looked at any more. */
const SECTIONS: readonly (readonly [name: string, number: number, figures: number, look: Look])[] = [
  ['KPI tree', 2, 228, lookAtTree],
  ['why the goal moved', 3, 158, lookAtWhy],
  ['weeks and months', 4, 169, lookAtTrends],
  ['content and money', 5, 154, lookAtContent],
];

const compared = { figures: 0, empty: 0, differ: 0 };
afterAll(() => {
  const { figures, empty, differ } = compared;
  tellFigure('figures', `${figures} compared with SQL, ${differ} differ; ${empty} are missing in both`);
});

// The second week ends on the first of a month and holds the costs that all accounts share.
describe.each([
  ['en', '2026-W47'],
  ['zh-CN', '2026-W44'],
] as const)('the review of the sample in %s, %s', (language: Language, week) => {
  let tab: SheetRows;
  let db: Database;

  beforeAll(async () => {
    const sheets = await madeWorkbook(language, week);
    tab = sheets.get(week) ?? [];
    db = await databaseOf(sheets, language);
    for (const statements of [periods(week), FACTS, KPIS, WHY, CONTENT, CONVERSION]) await db.run(statements);
  }, PATIENCE);
  afterAll(() => db.close());

  test.each(SECTIONS)('%s', async (_, number, figures, look) => {
    const check = new Comparison();
    const section = new Section(tab, number);
    await look(section, db, TITLES[language], check);
    compared.figures += check.figures;
    compared.empty += check.empty;
    compared.differ += check.faults.length;
    expect(check.faults).toEqual([]);
    expect(check.unseen(section.cells())).toEqual([]);
    expect(check.figures).toBeGreaterThanOrEqual(figures);
  });
});
