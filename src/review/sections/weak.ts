import { isoDate } from '../../kpi/calendar.ts';
import type { Material } from '../material.ts';
import type { WeakSection } from '../model-sections.ts';

export function weakSection({ periods }: Material): WeakSection {
  const [from, to] = [isoDate(periods.week.from), isoDate(periods.week.to)];
  return { metric: 'views', from, to, items: 0, tried: 0, lines: [], tooFew: [] };
}
