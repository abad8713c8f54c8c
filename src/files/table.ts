/** Text cells of one sheet of a file, as a person would read them; a CSV file has one. */
export type TextTable = { readonly name: string; readonly rows: readonly (readonly string[])[] };
