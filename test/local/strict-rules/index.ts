/** Every strict rule of the local host in one list: `scripts/mutation-check.ts` switches each off once. */
import { EXECUTION_RULES } from './executions.ts';
import type { StrictRule } from './rule.ts';
import { SERVICE_RULES } from './services.ts';
import { API_RULES } from './sheets-api.ts';

export type { StrictRule } from './rule.ts';
export { withoutRule } from './rule.ts';

export const STRICT_RULES: readonly StrictRule[] = [...SERVICE_RULES, ...EXECUTION_RULES, ...API_RULES];
