import type { Material } from '../material.ts';
import type { PublishingSection } from '../model-sections.ts';

export function publishingSection(_material: Material): PublishingSection {
  const counts = { planned: 0, onTime: 0, late: 0, missing: 0, unplanned: 0, adherence: null };
  return { lines: [], total: { platform: '', account: '', ...counts }, overdue: [] };
}
