import { isoDate } from '../../kpi/calendar.ts';
import { formatDay, formatTimes } from '../../text/format.ts';
import { say } from '../../text/index.ts';
import { dayOfCellText, numberOfCell, textOfCell } from '../../workbook/cells.ts';
import { isExample } from '../../workbook/examples.ts';
import { cells } from '../../workbook/table.ts';
import { dailySales } from '../daily-sales.ts';
import type { Material } from '../material.ts';
import type { ContentSection } from '../model.ts';
import type { GuardLine } from '../model-sections.ts';
import { guardLine } from './guard.ts';

/** Content with so many times the usual views is hot. */
const HOT = 1.5;

type Stock = {
  readonly name: string;
  readonly stock: number;
  readonly eta: number | null;
  /** Days that the stock lasts; null where daily sales are not known. */
  readonly cover: number | null;
};

function stocksBySku({ table, ledger, today }: Material): ReadonlyMap<string, Stock> {
  const products = table('products');
  const salesOf = dailySales(ledger.orders, today);
  const found = new Map<string, Stock>();
  cells(products, 'sku').forEach((cell, row) => {
    const sku = textOfCell(cell);
    const stock = numberOfCell(cells(products, 'stock')[row]);
    if (sku === '' || isExample(sku) || typeof stock !== 'number') return;
    const sales = salesOf(sku);
    const eta = dayOfCellText(cells(products, 'eta')[row] ?? null);
    found.set(sku, {
      name: textOfCell(cells(products, 'name')[row]) || sku,
      stock,
      eta: typeof eta === 'number' ? eta : null,
      cover: sales === null || sales <= 0 ? null : stock / sales,
    });
  });
  return found;
}

/** Content, and how many times the usual views it has. */
type Hot = { readonly title: string; readonly times: number; readonly owner: string };

/** The hottest content of each product, by SKU. */
function hotBySku(content: ContentSection, material: Material): ReadonlyMap<string, Hot> {
  // Of all its days an item stays hot long after nobody watches it any more.
  if (content.basis !== 'week') return new Map();
  const skus = cells(material.table('content'), 'product');
  const rows = new Map(
    [...material.facts.contents].map(([key, { row }]) => [key.slice(key.lastIndexOf('\u001f') + 1), row]),
  );
  const found = new Map<string, Hot>();
  for (const { id, title, index, owner } of content.best) {
    const sku = textOfCell(skus[rows.get(id) ?? -1]);
    if (sku === '' || index === null || index < HOT || found.has(sku)) continue;
    found.set(sku, { title, times: index, owner });
  }
  return found;
}

/** Products that ran out or soon will, behind content that is hot this week. */
export function stockGuards(material: Material, content: ContentSection): GuardLine[] {
  const { language, coverLow } = material.settings;
  const stocks = stocksBySku(material);
  return [...hotBySku(content, material)].flatMap(([sku, { title, times, owner }]): GuardLine[] => {
    const stock = stocks.get(sku);
    if (stock === undefined) return [];
    const isOut = stock.stock <= 0;
    const cover = isOut ? 0 : stock.cover;
    if (cover === null || (!isOut && cover >= coverLow)) return [];
    const parts = {
      ...{ status: isOut ? ('red' as const) : ('amber' as const), subject: sku, name: stock.name },
      ...{ found: cover, limit: coverLow, unit: 'days', owner },
    };
    const eta =
      stock.eta === null
        ? say(material.voice, 'GUARD_NO_SUPPLY')
        : say(material.voice, 'GUARD_SUPPLY', { day: formatDay(isoDate(stock.eta), language) });
    const values = {
      ...{ name: stock.name, sku, title, eta },
      times: formatTimes(times, language),
      days: Math.floor(cover),
    };
    const code = isOut ? 'GUARD_STOCK_OUT' : 'GUARD_STOCK_LOW';
    return [guardLine(material.voice, isOut ? 'stock_out' : 'stock_low', parts, code, values)];
  });
}
