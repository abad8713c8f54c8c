import type { Material } from '../material.ts';
import type { GuardLine } from '../model-sections.ts';

export function guardsSection(_material: Material): GuardLine[] {
  return [];
}
