import { licenceFaults, noticeComment, noticesIn, noticesOf } from '../../scripts/notices.ts';

const metafile = (inputs: Readonly<Record<string, number>>) => ({
  inputs: {},
  outputs: {
    'a.js': {
      bytes: 1,
      imports: [],
      exports: [],
      inputs: Object.fromEntries(
        Object.entries(inputs).map(([name, bytesInOutput]) => [name, { bytesInOutput }]),
      ),
    },
  },
});

test('a library is named once, with its version, its licence and who holds the copyright', () => {
  const found = noticesOf(
    metafile({ 'node_modules/zod/a.js': 5, 'node_modules/zod/b.js': 6, 'src/kpi/fault.ts': 7 }),
  );
  expect(found.map(({ name, licence }) => [name, licence])).toEqual([['zod', 'MIT']]);
  expect(found[0]?.version).toMatch(/^4\./);
  expect(found[0]?.copyright).toMatch(/^Copyright \(c\) \d{4} Colin McDonnell$/);
});

test('what the build left out needs no notice', () => {
  expect(noticesOf(metafile({ 'node_modules/zod/a.js': 0 }))).toEqual([]);
  expect(noticeComment([])).toBe('');
});

test('a text that several licences share stands once, and ends no comment', () => {
  const one = {
    name: 'a',
    version: '1.0.0',
    licence: 'MIT',
    copyright: 'Copyright A',
    text: 'May */ be used.',
  };
  const comment = noticeComment([one, { ...one, name: 'b' }]);
  expect(comment.match(/be used/g)).toHaveLength(1);
  expect(comment.match(/\*\//g)).toHaveLength(1);
  expect(comment).toContain('b 1.0.0 (MIT). Copyright A');
});

test('a licence that asks for more than naming it is told', () => {
  const one = { name: 'a', version: '1.0.0', licence: 'GPL-3.0', copyright: '', text: '' };
  expect(licenceFaults([one])).toEqual(['a is in dist under "GPL-3.0", which is not known to be permissive']);
  expect(licenceFaults([{ ...one, licence: 'MIT' }])).toEqual([]);
});

test('the notices in a file are what its libraries are known by, and its own text is none', () => {
  const one = {
    name: 'zod',
    version: '4.6.7',
    licence: 'MIT',
    copyright: 'Copyright A',
    text: 'May be used.',
  };
  const comment = noticeComment([one, { ...one, name: '@a/b', licence: 'BSD-3-Clause' }]);
  const page = `<style></style><script>${comment}\nfetch 1.0 (now). </script>`;
  expect(noticesIn(page)).toEqual(['zod 4.6.7 (MIT)', '@a/b 4.6.7 (BSD-3-Clause)']);
  expect(noticesIn(noticeComment([]))).toEqual([]);
});
