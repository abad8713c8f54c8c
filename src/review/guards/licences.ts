import { isoDate } from '../../kpi/calendar.ts';
import { formatDay } from '../../text/format.ts';
import type { Language } from '../../text/index.ts';
import { listed, listedOnce } from '../../text/row.ts';
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

type Using = { readonly title: string; readonly day: number; readonly key: string };

/** Content by id, with the day of its publication, 0 before it; several accounts may have one of an id, and the latest counts. */
function contentById({ facts }: Material): Map<string, Using> {
  const found = new Map<string, Using>();
  for (const [key, { title, published }] of facts.contents) {
    const id = key.slice(key.lastIndexOf('\u001f') + 1);
    const day = published ?? 0;
    if (day >= (found.get(id)?.day ?? 0)) found.set(id, { title, day, key });
  }
  return found;
}

/** So many titles of the content that uses a licence are named. */
const NAMED = 3;

function titlesOf(published: readonly Using[], language: Language): string {
  const titles = published.slice(0, NAMED).map(({ title }) => title);
  const quoted = titles.map((title) => (language === 'zh-CN' ? `《${title}》` : `“${title}”`));
  return listed(quoted, language);
}

/** Licences that ran out, those that content was published with since first, and those that will soon. */
export function licenceGuards(material: Material): GuardLine[] {
  const { settings, today, inCharge } = material;
  const { language, licenceDays } = settings;
  const contents = contentById(material);
  return assetsOf(material).flatMap(({ name, until, usedBy }): GuardLine[] => {
    const left = until - today;
    const using = usedBy.flatMap((id) => contents.get(id) ?? []);
    const since = using.filter(({ day }) => day > until);
    const concerned = since.length > 0 ? since : using;
    const owner = listedOnce(
      concerned.map(({ key }) => inCharge.content(key)),
      language,
    );
    const parts = { subject: name, name, found: left, limit: 0, unit: 'days', owner };
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
