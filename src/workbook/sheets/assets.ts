import { settingIn } from '../formulas.ts';
import { choice, column, day, type SheetTemplate, words } from '../template.ts';
import { AS_OF } from './settings.ts';

const LICENCE_STATES = words(
  '● Valid|▲ Expiring|■ Expired|● Ended|● Ended',
  '● 有效|▲ 即将到期|■ 已过期|● 已终止|● 已终止',
);

export const ASSETS: SheetTemplate = {
  key: 'assets',
  module: 'assets',
  version: 3,
  titles: words('Asset licences', '素材版权'),
  purpose: words('Music, pictures and footage with their licences.', '音乐、图片、视频素材及其授权。'),
  group: 'data',
  frozenColumns: 1,
  columns: [
    column('asset', 'text', 200, 'Asset', '素材'),
    column('kind', 'choice', 105, 'Kind', '类型', {
      choices: [
        choice('music', 'Music', '音乐'),
        choice('image', 'Image', '图片'),
        choice('footage', 'Footage', '视频'),
        choice('font', 'Font', '字体'),
      ],
    }),
    column('licence', 'text', 140, 'Licence', '授权'),
    column('proof', 'text', 200, 'Proof', '凭证'),
    column('valid_until', 'date', 100, 'Valid until', '有效期至'),
    column('days_left', 'count', 90, 'Days left', '剩余天数', {
      formula: (at) => `KPI_DAYS(${settingIn(at, AS_OF)};${at('valid_until')})`,
      note: words('Below 0 once it has expired', '过期后为负数'),
    }),
    column('licence_state', 'text', 110, 'State', '版权状态', {
      marks: true,
      formula: (at, language) =>
        `KPI_DUE(${at('valid_until')};"";${settingIn(at, AS_OF)};${settingIn(at, 'licence_days')};"";"${LICENCE_STATES[language]}")`,
    }),
    column('markets', 'text', 120, 'Markets', '适用市场'),
    column('used_by', 'text', 180, 'Used by (content IDs)', '使用内容编号'),
  ],
  examples: [
    {
      asset: words('Example: summer track', '示例：夏日背景音乐'),
      kind: 'music',
      licence: words('Commercial, 12 months', '商用授权，12 个月'),
      proof: words('Invoice 2026-014', '发票 2026-014'),
      valid_until: day('2026-12-31'),
      markets: 'ID, TH',
      used_by: 'EXAMPLE-1',
    },
    {
      asset: words('Example: kitchen footage', '示例：厨房视频素材'),
      kind: 'footage',
      licence: words('Own work', '自有'),
      proof: words('Shooting list', '拍摄清单'),
      markets: words('All', '全部'),
      used_by: 'EXAMPLE-2',
    },
  ],
};
