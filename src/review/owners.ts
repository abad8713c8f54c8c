import { ownersIn } from '../kpi/owners.ts';
import type { Language } from '../text/index.ts';
import { listed } from '../text/row.ts';
import type { Table } from '../workbook/table.ts';
import { teamIn } from '../workbook/team.ts';
import type { KpiTree } from './nodes.ts';

/**
 * The tree with people in place of the roles that own its KPIs, such as those of a model that was chosen before the
 * team was filled in.
 * @param kpis The tree as its sheet says it. @param team The sheet `team`.
 */
export function withPeople(kpis: KpiTree, team: Table, language: Language): KpiTree {
  const people = teamIn(team);
  const nodes = kpis.nodes.map((node) => {
    if (node === undefined) return node;
    const { names, byRole } = ownersIn(node.owner, people);
    return byRole.length === 0 ? node : { ...node, owner: listed(names, language) };
  });
  return { ...kpis, nodes };
}
