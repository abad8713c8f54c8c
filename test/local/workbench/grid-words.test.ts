import { readFileSync } from 'node:fs';
import { gridWords } from '../../../src/local/workbench/page/grid-words.ts';

const templates = readFileSync('node_modules/@odoo/o-spreadsheet/dist/o_spreadsheet.xml', 'utf8');

/** The library's templates that the workbench can show; charts, pivots and tables cannot be made in it. */
const SHOWN = [
  ...[
    'FilterMenu',
    'FilterMenuValueList',
    'FilterMenuValueItem',
    'ErrorToolTip',
    'LinkDisplay',
    'LinkEditor',
  ],
  ...['FindAndReplacePanel', 'SplitIntoColumnsPanel', 'RemoveDuplicatesPanel', 'ColumnStatsPanel'],
  ...['MoreFormatsPanel', 'CustomCurrencySection', 'BorderEditor', 'ColorPicker', 'SelectionInput'],
];

/** What a template says: its texts and the attributes that are translated. */
function textsOf(name: string): string[] {
  const start = templates.indexOf(`<t t-name="o-spreadsheet-${name}">`);
  expect(start).toBeGreaterThan(0);
  const end = templates.indexOf('<t t-name=', start + 1);
  const body = templates.slice(start, end).replace(/<!--[\s\S]*?-->/g, '');
  const texts = [...body.matchAll(/>([^<>]*[A-Za-z]{2}[^<>]*)</g)];
  const attributes = [...body.matchAll(/\s(?:\w+\.translate|(?:title|placeholder|label|alt))="([^"]*)"/g)];
  const found = [...texts, ...attributes].map(([, text]) => text!.trim().replaceAll('&amp;', '&'));
  // Attributes of components are expressions.
  return found.filter((text) => /[A-Za-z]{2}/.test(text) && !/^[a-z]\w*(?:[.(]|[A-Z]|$)/.test(text));
}

test.each(SHOWN)('every text of %s has its Chinese', (name) => {
  expect(textsOf(name).filter((text) => !(text in gridWords))).toEqual([]);
});

test('a filled text keeps its places', () => {
  const places = (text: string) => (text.match(/%s|%\(\w+\)s|\[\[FUNCTION_NAME\]\]/g) ?? []).sort();
  for (const [english, chinese] of Object.entries(gridWords))
    expect(places(chinese)).toEqual(places(english));
});
