/** `HtmlService`: pages for the sidebar and dialogs, and templates with scriptlets. */
import type { Execution } from '../execution.ts';
import { enumeration, mismatch, ScriptError, ServiceObject } from '../service.ts';
import type { Html } from '../types.ts';
import { blobBytes, createBlob } from './blob.ts';

const SandboxMode = enumeration('SandboxMode', ['EMULATED', 'IFRAME', 'NATIVE']);
const XFrameOptionsMode = enumeration('XFrameOptionsMode', ['ALLOWALL', 'DEFAULT']);

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const pages = new WeakMap<ServiceObject, Html>();

/** The page behind an `HtmlOutput` that a script handed to the user interface. */
export function htmlOf(value: unknown): Html | undefined {
  return value instanceof ServiceObject ? pages.get(value) : undefined;
}

/** A text, or the text of a blob. */
function textOf(method: string, value: unknown): string {
  const text = typeof value === 'string' ? value : blobBytes(value)?.toString('utf8');
  if (text === undefined) throw mismatch(`HtmlService.${method}`, [value]);
  return text;
}

function createOutput(execution: Execution, content: string): ServiceObject {
  const page: Html = { title: '', html: content };
  let faviconUrl: string | null = null;
  const metaTags: { name: string; content: string }[] = [];
  const chain = (change: (...args: unknown[]) => void) => {
    return (...args: unknown[]) => {
      change(...args);
      return output;
    };
  };
  const output: ServiceObject = new ServiceObject('HtmlOutput', {
    getContent: () => page.html,
    setContent: chain((text) => {
      page.html = String(text);
    }),
    append: chain((text) => {
      page.html += String(text);
    }),
    appendUntrusted: chain((text) => {
      page.html += escapeHtml(String(text));
    }),
    clear: chain(() => {
      page.html = '';
    }),
    asTemplate: () => createTemplate(execution, page.html),
    getBlob: () => createBlob(page.html, 'text/html', null),
    getFaviconUrl: () => faviconUrl,
    setFaviconUrl: chain((url) => {
      faviconUrl = String(url);
    }),
    // Both are about pages of a web app; the frame of a sidebar stays as it is.
    setSandboxMode: chain(() => undefined),
    setXFrameOptionsMode: chain(() => undefined),
    getTitle: () => page.title,
    setTitle: chain((title) => {
      page.title = String(title);
    }),
    getWidth: () => page.width ?? null,
    setWidth: chain((width) => {
      page.width = Number(width);
    }),
    getHeight: () => page.height ?? null,
    setHeight: chain((height) => {
      page.height = Number(height);
    }),
    addMetaTag: chain((name, text) => {
      metaTags.push({ name: String(name), content: String(text) });
    }),
    getMetaTags: () =>
      metaTags.map(
        (tag) =>
          new ServiceObject('HtmlOutputMetaTag', { getName: () => tag.name, getContent: () => tag.content }),
      ),
  });
  pages.set(output, page);
  return output;
}

const SCRIPTLET = /<\?(!=|=)?([\s\S]*?)\?>/g;

/** JavaScript that writes the page: text as it is, `<?= ?>` escaped by `__escape`, `<?!= ?>` not. */
function templateCode(template: string): string {
  let code = "var _ = ''; var output = { append: function (s) { _ += s; } };\n";
  let from = 0;
  for (const match of template.matchAll(SCRIPTLET)) {
    const [whole, kind, inside = ''] = match;
    code += `_ += ${JSON.stringify(template.slice(from, match.index))};\n`;
    if (kind === '=') code += `_ += __escape(${inside});\n`;
    else if (kind === '!=') code += `_ += (${inside});\n`;
    else code += `${inside}\n`;
    from = match.index + whole.length;
  }
  return `${code}_ += ${JSON.stringify(template.slice(from))};\nreturn _;`;
}

function createTemplate(execution: Execution, content: string): ServiceObject {
  return new ServiceObject('HtmlTemplate', {
    // The realm hands over what the script put on the template as properties.
    evaluate: (variables) =>
      createOutput(execution, execution.realm.render(templateCode(content), variables as object)),
    getRawContent: () => content,
    getCode: () => templateCode(content),
    getCodeWithComments: () => templateCode(content),
  });
}

/** `HtmlService` of one execution. A file that the program lacks is an error in the script, in Google's words. */
export function createHtmlService(execution: Execution): ServiceObject {
  const file = (name: unknown): string => {
    const content = execution.host.program.html.get(String(name).replace(/\.html$/, ''));
    if (content === undefined) throw new ScriptError(`No HTML file named ${String(name)} was found.`);
    return content;
  };
  return new ServiceObject('HtmlService', {
    SandboxMode,
    XFrameOptionsMode,
    getUserAgent: () => null,
    createHtmlOutput: (...args) => {
      return createOutput(execution, args.length === 0 ? '' : textOf('createHtmlOutput', args[0]));
    },
    createHtmlOutputFromFile: (name) => createOutput(execution, file(name)),
    createTemplate: (content) => createTemplate(execution, textOf('createTemplate', content)),
    createTemplateFromFile: (name) => createTemplate(execution, file(name)),
  });
}
