import fc from 'fast-check';
import { loadLibrary } from '../../../src/local/engine/library.ts';
import { engineFormat } from '../../../src/local/engine/number-format.ts';

const shown = (pattern: string, value: number) =>
  loadLibrary().helpers.formatValue(value, {
    format: engineFormat({ type: 'NUMBER', pattern }) ?? '',
    locale: loadLibrary().DEFAULT_LOCALE,
  });

describe('engineFormat', () => {
  test.each([
    ['#,##0', 1234567.4, '1,234,567'],
    ['0.0%', 0.256, '25.6%'],
    ['"¥"#,##0', 1234, '¥1,234'],
    ['¥#,##0.00', 1234.5, '¥1,234.50'],
    ['[$¥-804]#,##0', 1234, '¥1,234'],
    ['[$US$]#,##0', 1234, 'US$1,234'],
    ['yyyy-mm-dd', 46348, '2026-11-22'],
    ['yyyy"年"m"月"d"日"', 46348, '2026年11月22日'],
    ['yyyy年m月d日', 46348, '2026年11月22日'],
    ['[h]:mm:ss', 1.25, '30:00:00'],
    ['h:mm AM/PM', 0.75, '06:00 PM'],
    ['h:m', 0.25, '06:00'],
    ['[mm]:ss', 0.5, '00:00'],
    ['m:ss', 0.50001, '00:01'],
    ['yyy/d', 46348, '2026/22'],
    ['hh:mm:ss.000', 0.75, '18:00:00'],
    ['d.m.yyyy', 46348, '22.11.2026'],
    ['+0.0%;-0.0%;0.0%', -0.05, '-5.0%'],
    ['[Red]0;[Blue]-0', 5, '5'],
    ['0.0"x"', 2.5, '2.5x'],
    ['0.00E+00', 12345, '1.23e+04'],
    ['#,##0_);(#,##0)', -5, '(5)'],
  ])('%s of %d', (pattern, value, expected) => {
    expect(shown(pattern, value).trim()).toBe(expected);
  });

  it('knows the types without a pattern', () => {
    expect(engineFormat({ type: 'TEXT' })).toBe('@');
    expect(engineFormat({ type: 'DATE' }, 'zh_CN')).toBe('yyyy/m/d');
    expect(engineFormat({ type: 'CURRENCY' }, 'de_DE')).toBe('#,##0.00 "€"');
    expect(engineFormat({ type: 'NUMBER_FORMAT_TYPE_UNSPECIFIED' })).toBeUndefined();
    expect(engineFormat(undefined)).toBeUndefined();
  });

  it('gives only patterns that the engine can show', () => {
    const piece = fc.constantFrom(
      ...'0 # ? , . % d dd ddddd m mmm mmmmmmm y yyy yyyy h hhh s sss q qqq [h] [mm] [ss] AM/PM @ ; "a" \\x _x *- [Red] [>5] E+00 - / : 年 x n b'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(0, -1.5, 46348.75),
        (pieces, value) => {
          expect(() => shown(pieces.join(''), value)).not.toThrow();
        },
      ),
      { seed: 11, numRuns: 2000 },
    );
  });

  it('leaves out what mixes kinds', () => {
    expect(engineFormat({ type: 'NUMBER', pattern: '0 d' })).toBeUndefined();
  });
});
