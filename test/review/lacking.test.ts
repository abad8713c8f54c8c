/** The files that the review of a week still lacks, as whoever opens the sidebar is told. */
import { lackingFiles } from '../../src/review/lacking.ts';
import { periodOf } from '../../src/review/period.ts';
import type { RowValues } from '../../src/workbook/table.ts';
import { MONDAY, SUNDAY, tablesOf } from './support.ts';

const week = periodOf('week', MONDAY, 12);
const accounts = [{ platform: 'tiktok_shop', id: 'a', name: 'Shop SG' }];
const file = (format: string, account: string, to: number): RowValues => ({
  ...{ format, platform: 'tiktok_shop', account, from: to - 6, to },
});
const lacking = (imports: readonly RowValues[], language: 'en' | 'zh-CN' = 'en') =>
  lackingFiles(tablesOf({ accounts, imports }, language), week, language);

test('accounts are named as the sheet of accounts names them, others by their ids', () => {
  const before = [file('tiktok_shop.videos', 'a', SUNDAY - 7), file('tiktok_shop.videos', 'b2', SUNDAY - 7)];
  expect(lacking(before)).toBe('2026-W31 still lacks the files of Shop SG, b2.');
  expect(lacking([...before, file('tiktok_shop.videos', 'a', SUNDAY)])).toBe(
    '2026-W31 still lacks the files of b2.',
  );
});

test('of an account with several kinds of files the kind that is lacking is named', () => {
  const videos = file('tiktok_shop.videos', 'a', SUNDAY);
  const lives = file('tiktok_shop.lives', 'a', SUNDAY - 7);
  expect(lacking([videos, lives])).toBe('2026-W31 still lacks the files of Shop SG · LIVE.');
  expect(lacking([videos, lives], 'zh-CN')).toContain('Shop SG · 直播');
});

test('a workbook without the sheet of accounts or that of imports lacks nothing that could be named', () => {
  const { accounts: known, imports } = tablesOf({ accounts, imports: [file('f', 'a', SUNDAY - 7)] });
  const tables = { ...(known && { accounts: known }), ...(imports && { imports }) };
  expect(lackingFiles(tables, week, 'en')).not.toBe('');
  for (const sheet of ['accounts', 'imports'] as const) {
    const { [sheet]: _, ...rest } = tables;
    expect(lackingFiles(rest, week, 'en')).toBe('');
  }
});
