/** A page of the add-on as HtmlService serves it: with `google.script` before its own scripts. */

/** The policy under which it runs: an origin of its own, scripts and styles of its own. */
export const ADDON_POLICY = 'sandbox allow-scripts allow-forms allow-modals allow-popups allow-downloads';

/** Puts the client of `google.script` first in the head, or before everything where there is no head. */
export function withGoogleScript(html: string, client: string): string {
  const script = `<script>${client.replaceAll('</script', '<\\/script')}</script>`;
  const base = '<base target="_top">';
  const head = /<head(?:\s[^>]*)?>/i.exec(html);
  if (!head)
    return /^\s*<!doctype/i.test(html)
      ? html.replace(/^\s*<!doctype[^>]*>/i, (type) => type + script)
      : script + html;
  const at = head.index + head[0].length;
  return html.slice(0, at) + (/<base\b/i.test(html) ? '' : base) + script + html.slice(at);
}
