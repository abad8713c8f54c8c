import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';

/** What a part of the project may import: other parts, `type:` parts for their types alone, and packages. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'src/kpi': ['src/kpi'],
  'src/text': ['src/text'],
  'src/workbook': ['src/workbook', 'src/kpi'],
  'src/files': ['src/files', 'type:src/kpi', 'papaparse', 'fflate'],
  'src/sample': ['src/sample', 'src/kpi', 'type:src/workbook'],
  'src/imports': ['src/imports', 'src/workbook', 'src/kpi', 'type:src/files'],
  'src/review': ['src/review', 'src/workbook', 'src/kpi', 'src/text'],
  'src/addon': [
    'src/addon',
    'src/review',
    'src/imports',
    'src/workbook',
    'src/kpi',
    'src/text',
    'type:src/files',
    'zod/mini',
  ],
  sidebar: [
    'sidebar',
    'src/kpi',
    'src/text',
    'src/files',
    'src/sample',
    'type:src/addon',
    'type:src/workbook',
    'type:src/review',
    'date-fns',
    'preact',
  ],
  // The host runs the built add-on: of the sources it takes what feeds it, and types.
  'src/local': ['src/local', 'src/files', 'src/sample', 'src/text', 'type:*', 'package:*'],
};

type Import = { readonly specifier: string; readonly isType: boolean };

/** import/export … from, import '…', import('…'), require('…'); types alone where the whole clause says so. */
const STATEMENT =
  /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]|(?:import|require)\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf(source: string): Import[] {
  return [...source.matchAll(STATEMENT)].flatMap((match) => {
    const specifier = match[3] ?? match[4];
    return specifier === undefined ? [] : [{ specifier, isType: match[2] !== undefined }];
  });
}

function partOf(path: string): string | undefined {
  return Object.keys(ALLOWED).find((part) => path.startsWith(`${part}/`));
}

function isAllowed(rules: readonly string[], from: string, { specifier, isType }: Import): boolean {
  if (!specifier.startsWith('.')) {
    return (
      rules.includes('package:*') ||
      rules.some((rule) => specifier === rule || specifier.startsWith(`${rule}/`))
    );
  }
  const target = partOf(normalize(join(dirname(from), specifier)));
  if (target === undefined) return false;
  if (rules.includes(target)) return true;
  return isType && (rules.includes(`type:${target}`) || rules.includes('type:*'));
}

/**
 * Imports that point the wrong way.
 * @param files Contents by path from the project's folder.
 * @returns A line for each: file, what it imports.
 */
export function wrongImports(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([path, source]) => {
    const part = partOf(path);
    const rules = part === undefined ? undefined : ALLOWED[part];
    if (rules === undefined) return [];
    return importsOf(source)
      .filter((each) => !isAllowed(rules, path, each))
      .map((each) => `${path} imports ${each.specifier}: ${part} may import ${rules.join(', ')}`);
  });
}

/** The sources below a folder. */
export function sourcesBelow(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !['.ts', '.tsx'].includes(extname(entry.name))) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(path, readFileSync(path, 'utf8'));
  }
  return found;
}
