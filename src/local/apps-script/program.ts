/** The built add-on as Apps Script holds it: manifest, script files in order, HTML files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import vm from 'node:vm';
import { type CustomFunctionHelp, readCustomFunctions } from './jsdoc.ts';
import { checkSyntax } from './syntax.ts';

export type Manifest = {
  timeZone: string;
  oauthScopes: string[];
  /** Names under which advanced services appear, such as `Sheets`. */
  advancedServices: string[];
};

export type Program = {
  manifest: Manifest;
  scripts: { file: string; text: string; compiled: vm.Script }[];
  /** Content by name without `.html`. */
  html: Map<string, string>;
  customFunctions: CustomFunctionHelp[];
};

type Script = Program['scripts'][number] & { help: CustomFunctionHelp[] };

/** Scripts by name and text: tests make many machines of one add-on, and checking a bundle takes a third of a second. */
const known = new Map<string, Script>();
const MOST_KNOWN = 50;

function loadScript(file: string, text: string): Script {
  const key = `${file}\n${text}`;
  let script = known.get(key);
  if (!script) {
    checkSyntax(file, text);
    script = {
      file,
      text,
      compiled: new vm.Script(text, { filename: file }),
      help: readCustomFunctions(text),
    };
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, script);
  }
  return script;
}

function readFolder(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(js|gs|html|json)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    files[relative(folder, path).replaceAll('\\', '/')] = readFileSync(path, 'utf8');
  }
  return files;
}

function readManifest(text: string | undefined): Manifest {
  if (text === undefined) throw new Error('The add-on has no appsscript.json.');
  const raw = JSON.parse(text) as {
    timeZone?: string;
    oauthScopes?: string[];
    runtimeVersion?: string;
    dependencies?: { enabledAdvancedServices?: { userSymbol: string; serviceId: string }[] };
  };
  if (raw.runtimeVersion !== 'V8') throw new Error('appsscript.json: runtimeVersion is not "V8".');
  return {
    timeZone: raw.timeZone ?? 'America/New_York',
    oauthScopes: raw.oauthScopes ?? [],
    advancedServices: (raw.dependencies?.enabledAdvancedServices ?? [])
      .filter((service) => service.serviceId === 'sheets')
      .map((service) => service.userSymbol),
  };
}

/**
 * Loads an add-on: from its folder, or from files given by name.
 *
 * Scripts run in the order in which clasp pushes them, which is by path. Files that only a push ignores
 * (`.claspignore` and the like) do not count.
 *
 * @throws SyntaxError for a script that Apps Script could not parse; Error for a missing or wrong manifest
 * @example loadProgram({ 'appsscript.json': '{"runtimeVersion":"V8"}', 'Code.js': 'function f() {}' })
 */
export function loadProgram(source: string | Record<string, string>): Program {
  const files = typeof source === 'string' ? readFolder(source) : source;
  const names = Object.keys(files).sort();
  const scripts: Program['scripts'] = [];
  const html = new Map<string, string>();
  const customFunctions: CustomFunctionHelp[] = [];
  for (const name of names) {
    const text = files[name] ?? '';
    if (name.endsWith('.html')) html.set(name.slice(0, -'.html'.length), text);
    if (!/\.(js|gs)$/.test(name)) continue;
    const script = loadScript(name, text);
    scripts.push(script);
    customFunctions.push(...script.help);
  }
  return { manifest: readManifest(files['appsscript.json']), scripts, html, customFunctions };
}
