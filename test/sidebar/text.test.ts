import { sidebar as english } from '../../src/text/en/sidebar.ts';
import { sidebar as chinese } from '../../src/text/zh-CN/sidebar.ts';

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
const codes = Object.keys(english) as (keyof typeof english)[];

test.each(codes)('%s says the same values in both languages', (code) => {
  expect(placeholders(chinese[code])).toEqual(placeholders(english[code]));
});

test.each(codes.filter((code) => code.endsWith('_ONE')))('%s has a plural with a count', (code) => {
  const plural = code.slice(0, -'_ONE'.length) as keyof typeof english;
  expect(placeholders(english[plural])).toContain('{count}');
  expect(placeholders(english[code])).not.toContain('{count}');
});
