import { column, type SheetTemplate, words } from '../template.ts';
import { DIRECTIONS, FORMATS, METHODS, NODE_KINDS, OPERATORS, PLATFORMS, SOURCES, UNITS } from './choices.ts';

/** The KPI tree: one row a node; id, parent, operator and coefficient adjoin, so that KPI_TREE takes them as one range. */
export const TREE: SheetTemplate = {
  key: 'tree',
  version: 4,
  titles: words('KPI tree', 'KPI 树'),
  purpose: words(
    'The goal, taken apart into KPIs with owners. One row is one KPI.',
    '把目标拆成有负责人的 KPI，一行一个 KPI。',
  ),
  group: 'plan',
  frozenColumns: 1,
  columns: [
    column('id', 'id', 200, 'KPI ID', 'KPI 编号', {
      note: words('Short and unique, such as gmv.tiktok', '简短且唯一，例如 gmv.tiktok'),
    }),
    column('parent', 'id', 150, 'Parent', '上级', {
      rule: { oneOf: ['tree', 'id'] },
      note: words('ID of the KPI above; empty for the goal', '上级 KPI 的编号；总目标留空'),
    }),
    column('operator', 'choice', 160, 'Children make it by', '下级合成方式', {
      choices: OPERATORS,
      note: words(
        'How the KPIs below make this one: sum, product, ratio (first ÷ second), difference (first − rest). Empty at the bottom.',
        '下级 KPI 如何得出本 KPI：求和、乘积、比率（第一个÷第二个）、差（第一个减其余）。最底层留空。',
      ),
    }),
    column('coefficient', 'number', 125, 'Coefficient', '系数', {
      note: words(
        'Factor of this KPI in its parent; empty means 1. Of a constant, its number.',
        '本 KPI 在上级中的系数；留空为 1。常数在此填写其数值。',
      ),
    }),
    column('name', 'text', 200, 'KPI', 'KPI 名称'),
    column('kind', 'choice', 110, 'Kind', '类型', { choices: NODE_KINDS }),
    column('metric', 'id', 180, 'Metric', '指标代码', {
      note: words('Such as gmv, views, cvr, completion_rate', '例如 gmv、views、cvr、completion_rate'),
    }),
    column('source', 'choice', 130, 'Source', '数据来源', { choices: SOURCES }),
    column('platform', 'choice', 125, 'Platform', '平台', {
      choices: PLATFORMS,
      note: words('Empty means all', '留空表示全部'),
    }),
    column('market', 'text', 95, 'Market', '市场'),
    column('account', 'id', 175, 'Account', '账号', { rule: { oneOf: ['accounts', 'id'] } }),
    column('format', 'choice', 125, 'Format', '内容形式', { choices: FORMATS }),
    column('unit', 'choice', 100, 'Unit', '单位', { choices: UNITS }),
    column('direction', 'choice', 165, 'Direction', '方向', { choices: DIRECTIONS }),
    column('method', 'choice', 105, 'Method', '达成算法', { choices: METHODS }),
    column('weight', 'number', 95, 'Weight', '权重', { rule: { low: 0 } }),
    column('green', 'percent', 100, 'Green from', '绿灯线', { rule: { low: 0 } }),
    column('amber', 'percent', 105, 'Amber from', '黄灯线', { rule: { low: 0 } }),
    column('owner', 'text', 150, 'Owner', '负责人', { rule: { oneOf: ['team', 'name'] } }),
    column('watchers', 'text', 120, 'Watchers', '知会人'),
    column('guardrail', 'id', 200, 'Guardrail', '护栏 KPI', {
      rule: { oneOf: ['tree', 'id'] },
      note: words(
        'ID of the KPI that must not fall while this one rises',
        '本 KPI 上升时不得下降的 KPI 编号',
      ),
    }),
    column('baseline', 'number', 166, 'Baseline of the week', '本周基线', {
      managed: true,
      note: words(
        'Of the last reviewed week: filled from the sheet Targets when a review is written, for KPIs with the method Baseline',
        '指最近一次复盘的那一周，生成复盘时由“目标”表自动填入；用于达成算法为“基线法”的 KPI',
      ),
    }),
    column('target', 'number', 110, 'Plan of the week', '本周目标', {
      managed: true,
      note: words(
        'Of the last reviewed week: filled from the sheet Targets when a review is written',
        '指最近一次复盘的那一周，生成复盘时由“目标”表自动填入',
      ),
    }),
    column('actual', 'number', 115, 'Actual of the week', '本周实际', {
      managed: true,
      note: words(
        'Of the last reviewed week: filled from the imported data when a review is written',
        '指最近一次复盘的那一周，生成复盘时由导入的数据自动填入',
      ),
    }),
    column('attainment', 'percent', 125, 'Attainment', '达成率', {
      formula: (at) => `KPI_ATTAINMENT(${at('actual')};${at('target')};${at('direction')};${at('baseline')})`,
    }),
    column('status', 'text', 90, 'Status', '状态', {
      marks: true,
      formula: (at, language) =>
        language === 'zh-CN'
          ? `KPI_STATUS(${at('attainment')};${at('green')};${at('amber')};"● 绿|▲ 黄|■ 红")`
          : `KPI_STATUS(${at('attainment')};${at('green')};${at('amber')};"● Green|▲ Amber|■ Red")`,
    }),
    column('note', 'text', 220, 'Note', '备注'),
  ],
  names: [
    { name: 'KPI_NODES', from: 'id', to: 'coefficient' },
    { name: 'KPI_PLANS', from: 'target', to: 'target' },
    { name: 'KPI_ACTUALS', from: 'actual', to: 'actual' },
  ],
};
