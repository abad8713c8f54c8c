import { type FileMapping, formatOfMapping } from '../../src/imports/mapping.ts';
import { type ImportPlan, planImport } from '../../src/imports/plan.ts';
import { readExport } from '../../src/imports/read-export.ts';
import { recognise } from '../../src/imports/recognise.ts';
import type { Tables } from '../../src/workbook/table.ts';
import { AS_OF, apply, change, counts, sentence, tablesOf } from './support.ts';

const COSTS: FileMapping = {
  name: 'Agency',
  platform: 'other',
  goal: 'costs',
  kind: 'period',
  columns: { date: 'Date', component: 'Component', account: 'Account', amount: 'Amount' },
};

function mapped(text: string, columns: readonly string[], tables: Tables = {}): ImportPlan {
  const own = Object.entries(COSTS.columns).filter(([field]) => columns.includes(field));
  const read = tablesOf(text, 'agency.csv').tables;
  const recognition = recognise(read, [formatOfMapping({ ...COSTS, columns: Object.fromEntries(own) })]);
  if ('issue' in recognition) throw new Error(recognition.issue.code);
  const made = planImport({
    fileName: 'agency.csv',
    exportRows: readExport(read[recognition.table]!, recognition, AS_OF),
    recognition,
    asOf: AS_OF,
    tables,
    language: 'en',
    who: 'ana',
    now: AS_OF + 1.5,
    importId: 'import-1',
    sentence,
  });
  if ('issue' in made) throw new Error(made.issue.code);
  return made;
}

const amounts = (made: ImportPlan): unknown[] => change(made, 'costs').appends.map(({ amount }) => amount);

describe('costs of one day', () => {
  test('of several components are all taken, and nothing changes when they come again', () => {
    const text =
      'Date,Component,Amount\n2026-07-01,Production,100\n2026-07-01,Translation,50\n2026-07-01,Staff,50\n';
    const made = mapped(text, ['date', 'component', 'amount']);
    expect(counts(made)).toMatchObject({ read: 3, taken: 3, rejected: 0 });
    expect(change(made, 'costs').appends.map(({ component, amount }) => [component, amount])).toEqual([
      ['Production', 100],
      ['Translation', 50],
      ['Staff', 50],
    ]);
    const again = mapped(text, ['date', 'component', 'amount'], apply({}, made.changes));
    expect(again.changes).toEqual([]);
  });

  test('of several accounts are all taken', () => {
    const text = 'Date,Account,Amount\n2026-07-01,shop-a,100\n2026-07-01,shop-b,70\n';
    expect(amounts(mapped(text, ['date', 'account', 'amount']))).toEqual([100, 70]);
  });

  test('that say the same are two costs, and stay two', () => {
    const columns = ['date', 'component', 'amount'];
    const text = 'Date,Component,Amount\n2026-07-01,Staff,50\n2026-07-01,Staff,50\n2026-07-01,Staff,80\n';
    const made = mapped(text, columns);
    expect(amounts(made)).toEqual([50, 50, 80]);
    const tables = apply({}, made.changes);
    expect(mapped(text, columns, tables).changes).toEqual([]);
    const turned =
      'Date,Component,Amount\n2026-07-01,Staff,80\n2026-07-01,Staff,50\n2026-07-01,Staff,50\n2026-07-01,Staff,50\n';
    const again = mapped(turned, columns, tables);
    expect(counts(again)).toMatchObject({ taken: 1, updated: 0, unchanged: 3 });
  });
});
