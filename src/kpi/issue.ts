/** Where an issue was found: the sheet as people see its title, and the cell in A1 form where there is one. */
export type Place = { readonly sheet: string; readonly cell?: string };

/**
 * Something that a person should know, as plain data. The sentence for `code` stands in `src/text`, once per
 * language; `values` fills its placeholders.
 */
export type Issue = {
  readonly code: string;
  readonly at?: Place;
  readonly found?: string;
  readonly expected?: string;
  readonly values?: Readonly<Record<string, string | number>>;
};

/** What a cell of a sheet can hand over: number (dates are serial numbers), text, boolean, or nothing. */
export type Cell = string | number | boolean | null;
