import fc from 'fast-check';
import { touchesOf } from '../../src/kpi/attribution.ts';
import { buildUtm, lintUtm, parseUtm, type Utm, utmValue } from '../../src/kpi/utm.ts';
import { expectTotal } from './cells.ts';

const LINK = 'https://shop.example/p?sku=1#top';
const GOOD = 'https://shop.example/?utm_source=tiktok&utm_medium=video&utm_campaign=spring';

test('a link keeps its parameters and fragment', () => {
  expect(buildUtm(LINK, { source: 'TikTok', medium: 'video', campaign: ' Spring  Sale ' })).toBe(
    'https://shop.example/p?sku=1&utm_source=tiktok&utm_medium=video&utm_campaign=spring-sale#top',
  );
  expect(buildUtm('https://shop.example', { source: 'a&b=c', content: '' })).toBe(
    'https://shop.example?utm_source=a%26b%3Dc',
  );
});

test('links as they come: bare hosts, empty queries, routes in the fragment, other scripts, doubled parameters', () => {
  const built = (url: string): unknown => buildUtm(url, { source: 'a b' });
  expect(built('https://shop.example/?')).toBe('https://shop.example/?utm_source=a-b');
  expect(built('https://shop.example/p?x=1&')).toBe('https://shop.example/p?x=1&utm_source=a-b');
  expect(built('https://shop.example/#/route?x=1')).toBe('https://shop.example/?utm_source=a-b#/route?x=1');
  expect(built('https://shop.example/?q=a+b&q=a%20b&q')).toBe(
    'https://shop.example/?q=a+b&q=a%20b&q&utm_source=a-b',
  );
  expect(built('https://商店.example/页?q=鞋')).toBe('https://商店.example/页?q=鞋&utm_source=a-b');
  expect(built('https://shop.example/?UTM_Source=Old&utm_creative_format=x')).toBe(
    'https://shop.example/?utm_source=a-b',
  );
  expect(built('HTTP://localhost:3000/x')).toBe('HTTP://localhost:3000/x?utm_source=a-b');
  for (const url of ['/page', '//shop.example/x', 'www.shop.example', 'ftp://shop.example']) {
    expect(built(url)).toEqual({ fault: 'NOT_A_URL' });
  }
  const marks = { source: 'a+b', medium: '50%', campaign: 'a/b?c#d&e=f', term: '鞋 😀' };
  const link = buildUtm(LINK, marks) as string;
  expect(link).toBe(
    'https://shop.example/p?sku=1&utm_source=a%2Bb&utm_medium=50%25&utm_campaign=a%2Fb%3Fc%23d%26e%3Df&utm_term=%E9%9E%8B-%F0%9F%98%80#top',
  );
  expect(parseUtm(link)).toEqual({ ...marks, term: '鞋-😀' });
});

test('no link carries an e-mail address or a telephone number', () => {
  for (const [parameter, value] of [
    ['source', 'Ann@mail.example'],
    ['content', 'ann@mail.example'],
    ['term', '+86 138 0013 8000'],
    ['content', '+8613800138000'],
    ['campaign', '(415) 555-2671'],
    ['campaign', 13800138000],
  ] as const) {
    expect(buildUtm(LINK, { [parameter]: value })).toEqual({ fault: 'PERSONAL_DATA' });
  }
  for (const [parameter, value] of [
    ['content', 13800138000],
    ['content', '415-555-2671'],
    ['id', '7658657266417994504'],
    ['campaign', '2026-11-11'],
    ['campaign', 20261111],
    ['source', '@shop'],
  ] as const) {
    expect(typeof buildUtm(LINK, { [parameter]: value })).toBe('string');
  }
});

test('a number that cannot be the identifier any more, and an error, make no link', () => {
  for (const content of [7.312345678901235e18, 1e21, 0.5, 2 ** 53]) {
    expect(buildUtm(LINK, { content })).toEqual({ fault: 'ID_NOT_TEXT' });
  }
  expect(buildUtm('https://a.example', { content: 2 ** 53 - 1 })).toBe(
    'https://a.example?utm_content=9007199254740991',
  );
  expect(buildUtm(LINK, { source: 'a', medium: '#N/A' })).toEqual({ fault: 'INPUT_ERROR' });
  expect(buildUtm(LINK, { source: '#NEEDS_BASELINE' })).toEqual({ fault: 'NEEDS_BASELINE' });
  expect(buildUtm('https://a.example', { source: '#sale' })).toBe('https://a.example?utm_source=%23sale');
});

test('campaign parameters of before are replaced; identifiers stay unless there are new ones', () => {
  const old = `${GOOD}&utm_content=aB+1&utm_id=7&utm_term=t`;
  expect(buildUtm(old, { source: 'x' })).toBe('https://shop.example/?utm_source=x&utm_content=aB-1&utm_id=7');
  expect(buildUtm(old, { source: 'x', content: 'n' })).toBe(
    'https://shop.example/?utm_source=x&utm_content=n&utm_id=7',
  );
  expect(buildUtm(`${GOOD}&utm_content=ann%40mail.example`, { source: 'x' })).toEqual({
    fault: 'PERSONAL_DATA',
  });
  expect(buildUtm(`${GOOD}&x=1`, { source: 'youtube' })).toBe('https://shop.example/?x=1&utm_source=youtube');
});

test('identifiers keep their case, on which joins depend', () => {
  expect(buildUtm('https://shop.example/', { content: 'dQw4w9WgXcQ' })).toBe(
    'https://shop.example/?utm_content=dQw4w9WgXcQ',
  );
});

test('reading', () => {
  expect(parseUtm(`${GOOD}&utm_content=768+a%20b&utm_term=%E9%9E%8B&utm_source=second`)).toEqual({
    source: 'tiktok',
    medium: 'video',
    campaign: 'spring',
    content: '768 a b',
    term: '鞋',
  });
  expect([
    utmValue(GOOD, 'source'),
    utmValue(GOOD, ' UTM_Medium '),
    utmValue(LINK, 'sku'),
    utmValue(LINK, 'term'),
  ]).toEqual(['tiktok', 'video', '1', null]);
  const both = 'https://a.example/?id=5&content=c&utm_content=u';
  expect([utmValue(both, 'id'), utmValue(both, 'content'), utmValue(both, 'utm_id')]).toEqual([
    '5',
    'u',
    null,
  ]);
  expect(parseUtm('https://shop.example/?utm_source=50%')).toEqual({ source: '50%' });
});

test('no link, no answer', () => {
  for (const url of ['', 'shop.example', 'mailto:a@b.example', 'https://', '#REF!']) {
    expect([buildUtm(url, {}), parseUtm(url), utmValue(url, 'source')]).toEqual(
      new Array(3).fill({ fault: 'NOT_A_URL' }),
    );
    expect(lintUtm(url)).toEqual([{ code: 'NOT_A_URL', found: url }]);
  }
});

test('the linter finds each fault, and none in a good link', () => {
  const codes = (url: string): string[] =>
    lintUtm(url).map(({ code, parameter }) => `${code} ${parameter ?? ''}`);
  expect(codes(GOOD)).toEqual([]);
  expect(codes(`${GOOD}&utm_content=dQw4w9WgXcQ&x=Y`)).toEqual([]);
  expect(codes(LINK)).toEqual([
    'MISSING_PARAMETER source',
    'MISSING_PARAMETER medium',
    'MISSING_PARAMETER campaign',
  ]);
  expect(codes(GOOD.replace('tiktok', 'TikTok'))).toEqual(['UPPER_CASE source']);
  expect(codes(GOOD.replace('spring', 'spring sale'))).toEqual(['SPACE campaign']);
  expect(codes(GOOD.replace('spring', 'spring%20sale'))).toEqual(['SPACE campaign']);
  expect(codes(GOOD.replace('spring', ''))).toEqual(['EMPTY_VALUE campaign']);
  expect(codes(`${GOOD}&utm_source=x`)).toEqual(['DOUBLED_PARAMETER source']);
  expect(codes(`${GOOD}&utm_camp=x`)).toEqual(['UNKNOWN_PARAMETER camp']);
  expect(codes(`${GOOD}&utm_term=ann%40mail.example`)).toEqual(['PERSONAL_DATA term']);
  expect(codes(`${GOOD}&utm_term=%2B86%20138%200013%208000`)).toEqual(['SPACE term', 'PERSONAL_DATA term']);
  expect(codes(`${GOOD}&utm_content=7658657266417994504`)).toEqual([]);
  expect(codes(`${GOOD}&utm_term=13800138000`)).toEqual(['PERSONAL_DATA term']);
  expect(codes(`${GOOD}&utm_term=+8613800138000`)).toEqual(['SPACE term', 'PERSONAL_DATA term']);
  expect(codes(`${GOOD}&utm_content=13800138000`)).toEqual([]);
  expect(codes(`${GOOD}&utm_source_platform=x&utm_creative_format=y`)).toEqual([]);
  expect(codes(`${GOOD}&utm_source_platform=x&utm_source_platform=y`)).toEqual([
    'DOUBLED_PARAMETER source_platform',
  ]);
  expect(lintUtm(GOOD.replace('utm_medium', 'UTM_Medium'))).toEqual([
    { code: 'UPPER_CASE', parameter: 'medium', found: 'UTM_Medium' },
  ]);
  expect(codes(GOOD.replace('&utm_medium', '?utm_medium'))).toEqual(['MISSING_PARAMETER medium']);
  expect(codes(`${GOOD}&mail=ann%40mail.example&tel=%2B8613800138000&sku=13800138000`)).toEqual([
    'PERSONAL_PARAMETER mail',
    'PERSONAL_PARAMETER tel',
  ]);
  expect(codes(`${GOOD}#utm_term=x`)).toEqual(['AFTER_FRAGMENT ']);
});

test('a finding tells its place and what was found there', () => {
  const place = { parameter: 'term' };
  expect(lintUtm(`${GOOD}&utm_term=%20`)).toEqual([{ code: 'EMPTY_VALUE', ...place }]);
  expect(lintUtm(`${GOOD}&utm_term=+`)).toEqual([{ code: 'EMPTY_VALUE', ...place }]);
  expect(lintUtm(`${GOOD}&utm_term`)).toEqual([{ code: 'EMPTY_VALUE', ...place }]);
  expect(lintUtm(`${GOOD}&utm_term=Rice+bin`)).toEqual([
    { code: 'UPPER_CASE', ...place, found: 'Rice bin' },
    { code: 'SPACE', ...place, found: 'Rice bin' },
  ]);
  expect(lintUtm(`${GOOD}&utm_term=a&utm_term=b`)).toEqual([
    { code: 'DOUBLED_PARAMETER', ...place, found: 'b' },
  ]);
  expect(lintUtm(`${GOOD}&utm_=x=y`)).toEqual([{ code: 'UNKNOWN_PARAMETER', parameter: '', found: 'x=y' }]);
  expect(lintUtm(`${GOOD}&Mail=a%40b.example`)).toEqual([
    { code: 'PERSONAL_PARAMETER', parameter: 'Mail', found: 'a@b.example' },
  ]);
  for (const fragment of ['#utm_term=x', '#/way?UTM_term=x', '#a&utm_term=x'])
    expect(lintUtm(GOOD + fragment)).toEqual([{ code: 'AFTER_FRAGMENT', found: fragment }]);
  expect(lintUtm(`${GOOD}#my-utm_term=x`)).toEqual([]);
  expect([lintUtm('shop'), lintUtm(''), lintUtm(null)]).toEqual(
    ['shop', '', ''].map((found) => [{ code: 'NOT_A_URL', found }]),
  );
  expect(lintUtm('https://shop.example')).toEqual(
    ['source', 'medium', 'campaign'].map((parameter) => ({ code: 'MISSING_PARAMETER', parameter })),
  );
});

test('what is built is read back, and is clean', () => {
  const value = fc.string({ minLength: 1, maxLength: 12, unit: 'binary' });
  fc.assert(
    fc.property(value, value, value, value, (source, medium, campaign, content) => {
      const built = buildUtm(LINK, { source, medium, campaign, content });
      if (typeof built !== 'string') throw new Error('no link');
      expect(built.startsWith('https://shop.example/p?sku=1')).toBe(true);
      const read = parseUtm(built) as Utm;
      const again = buildUtm(LINK, read);
      expect(again).toBe(built);
    }),
    { seed: 19, numRuns: 200 },
  );
});

test('any text and any cells', () => {
  expect(buildUtm('https://a.example', { term: '\ud800', content: 768 })).toBe(
    'https://a.example?utm_content=768',
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (url, parameter) => {
      for (const text of [url, `https://a.example/${url}`, `https://a.example/?utm_${url}`]) {
        buildUtm(text, { source: parameter });
        parseUtm(text);
        utmValue(text, parameter);
        lintUtm(text);
      }
    }),
    { seed: 20, numRuns: 500 },
  );
  expectTotal(
    (url, a, b) => [buildUtm(url, { source: a, id: b }), parseUtm(url), utmValue(url, a), lintUtm(url)],
    3,
  );
  expectTotal((path) => touchesOf(path), 1);
});
