// Just enough XML for the parts of a workbook, which programs write and no person edits. Namespace prefixes differ
// between writers (`<row>`, `<x:row>`), so every pattern allows one.

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text of an element or attribute with its references resolved, among them Excel's own `_x000D_`. */
export function decodeXml(text: string): string {
  if (!text.includes('&') && !text.includes('_x') && !text.includes('<![')) return text;
  return text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, inner: string) => inner.replace(/&/g, '&amp;'))
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
      if (name) return NAMED[name] ?? whole;
      const point = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    })
    .replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** An attribute of a start tag's inside, such as `r="A1" s="2"`; undefined when it has none of this name. */
export function attribute(inside: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(inside);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : decodeXml(value);
}

/** Every element of a name: the inside of its start tag and its content (empty where it closes itself). */
export function elements(xml: string, name: string): { readonly tag: string; readonly content: string }[] {
  const pattern = new RegExp(
    `<(?:\\w+:)?${name}(?=[\\s/>])([^>]*?)(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}\\s*>)`,
    'g',
  );
  return Array.from(xml.matchAll(pattern), (match) => ({ tag: match[1] ?? '', content: match[2] ?? '' }));
}

const PHONETIC = /<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh\s*>/g;
const TEXT = /<(?:\w+:)?t(?=[\s/>])[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?t\s*>)/g;

/** Text of a string item: its runs joined, without the reading aids of Japanese and Chinese. */
export function richText(xml: string): string {
  let text = '';
  for (const match of xml.replace(PHONETIC, '').matchAll(TEXT)) text += match[1] ?? '';
  return decodeXml(text);
}
