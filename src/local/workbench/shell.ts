/** The HTML that the browser gets: the page's frame, and the notice of what others made. */
import { LIBRARIES, versionOf } from './assets.ts';
import type { Boot } from './messages.ts';

/** Owl compiles its templates in the browser, which needs `unsafe-eval`; everything comes from this host. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const STYLES = [
  'bootstrap/dist/css/bootstrap.min.css',
  'font-awesome/css/font-awesome.min.css',
  '@odoo/o-spreadsheet/dist/o_spreadsheet.css',
];
const SCRIPTS = [
  '@odoo/owl/dist/owl.iife.min.js',
  'chart.js/dist/chart.umd.min.js',
  'luxon/build/global/luxon.min.js',
  'chartjs-adapter-luxon/dist/chartjs-adapter-luxon.umd.min.js',
  '@odoo/o-spreadsheet/dist/o_spreadsheet.min.iife.js',
];

/** A text as HTML shows it, in elements and in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The page of the workbench; what it needs to start stands in it as JSON. */
export function pageHtml(boot: Boot): string {
  const json = JSON.stringify(boot).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="${boot.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(boot.title)}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${STYLES.map((path) => `<link rel="stylesheet" href="/library/${path}">`).join('\n')}
<link rel="stylesheet" href="/page.css">
<script type="application/json" id="boot">${json}</script>
${['/page.js', ...SCRIPTS.map((path) => `/library/${path}`)]
  .map((path) => `<script defer src="${path}"></script>`)
  .join('\n')}
</head>
<body></body>
</html>
`;
}

/** Names every library, its version and licence, with links to the licence texts. */
export function noticeHtml(): string {
  const rows = LIBRARIES.map(({ name, licence, licenceFile }) => {
    const text = licenceFile
      ? `<a href="/licences/${escapeHtml(name)}">${escapeHtml(licence)}</a>`
      : escapeHtml(licence);
    return `<tr><td>${escapeHtml(name)}</td><td>${escapeHtml(versionOf(name))}</td><td>${text}</td></tr>`;
  }).join('\n');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Licences</title><link rel="stylesheet" href="/page.css"></head>
<body class="notice">
<h1>Licences</h1>
<p>The workbench shows spreadsheets with these libraries, served unchanged from their packages under /library/.
They are not part of the add-on. <code>@odoo/o-spreadsheet</code> bundles rbush (MIT).</p>
<table><thead><tr><th>Package</th><th>Version</th><th>Licence</th></tr></thead><tbody>
${rows}
</tbody></table>
</body>
</html>
`;
}

/** A green sheet with a grid. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M6 2h14l6 6v20a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2z" fill="#188038"/><path d="M20 2l6 6h-6z" fill="#0d652d"/><path d="M9 14h14v11H9zm0 3.7h14M9 21.3h14M14 14v11" fill="none" stroke="#fff" stroke-width="1.8"/></svg>`;
