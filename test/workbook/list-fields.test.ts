import { listFields } from '../../src/workbook/list-fields.ts';
import { AS_OF, JOBS, jobSetting, SETTINGS } from '../../src/workbook/sheets/settings.ts';

// These have a place of their own in the sidebar; the moment of formulas is the add-on's.
const ELSEWHERE = ['review_day', 'review_hour', ...JOBS.map(jobSetting), AS_OF];

test.each(['en', 'zh-CN'] as const)('every setting has a field with words, %s', (language) => {
  const fields = listFields('settings', language, []);
  const keys = fields.map(({ key }) => key);
  expect([...keys, ...ELSEWHERE].sort()).toEqual(SETTINGS.map(({ key }) => key).sort());
  for (const { key, label, hint, group, kind, options, low } of fields) {
    expect(label).not.toBe('');
    expect(group).toBeDefined();
    // A month's name needs no hint.
    if (key !== 'fiscal_year_end') expect(hint).not.toBe('');
    if (kind === 'choice') expect(options.length).toBeGreaterThan(1);
    if (kind === 'number' || kind === 'percent' || kind === 'month') expect(low).toBeDefined();
    if (language === 'en') expect(`${label}${hint}${group}`).not.toMatch(/[\u3000-\u9fff]/);
    else expect(`${label}${group}`).not.toMatch(/[A-Za-z]{4,}/);
  }
});
