/** The picture of the KPI tree: its dialog, and its place below a review. */
import type { ImageState } from '../../src/local/document/model.ts';
import type { Machine } from '../../src/local/machine.ts';
import { say } from '../../src/text/index.ts';
import { png } from '../local/png.ts';
import {
  ask,
  batch,
  bench,
  call,
  importText,
  loadRows,
  sheetsCalls,
  sheetTitled,
  stateOf,
  type,
  valuesOf,
} from '../start/bench.ts';
import { youtube } from '../start/export.ts';

const WEEK = '2026-W31';
const SIZE = { width: 600, height: 400 };
const SMALL = { week: WEEK, png: png(60, 40).toString('base64'), ...SIZE };
const OTHER = { ...SMALL, png: png(30, 20).toString('base64') };

const imagesOf = (machine: Machine): readonly ImageState[] => sheetTitled(machine, WEEK).images ?? [];
const anchorOf = (machine: Machine, at = 0): number => {
  const position = imagesOf(machine)[at]?.position.overlayPosition as { anchorCell: { rowIndex: number } };
  return position.anchorCell.rowIndex;
};
/** Rows in which anything stands. */
const filledRows = (machine: Machine): number => valuesOf(machine, WEEK).length;
const kpis = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `extra.${at}`,
    parent: 'gmv',
    name: `Extra ${at}`,
    kind: 'influence',
    metric: 'views',
  }));

function withDraft(language: 'en' | 'zh-CN' = 'en'): Machine {
  const machine = bench({ language });
  call(machine, 'applyModel', { model: 'gmv_growth' });
  call(machine, 'writeReview', { week: WEEK });
  return machine;
}

describe.each(['en', 'zh-CN'] as const)('in %s', (language) => {
  test('the dialog opens from the menu and by the sidebar, wide, in the language of the workbook', () => {
    const machine = bench({ language });
    const captions = JSON.stringify(machine.menu());
    expect(captions).toContain(say(language, 'MENU_PICTURE'));
    expect(machine.chooseMenu('menuTreePicture').ok).toBe(true);
    expect(call(machine, 'openTreePicture', {})).toEqual({});
    expect(machine.ui.dialogs).toHaveLength(2);
    for (const dialog of machine.ui.dialogs) {
      expect(dialog).toMatchObject({ modal: true, width: 1180, height: 720 });
      expect(dialog.title).toBe(say(language, 'PICTURE_DIALOG'));
      expect(dialog.html).toContain(`<body data-language="${language}">`);
    }
  });

  test('the picture stands below what the review says, with words for those who cannot see it', () => {
    const machine = withDraft(language);
    const before = stateOf(valuesOf(machine, WEEK));
    const { sentence } = call(machine, 'addTreeImage', SMALL);
    expect(sentence).toBe(say(language, 'PICTURE_PUT', { period: WEEK }));
    expect(stateOf(valuesOf(machine, WEEK))).toBe(before);
    const [image] = imagesOf(machine);
    expect(image).toMatchObject({
      base64: SMALL.png,
      altTitle: say(language, 'PICTURE_TITLE', { period: WEEK }),
      altDescription: say(language, 'PICTURE_DESCRIPTION', { period: WEEK }),
      position: { overlayPosition: { widthPixels: 600, heightPixels: 400 } },
    });
    expect(anchorOf(machine)).toBe(filledRows(machine) + 2);
    // All of it lies on the sheet, and where it begins is shown.
    expect(anchorOf(machine) + 400 / 21).toBeLessThan(sheetTitled(machine, WEEK).rowCount);
    expect(sheetsCalls(machine, 'addTreeImage')).toEqual([
      'get',
      'Values.batchGetByDataFilter',
      'batchUpdate',
    ]);
  });

  test('a closed review is left alone, and one that is not there is named', () => {
    const machine = withDraft(language);
    call(machine, 'closeReview', { week: WEEK });
    const before = stateOf(machine.document());
    expect(call(machine, 'addTreeImage', SMALL)).toEqual({
      period: WEEK,
      sentence: say(language, 'PICTURE_CLOSED', { period: WEEK }),
      isPartial: true,
    });
    expect(ask(machine, 'addTreeImage', { ...SMALL, week: '2026-W20' })).toEqual({
      ok: false,
      sentence: say(language, 'PICTURE_NO_REVIEW', { period: '2026-W20' }),
    });
    expect(stateOf(machine.document())).toBe(before);
  });
});

test('pressed again, the new picture takes the place of the old one, in whichever language it was put', () => {
  const machine = withDraft();
  call(machine, 'addTreeImage', SMALL);
  const at = anchorOf(machine);
  call(machine, 'addTreeImage', OTHER);
  expect(imagesOf(machine).map(({ base64 }) => base64)).toEqual([OTHER.png]);
  expect(anchorOf(machine)).toBe(at);
  expect(machine.document().namedRanges.filter(({ name }) => name.startsWith('KPI_PICTURE_'))).toHaveLength(
    1,
  );
});

test('it survives that the draft is made again, and a review that has grown covers nothing', () => {
  const machine = withDraft();
  call(machine, 'addTreeImage', SMALL);
  const before = anchorOf(machine);
  call(machine, 'writeReview', { week: WEEK });
  expect(anchorOf(machine)).toBe(before);
  loadRows(machine, 'tree', kpis(40));
  importText(
    machine,
    youtube([{ id: 'F3HVs95pagk', published: 'Jan 5, 2026', likes: 5, views: 9, hours: 1 }]),
    { asOf: '2026-08-02', account: 'art' },
  );
  expect(imagesOf(machine)).toHaveLength(1);
  expect(filledRows(machine)).toBeGreaterThan(before);
  expect(anchorOf(machine)).toBe(filledRows(machine) + 2);
  call(machine, 'addTreeImage', OTHER);
  expect(imagesOf(machine)).toHaveLength(1);
  expect(anchorOf(machine)).toBe(filledRows(machine) + 2);
});

test('what people wrote below it is not covered by the next one; rows they insert move it', () => {
  const machine = withDraft();
  call(machine, 'addTreeImage', SMALL);
  const at = anchorOf(machine);
  const { sheetId } = sheetTitled(machine, WEEK);
  const range = { sheetId, dimension: 'ROWS', startIndex: 3, endIndex: 8 };
  batch(machine, { insertDimension: { range, inheritFromBefore: true } });
  expect(anchorOf(machine)).toBe(at + 5);
  type(machine, WEEK, `C${at + 8}`, 'A note');
  call(machine, 'addTreeImage', OTHER);
  expect(anchorOf(machine)).toBe(filledRows(machine) + 2);
});

test('only a PNG of a size that Google takes is put in', () => {
  const machine = withDraft();
  const before = stateOf(machine.document());
  const refused = (request: object): string => {
    const answer = ask(machine, 'addTreeImage', request);
    return answer.ok ? '' : answer.sentence;
  };
  const wide = png(1001, 1000).toString('base64');
  expect(refused({ ...SMALL, png: wide })).toBe(say('en', 'PICTURE_TOO_LARGE'));
  expect(refused({ ...SMALL, png: Buffer.from('<svg/>').toString('base64') })).toMatch(
    /could not be understood/,
  );
  expect(refused({ ...SMALL, png: `${SMALL.png}<` })).toMatch(/could not be understood/);
  expect(refused({ ...SMALL, png: SMALL.png + 'A'.repeat(2_700_000) })).toMatch(/could not be understood/);
  expect(refused({ ...SMALL, width: 0 })).toMatch(/could not be understood/);
  expect(stateOf(machine.document())).toBe(before);
});

test('a run that dies while it puts the picture in leaves the review as it was, or with its picture', () => {
  const machine = withDraft();
  call(machine, 'addTreeImage', SMALL);
  const values = stateOf(valuesOf(machine, WEEK));
  for (let n = 1; n < 30; n++) {
    const faults = [{ call: n, kind: 'kill-before' as const }];
    machine.callFromSidebar('addTreeImage', [OTHER], undefined, { faults });
    expect(stateOf(valuesOf(machine, WEEK))).toBe(values);
    expect(imagesOf(machine).length).toBeGreaterThan(0);
  }
  call(machine, 'addTreeImage', SMALL);
  expect(imagesOf(machine).map(({ base64 }) => base64)).toEqual([SMALL.png]);
});
