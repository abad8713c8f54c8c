import { choice, column, type SheetTemplate, words } from '../template.ts';
import { PLATFORMS } from './choices.ts';

export const ACCOUNT_STATES = [
  choice('cold_start', 'Cold start', '冷启动'),
  choice('running', 'Running', '运营中'),
  choice('closed', 'Closed', '已停用'),
];

export const ACCOUNTS: SheetTemplate = {
  key: 'accounts',
  version: 3,
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
    column('gmv', 'money', 110, 'GMV to date', '累计 GMV', {
      managed: true,
      note: words('In the reporting currency', '按报表币种'),
    }),
    column('cost', 'money', 110, 'Cost to date', '累计成本', {
      managed: true,
      note: words(
        'In the reporting currency: booked on the account or its content, and its part of shared costs',
        '按报表币种；记在账号或其内容上的成本，以及分摊到的公共成本',
      ),
    }),
    column('roi', 'percent', 90, 'ROI', 'ROI', {
      formula: (at) => `KPI_ROI(${at('gmv')};${at('cost')})`,
      note: words('(GMV − cost) ÷ cost', '（GMV − 成本）÷ 成本'),
    }),
    column('since', 'date', 126, 'First money on', '首笔收支日期', { managed: true }),
    column('paid_back', 'date', 112, 'Paid back on', '回本日期', {
      managed: true,
      note: words(
        'First day on which the GMV to date is known to cover the cost',
        '累计 GMV 首次覆盖成本的日期',
      ),
    }),
    column('payback_days', 'count', 90, 'Payback (days)', '回本天数', {
      formula: (at) => `KPI_DAYS(${at('since')};${at('paid_back')})`,
      note: words('From the first cost or sale', '自首笔收支起'),
    }),
  ],
  names: [{ name: 'KPI_ACCOUNTS', from: 'id', to: 'id' }],
};
