/** Text cells of one sheet of a file, as a person would read them; a CSV file has one. */
export type TextTable = {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** The last line of a text file has no line end: exports that were cut off look so, and some whole ones do. */
  readonly unfinished?: true | undefined;
  /** Semicolons part its cells: programs write so where the comma is a decimal mark. */
  readonly semicolons?: true | undefined;
  /** These are only its first rows, which say nothing of how it ends. */
  readonly sampled?: true | undefined;
};
