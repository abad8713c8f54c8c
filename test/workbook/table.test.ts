import { cells, emptyTable, type Table } from '../../src/workbook/table.ts';

const table: Table = { key: 'orders', title: 'Orders', rows: 3, columns: { id: ['a', 'b', null] } };

test('a column that was read is given as it is, one that was not is empty', () => {
  expect(cells(table, 'id')).toBe(table.columns.id);
  expect(cells(table, 'sku')).toEqual([null, null, null]);
  expect(cells(emptyTable('orders', 'Orders'), 'id')).toEqual([]);
});

test('asking for a column that was not read, cell by cell, makes it once', () => {
  expect(cells(table, 'sku')).toBe(cells(table, 'sku'));
  expect(cells({ ...table, rows: 5 }, 'sku')).toHaveLength(5);
});
