import type { TreeField } from '../../src/addon/tree-api.ts';
import type { Say, TextCode } from './language.ts';

const NAMES: Partial<Record<TreeField, TextCode>> = {
  name: 'PIC_NAME',
  owner: 'PIC_OWNER',
  weight: 'PIC_WEIGHT',
  green: 'PIC_GREEN_FROM',
  amber: 'PIC_AMBER_FROM',
};

/** Name of a field that this page changes. */
export const fieldName = (field: TreeField, words: Say): string => words(NAMES[field] ?? 'PIC_OTHER_FIELD');
