import type { Material } from '../material.ts';
import type { FunnelLine } from '../model-sections.ts';

export function funnelSection(_material: Material): FunnelLine[] {
  return [];
}
