// Just enough XML for the parts of a workbook, which programs write and no person edits. Namespace prefixes differ
// between writers (`<row>`, `<x:row>`), so every pattern allows one.

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const SECTION = '<![CDATA[';

/** Text in which CDATA sections are ordinary text. */
function withoutSections(text: string): string {
  const [before = '', ...sections] = text.split(SECTION);
  const plain = sections.map((section) => {
    const end = section.indexOf(']]>');
    return end < 0
      ? SECTION + section
      : section.slice(0, end).replace(/&/g, '&amp;') + section.slice(end + 3);
  });
  return [before, ...plain].join('');
}

/** Text of an element or attribute with its references resolved, among them Excel's own `_x000D_`. */
export function decodeXml(text: string): string {
  if (!text.includes('&') && !text.includes('_x') && !text.includes('<![')) return text;
  return withoutSections(text)
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
      if (name) return NAMED[name] ?? whole;
      const point = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    })
    .replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** An attribute of a start tag's inside, such as ` r="A1" s="2"`; undefined when it has none of this name. */
export function attribute(inside: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(inside);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : decodeXml(value);
}

type See = (name: string, tag: string, content: string, start: number, end: number) => void;

/**
 * Goes through the elements of some names, in time that grows with the text alone, whatever is in it: an end tag that is
 * missing once is not looked for again.
 * @param names Joined by `|`.
 * @param see Gets the name, the inside of the start tag, the content (empty where it closes itself), and where it begins
 *   and ends.
 * @param opens A name of which only start tags count, since elements of the other names are within.
 */
export function eachElement(xml: string, names: string, see: See, opens = ''): void {
  const starts = new RegExp(`<(?:\\w+:)?(${names})(?=[\\s/>])`, 'g');
  const ends = new Map<string, RegExp | null>();
  for (let found = starts.exec(xml); found !== null; found = starts.exec(xml)) {
    const name = found[1] ?? '';
    const inside = starts.lastIndex;
    const after = xml.indexOf('>', inside) + 1;
    if (after === 0) return;
    starts.lastIndex = after;
    const closes = xml[after - 2] === '/';
    if (name === opens || closes) {
      see(name, xml.slice(inside, after - (closes ? 2 : 1)), '', found.index, after);
      continue;
    }
    if (!ends.has(name)) ends.set(name, new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g'));
    const end = ends.get(name);
    if (end === null || end === undefined) continue;
    end.lastIndex = after;
    const close = end.exec(xml);
    if (close === null) {
      ends.set(name, null);
      continue;
    }
    starts.lastIndex = end.lastIndex;
    see(name, xml.slice(inside, after - 1), xml.slice(after, close.index), found.index, end.lastIndex);
  }
}

/** Every element of a name: the inside of its start tag and its content (empty where it closes itself). */
export function elements(xml: string, name: string): { readonly tag: string; readonly content: string }[] {
  const found: { tag: string; content: string }[] = [];
  eachElement(xml, name, (_, tag, content) => found.push({ tag, content }));
  return found;
}

/** Text without the elements of a name. */
function without(xml: string, name: string): string {
  const parts: string[] = [];
  let from = 0;
  eachElement(xml, name, (_, _tag, _content, start, end) => {
    parts.push(xml.slice(from, start));
    from = end;
  });
  return parts.length === 0 ? xml : parts.join('') + xml.slice(from);
}

/** Text of a string item: its runs joined, without the reading aids of Japanese and Chinese. */
export function richText(xml: string): string {
  const texts = elements(without(xml, 'rPh'), 't').map(({ content }) => content);
  return decodeXml(texts.join(''));
}
