/**
 * Letters of a column in A1 form.
 * @param index Place of the column, from 0.
 * @returns `A` for 0, `Z` for 25, `AA` for 26.
 * @example columnLetters(702) //=> 'AAA'
 */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/**
 * A text as it stands within a formula.
 * @param text Any text.
 * @returns The text in quotation marks, its own ones doubled.
 * @example quoted('Say "hi"') //=> '"Say ""hi"""'
 */
export function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}
