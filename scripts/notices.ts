import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Metafile } from 'esbuild';

/** Licences under which a package may be part of what people install. */
const PERMISSIVE = new Set(['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', '0BSD']);

export type Notice = {
  /** Of the package. */
  readonly name: string;
  readonly version: string;
  /** SPDX identifier. */
  readonly licence: string;
  /** Who holds the copyright, as the licence file has it. */
  readonly copyright: string;
  /** The licence's text below that line, on one line. */
  readonly text: string;
};

function packageOf(input: string): string | undefined {
  return /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
}

function noticeOf(name: string): Notice {
  const folder = `node_modules/${name}`;
  const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = existsSync(folder) ? readdirSync(folder).find((each) => /^licen[cs]e/i.test(each)) : undefined;
  if (file === undefined) throw new Error(`${name} has no licence file: it cannot be shipped.`);
  const lines = readFileSync(`${folder}/${file}`, 'utf8').split('\n');
  const at = lines.findIndex((line) => /^\s*copyright/i.test(line));
  const oneLine = (some: readonly string[]) => some.join(' ').replace(/\s+/g, ' ').trim();
  return {
    name,
    version,
    licence: license,
    copyright: (lines[at] ?? '').replace(/https?:\/\/\S+/, '').trim(),
    text: oneLine(lines.slice(at + 1)),
  };
}

/**
 * The libraries that a build put into its files.
 * @param metafile Of esbuild's builds.
 * @returns One a package, by name.
 * @throws Error where a package has no licence file.
 * @example noticesOf(result.metafile)[0] //=> { name: 'zod', version: '4.6.7', licence: 'MIT', … }
 */
export function noticesOf(metafile: Metafile): Notice[] {
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? [input] : [])),
  );
  const names = new Set(inputs.flatMap((input) => packageOf(input) ?? []));
  return [...names].sort().map(noticeOf);
}

/**
 * What the licences of the libraries want to stand in every copy.
 * @returns A comment of JavaScript: who holds which copyright, then each text once; empty without libraries.
 * @example noticeComment([]) //=> ''
 */
export function noticeComment(notices: readonly Notice[]): string {
  if (notices.length === 0) return '';
  const lines = notices.map((each) => `${each.name} ${each.version} (${each.licence}). ${each.copyright}`);
  const texts = new Set(notices.map(({ text }) => text.replaceAll('*/', '* /')));
  return `/*\nContains:\n${[...lines, ...texts].join('\n')}\n*/\n`;
}

/**
 * The notices that stand in a file.
 * @param text With the comments of builds.
 * @returns Each library with its version and licence.
 * @example noticesIn(noticeComment(notices)) //=> ['zod 4.6.7 (MIT)']
 */
export function noticesIn(text: string): string[] {
  const comments = [...text.matchAll(/\/\*\nContains:\n([\s\S]*?)\*\//g)].map(([, inner = '']) => inner);
  return comments.flatMap((inner) => inner.match(/^(?:@[^ /]+\/)?[^ @/]+ \d[^ ]* \([^)]+\)(?=\. )/gm) ?? []);
}

/** Sentences about libraries whose licence is not one that people may pass on. */
export function licenceFaults(notices: readonly Notice[]): string[] {
  return notices
    .filter(({ licence }) => !PERMISSIVE.has(licence))
    .map(({ name, licence }) => `${name} is in dist under "${licence}", which is not known to be permissive`);
}
