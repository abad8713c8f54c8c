import type { Material } from '../material.ts';
import type { SegmentTable, WhySection } from '../model-sections.ts';

const EMPTY: SegmentTable = { lines: [], volume: null, rate: null, whole: null };

export function whySection(_material: Material): WhySection {
  return { goal: null, drivers: [], platforms: EMPTY, accounts: EMPTY, waterfall: [] };
}
