import type { InCharge } from './in-charge.ts';
import type { KpiTree } from './nodes.ts';

/**
 * The tree with people in place of the roles that own its KPIs, such as those of a model that was chosen before the
 * team was filled in.
 * @param kpis The tree as its sheet says it. @param inCharge Who is meant by a cell of owners.
 */
export function withPeople(kpis: KpiTree, { people }: Pick<InCharge, 'people'>): KpiTree {
  const nodes = kpis.nodes.map((node) =>
    node === undefined ? node : { ...node, owner: people(node.owner) },
  );
  return { ...kpis, nodes };
}
