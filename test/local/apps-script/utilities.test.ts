import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { formatDate } from '../../../src/local/apps-script/services/format-date.ts';
import { formatString } from '../../../src/local/apps-script/services/format-string.ts';
import { parseDate } from '../../../src/local/apps-script/services/parse-date.ts';
import { instantToSerial, serialToInstant, wallTime } from '../../../src/local/document/zone.ts';
import { addOn } from './fixture.ts';

const f = (body: string) => `function f(a, b, c) { ${body} }`;

describe('Utilities', () => {
  const instant = Date.UTC(2026, 10, 22, 16, 5, 9, 7);
  // What java.text.SimpleDateFormat writes for Locale.US.
  test.each([
    ["yyyy-MM-dd'T'HH:mm:ss", 'Asia/Shanghai', '2026-11-23T00:05:09'],
    ['yyyy-MM-dd HH:mm:ss.SSS Z', 'UTC', '2026-11-22 16:05:09.007 +0000'],
    ['EEE, d MMM yy', 'America/New_York', 'Sun, 22 Nov 26'],
    ['EEEE MMMM M L D', 'UTC', 'Sunday November 11 11 326'],
    ['h:mm a, K, k', 'America/New_York', '11:05 AM, 11, 11'],
    ['k K h', 'Asia/Shanghai', '24 0 12'],
    ["yyyy 'o''clock' ''", 'UTC', "2026 o'clock '"],
    ['X XX XXX', 'Asia/Kolkata', '+05 +0530 +05:30'],
    ['XXX', 'UTC', 'Z'],
    ['u w YYYY F W', 'UTC', '7 48 2026 4 4'],
    ['G', 'UTC', 'AD'],
    ['yyyy-MM-dd z Z', 'GMT+8', '2026-11-23 GMT+08:00 +0800'],
    ['yyyy-MM-dd', 'No/Such', '2026-11-22'],
  ])('formatDate %s in %s', (pattern, zone, expected) => {
    expect(formatDate(instant, zone, pattern)).toBe(expected);
    expect(
      addOn(f('return Utilities.formatDate(new Date(a), b, c)')).value('f', instant, zone, pattern),
    ).toBe(expected);
  });

  test('as java.text.SimpleDateFormat of OpenJDK 17 writes them for Locale.US', () => {
    type Vector = [instant: string, zone: string, pattern: string, expected: string];
    const vectors = JSON.parse(readFileSync(join(__dirname, 'java-dates.json'), 'utf8')) as Vector[];
    expect(vectors.length).toBeGreaterThan(450);
    const wrong = vectors.flatMap(([instant, zone, pattern, expected]) => {
      const written = formatDate(Date.parse(instant), zone, pattern);
      return written === expected ? [] : [`${instant} ${zone} ${pattern}: ${written}, not ${expected}`];
    });
    expect(wrong).toEqual([]);
  });

  test.each([
    ["yyyy 'x", 'Unterminated quote'],
    ['XXXX', 'invalid ISO 8601 format: length=4'],
    ['yyyy c', "Illegal pattern character 'c'"],
  ])('formatDate refuses %s', (pattern, sentence) => {
    expect(() => formatDate(0, 'UTC', pattern)).toThrow(sentence);
  });

  test('weeks and week years follow the rules of the United States', () => {
    expect(formatDate(Date.UTC(2026, 11, 27), 'UTC', 'YYYY w')).toBe('2027 1');
    expect(formatDate(Date.UTC(2027, 0, 1), 'UTC', 'YYYY w')).toBe('2027 1');
    expect(formatDate(Date.UTC(2027, 0, 3), 'UTC', 'YYYY w')).toBe('2027 2');
  });

  test('an unknown letter, or no Date, is refused', () => {
    expect(addOn(f('Utilities.formatDate(new Date(), "UTC", "b")')).failure('f')).toBe(
      "Exception: Illegal pattern character 'b'",
    );
    expect(addOn(f('Utilities.formatDate("2026-01-01", "UTC", "yyyy")')).failure('f')).toBe(
      "Exception: The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    );
  });

  test.each([
    ['24:30 2026-01-02', 'UTC', 'kk:mm yyyy-MM-dd', '2026-01-02T00:30:00Z'],
    ['0:30 PM', 'UTC', 'K:mm a', '1970-01-01T12:30:00Z'],
    ['2026 March 5', 'UTC', 'yyyy LLLL d', '2026-03-05T00:00:00Z'],
    ['2026-032', 'UTC', 'yyyy-DDD', '2026-02-01T00:00:00Z'],
    ['2026 AD', 'UTC', 'yyyy G', '2026-01-01T00:00:00Z'],
    ['2026-01-02 5', 'UTC', 'yyyy-MM-dd u', '2026-01-02T00:00:00Z'],
    ['2026-01-02 10:00 PST', 'UTC', 'yyyy-MM-dd HH:mm z', '2026-01-02T18:00:00Z'],
    ['2026-01-02 10:00 GMT+08:00', 'UTC', 'yyyy-MM-dd HH:mm z', '2026-01-02T02:00:00Z'],
    ['2026-07-02 10:00 CEST', 'Europe/Berlin', 'yyyy-MM-dd HH:mm z', '2026-07-02T08:00:00Z'],
    [
      '2026-01-02 10:00 Central European Standard Time',
      'Europe/Berlin',
      'yyyy-MM-dd HH:mm zzzz',
      '2026-01-02T09:00:00Z',
    ],
  ])('parseDate reads %s', (text, zone, pattern, iso) => {
    expect(parseDate(text, zone, pattern)).toBe(Date.parse(iso));
  });

  test('parseDate refuses a zone and an era that are none', () => {
    expect(() => parseDate('10:00 XYZ', 'UTC', 'HH:mm z')).toThrow('Unparseable date');
    expect(() => parseDate('2026 XX', 'UTC', 'yyyy G')).toThrow('Unparseable date');
    expect(parseDate('44 BC', 'UTC', 'yyyy G')).toBeLessThan(parseDate('44 AD', 'UTC', 'yyyy G'));
  });

  test('what formatDate writes, parseDate reads', () => {
    const zones = fc.constantFrom('UTC', 'Asia/Shanghai', 'America/New_York', 'Asia/Kolkata');
    const instants = fc.integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(2100, 0, 1) });
    fc.assert(
      fc.property(instants, zones, (time, zone) => {
        const pattern = 'yyyy-MM-dd HH:mm:ss.SSS Z';
        expect(parseDate(formatDate(time, zone, pattern), zone, pattern)).toBe(time);
      }),
      { seed: 20261122, numRuns: 200 },
    );
    expect(parseDate('3 Feb 2026 4:05 PM', 'UTC', 'd MMM yyyy h:mm a')).toBe(Date.UTC(2026, 1, 3, 16, 5));
    const now = Date.UTC(2026, 10, 22);
    expect(parseDate('26', 'UTC', 'yy', now)).toBe(Date.UTC(2026, 0, 1));
    expect(parseDate('49 Feb Mon', 'UTC', 'yy MMM EEE', now)).toBe(Date.UTC(1949, 1, 1));
    expect(() => parseDate('x', 'UTC', 'yyyy')).toThrow('Unparseable date: "x"');
  });

  test('formatString', () => {
    expect(
      formatString('%s|%5s|%-5s|%05d|%.2f|%+d|%,d|%x|%e|%%', [
        'a',
        'b',
        'c',
        42,
        1.005,
        3,
        1234567,
        255,
        12345,
      ]),
    ).toBe('a|    b|c    |00042|1.00|+3|1,234,567|ff|1.234500e+4|%'.replace('e+4', 'e+04'));
  });

  test('a sleep of 5 minutes at most', () => {
    addOn(f('Utilities.sleep(300000)')).value('f');
    expect(addOn(f('Utilities.sleep(300001)')).failure('f')).toMatch(/^Exception: Invalid argument: /);
  });

  test('digests and base64 give signed bytes', () => {
    const code = f(`return [
      Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'abc').slice(0, 4),
      Utilities.base64Encode('A string here'), Utilities.base64EncodeWebSafe([-1, -2, -3]),
      Utilities.base64Decode('/w=='), Utilities.newBlob(Utilities.base64Decode('w6k=')).getDataAsString(),
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(Utilities.getUuid()),
      Utilities.getUuid() === Utilities.getUuid()]`);
    expect(addOn(code).value('f')).toEqual([
      [-112, 1, 80, -104],
      'QSBzdHJpbmcgaGVyZQ==',
      '__79',
      [-1],
      'é',
      true,
      false,
    ]);
  });
});

describe('wall time', () => {
  test('a serial number and its instant show the same day in every zone', () => {
    const zones = fc.constantFrom(
      'UTC',
      'Asia/Shanghai',
      'America/New_York',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    );
    fc.assert(
      fc.property(fc.integer({ min: 30000, max: 60000 }), zones, (day, zone) => {
        const wall = wallTime(serialToInstant(day + 0.5, zone), zone);
        expect(Date.UTC(wall.year, wall.month - 1, wall.day) / 86400000 + 25569).toBe(day);
        expect(wall.hour).toBe(12);
        expect(instantToSerial(serialToInstant(day + 0.5, zone), zone)).toBe(day + 0.5);
      }),
      // Apia left 30 December 2011 out.
      { seed: 7, numRuns: 300, examples: [] },
    );
  });

  test.each([
    ['2026-03-08T06:59:00Z', 1],
    ['2026-03-08T07:00:00Z', 3],
    ['2026-03-08T23:00:00Z', 19],
    ['2026-11-01T05:30:00Z', 1],
    ['2026-11-01T06:30:00Z', 1],
    ['2026-11-01T07:30:00Z', 2],
  ])('on a day with a clock change: %s is %i o’clock in New York', (text, hour) => {
    expect(wallTime(Date.parse(text), 'America/New_York').hour).toBe(hour);
  });

  test('a time that a clock change skips lands an hour later; one that comes twice is the first', () => {
    const at = (month: number, day: number, hour: number) =>
      Date.UTC(2026, month - 1, day, hour, 30) / 86400000 + 25569;
    expect(new Date(serialToInstant(at(3, 8, 2), 'America/New_York')).toISOString()).toBe(
      '2026-03-08T07:30:00.000Z',
    );
    expect(new Date(serialToInstant(at(11, 1, 1), 'America/New_York')).toISOString()).toBe(
      '2026-11-01T05:30:00.000Z',
    );
  });
});
