/** Section 2 as it is drawn, from its plain data. */
import type { TreeLine } from '../../src/review/model.ts';
import { renderTree } from '../../src/review/render/tree.ts';
import { COLORS } from '../../src/workbook/formats.ts';
import type { Language } from '../../src/workbook/template.ts';
import { shown } from './shown.ts';

const FIGURE = { value: 5, days: 7, of: 7, estimated: false };
const SIGNAL = 14;

const drawn = (line: Partial<TreeLine>, language: Language = 'en') => {
  const kpi = {
    ...{ id: 'n', name: 'N', depth: 0, owner: '', unit: 'count', explanation: '', status: 'none', weeks: [] },
    ...{
      actual: FIGURE,
      mtd: FIGURE,
      qtd: FIGURE,
      signal: 'none',
      assurance: null,
      unexplained: null,
      ...line,
    },
  };
  const { cell, rowOf } = shown(renderTree, { language, period: { kind: 'week' }, tree: [kpi] } as never);
  return cell(rowOf('tree:n:signal'), SIGNAL);
};

test.each([
  ['improvement', null, '▲ Improvement'],
  ['concern', 'by luck', '▼ Concern'],
  ['none', 'never', 'No signal, plan out of reach'],
  ['concern', 'never', '▼ Concern, plan out of reach'],
] as const)('a KPI that calls for a look stands out: %s, plan met %s', (signal, assurance, text) => {
  const { value, format } = drawn({ signal, assurance });
  expect([value, format?.textFormat]).toEqual([text, { bold: true }]);
});

test.each([
  ['none', null, 'No signal'],
  ['not_enough_data', 'by luck', 'Too few weeks'],
  ['none', 'always', 'No signal, plan is safe'],
] as const)('one that does not is quiet: %s, plan met %s', (signal, assurance, text) => {
  const { value, format } = drawn({ signal, assurance });
  expect([value, format?.textFormat]).toEqual([text, { foregroundColor: COLORS.quiet }]);
});

test('in Chinese both stand with a Chinese comma between them', () => {
  expect(drawn({ signal: 'concern', assurance: 'never' }, 'zh-CN').value).toMatch(
    /^▼ [^,A-Za-z]+，[^,A-Za-z]+$/,
  );
});
