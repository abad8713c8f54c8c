// biome-ignore-all lint/suspicious/noTemplateCurlyInString: pieces of source text.
/** What the workbench refuses: callers that are not its page, and edits that it cannot carry out. */
import type { StrictRule } from './rule.ts';

function rulesOf(
  file: string,
  test: string,
  rules: readonly Omit<StrictRule, 'file' | 'test'>[],
): StrictRule[] {
  return rules.map((rule) => ({
    ...rule,
    file: `src/local/workbench/${file}`,
    test: `test/local/workbench/${test}.test.ts`,
  }));
}

export const WORKBENCH_RULES: readonly StrictRule[] = [
  ...rulesOf('index.ts', 'server', [
    {
      rule: 'the workbench answers under its own name alone',
      search: 'if (!isOwnHost(request, portOf(server))) throw new HttpError(403',
    },
    {
      rule: 'the workbench takes GET and POST',
      search: "else if (request.method !== 'POST') throw new HttpError(405",
    },
    {
      rule: 'the token of the page',
      search: "throw new HttpError(403, 'The token of the page is missing.')",
    },
  ]),
  ...rulesOf('http.ts', 'server', [
    { rule: 'a body that is no JSON object', search: "throw new HttpError(400, 'The body is not" },
  ]),
  ...rulesOf('state.ts', 'server', [
    {
      rule: 'no workbook before the spreadsheet is ready',
      search: 'if (!this.opened) throw new HttpError(503',
    },
  ]),
  ...rulesOf('routes.ts', 'server', [
    { rule: 'a change that there is not', search: 'if (!change) throw new HttpError(404' },
    { rule: 'a file of a package that is not served', search: 'if (!file) throw new HttpError(404' },
    { rule: 'a page that is not shown', search: 'if (html === undefined) throw new HttpError(404' },
  ]),
  ...rulesOf('edits/translate.ts', 'session', [
    { rule: 'an edit that has no counterpart', search: 'if (!found) throw new UnsupportedEdit' },
  ]),
  ...rulesOf('edits/apply.ts', 'session', [
    { rule: 'an edit that the API refuses', search: 'throw new EditRefused(error?.message' },
  ]),
  ...rulesOf('session.ts', 'session', [
    {
      rule: 'an edit of a state that is past',
      search: "if (message.serverRevisionId !== this.head) return 'stale';",
      replace: '',
    },
  ]),
  ...rulesOf('edits/filters.ts', 'filters', [
    {
      rule: 'a filter by a condition that Google does not have',
      search: 'if (type === undefined) return undefined;\n  const relativeDate',
      replace: 'const relativeDate',
    },
  ]),
];
