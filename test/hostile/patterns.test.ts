import { importRequest } from '../../src/addon/requests.ts';
import { attribute, elements } from '../../src/files/xml.ts';
import type * as Account from '../../src/imports/account.ts';
import { formats } from '../../src/imports/formats.ts';
import { isAddress } from '../../src/review/digest/people.ts';
import { readDate } from '../../src/workbook/dates.ts';
import { tellFigure } from '../figures.ts';
import { degreeOf } from './backtracking.ts';
import { literalsBelow, madeDuring } from './patterns.ts';

test.each([
  [/^(a+)+$/, 'exponential'],
  [/^(a|a)*b/, 'exponential'],
  [/^(a|ab|b)*$/, 'exponential'],
  [/^(?:\w+\s?)*$/, 'exponential'],
  [/^a*a*$/, 'power'],
  [/\s+$/, 'power'],
  [/<r>[\s\S]*?<\/r>/, 'power'],
  [/(?=(a*)*b)/, 'exponential'],
  [/^a*b*$/, 'linear'],
  [/\s+/, 'linear'],
  [/^\s*[^\s]*$/, 'linear'],
  [/^(?:ab|cd)+$/, 'linear'],
] as const)('%s: %s', (pattern, degree) => {
  expect(degreeOf(pattern.source, pattern.flags)).toBe(degree);
});

describe('no pattern of the add-on and its pages can be made to try without end', () => {
  const literals = [
    ...literalsBelow('src', (path) => !path.startsWith('src/local/')),
    ...literalsBelow('sidebar'),
  ];

  const checked = { literals: 0, made: 0, bounded: 0 };
  afterAll(() => {
    const { literals, made, bounded } = checked;
    const slow = `${bounded} of them try long only where the length of their text is bounded`;
    tellFigure('regular expressions', `${literals + made} checked, ${made} of them put together; ${slow}`);
  });

  test('literals', () => {
    expect(literals.length).toBeGreaterThan(200);
    const bad = literals.filter(({ source, flags }) => degreeOf(source, flags) !== 'linear');
    Object.assign(checked, { literals: literals.length, bounded: bad.length });
    // A new one comes with what bounds its text, or is written another way.
    expect(bad.map(({ place, source }) => `${place.replace(/:\d+$/, '')} ${source}`)).toEqual([
      'src/imports/account.ts \\s*(?:\\(\\d+\\)|[-_ ]\\d{1,2}|(?: - |[-_ ])?(?:copy|副本))$',
      'src/imports/account.ts ^[\\s_.,~()+-]+|[\\s_.,~(+-]+$',
      expect.stringMatching(/^src\/workbook\/dates\.ts \[ t,\]\+/),
      'src/review/digest/people.ts ^[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+$',
      'sidebar/more/checks.ts ^[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+$',
    ]);
    expect(bad.every(({ source, flags }) => degreeOf(source, flags) === 'power')).toBe(true);
  });

  test('those that are put together while it runs, and those of the formats', () => {
    const made = madeDuring(() =>
      jest.isolateModules(() => {
        for (const name of ['imports/period', 'workbook/numbers']) jest.requireActual(`../../src/${name}.ts`);
        const { accountOfFileName } = jest.requireActual<typeof Account>('../../src/imports/account.ts');
        for (const format of formats()) accountOfFileName('a.csv', format);
        elements('<c/>', 'c');
        elements('<c></c>', 'row|c');
        attribute(' r="1"', '(?:\\w+:)?id');
      }),
    );
    const ids = formats().flatMap(({ idPattern, accountPattern = '' }) => [idPattern, accountPattern]);
    const all = [...made, ...ids.map((source) => ({ place: 'format', source, flags: '' }))];
    expect(all.length).toBeGreaterThan(100);
    const distinct = [...new Map(all.map((each) => [`/${each.source}/${each.flags}`, each])).values()];
    checked.made = distinct.length;
    expect(
      distinct
        .filter(({ source, flags }) => degreeOf(source, flags) !== 'linear')
        .map(({ source }) => source),
    ).toEqual([]);
  });

  test('where a pattern is bounded by the length of its text, a longer one is not tried', () => {
    expect(readDate(`2026-11-22${' '.repeat(200)}`, null)).toBeUndefined();
    expect(isAddress(`${'a'.repeat(250)}@example.com`)).toBe(false);
    expect(importRequest().safeParse({ fileName: 'a'.repeat(501), tables: [] }).success).toBe(false);
  });
});
