import { choice, column, type SheetTemplate, words } from '../template.ts';

export const TEAM: SheetTemplate = {
  key: 'team',
  version: 3,
  titles: words('Team', '团队'),
  purpose: words('Who is in the team and what each answers for.', '团队成员及其负责的 KPI。'),
  group: 'plan',
  frozenColumns: 1,
  columns: [
    column('name', 'text', 120, 'Name', '姓名'),
    column('email', 'id', 200, 'E-mail', '邮箱'),
    column('role', 'choice', 120, 'Role', '角色', {
      choices: [
        choice('owner', 'Owner', '负责人'),
        choice('planner', 'Planner', '策划'),
        choice('editor', 'Editor', '编导'),
        choice('writer', 'Writer', '文案'),
        choice('operator', 'Operator', '运营'),
        choice('service', 'Service', '客服'),
        choice('analyst', 'Analyst', '数据分析'),
        choice('host', 'Host', '主播'),
        choice('cutter', 'Video cutter', '剪辑'),
        choice('media_buyer', 'Media buyer', '投手'),
        choice('partnerships', 'Partnerships', '商务'),
      ],
    }),
    column('nodes', 'text', 200, 'KPIs', '负责的 KPI'),
  ],
  names: [{ name: 'KPI_TEAM', from: 'name', to: 'name' }],
  examples: [
    {
      name: words('Example Lin', '示例 小林'),
      email: 'lin@example.com',
      role: 'editor',
      nodes: words('Example: completion rate', '示例：完播率'),
    },
    {
      name: words('Example Mei', '示例 小梅'),
      email: 'mei@example.com',
      role: 'operator',
      nodes: words('Example: content CTR', '示例：内容点击率'),
    },
  ],
};
