import type { Browser, Page } from 'playwright-core';
import { createDocument } from '../../src/local/document/create.ts';
import type { DocumentState } from '../../src/local/document/model.ts';
import { createMachine, type Machine } from '../../src/local/machine.ts';
import { type RunningWorkbench, startWorkbench } from '../../src/local/workbench/index.ts';
import { builtFiles } from '../start/built.ts';
import { openBrowser } from './browser.ts';
import { cell, clickCell, openPage, settled, typeInCell } from './workbench-page.ts';

let browser: Browser;
const benches: RunningWorkbench[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(benches.map((bench) => bench.close()));
});

const TITLE = 'Sheet1';

/** Two actuals and two targets in a spreadsheet of the locale. */
function documentIn(locale: string): DocumentState {
  const document = createDocument({ title: 'Formulas', locale, timeZone: 'Europe/Berlin' });
  document.sheets[0]!.cells = [
    [80, 100],
    [90.5, 50],
  ];
  return document;
}

/** The built add-on in a spreadsheet of the locale, its page open. */
async function open(locale: string): Promise<{ page: Page; machine: Machine; complaints: string[] }> {
  const bench = await startWorkbench({ port: 0, language: 'en' });
  benches.push(bench);
  const user = { email: 'ana@example.com', locale: 'en' };
  const now = new Date('2026-11-23T01:00:00Z');
  const machine = createMachine({ files: builtFiles(), document: documentIn(locale), user, now });
  machine.open();
  bench.ready(machine);
  const watched = await openPage(browser, bench.url);
  return { ...watched, machine };
}

/** What the host itself keeps and shows, beside what the page shows. */
function hostCells(machine: Machine, range: string, valueRenderOption: string): unknown {
  const path = `/v4/spreadsheets/${machine.document().spreadsheetId}/values/${TITLE}!${range}`;
  const { body } = machine.api.call('GET', path, new URLSearchParams({ valueRenderOption }));
  return (body as { values?: unknown }).values;
}

async function type(page: Page, name: string, text: string): Promise<void> {
  await clickCell(page, name);
  await typeInCell(page, text);
  await settled(page);
}

const shown = (page: Page, ...names: string[]) => Promise.all(names.map((name) => cell(page, TITLE, name)));

test('in the United States commas stand between arguments', async () => {
  const { page, machine, complaints } = await open('en_US');
  await type(page, 'D1', '=KPI_ATTAINMENT(80,100)');
  await type(page, 'E1', '=KPI_ATTAINMENT(A1:A2,B1:B2)');
  expect(await shown(page, 'D1', 'E1', 'E2')).toEqual(['0.8', '0.8', '1.81']);
  expect(hostCells(machine, 'D1:E1', 'FORMULA')).toEqual([
    ['=KPI_ATTAINMENT(80,100)', '=KPI_ATTAINMENT(A1:A2,B1:B2)'],
  ]);
  expect(hostCells(machine, 'D1:E2', 'UNFORMATTED_VALUE')).toEqual([
    [0.8, 0.8],
    ['', 1.81],
  ]);
  expect(complaints).toEqual([]);
});

test('while a value is made anew the formulas show what they showed, also beside each other in one cell', async () => {
  const { page, complaints } = await open('en_US');
  await type(page, 'E1', '=KPI_ATTAINMENT(A1:A2,B1:B2)');
  await type(page, 'G1', '=KPI_ATTAINMENT(A1,B1)&" and "&KPI_ATTAINMENT(A2,B2)');
  await page.evaluate((title) => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    const look = () => {
      seen.add(['E1', 'E2', 'G1'].map((at) => window.workbenchProbe.text(title, at)).join(' | '));
      requestAnimationFrame(look);
    };
    look();
  }, TITLE);
  await type(page, 'A1', '50');
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  expect(seen).toEqual(['0.8 | 1.81 | 0.8 and 1.81', '0.5 | 1.81 | 0.5 and 1.81']);
  expect(complaints).toEqual([]);
});

describe('in Germany', () => {
  let page: Page;
  let machine: Machine;
  let complaints: string[];

  beforeAll(async () => {
    ({ page, machine, complaints } = await open('de_DE'));
  });
  afterEach(() => expect(complaints).toEqual([]));

  test('semicolons stand between arguments, commas before decimals', async () => {
    await type(page, 'D1', '=KPI_ATTAINMENT(80,5;100)');
    await type(page, 'E1', '=KPI_ATTAINMENT(A1:A2;B1:B2)');
    expect(await shown(page, 'D1', 'E1', 'E2')).toEqual(['0,805', '0,8', '1,81']);
    expect(hostCells(machine, 'D1:E1', 'FORMULA')).toEqual([
      ['=KPI_ATTAINMENT(80,5;100)', '=KPI_ATTAINMENT(A1:A2;B1:B2)'],
    ]);
    expect(hostCells(machine, 'D1:E2', 'UNFORMATTED_VALUE')).toEqual([
      [0.805, 0.8],
      ['', 1.81],
    ]);
  });

  test('a comma between arguments cannot be read; what was typed stays', async () => {
    await type(page, 'F1', '=KPI_ATTAINMENT(A1,B1)');
    expect(await shown(page, 'F1')).toEqual(['#ERROR!']);
    expect(hostCells(machine, 'F1', 'FORMULA')).toEqual([['=KPI_ATTAINMENT(A1,B1)']]);
    expect(hostCells(machine, 'F1', 'FORMATTED_VALUE')).toEqual([['#ERROR!']]);
  });

  test('opened again, a formula stands in its editor in the spelling of the locale', async () => {
    await clickCell(page, 'D1');
    await page.keyboard.press('F2');
    await page.waitForFunction(() => window.workbenchProbe.typed() !== undefined);
    // The library puts a space behind a separator.
    const typed = await page.evaluate(() => window.workbenchProbe.typed());
    expect(typed?.replaceAll(' ', '')).toBe('=KPI_ATTAINMENT(80,5;100)');
    await page.keyboard.press('Escape');
  });
});
