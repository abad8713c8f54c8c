import { formats } from '../../src/imports/formats.ts';
import { formatIn, issueSentence } from '../../src/text/issue.ts';

test('every export has a name in Chinese', () => {
  const names = formats().map(({ name }) => name);
  expect(names.filter((name) => !/[\u4e00-\u9fff]/.test(formatIn('zh-CN', name)))).toEqual([]);
  expect(names.map((name) => formatIn('en', name))).toEqual(names);
});

test('a sentence names an export in its language, a person’s own kind of file as they do', () => {
  const issue = (format: string) => ({ code: 'EXPORT_ROW_LIMIT', values: { format, count: 3 } });
  expect(issueSentence('zh-CN', issue('Shopee ads'))).toContain('Shopee 广告');
  expect(issueSentence('zh-CN', issue('My file'))).toContain('My file');
});
