/** A mail's HTML as a mail program shows it: no script runs, nothing is fetched. */
import { escapeHtml } from '../shell.ts';

/** The policy of the frame: styles and pictures within the mail alone. */
export const MAIL_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The mail's body as a page; a text body is shown as text. */
export function mailPage(html: string, text: string): string {
  const body = html || `<pre style="font:inherit;white-space:pre-wrap">${escapeHtml(text)}</pre>`;
  const style = 'body{margin:12px;font:14px/1.5 sans-serif;overflow-wrap:anywhere}';
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>${body}`;
}
