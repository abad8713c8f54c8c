import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target ?? '');
const isLocal = (target: string): boolean => !/^[a-z]+:/.test(target);

/** A heading's name in links, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  `#${heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replace(/ /g, '-')}`;

test('every local link of README.md leads to a file or a heading', () => {
  const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, text]) => anchorOf(text ?? ''));
  const local = links.filter(isLocal);
  const leadsNowhere = (target: string): boolean =>
    target.startsWith('#') ? !headings.includes(target) : !existsSync(join(ROOT, target.replace(/#.*$/, '')));
  expect(local.length).toBeGreaterThan(2);
  expect(local.filter(leadsNowhere)).toEqual([]);
});

test('every script and file that README.md names is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = [...readme.matchAll(/`npm run (\w+)/g)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  const paths = [...readme.matchAll(/`((?:src|scripts|sidebar|test)\/[\w./-]*)`/g)].map(
    ([, path]) => path ?? '',
  );
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
