// People and KPIs are typed in several sheets, and not always alike.
const BETWEEN = /[,，;；、\n]/;

/**
 * A name as it is compared: letter case, outer spaces and full-width forms make no other one.
 * @example foldName(' Ａna ') //=> 'ana'
 */
export function foldName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

/** Two names or addresses that people would say are the same. */
export function isSame(a: string, b: string): boolean {
  return foldName(a) === foldName(b);
}

/**
 * The names in a cell that may hold several.
 * @example namesIn('Ana, Bo') //=> ['Ana', 'Bo']
 */
export function namesIn(text: string): string[] {
  return text
    .split(BETWEEN)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/**
 * Whether a cell that may hold several names names somebody; a name with a comma in it is one, too.
 * @example isNamed('Ana, Bo', 'bo') //=> true
 */
export function isNamed(text: string, name: string): boolean {
  return name !== '' && [text, ...namesIn(text)].some((each) => isSame(each, name));
}
