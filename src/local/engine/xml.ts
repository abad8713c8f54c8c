/** Text inside XML. */

/** Everything that XML 1.0 cannot hold: control characters, lone surrogates, two non-characters. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text without the characters that XML forbids. */
export function xmlSafe(text: string): string {
  return text.replace(FORBIDDEN, '');
}

/** Text as it stands between tags or in an attribute. */
export function escapeXml(text: string): string {
  return xmlSafe(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** XML without comments and without blanks between tags. */
export function tidyXml(xml: string): string {
  return xml.replace(/<!--.*?-->/gs, '').replace(/>\s+</g, '><');
}

/** Puts XML before the first of the given tags that occurs. */
export function insertBefore(xml: string, tags: readonly string[], addition: string): string {
  const places = tags.map((tag) => xml.indexOf(tag)).filter((place) => place >= 0);
  const place = Math.min(...places);
  return xml.slice(0, place) + addition + xml.slice(place);
}
