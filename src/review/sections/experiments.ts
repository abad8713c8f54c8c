import type { Material } from '../material.ts';
import type { ExperimentLine } from '../model-sections.ts';

export function experimentsSection(_material: Material): ExperimentLine[] {
  return [];
}
