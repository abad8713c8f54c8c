import { choice, column, type SheetTemplate, words } from '../template.ts';
import { PLATFORMS } from './choices.ts';

export const ACCOUNT_STATES = [
  choice('cold_start', 'Cold start', '冷启动'),
  choice('running', 'Running', '运营中'),
  choice('closed', 'Closed', '已停用'),
];

export const ACCOUNTS: SheetTemplate = {
  key: 'accounts',
  version: 2,
  titles: words('Accounts', '账号'),
  purpose: words('Every channel, shop or page that the team runs.', '团队运营的每个频道、店铺或主页。'),
  group: 'plan',
  frozenColumns: 2,
  columns: [
    column('platform', 'choice', 125, 'Platform', '平台', { choices: PLATFORMS }),
    column('id', 'id', 190, 'Account ID', '账号编号'),
    column('name', 'text', 180, 'Name', '名称'),
    column('market', 'text', 95, 'Market', '市场'),
    column('currency', 'id', 105, 'Currency', '币种', {
      note: words('ISO code, such as USD, IDR, THB', 'ISO 代码，例如 USD、IDR、THB'),
    }),
    column('time_zone', 'id', 150, 'Time zone', '时区'),
    column('owner', 'text', 150, 'Owner', '负责人', { rule: { oneOf: ['team', 'name'] } }),
    column('state', 'choice', 110, 'State', '状态', {
      choices: ACCOUNT_STATES,
    }),
  ],
  names: [{ name: 'KPI_ACCOUNTS', from: 'id', to: 'id' }],
};
