import { isoDate } from '../../kpi/calendar.ts';
import { formatDay } from '../../text/format.ts';
import type { Language } from '../../text/index.ts';
import { dayOfCellText, textOfCell } from '../../workbook/cells.ts';
import { isExample } from '../../workbook/examples.ts';
import { cells } from '../../workbook/table.ts';
import type { Material } from '../material.ts';
import type { GuardLine } from '../model-sections.ts';
import { guardLine } from './guard.ts';

const SEPARATORS = /[,，、;；\s]+/;

type Asset = { readonly name: string; readonly until: number; readonly usedBy: readonly string[] };

function assetsOf({ table }: Material): Asset[] {
  const assets = table('assets');
  return cells(assets, 'asset').flatMap((cell, row): Asset[] => {
    const until = dayOfCellText(cells(assets, 'valid_until')[row] ?? null);
    const used = textOfCell(cells(assets, 'used_by')[row]).split(SEPARATORS);
    if (typeof until !== 'number' || used.some(isExample)) return [];
    return [{ name: textOfCell(cell), until, usedBy: used.filter((id) => id !== '') }];
  });
}

type Published = { readonly title: string; readonly day: number };

/** Published content by id; several accounts may have one of an id, and the latest counts. */
function publishedById({ facts }: Material): Map<string, Published> {
  const found = new Map<string, Published>();
  for (const [key, { title, published: day }] of facts.contents) {
    const id = key.slice(key.lastIndexOf('\u001f') + 1);
    if (day !== null && day > (found.get(id)?.day ?? 0)) found.set(id, { title, day });
  }
  return found;
}

/** So many titles of the content that uses a licence are named. */
const NAMED = 3;

function titlesOf(published: readonly Published[], language: Language): string {
  const titles = published.slice(0, NAMED).map(({ title }) => title);
  return language === 'zh-CN'
    ? titles.map((title) => `《${title}》`).join('、')
    : titles.map((title) => `“${title}”`).join(', ');
}

/** Licences that ran out, those that content was published with since first, and those that will soon. */
export function licenceGuards(material: Material): GuardLine[] {
  const { settings, today } = material;
  const { language, licenceDays } = settings;
  const contents = publishedById(material);
  return assetsOf(material).flatMap(({ name, until, usedBy }): GuardLine[] => {
    const left = until - today;
    const since = usedBy.flatMap((id) => {
      const found = contents.get(id);
      return found !== undefined && found.day > until ? [found] : [];
    });
    const parts = { subject: name, name, found: left, limit: 0, unit: 'days' };
    const values = { name, day: formatDay(isoDate(until), language), days: Math.abs(left) };
    if (left >= 0) {
      if (left > licenceDays) return [];
      const soon = { ...parts, limit: licenceDays, status: 'amber' as const };
      return [guardLine(material.voice, 'licence_expiring', soon, 'GUARD_LICENCE_SOON', values)];
    }
    const status = since.length > 0 ? ('red' as const) : ('amber' as const);
    const code = since.length > 0 ? 'GUARD_LICENCE_USED' : 'GUARD_LICENCE_OVER';
    const more = { ...values, count: since.length, content: titlesOf(since, language) };
    return [guardLine(material.voice, 'licence_expired', { ...parts, status }, code, more)];
  });
}
