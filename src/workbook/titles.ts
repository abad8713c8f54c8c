/**
 * A title that no other tab has.
 * @param title Title as wished.
 * @param taken Titles of all tabs.
 * @returns The title, or the title with the first free number from 2.
 * @example freeTitle('Content', new Set(['Content'])) //=> 'Content 2'
 */
export function freeTitle(title: string, taken: ReadonlySet<string>): string {
  if (!taken.has(title)) return title;
  let number = 2;
  while (taken.has(`${title} ${number}`)) number++;
  return `${title} ${number}`;
}
