import type { GuardLine } from '../model-sections.ts';
import type { FindingKind } from './catalogue.ts';
import { finding, type Rule } from './finding.ts';

/** Guards that are call-outs as well; what is merely to be watched stays in its section. */
function kindOf(line: GuardLine): FindingKind | null {
  const { kind, status } = line;
  switch (kind) {
    case 'licence_expired':
      return status === 'red' ? 'licence_used' : 'licence_over';
    case 'licence_expiring':
      return 'licence_soon';
    case 'stock_low':
      // Days of cover that are low and not yet urgent are for the section.
      return (line.found ?? 0) * 2 <= (line.limit ?? 0) ? 'stock_low' : null;
    case 'gamed':
    case 'unreal_target':
      return status === 'red' ? kind : null;
    // A plan that does not add up is for whoever plans, and stays so until they change it.
    case 'targets_apart':
      return null;
    default:
      return kind;
  }
}

/** What the guards found, in their own sentences. */
export const guardFindings: Rule = (found) =>
  found.review.guards.flatMap((line) => {
    const kind = kindOf(line);
    if (kind === null) return [];
    const { subject, owner, text } = line;
    const evidence = `guard:${line.kind}:${subject}`;
    return [finding(found, kind, { subject, owner, evidence, values: { text } })];
  });
