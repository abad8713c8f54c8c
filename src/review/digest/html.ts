import { type Letter, type LetterSection, oneLine } from './letter.ts';

const CHARACTERS = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Mail has no sandbox: nothing from outside becomes an element or an attribute. */
function escaped(text: string): string {
  return Array.from(oneLine(text), (character) => CHARACTERS.get(character) ?? character).join('');
}

// Styles stand in each element, since mail programs drop style sheets.
const FONT = "font-family:Arial,'PingFang SC','Microsoft YaHei',sans-serif;";
const CELL = `${FONT}font-size:13px;line-height:1.4;padding:6px 10px 6px 0;border-bottom:1px #d5d9de solid;text-align:left;vertical-align:top;`;
const HEAD = `${CELL}color:#5b6066;font-weight:normal;`;
const LINE = `${FONT}font-size:14px;line-height:1.5;color:#202124;margin:0 0 8px;`;

function element(name: string, style: string, content: string): string {
  return `<${name} style="${style}">${content}</${name}>`;
}

function row(name: 'th' | 'td', style: string, cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => element(name, style, escaped(cell))).join('')}</tr>`;
}

function sectionHtml({ title, columns, rows }: LetterSection): string {
  const head = row('th', HEAD, columns);
  const body = rows.map((cells) => row('td', CELL, cells)).join('');
  const table = `<table cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;width:100%;">${head}${body}</table>`;
  return element('h3', `${FONT}font-size:15px;margin:20px 0 6px;color:#202124;`, escaped(title)) + table;
}

function linkHtml({ text, url }: NonNullable<Letter['link']>): string {
  // Only ever an address of ours; anything else is shown and leads nowhere.
  if (!/^https:\/\//.test(url)) return element('p', LINE, escaped(`${text} ${url}`));
  return element(
    'p',
    `${LINE}margin-top:20px;`,
    `<a href="${escaped(url)}" style="color:#1967d2;">${escaped(text)}</a>`,
  );
}

/**
 * A letter as an HTML mail: tables and styles within the elements, no pictures, all text escaped.
 * @param letter What is said.
 */
export function htmlOf(letter: Letter): string {
  const parts = [
    element('h2', `${FONT}font-size:18px;margin:0 0 12px;color:#202124;`, escaped(letter.title)),
    ...letter.sentences.map((sentence) => element('p', LINE, escaped(sentence))),
    ...letter.sections.map(sectionHtml),
    ...(letter.link === undefined ? [] : [linkHtml(letter.link)]),
    element('p', `${FONT}font-size:12px;color:#5b6066;margin:20px 0 0;`, escaped(letter.footer)),
  ];
  return element('div', 'max-width:640px;', parts.join(''));
}
