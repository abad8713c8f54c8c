import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFileTables } from '../../src/files/read-file.ts';
import type { TextTable } from '../../src/files/table.ts';
import type { FileReport } from '../../src/local/feed.ts';
import { readOptions, UsageError } from '../../src/local/options.ts';
import { startLocal } from '../../src/local/start.ts';
import type { RunningWorkbench } from '../../src/local/workbench/index.ts';
import type { WorkbookAnswer } from '../../src/local/workbench/messages.ts';
import type { Review } from '../../src/review/model.ts';
import { builtFolder } from './built.ts';
import { type Video, youtube } from './export.ts';

const VIDEOS: Video[] = [
  { id: 'F3HVs95pagk', title: 'One, "two" 🎨', published: 'Mar 15, 2025', likes: 9, views: 1000, hours: 10 },
  { id: '-jsMYHMEL6I', published: 'Mar 16, 2025', likes: 8, views: 500, hours: 4 },
];
const GROWN = VIDEOS.map((video) => ({ ...video, views: video.views + 70, hours: video.hours + 1 }));

const home = process.cwd();
let folder: string;
let printed: string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  symlinkSync(builtFolder(), join(folder, 'dist'));
  // The page is bundled from its sources.
  symlinkSync(join(home, 'src'), join(folder, 'src'));
  symlinkSync(join(home, 'node_modules'), join(folder, 'node_modules'));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  printed = [];
  const keep = (...words: unknown[]): void => {
    printed.push(words.join(' '));
  };
  jest.spyOn(console, 'log').mockImplementation(keep);
  jest.spyOn(console, 'error').mockImplementation(keep);
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

const noBuild = async (): Promise<void> => {};

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(name, content);
  return name;
}

function json<T>(out: string, name: string): T {
  return JSON.parse(readFileSync(join(out, name), 'utf8')) as T;
}

const reportsIn = (out: string): FileReport[] => json(out, 'import.json');

/** The tabs of the workbook that was left. */
function tabs(out: string): readonly TextTable[] {
  const read = readFileTables(new Uint8Array(readFileSync(join(out, 'workbook.xlsx'))), 'workbook.xlsx');
  if ('issue' in read) throw new Error(read.issue.code);
  return read.tables;
}

/** Rows of a tab of the workbook that was left. */
function tab(out: string, title: string): readonly (readonly string[])[] {
  const table = tabs(out).find(({ name }) => name === title);
  if (table === undefined) throw new Error(`No tab ${title}: ${tabs(out).map(({ name }) => name)}`);
  return table.rows;
}

test('--blank opens an empty spreadsheet with the add-on beside it, and says so in Chinese', async () => {
  let bench: RunningWorkbench | undefined;
  const code = await startLocal(['--blank', '--lang', 'zh-CN'], noBuild, (opened) => {
    bench = opened;
  });
  expect(code).toBe(0);
  const answer = (await (await fetch(`${bench!.url}workbook`)).json()) as WorkbookAnswer;
  await bench!.close();
  expect((answer.data as { sheets: { cells: object }[] }).sheets.map(({ cells }) => cells)).toEqual([{}]);
  expect(answer.sidebar?.title).toBe('Content KPI');
  expect(answer.menu.length).toBeGreaterThan(0);
  expect(answer.openSheet).toBeUndefined();
  expect(printed[0]).toBe(`工作台：${bench!.url}`);
  expect(printed.at(-1)).toBe(`已就绪：${bench!.url}（按 Ctrl+C 结束）`);
});

test('two files of one channel leave workbook, review, report and log', async () => {
  const [a, b] = [file('art.csv', youtube(VIDEOS)), file('art 2026-08-02.csv', youtube(GROWN))];
  const args = ['--once', '--out', 'one', '--import', a, '--import', b, '--week', '2026-W31'];
  expect(await startLocal([...args, '--as-of', '2026-07-26', '--as-of', '2026-08-02'], noBuild)).toBe(0);
  expect(readdirSync('one').sort()).toEqual(['import.json', 'log.txt', 'review.json', 'workbook.xlsx']);
  const counts = { read: 2, updated: 0, unchanged: 0, rejected: [], skipped: 1 };
  expect(reportsIn('one')).toEqual([
    expect.objectContaining({
      file: a,
      format: 'youtube.content',
      account: 'art',
      asOf: '2026-07-26',
      ...counts,
      taken: 2,
    }),
    expect.objectContaining({
      file: b,
      format: 'youtube.content',
      account: 'art',
      asOf: '2026-08-02',
      ...counts,
      taken: 2,
    }),
  ]);
  const review = json<Review>('one', 'review.json');
  expect(review.tree.find(({ id }) => id === 'watch.views')?.actual.value).toBe(140);
  const views = tab('one', '2026-W31').find((row) => row[0] === 'kpi:watch.views');
  expect(views?.[3]).toBe('140');
  expect(tab('one', 'Performance').filter((row) => row[2] === 'art')).toHaveLength(4);
  const titles = tabs('one').map(({ name }) => name);
  expect([titles.includes('Sheet1'), titles.includes('2026-W31'), titles.includes('Content')]).toEqual([
    false,
    true,
    true,
  ]);
  expect(readFileSync('one/log.txt', 'utf8')).toMatch(/onTick \(trigger\): \d+ service calls/);
});

test('the review is there in Chinese, too, from one file, with totals called so', async () => {
  const args = ['--once', '--out', 'zh', '--lang', 'zh-CN', '--import', file('甲.csv', youtube(VIDEOS))];
  expect(await startLocal([...args, '--week', '2026-W31'], noBuild)).toBe(0);
  expect(reportsIn('zh')[0]).toMatchObject({ account: '甲', asOf: '2026-08-02' });
  const rows = tab('zh', '2026-W31');
  expect(rows.find((row) => row[1] === 'KPI')?.[15]).toBe('累计至今');
  expect(rows.find((row) => row[0] === 'kpi:watch.views')?.slice(3, 5)).toEqual(['', '']);
});

test('on a Monday before nine the clock moves on until the review is written', async () => {
  jest.useFakeTimers({
    now: new Date('2026-08-03T08:30:00Z'),
    doNotFake: [
      'setTimeout',
      'setImmediate',
      'nextTick',
      'queueMicrotask',
      'performance',
      'hrtime',
      'setInterval',
      'clearTimeout',
      'clearInterval',
      'clearImmediate',
    ],
  });
  const args = ['--once', '--out', 'early', '--import', file('art.csv', youtube(VIDEOS))];
  expect(await startLocal(args, noBuild)).toBe(0);
  expect(tab('early', '2026-W31').length).toBeGreaterThan(10);
  const [headers = [], row = []] = tab('early', 'Import log');
  expect(row[headers.indexOf('When')]).toMatch(/^2026-08-03 01:30/);
});

const WHOLE = youtube(VIDEOS);
const latin = Uint8Array.from(
  [...'Content,Views\nF3HVs95pagk,1\ncaf', ...'x'].map((c) => c.charCodeAt(0)),
).map((code, i, all) => (i === all.length - 1 ? 0xff : code));

describe('files that cannot be taken', () => {
  test('each gets a sentence; the workbook holds what the good one brought', async () => {
    mkdirSync('bad', { recursive: true });
    const bad = [
      file('bad/cut.csv', WHOLE.slice(0, WHOLE.length - 30)),
      file('bad/cut-in-last-cell.csv', WHOLE.slice(0, WHOLE.lastIndexOf('500') + 2)),
      file(
        'bad/binary.csv',
        Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 256),
      ),
      file('bad/wrong-encoding.csv', latin),
      file('bad/other.csv', 'Date,Temperature,Wind\n2026-08-01,20,5\n'),
      file('bad/lacks-views.csv', 'Content,Video title,Likes\nF3HVs95pagk,One,3\n'),
      file('bad/empty.csv', ''),
      file('bad/headers.csv', `${WHOLE.split('\n')[0]}\n`),
      'bad/missing.csv',
      'bad',
    ];
    const imports = ['good.csv', ...bad].flatMap((name) => ['--import', name]);
    file('good.csv', WHOLE);
    const args = ['--once', '--out', 'bad/out', ...imports, '--as-of', '2026-08-02', '--week', '2026-W31'];
    expect(await startLocal(args, noBuild)).toBe(2);
    const [good, ...others] = reportsIn('bad/out');
    expect(good).toMatchObject({ read: 2, taken: 2 });
    expect(others.map(({ error }) => error)).toEqual([
      'The file ends in the middle of row 4: it was cut off. Please export or download it again.',
      'The file ends in the middle of row 4: it was cut off. Please export or download it again.',
      'This is no table: the file holds binary data. Please choose the CSV or XLSX file of the export.',
      expect.stringMatching(/^The file’s characters cannot be read: 0xFF in line 3 is not UTF-8\./),
      'No export that can be read has these headers: Date · Temperature · Wind',
      'The file looks most like “YouTube Studio, table by content”, but lacks the column: Views. Please add it to the export and try again.',
      'The file is empty. Please export it again.',
      'The file has headers, but no rows below them.',
      'There is no such file, or it cannot be opened.',
      'bad is a folder. Please name the export file in it.',
    ]);
    for (const report of others) {
      expect(report).toMatchObject({ read: 0, taken: 0, updated: 0, unchanged: 0, rejected: [], skipped: 0 });
      expect(printed).toContain(`${report.file}: ${report.error}`);
    }
    expect(others[4]?.hint).toBe(
      'It looks most like a table in which a row is a day of an account (by its columns Date). Start without --once and drop it on the sidebar: there you can say once what its columns hold.',
    );
    expect(printed).toContain(`    ${others[4]?.hint}`);
    expect(readFileSync('bad/out/log.txt', 'utf8')).toContain(
      '  youtube.content, account good, as of 2026-08-02: 2 rows = 2 new + 0 updated + 0 unchanged + 0 rejected; 1 skipped\n',
    );
    expect(tab('bad/out', 'Import log').filter((row) => row[1] !== '')).toHaveLength(2);
    expect(tab('bad/out', 'Performance').filter((row) => row[0] !== '')).toHaveLength(3);
  });

  test('where none can be read no review is written, which is said', async () => {
    const name = file('weather.csv', 'Temperature,Wind\n20,5\n');
    const args = ['--once', '--out', 'none-read', '--import', name, '--week', '2026-W31'];
    expect(await startLocal(args, noBuild)).toBe(2);
    expect(printed).toContain('No file could be read (1 given), so no review was written.');
    expect(printed).toContain('none-read: workbook.xlsx, import.json, log.txt');
    expect(readdirSync('none-read').sort()).toEqual(['import.json', 'log.txt', 'workbook.xlsx']);
    expect(tabs('none-read').map((table) => table.name)).not.toContain('2026-W31');
  });

  test('a file that brings nothing new says so', async () => {
    const name = file('same.csv', WHOLE);
    const args = ['--once', '--out', 'same', '--import', name, '--import', name, '--week', '2026-W31'];
    expect(await startLocal(args, noBuild)).toBe(0);
    expect(printed.filter((line) => line.startsWith('    The workbook has all of it already'))).toHaveLength(
      1,
    );
  });

  test('figures of days that a file does not say are taken for those of a week, which is said', async () => {
    const name = file('videos.csv', 'Video ID,Time,VV\n7681714846173356608,2026-07-20,50\n');
    const args = ['--once', '--import', name, '--week', '2026-W31', '--out'];
    expect(await startLocal([...args, 'period'], noBuild)).toBe(0);
    expect(printed).toContain(
      '  videos.csv does not say which days its figures are for: taken as of 2026-07-27 to 2026-08-02. --as-of names the last of seven other days.',
    );
    expect(reportsIn('period')[0]).toMatchObject({ taken: 1, asOf: '2026-08-02' });
    expect(await startLocal([...args, 'period2', '--as-of', '2026-07-30'], noBuild)).toBe(0);
    expect(reportsIn('period2')[0]).toMatchObject({ taken: 1, asOf: '2026-07-30' });
    expect(printed.filter((line) => line.includes('2026-07-24 to 2026-07-30'))).toHaveLength(1);
  });

  test('rows that cannot be read are rejected with their place, and the counts add up', async () => {
    const lines = WHOLE.trimEnd().split('\n');
    lines.push('tooShort,Bad id,,,1,1,,10,1,,,', 'goodVideo01,Bad views,,,1,1,,many,1,,,', ',,,,,,,,,,,');
    const name = file('rows.csv', `${lines.join('\n')}\n`);
    const args = ['--once', '--out', 'rows', '--import', name, '--as-of', '2026-08-02', '--week', '2026-W31'];
    expect(await startLocal(args, noBuild)).toBe(0);
    const [report] = reportsIn('rows');
    expect(report).toMatchObject({ read: 4, taken: 2, updated: 0, unchanged: 0, skipped: 2 });
    expect(report?.rejected.map(({ row, column, code }) => [row, column, code])).toEqual([
      [5, 'Content', 'CONTENT_ID_WRONG'],
      [6, 'Views', 'CELL_NOT_COUNT'],
    ]);
    expect(report?.rejected[1]?.message).toMatch(/^Row 6: “many” under “Views” is not a whole number/);
    expect(
      tab('rows', 'Data issues')
        .slice(1, 3)
        .map((row) => row[7]),
    ).toEqual(['CONTENT_ID_WRONG', 'CELL_NOT_COUNT']);
  });
});

describe('options', () => {
  test.each([
    [['--week', '2026-W54'], '--week: the year has no week "2026-W54".'],
    [['--week', 'last'], '--week needs a week such as 2026-W47, not "last".'],
    [
      ['--as-of', '2026-02-30', '--import', 'a.csv'],
      '--as-of needs a day such as 2026-11-22, not "2026-02-30".',
    ],
    [
      ['--import', 'a', '--import', 'b', '--import', 'c', '--as-of', '2026-01-01', '--as-of', '2026-01-02'],
      '--as-of was given 2 times for 3 files; give it once, or once a file.',
    ],
    [
      ['--as-of', '2026-11-21'],
      '--as-of is about a file: give the file with --import, or leave --as-of out.',
    ],
    [['--account', 'Ana'], '--account is about a file: give the file with --import, or leave --account out.'],
    [['--account', '', '--import', 'a.csv'], '--account needs a name'],
    [['--import', ''], '--import needs the path of a file.'],
    [['--lang', 'fr'], '--lang is en or zh-CN, not "fr".'],
    [['--port', '-1x'], '--port'],
    [['--seed', 'x'], '--seed needs a whole number, not "x".'],
    [['--blank'], '--blank opens an empty spreadsheet in the workbench: leave out --once and --import.'],
    [['--bogus'], "Unknown option '--bogus'"],
  ])('%j ends with a sentence and 1', async (args, sentence) => {
    expect(await startLocal(['--once', '--out', 'none', ...args], noBuild)).toBe(1);
    expect(printed.join('\n')).toContain(sentence);
    expect(printed.join('\n')).toContain('npm start -- [options]');
    expect(existsSync('none')).toBe(false);
  });

  test('--help explains and does nothing', async () => {
    expect(await startLocal(['--help'], noBuild)).toBe(0);
    expect(printed.join('\n')).toContain('--import FILE');
  });

  test('a build that fails ends with 1', async () => {
    const fail = (): Promise<void> => Promise.reject(new Error('The build failed.'));
    expect(await startLocal(['--once', '--out', 'none'], fail)).toBe(1);
    expect(printed).toEqual(['The build failed.']);
  });

  test('one as-of day and one account count for every file', () => {
    expect(() => readOptions(['--import', 'a', '--import', 'b', '--as-of', '2026-01-01'])).not.toThrow();
    expect(readOptions(['--import', 'a', '--account', 'x']).account).toEqual(['x']);
    expect(() => readOptions(['--account', 'x', '--account', 'y', '--import', 'a'])).toThrow(UsageError);
  });
});
