/** What HtmlService does to a page on its way to the browser: it takes "comments" out of template literals. */

/** Strings, comments, regular expressions after an operator, and template literals, in that order of trial. */
const TOKEN =
  /'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<=[=(,:[!&|?{};]\s*)\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/|`(?:[^`\\]|\\[\s\S])*`/g;

function withoutComments(literal: string): string {
  return literal.slice(0, -1).replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '') + literal.slice(-1);
}

function servedScript(code: string): string {
  if (!code.includes('`')) return code;
  return code.replace(TOKEN, (token) => (token.startsWith('`') ? withoutComments(token) : token));
}

/**
 * A page as the browser gets it: inside template literals of its scripts, what looks like a comment is gone, so that
 * an address loses all that follows its `//`.
 *
 * @param html Page as the script made it.
 * @example servedHtml('<script>var a = `https://x.y`</script>') // '<script>var a = `https:`</script>'
 */
export function servedHtml(html: string): string {
  return html.replace(
    /(<script\b[^>]*>)([\s\S]*?)(<\/script)/gi,
    (_, start: string, code: string, end: string) => start + servedScript(code) + end,
  );
}
