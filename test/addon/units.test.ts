/** Figures of several KPIs in one column: each row names its unit and is shown in it. */
import { LANGUAGES } from '../../src/workbook/template.ts';
import { bench, call, importText, loadRows, serial, sheetTitled, valuesOf } from '../start/bench.ts';
import { youtube } from '../start/export.ts';

const TITLES = { en: ['Targets', 'Actions'], 'zh-CN': ['目标', '行动项'] } as const;
const UNITS = { en: ['count', '%'], 'zh-CN': ['次数', '%'] } as const;

test.each(LANGUAGES)('targets and actions name the unit of their KPI and show it (%s)', (language) => {
  const machine = bench({ language });
  const bringIn = (views: number, asOf: string) =>
    importText(
      machine,
      youtube([{ id: 'F3HVs95pagk', published: 'Jan 5, 2026', likes: 5, views, hours: 1 }]),
      {
        asOf,
        account: 'art',
      },
    );
  bringIn(100, '2026-07-26');
  const [targets, actions] = TITLES[language];
  loadRows(machine, 'tree', [
    { id: 'my.views', parent: '', name: 'My views', kind: 'metric', metric: 'views' },
    { id: 'my.rate', parent: 'my.views', name: 'My rate', kind: 'influence', metric: 'engagement_rate' },
  ]);
  const [from, to] = [serial('2026-07-01'), serial('2026-09-30')];
  loadRows(machine, 'targets', [
    { node: 'my.views', from, to, target: 12800 },
    { node: 'my.rate', from, to, target: 0.0042, low: 0.003 },
    { node: 'nobody', from, to, target: 7 },
  ]);
  loadRows(machine, 'actions', [{ id: '2026-W30-1', node: 'my.rate', week: '2026-W30', expected: 0.012 }]);
  bringIn(170, '2026-08-02');
  call(machine, 'writeReview', { week: '2026-W31' });

  const column = (title: string, key: string): unknown[] => {
    const shown = valuesOf(machine, title, 'FORMATTED_VALUE');
    const at = sheetTitled(machine, title) && (shown[0]?.indexOf(key) ?? -1);
    return shown.slice(1).map((row) => row[at] ?? '');
  };
  const [unit, target, low, expected] =
    language === 'en' ? ['Unit', 'Target', 'Low', 'Expected effect'] : ['单位', '目标值', '下限', '预期效果'];
  expect(column(targets, unit)).toEqual([...UNITS[language], '']);
  expect(column(targets, target)).toEqual(['12,800', '0.420%', '7']);
  expect(column(targets, low).slice(0, 2)).toEqual(['', '0.300%']);
  expect(column(actions, unit)).toEqual(['%']);
  expect(column(actions, expected)).toEqual(['1.20%']);
});
