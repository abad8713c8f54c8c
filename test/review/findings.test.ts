/** The sentences of call-outs, from what their rules look at. */
import { coldStartFindings } from '../../src/review/findings/content.ts';
import type { Found } from '../../src/review/findings/finding.ts';
import { driverFindings, recordFindings } from '../../src/review/findings/why.ts';
import { experimentFindings } from '../../src/review/findings/work.ts';
import { layOut } from '../../src/review/render/index.ts';
import { say } from '../../src/text/index.ts';
import { inPeriod } from '../../src/text/period-words.ts';
import { build, fact, MONDAY } from './support.ts';

type Language = 'en' | 'zh-CN';

/** As much of a review as a rule reads. */
function found(material: object, review: object, language: Language = 'en'): Found {
  const settings = { language, currency: 'USD', coldStartItems: 2 };
  return {
    material: { settings, voice: { language, period: 'week' }, ...material },
    review: { language, ...review },
  } as never;
}

const ROOT = { id: 'root', name: 'GMV', owner: 'Ana', direction: 'up', unit: 'money' };
const KPIS = { tree: { root: 0 }, nodes: [ROOT] };

function driver(effect: number, change: number, language: Language = 'en'): string {
  const main = { id: 'v', name: 'Views', owner: 'Bo', effect, share: effect / change };
  const why = { goal: { name: 'GMV', unit: 'money', before: 200, after: 200 + change }, drivers: [main] };
  const material = { kpis: KPIS, shifts: () => ({ z: -9 }) };
  return driverFindings(found(material, { why }, language))[0]?.text ?? '';
}

describe('the driver of a change', () => {
  test('took or brought an amount without a sign, and how much of it that is', () => {
    expect(driver(-71, -71)).toBe('Views (Bo) took USD 71.00 from GMV, all of its fall of USD 71.00.');
    expect(driver(-60, -80)).toMatch(
      /^Views \(Bo\) took USD 60\.00 from GMV, 75\.?0*% of its fall of USD 80\.00\.$/,
    );
    expect(driver(40, 40)).toBe('Views (Bo) brought USD 40.00 to GMV, all of its rise of USD 40.00.');
  });

  test('in Chinese, too', () => {
    expect(driver(-71, -71, 'zh-CN')).toMatch(/使 GMV 减少 .*71\.00，相当于其降幅（.*71\.00）的 100%。$/);
    expect(driver(-71, -71, 'zh-CN')).not.toMatch(/[-−]/);
  });
});

test('the best week is the best of those that were measured', () => {
  const signalWeeks = Array.from({ length: 26 }, (_, i) => ({
    from: MONDAY - 7 * (25 - i),
    to: MONDAY - 7 * (25 - i) + 6,
  }));
  const figure = (_: unknown, from: number) => {
    const ago = (MONDAY - from) / 7;
    return { value: ago > 12 ? null : 100, days: ago > 12 ? 0 : 7, of: 7 };
  };
  const material = {
    kpis: KPIS,
    figures: { figure },
    periods: { signalWeeks },
    shifts: () => ({ z: 9, length: 1, value: 500 }),
  };
  const [record] = recordFindings(found(material, {}));
  expect(record?.text).toMatch(/^GMV \(Ana\): best week of the last 13, /);
});

describe('a test', () => {
  const line = {
    ...{ id: 'T1', hypothesis: 'Faces', owner: '', kind: 'split', difference: 0.02, progress: 1 },
    ...{ armA: 'Product', armB: 'Face', state: 'B', decision: '', isDue: true },
  };
  const say = (more: object, language: Language = 'en') =>
    experimentFindings(found({}, { experiments: [{ ...line, ...more }] }, language)).map(
      ({ code, text }) => [code, text] as const,
    );

  test('that has its planned size waits; one that stopped early does not claim to have it', () => {
    expect(say({})).toEqual([['experiment_due', expect.stringMatching(/^Test T1 has its planned size /)]]);
    const early = { kind: 'sequential', progress: 0.3 };
    expect(say(early)).toEqual([
      ['experiment_early', expect.stringMatching(/^Test T1 is clear before its planned size /)],
    ]);
    expect(say(early, 'zh-CN')[0]?.[1]).toContain('未到计划样本量');
  });

  test('that is decided says what the team decided, and which arm did better by its name', () => {
    expect(say({ isDue: false, decision: 'a' })[0]?.[1]).toMatch(
      /^Test T1 is decided: Use A; Face did better \(\+2\.?0*%\)\. Faces$/,
    );
    expect(say({ isDue: false, decision: 'a' }, 'zh-CN')[0]?.[1]).toContain('已决定：采用 A；“Face”');
    expect(say({ isDue: false, decision: 'Keep A', armB: '' })[0]?.[1]).toContain('Keep A; B did better');
  });
});

test('an account that left its cold start leads to its row', () => {
  const separator = '\u001f';
  const account = `youtube${separator}a`;
  const contents = new Map(
    [1, 2, 3].map((day) => [`${account}${separator}${day}`, { published: MONDAY + day - 1 }] as const),
  );
  const facts = { contents, accounts: new Map([[account, { name: 'Art' }]]) };
  const periods = { week: { from: MONDAY, to: MONDAY + 6 } };
  const inCharge = { account: (key: string) => (key === account ? 'Ana' : '') };
  const [over] = coldStartFindings(found({ facts, periods, inCharge }, {}));
  expect(over?.text).toMatch(/^Art has left its cold start .* Owner: Ana\.$/);
  expect(over?.evidence).toBe('money:youtube:a:account');
  // One that nobody listed has no row to lead to.
  expect(coldStartFindings(found({ facts: { contents, accounts: new Map() }, periods }, {}))).toEqual([]);
  const { review } = build({
    accounts: [{ platform: 'youtube', id: 'a', name: 'Art' }],
    performance: [fact('1', MONDAY, MONDAY + 6, { gmv: 10, views: 5 })],
    costs: [{ date: MONDAY, platform: 'youtube', account: 'a', amount: 5, component: 'ads' }],
  });
  const marks = layOut(review).rows.flatMap(({ cells }) => [...cells.values()].map(({ mark }) => mark));
  expect(marks).toContain('money:youtube:a:account');
});

test('how long an account was silent is the same in a review of a month', () => {
  for (const language of ['en', 'zh-CN'] as const) {
    const text = say(language, 'NOTE_SILENT', { accounts: 'A' });
    expect(inPeriod(text, language, 'month')).toBe(text);
  }
});
