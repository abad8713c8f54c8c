/** What every screen of the dialog with the picture must be, in both languages and themes. */
import { type Harness, startHarness } from './harness.ts';
import { LANGUAGES, THEMES } from './looks.ts';
import { PICTURE_LOOKS } from './looks-picture.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness('picture');
});
afterAll(() => harness.close());

/** Names that stay as they are in a Chinese page. */
const NAMES = /TikTok Shop|Shopee|Mei Lin|Budi|GMV|KPI|USD|\d{4}-W\d\d/g;

const CASES = LANGUAGES.flatMap((language) =>
  THEMES.flatMap((theme) => PICTURE_LOOKS.map((look) => [language, theme, look.name, look] as const)),
);

test.each(CASES)('%s, %s: %s', async (language, theme, _, look) => {
  const size = { width: 1180, height: 720 };
  const dialog = await harness.open(look.script(language), { theme, locale: language, size });
  await look.go(dialog.page, language);
  expect(await dialog.faults()).toEqual([]);
  expect(await dialog.overflow()).toBe(0);
  expect(dialog.errors).toEqual([]);
  const text = await dialog.page.locator('body').innerText();
  expect(text).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
  if (language === 'en') expect(text.replaceAll('王小明', '')).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/);
  else expect(text.replace(NAMES, '').match(/[A-Za-z]{2,}/g) ?? []).toEqual([]);
  await dialog.close();
});
