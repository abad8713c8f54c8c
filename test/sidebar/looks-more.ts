/** What the screens of the section "More" show in pictures and checks. */
import type { Help, IssueList, ListField, ListState } from '../../src/addon/more-api.ts';
import { type Language, say } from '../../src/text/index.ts';
import { listFields } from '../../src/workbook/list-fields.ts';
import { SHEETS, sheetTemplate } from '../../src/workbook/sheets/index.ts';

const NAMES = { en: ['Mei', 'Bo', 'Example Lin'], 'zh-CN': ['小梅', '阿波', '示例 小林'] } as const;

function listOf(
  sheet: ListState['sheet'],
  language: Language,
  rows: ListState['rows'],
  examples: number[],
): ListState {
  const fields: ListField[] = listFields(sheet, language, [...NAMES[language]]);
  return { sheet, title: sheetTemplate(sheet).titles[language], fields, rows, examples };
}

/** Two people and an example row. */
export function teamOf(language: Language): ListState {
  const [mei, bo, lin] = NAMES[language];
  const rows = [
    { name: mei, email: 'anna@example.com', role: 'editor', nodes: 'GMV, CTR' },
    { name: bo, email: null, role: 'operator', nodes: null },
    { name: lin, email: 'lin@example.com', role: 'editor', nodes: null },
  ];
  return listOf('team', language, rows, [2]);
}

export function accountsOf(language: Language): ListState {
  const account = {
    platform: 'youtube',
    id: 'UCart',
    name: 'UCart',
    market: 'US',
    currency: 'USD',
    owner: null,
    state: 'running',
  };
  return listOf('accounts', language, [account], []);
}

/** Settings of which one cannot be read. */
export function settingsOf(language: Language): ListState {
  const values = {
    ...{
      language,
      currency: 'USD',
      fiscal_year_end: 12,
      green: 1,
      amber: 12,
      score_cap: 1.5,
      cold_start_items: 10,
    },
    ...{
      attribution: 'last',
      channel_share: 0.7,
      close_after_days: 7,
      hide_after_weeks: 13,
      recipients: null,
    },
    ...{ sla_hours: 24, warn_days: 7, licence_days: 30, cover_enough: 30, cover_low: 14 },
  };
  return listOf('settings', language, [values], []);
}

export function issuesOf(language: Language): IssueList {
  const sheet = sheetTemplate('costs').titles[language];
  const sentence = (cell: string) => say(language, 'BAD_NUMBER', { sheet, cell, found: '12,3k' });
  return {
    count: 26,
    groups: [
      {
        sheet,
        isTab: true,
        count: 24,
        rows: ['E3', 'E17', 'E204'].map((cell) => ({
          cell,
          sentence: sentence(cell),
          when: '2026-11-22 09:12',
        })),
      },
      {
        sheet: 'Table data.csv',
        isTab: false,
        count: 2,
        rows: [
          {
            cell: 'B7',
            sentence: say(language, 'BAD_DATE', { sheet: 'Table data.csv', cell: 'B7', found: '?' }),
            when: '2026-11-21 18:40',
          },
        ],
      },
    ],
  };
}

/** A few functions with texts as long as the longest, and every sheet. */
export function helpOf(language: Language): Help {
  const text = say(language, 'UNDO_DONE', { file: 'data.csv', removed: 1, restored: 2 });
  const names = ['KPI_ATTAINMENT', 'KPI_BREAK_EVEN_ORDERS', 'KPI_ROI'];
  return {
    functions: names.map((name) => ({
      name,
      text,
      parameters: ['CTR', 'ROI', 'GMV'].map((each) => ({ name: each, label: '', text })),
      returns: text,
      example: `=${name}(A2:A, "KPI", B2:B, C2:C, 40%)`,
    })),
    sheets: SHEETS.map(({ key, titles, purpose, module }) => ({
      key,
      title: titles[language],
      purpose: purpose[language],
      isThere: module === undefined,
    })),
  };
}
