import type { ListField, ListOption } from './list-fields.ts';
import { type Attribution, SETTINGS } from './sheets/settings.ts';
import { type Language, type Words, words } from './template.ts';

/** Bounds of the settings that are numbers, ends included. */
export const SETTING_BOUNDS = {
  review_hour: [0, 23],
  review_day: [1, 7],
  hide_after_weeks: [1, 520],
  close_after_days: [1, 60],
  fiscal_year_end: [1, 12],
  green: [0, 10],
  amber: [0, 10],
  score_cap: [0.1, 10],
  cold_start_items: [0, 1000],
  sla_hours: [1, 720],
  warn_days: [0, 365],
  licence_days: [0, 365],
  cover_enough: [0, 365],
  cover_low: [0, 365],
  channel_share: [0.1, 1],
} as const satisfies Readonly<Record<string, readonly [low: number, high: number]>>;

export type NumberSetting = keyof typeof SETTING_BOUNDS;

const LANGUAGE_OPTIONS: readonly ListOption[] = [
  { value: 'en', text: 'English' },
  { value: 'zh-CN', text: '简体中文' },
];

const ATTRIBUTION_WORDS: Readonly<Record<Attribution, Words>> = {
  last: words('All to the last item', '全部归末次内容'),
  first: words('All to the first item', '全部归首次内容'),
  linear: words('Shared alike', '平均分配'),
  position: words('40 % first, 40 % last', '首次、末次各 40%'),
};

type Control = Pick<ListField, 'kind' | 'isWhole'> & {
  /** Where what the sheet says of it is about how to type it. */
  readonly hint?: Words;
};

const whole: Control = { kind: 'number', isWhole: true };
const NO_HINT = words('', '');

/** How each setting is chosen, by group; those of the automation have a place of their own in the sidebar. */
const CONTROLS: readonly (readonly [group: Words, Readonly<Record<string, Control>>])[] = [
  [
    words('General', '通用'),
    {
      language: {
        kind: 'choice',
        hint: words('Of reviews and messages from now on', '用于之后的复盘和消息'),
      },
      currency: { kind: 'currency' },
      fiscal_year_end: { kind: 'month', hint: NO_HINT },
    },
  ],
  [
    words('Attainment', '达成'),
    {
      green: { kind: 'percent', hint: words('Attainment from which a KPI is green', '达成率达到多少为绿灯') },
      amber: { kind: 'percent', hint: words('Below it a KPI is red', '低于此值为红灯') },
      score_cap: { kind: 'percent' },
    },
  ],
  [
    words('Content and orders', '内容与订单'),
    {
      cold_start_items: whole,
      attribution: {
        kind: 'choice',
        hint: words('Who gets an order that several items led to', '多条内容带来同一订单时归谁'),
      },
      channel_share: {
        kind: 'percent',
        hint: words('Share of GMV of one platform or account', '单个平台或账号占 GMV 的比例'),
      },
    },
  ],
  [
    words('Reviews and mail', '复盘与邮件'),
    { close_after_days: whole, hide_after_weeks: whole, recipients: { kind: 'text' } },
  ],
  [
    words('Reminders', '提醒'),
    {
      sla_hours: { kind: 'number' },
      warn_days: whole,
      licence_days: whole,
      cover_enough: whole,
      cover_low: whole,
    },
  ],
];

function optionsOf(key: string, language: Language): readonly ListOption[] {
  if (key === 'language') return LANGUAGE_OPTIONS;
  if (key !== 'attribution') return [];
  return Object.entries(ATTRIBUTION_WORDS).map(([value, each]) => ({ value, text: each[language] }));
}

/**
 * The settings that people change in the sidebar, in groups.
 * @param language Language of labels and hints.
 * @returns A field a setting; its key is that of the setting.
 */
export function settingFields(language: Language): ListField[] {
  return CONTROLS.flatMap(([group, controls]) =>
    Object.entries(controls).flatMap(([key, { kind, isWhole, hint }]): ListField[] => {
      const setting = SETTINGS.find((each) => each.key === key);
      if (setting === undefined) return [];
      const [low, high] = SETTING_BOUNDS[key as NumberSetting] ?? [];
      return [
        {
          key,
          kind,
          label: setting.name[language],
          hint: (hint ?? setting.meaning)[language],
          options: optionsOf(key, language),
          group: group[language],
          ...(low === undefined || high === undefined ? {} : { low, high }),
          ...(isWhole === undefined ? {} : { isWhole }),
        },
      ];
    }),
  );
}
