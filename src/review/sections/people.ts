import type { Material } from '../material.ts';
import type { ActionLine } from '../model.ts';
import type { PersonLine } from '../model-sections.ts';

export function peopleSection(_material: Material, _open: readonly ActionLine[]): PersonLine[] {
  return [];
}
