/** The sample team's script as the add-on hands it out: it makes rows that the workbook takes. */
import { createContext, runInContext } from 'node:vm';
import type { Piece } from '../../sidebar/sample/load.ts';
import { bench, call } from '../start/bench.ts';

test('the script that the sidebar fetches makes rows for this workbook', () => {
  const machine = bench({ language: 'zh-CN' });
  const { html } = call(machine, 'sampleScript', {});
  expect(html).toMatch(/^<script>[\s\S]*<\/script>\n$/);
  const page = createContext({});
  runInContext(html.replace(/^<script>|<\/script>\n$/g, ''), page);
  const make = (page as { contentKpiSample?: (state: unknown) => readonly Piece[] }).contentKpiSample;
  const pieces = make?.(call(machine, 'sidebarState', {})) ?? [];
  const sheets = new Set(pieces.flatMap(({ tables }) => tables.map(({ sheet }) => sheet)));
  expect([...sheets]).toEqual(
    expect.arrayContaining(['tree', 'targets', 'content', 'performance', 'orders']),
  );
  // Optional sheets are not there yet.
  expect(sheets.has('assets')).toBe(false);
  const rows = pieces.flatMap(({ tables }) => tables).reduce((sum, table) => sum + table.rows.length, 0);
  const added = pieces.reduce((sum, piece) => sum + call(machine, 'loadRows', piece).added, 0);
  expect(added).toBe(rows - (pieces[0]?.tables.find(({ sheet }) => sheet === 'settings')?.rows.length ?? 0));
});
