/** Refuses source text that Apps Script's parser would refuse: syntax newer than ES2020. */
import { transformSync } from 'esbuild';

const NEWER: readonly [feature: string, name: string, hint: RegExp][] = [
  ['class-private-field', 'private class fields', /#[A-Za-z_$]/],
  ['class-private-method', 'private class methods', /#[A-Za-z_$]/],
  ['class-private-accessor', 'private class accessors', /#[A-Za-z_$]/],
  ['class-private-brand-check', 'private brand checks', /#[A-Za-z_$]/],
  ['class-private-static-field', 'private static class fields', /static\s+#/],
  ['class-private-static-method', 'private static class methods', /static\s+#/],
  ['class-private-static-accessor', 'private static class accessors', /static\s+/],
  ['class-static-field', 'static class fields', /\bstatic\s+[\w$[]/],
  ['class-static-blocks', 'class static blocks', /\bstatic\s*\{/],
  ['class-field', 'class fields', /^\s*[\w$]+\s*(=|;)/m],
  ['logical-assignment', 'logical assignment', /(\?\?|&&|\|\|)=/],
];

function lowered(source: string, supported: Record<string, boolean>): string {
  return transformSync(source, { target: 'esnext', supported, logLevel: 'silent' }).code;
}

function lineOf(source: string, hint: RegExp): number {
  const at = source.search(hint);
  return at < 0 ? 1 : source.slice(0, at).split('\n').length;
}

/**
 * Checks one source file of a program.
 *
 * @param file name for the message
 * @param source text of the file
 * @throws SyntaxError naming the file, a line and the feature, when the parser of Apps Script would refuse it
 * @example checkSyntax('Code.js', 'class A { #x = 1 }') // throws
 */
export function checkSyntax(file: string, source: string): void {
  const newer = Object.fromEntries(NEWER.map(([feature]) => [feature, false]));
  let plain: string;
  try {
    plain = lowered(source, {});
  } catch (error) {
    throw new SyntaxError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  // esbuild rewrites what it is told is not supported: output that changes gives the feature away.
  if (lowered(source, newer) === plain) return;
  for (const [feature, name, hint] of NEWER) {
    if (lowered(source, { [feature]: false }) !== plain) {
      const line = lineOf(source, hint);
      throw new SyntaxError(`${file}, line ${line}: Apps Script cannot parse ${name} (build for es2020).`);
    }
  }
}
