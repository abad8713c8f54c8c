/** Reads what Sheets shows of a custom function from its source: name, description, and each parameter's text. */

export type CustomFunctionHelp = {
  name: string;
  description: string;
  parameters: { name: string; text: string }[];
};

const DECLARATION =
  /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:async\s+)?function\s*\*?\s*([A-Za-z_$][\w$]*)\s*\(([^)]*)\)/g;

function plainLines(comment: string): string[] {
  return comment.split(/\r?\n/).map((line) => line.replace(/^\s*\*? ?/, '').trimEnd());
}

type Tag = { name: string; text: string };

function parseComment(comment: string): { description: string; tags: Tag[] } {
  const description: string[] = [];
  const tags: Tag[] = [];
  for (const line of plainLines(comment)) {
    const start = /^\s*@(\w+)\s*(.*)$/.exec(line);
    const last = tags.at(-1);
    if (start) tags.push({ name: start[1] ?? '', text: start[2] ?? '' });
    else if (last) last.text += ` ${line.trim()}`;
    else description.push(line.trim());
  }
  return {
    description: description.join(' ').replace(/\s+/g, ' ').trim(),
    tags: tags.map((tag) => ({ name: tag.name, text: tag.text.replace(/\s+/g, ' ').trim() })),
  };
}

function parameterTexts(tags: readonly Tag[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const tag of tags) {
    if (tag.name !== 'param') continue;
    const match = /^(?:\{[^}]*\}\s*)?\[?([\w$]+)[^\s\]]*\]?\s*(?:-\s*)?(.*)$/.exec(tag.text);
    if (match) texts.set(match[1] ?? '', match[2] ?? '');
  }
  return texts;
}

/**
 * Lists the custom functions of a source file: top-level declarations with a `@customfunction` comment.
 *
 * @param source text of a script file
 * @returns in order of appearance; a parameter without a `@param` has an empty text
 * @example readCustomFunctions('/** Doubles. @customfunction *\/ function TWICE(x) {}')[0].name // 'TWICE'
 */
export function readCustomFunctions(source: string): CustomFunctionHelp[] {
  const found: CustomFunctionHelp[] = [];
  for (const [, comment = '', name = '', list = ''] of source.matchAll(DECLARATION)) {
    if (!/@customfunction\b/i.test(comment)) continue;
    const { description, tags } = parseComment(comment.replace(/\s(@customfunction)\b/gi, '\n$1'));
    const texts = parameterTexts(tags);
    const names = list
      .split(',')
      .map((part) => part.replace(/=.*/s, '').trim())
      .filter((part) => part !== '');
    found.push({
      name,
      description,
      parameters: names.map((parameter) => ({ name: parameter, text: texts.get(parameter) ?? '' })),
    });
  }
  return found;
}
