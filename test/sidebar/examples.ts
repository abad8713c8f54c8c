import type { ImportOutcome, SidebarState } from '../../src/addon/api.ts';
import { type Language, say } from '../../src/text/index.ts';
import { stateOf } from './server.ts';

/** A spreadsheet in full use. */
export function busyState(language: Language): SidebarState {
  return stateOf({
    language,
    sheets: [{ key: 'issues', title: language === 'en' ? 'Data issues' : '数据问题', sheetId: 7 }],
    issueCount: 3,
    people: 2,
    treeRows: 12,
    hasGoal: true,
    lastImport: { file: 'Table data.csv', rows: 495 },
    accounts: [{ platform: 'youtube', id: 'UCart', name: 'Art' }],
    reviews: [
      { period: '2026-W46', state: 'draft', sheetId: 1, title: '2026-W46' },
      { period: '2026-W45', state: 'closed', sheetId: 2, title: '2026-W45' },
    ],
  });
}

/** An import with something of everything. */
export function mixedOutcome(language: Language, file = 'Table data.csv'): ImportOutcome {
  const sheet = language === 'en' ? 'Performance' : '内容表现';
  const message = (cell: string, found: string) => say(language, 'BAD_NUMBER', { sheet, cell, found });
  return {
    file,
    format: 'youtube.content',
    formatName: 'YouTube Studio',
    account: 'UCart',
    asOf: '2026-11-21',
    read: 512,
    taken: 480,
    updated: 15,
    unchanged: 15,
    rejected: [
      { row: 17, column: 'Views', code: 'BAD_NUMBER', message: message('E17', '12,3k') },
      { row: 204, column: 'Watch time (hours)', code: 'BAD_NUMBER', message: message('F204', '<b>1</b>') },
    ],
    rejectedCount: 2,
    skipped: 2,
    ignoredColumns: ['Dislikes'],
    warnings: [say(language, 'REVIEW_NONE_OPEN')],
  };
}

export const csv = (name: string, text = 'Content,Views\nabc,1\n') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});
