/** A strict rule of the local host, and how it is switched off for once. */
export type StrictRule = {
  /** What the host insists on. */
  rule: string;
  /** Source file that enforces it, and a piece of it that is there exactly once. */
  file: string;
  search: string;
  /** What stands there when the rule is off; where it is missing, what is thrown no longer is. */
  replace?: string;
  /** Test file that has to go red, and where the whole would take too long or never end, the names of its tests. */
  test: string;
  only?: string;
};

/** The piece without the rule. */
export function withoutRule({ search, replace }: StrictRule): string {
  return replace ?? search.replace('throw ', 'void ');
}

/** Rules of one file of the Sheets API that throw, from their names to the pieces that throw. */
export function refused(file: string, test: string, rules: Readonly<Record<string, string>>): StrictRule[] {
  return Object.entries(rules).map(([rule, search]) => ({
    rule,
    file: `src/local/sheets-api/${file}`,
    search,
    test: `test/local/sheets-api/${test}.test.ts`,
  }));
}
