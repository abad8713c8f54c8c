import fc from 'fast-check';
import { holds, mutated, run } from './mutations.ts';
import { fixture, fixtureNames, readReal, realFiles, utf8 } from './support.ts';

const SEED = { seed: 20260801 };

const OWN =
  'Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,Impressions,Impressions click-through rate (%)\n' +
  'Total,,,,3610,31.5,-3,2184,4.12\n' +
  Array.from(
    { length: 12 },
    (_, n) =>
      `${n % 4 ? '' : ' -'}AAAAAA${n % 4 ? 'AA' : 'B'}${String(n).padStart(3, '0')},"Title, ""${n}"" 🤣","Mar ${n + 1}, 2025",${n},${n * 50},${n / 10},${n - 3},${n},4.${n}\n`,
  ).join('');

test('a mutated file is refused or counted to the last row, and changes nothing when imported again', () => {
  fc.assert(
    fc.property(mutated(utf8(OWN)), (content) => holds(content)),
    { ...SEED, numRuns: 500 },
  );
});

// So many for all fixtures together; FUZZ=10000 runs as many as a release should see.
const MUTATIONS = Number(process.env.FUZZ ?? 1500);

describe('a mutated export of any kind is refused or counted to the last row', () => {
  const names = fixtureNames();
  const numRuns = Math.ceil(MUTATIONS / names.length);
  test.each(names)(
    '%s',
    (name) => {
      const law = (content: Uint8Array): void => holds(content, name);
      fc.assert(fc.property(mutated(fixture(name)), law), { ...SEED, numRuns });
    },
    600_000,
  );
});

const real = realFiles();
test(real.length > 0 ? 'the same for a real export' : 'no real exports here to mutate', () => {
  for (const name of real.slice(0, 1))
    fc.assert(
      fc.property(mutated(readReal(name)), (content) => holds(content)),
      { ...SEED, numRuns: 100 },
    );
});

test('any bytes at all are a file or a sentence', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (content) => holds(content)),
    { ...SEED, numRuns: 500 },
  );
});

test('a file that is cut off anywhere within a row is refused', () => {
  const whole = utf8(OWN);
  const bodyStart = OWN.indexOf('\n', OWN.indexOf('Total'));
  for (let length = utf8(OWN.slice(0, bodyStart)).length + 2; length < whole.length - 1; length++) {
    if (whole[length - 1] === 0x0a || whole[length] === 0x0a) continue;
    const cut = run(whole.slice(0, length));
    expect([length, 'refused' in cut ? cut.refused : 'taken']).toEqual([length, 'FILE_TRUNCATED']);
  }
});

test('each code has a sentence in both languages with the same placeholders', async () => {
  const { imports: en } = await import('../../src/text/en/imports.ts');
  const { imports: zh } = await import('../../src/text/zh-CN/imports.ts');
  const names = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [code, text] of Object.entries(en)) {
    expect([code, names(zh[code as keyof typeof en])]).toEqual([code, names(text)]);
  }
});
