import { words } from '../template.ts';
import { influence, kpi, type Model, type ModelNode } from './model.ts';

/** Components of the sheet `costs` by who answers for them. */
const COMPONENTS: readonly (readonly [metric: string, roles: ModelNode['roles']])[] = [
  ['cost_production', ['editor', 'planner']],
  ['cost_translation', ['writer', 'planner']],
  ['cost_localisation', ['writer', 'planner']],
  ['cost_creators', ['operator']],
  ['ad_spend', ['operator']],
  ['cost_staff', ['owner']],
  ['cost_tools', ['owner']],
  ['cost_compliance', ['owner']],
  ['cost_tests', ['analyst']],
];

/** What is left of sales after what content cost. */
export const PROFIT: Model = {
  key: 'profit',
  title: words('Profit', '利润'),
  purpose: words(
    'Profit = GMV × gross margin − cost, and cost is the sum of its components.',
    '利润 = GMV × 毛利率 − 成本，成本为各组成部分之和。',
  ),
  nodes: () => [
    kpi('profit', '', '', ['owner'], {
      kind: 'formula',
      operator: 'difference',
      unit: 'money',
      name: words('Profit', '利润'),
      weight: 3,
    }),
    kpi('profit.gmv', 'profit', 'gmv', ['operator'], {
      guardrail: 'profit.roi',
      note: words(
        'Its coefficient is the gross margin: write 0.4 for 40 %. Empty counts GMV in full.',
        '系数即毛利率：40% 填 0.4。留空则按全部 GMV 计算。',
      ),
    }),
    kpi('profit.cost', 'profit', 'cost', ['owner'], { operator: 'sum' }),
    ...COMPONENTS.map(([metric, roles]) =>
      kpi(`cost.${metric.replace(/^cost_/, '')}`, 'profit.cost', metric, roles),
    ),
    influence('profit.roi', 'profit', 'roi', ['owner']),
    influence('profit.roas', 'profit.gmv', 'roas', ['operator'], { guardrail: 'profit.roi' }),
    influence('profit.refunds', 'profit.gmv', 'refund_rate', ['service']),
  ],
};
