/** Every strict rule of the local host in one list: `scripts/mutation-check.ts` switches each off once. */
import { CALL_RULES } from './calls.ts';
import { EXECUTION_RULES } from './executions.ts';
import { FORMULA_RULES } from './formulas.ts';
import { REQUEST_RULES_A_TO_L } from './requests-a-to-l.ts';
import { REQUEST_RULES_M_TO_Z } from './requests-m-to-z.ts';
import type { StrictRule } from './rule.ts';
import { REFUSAL_RULES } from './service-refusals.ts';
import { SERVICE_RULES } from './services.ts';
import { API_RULES } from './sheets-api.ts';
import { WORKBENCH_RULES } from './workbench.ts';

export type { StrictRule } from './rule.ts';
export { withoutRule } from './rule.ts';

export const STRICT_RULES: readonly StrictRule[] = [
  ...SERVICE_RULES,
  ...REFUSAL_RULES,
  ...EXECUTION_RULES,
  ...FORMULA_RULES,
  ...API_RULES,
  ...CALL_RULES,
  ...REQUEST_RULES_A_TO_L,
  ...REQUEST_RULES_M_TO_Z,
  ...WORKBENCH_RULES,
];
