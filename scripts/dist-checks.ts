import { readdirSync, readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { BUDGET } from './budget.ts';

/** Ways to reach other documents or the network, which this add-on never takes. */
const FORBIDDEN = ['openById', 'openByUrl', 'DriveApp', 'UrlFetchApp', 'DocumentApp', 'GmailApp'];

/**
 * What Apps Script's runtime does not have; its use as a call, a constructor or an object is a fault. A member of
 * that name of something else (`tables.performance`) is none.
 */
const MISSING =
  /(?<![.\w$`'"])(?:(?:setTimeout|setInterval|queueMicrotask|structuredClone|fetch|atob|btoa)\s*\(|new\s+(?:URL|URLSearchParams|TextEncoder|TextDecoder|Worker|Blob)\b|(?:crypto|performance|process|window|document)\.)/g;

/** Syntax that its parser refuses; `#gid=${id}` is part of an address. */
const SYNTAX = /(?<=^|[\s.{};])#[A-Za-z_]\w*\s*[=(;.](?!\$\{)|(?<=^|[{};]\s*)static\s+[\w$]+\s*=/gm;

const SERVICES = [
  'SpreadsheetApp',
  'Sheets',
  'PropertiesService',
  'LockService',
  'CacheService',
  'ScriptApp',
  'Session',
  'Utilities',
  'HtmlService',
  'MailApp',
  'Logger',
];

/** Neither comments nor the names of modules, such as `"src/imports/plan-performance.ts"(){`. */
function withoutComments(source: string): string {
  return source
    .replace(/"[\w./@-]+\.[cm]?[jt]s"\(\)\s*\{/g, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** Loads the scripts in a context that has JavaScript's own globals and services that must not be touched. */
function loadFaults(scripts: readonly string[]): string[] {
  const touched: string[] = [];
  const trap = (name: string): object =>
    new Proxy(
      {},
      {
        get(_, member) {
          touched.push(`loading the scripts calls ${name}.${String(member)}`);
          return undefined;
        },
      },
    );
  const context = createContext(Object.fromEntries(SERVICES.map((name) => [name, trap(name)])));
  try {
    for (const script of scripts) runInContext(script, context);
  } catch (error) {
    return [`loading the scripts fails: ${(error as Error).message}`];
  }
  return touched;
}

function staleFiles(made: ReadonlyMap<string, string>): string[] {
  const names = new Set([...made.keys(), ...readdirSync('dist')]);
  return [...names].flatMap((name) => {
    const wanted = made.get(name);
    if (wanted === undefined) return [`dist/${name} is not made by the build`];
    try {
      if (readFileSync(`dist/${name}`, 'utf8') === wanted) return [];
    } catch {
      return [`dist/${name} is missing: run "npm run build"`];
    }
    return [`dist/${name} is not what the source builds: run "npm run build"`];
  });
}

function pageFaults(name: string, made: ReadonlyMap<string, string>, budget: number): string[] {
  const size = gzipSync(made.get(name) ?? '').length;
  return size > budget ? [`${name} has ${size} bytes after gzip; the budget is ${budget}`] : [];
}

function sizeFaults(made: ReadonlyMap<string, string>): string[] {
  const bundle = Buffer.byteLength(made.get('content-kpi.js') ?? '');
  return [
    ...(bundle > BUDGET.bundle ? [`content-kpi.js has ${bundle} bytes; the budget is ${BUDGET.bundle}`] : []),
    ...pageFaults('sidebar.html', made, BUDGET.sidebarGzip),
    ...pageFaults('picture.html', made, BUDGET.pictureGzip),
  ];
}

/**
 * What is wrong with scripts that Apps Script is to run.
 * @param scripts Sources by file name.
 */
export function scriptFaults(scripts: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  for (const [name, source] of scripts) {
    const code = withoutComments(source);
    for (const word of FORBIDDEN) if (code.includes(word)) faults.push(`${name} holds ${word}`);
    for (const [found] of code.matchAll(MISSING))
      faults.push(`${name} uses ${found.trim()}, which the runtime lacks`);
    for (const [found] of code.matchAll(SYNTAX))
      faults.push(`${name} has ${found.trim()}, which the runtime refuses`);
  }
  return [...faults, ...loadFaults([...scripts.values()])];
}

/**
 * Everything that `npm run check` holds against `dist`.
 * @param made What the source builds.
 */
export function distFaults(made: ReadonlyMap<string, string>): string[] {
  const scripts = new Map([...made].filter(([name]) => name.endsWith('.js')));
  return [...staleFiles(made), ...scriptFaults(scripts), ...sizeFaults(made)];
}
