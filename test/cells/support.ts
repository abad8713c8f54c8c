/** The built functions for cells, in a context that has JavaScript's own globals and, on demand, two fake services. */
import vm from 'node:vm';
import { builtFiles } from '../start/built.ts';

export type CellFunctions = Record<string, (...args: unknown[]) => unknown>;

/** What the fake services were asked. */
export type Asked = { zone: number; locale: number; clock: number };

const formats = new Map<string, Intl.DateTimeFormat>();

/** The clock of a zone at an instant, as `Utilities.formatDate` writes it. */
export function clockOf(instant: number, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    const two = '2-digit';
    format = new Intl.DateTimeFormat('en-CA', {
      ...{ timeZone, hourCycle: 'h23', era: 'short' },
      ...{ year: 'numeric', month: two, day: two, hour: two, minute: two, second: two },
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const year = String(parts.year).padStart(4, '0');
  return `${year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}`;
}

function services(timeZone: string, locale: string, asked: Asked): object {
  const spreadsheet = {
    getSpreadsheetTimeZone: () => {
      asked.zone += 1;
      return timeZone;
    },
    getSpreadsheetLocale: () => {
      asked.locale += 1;
      return locale;
    },
  };
  return {
    SpreadsheetApp: { getActiveSpreadsheet: () => spreadsheet },
    Utilities: {
      formatDate: (date: Date, zone: string, pattern: string) => {
        if (pattern !== "yyyy-MM-dd'T'HH:mm:ss") throw new Error(`The fake knows no ${pattern}.`);
        asked.clock += 1;
        return clockOf(date.getTime(), zone);
      },
    },
  };
}

function load(globals: object): CellFunctions {
  const context = vm.createContext(globals);
  const files = builtFiles();
  for (const name of ['content-kpi.js', 'functions.js']) vm.runInContext(files[name] ?? '', context);
  return context as CellFunctions;
}

/** The functions with nothing but JavaScript. */
export const bare = (): CellFunctions => load({});

/** The functions in a spreadsheet of a zone and a locale. */
export function inSpreadsheet(timeZone: string, locale = 'en_US'): CellFunctions & { asked: Asked } {
  const asked: Asked = { zone: 0, locale: 0, clock: 0 };
  return Object.assign(load(services(timeZone, locale, asked)), { asked });
}

/** A result as plain data of this realm. */
export const plain = (result: unknown): unknown => JSON.parse(JSON.stringify(result));

/** A column of cells. */
export const column = (...cells: unknown[]): unknown[][] => cells.map((cell) => [cell]);

/** Numbers of a result within a tolerance of the expected ones, text and blanks exactly. */
export function expectCells(result: unknown, expected: unknown, tolerance = 1e-9): void {
  const [found, wanted] = [[plain(result)].flat(2), [expected].flat(2)];
  expect(found).toHaveLength(wanted.length);
  wanted.forEach((cell, i) => {
    const other = found[i];
    if (typeof cell !== 'number' || typeof other !== 'number') expect(other).toBe(cell);
    else if (Math.abs(cell - other) > tolerance * Math.max(1, Math.abs(cell))) expect(other).toBe(cell);
  });
}

/** The sentence with which a call ends. */
export function sentenceOf(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('The call gave a result.');
}
