import type { RowValues } from '../workbook/table.ts';
import type { Language, Words } from '../workbook/template.ts';
import type { Account, Format, FormatProfile } from './types.ts';

const same = (name: string): Words => ({ en: name, 'zh-CN': name });
const person = (en: string, zh: string): Words => ({ en, 'zh-CN': zh });

/** The people of the team by what they do. */
export const PEOPLE = {
  owner: person('Lin Yue', '林悦'),
  planners: [person('Zhou Mingxuan', '周明轩'), same('Hannah Brooks')],
  editors: [person('Wang Siqi', '王思琪'), person('Li Haoran', '李浩然'), same('Ploy Srisawat')],
  writers: [same('Megan Doyle'), same('Ayu Wulandari'), same('Kanya Thongdee')],
  operators: {
    us: person('Zhao Yifan', '赵一凡'),
    id: same('Rizky Pratama'),
    th: same('Nattapong Wongsa'),
    youtube: same('Emily Carter'),
    instagram: person('He Jiaqi', '何佳琪'),
  },
  service: person('Sun Xiaoting', '孙晓婷'),
  analyst: person('Wu Kai', '吴凯'),
};

const profile = (
  format: Format,
  perWeek: number,
  views: number,
  conversion: number,
  ctr = 0,
): FormatProfile => ({
  format,
  perWeek,
  views,
  conversion,
  ctr,
});

/** Five accounts in three markets. Rates are those of a mid-sized shop for small home devices. */
export const ACCOUNTS: readonly Account[] = [
  {
    id: 'velmoo_us',
    name: 'Velmoo US',
    platform: 'tiktok_shop',
    market: 'US',
    language: 'en',
    currency: 'USD',
    timeZone: 'America/Los_Angeles',
    operator: PEOPLE.operators.us,
    completion: 0.287,
    liking: 0.034,
    formats: [profile('short_video', 4, 10400, 0.0198, 0.0308), profile('live', 1, 4900, 0.0178, 0.0382)],
  },
  {
    id: 'velmoo_id',
    name: 'Velmoo Indonesia',
    platform: 'tiktok_shop',
    market: 'ID',
    language: 'id',
    currency: 'IDR',
    timeZone: 'Asia/Jakarta',
    operator: PEOPLE.operators.id,
    completion: 0.318,
    liking: 0.047,
    formats: [profile('short_video', 4, 14200, 0.0183, 0.0277), profile('live', 1, 7100, 0.0167, 0.0361)],
  },
  {
    id: 'velmoo_th',
    name: 'Velmoo Thailand',
    platform: 'tiktok_shop',
    market: 'TH',
    language: 'th',
    currency: 'THB',
    timeZone: 'Asia/Bangkok',
    operator: PEOPLE.operators.th,
    completion: 0.264,
    liking: 0.041,
    formats: [profile('short_video', 3, 10900, 0.0191, 0.0296), profile('live', 1, 5600, 0.0172, 0.0367)],
  },
  {
    id: 'UCvelmooHomeUS_4tq1xR7w',
    name: 'Velmoo Home (YouTube)',
    platform: 'youtube',
    market: 'US',
    language: 'en',
    currency: 'USD',
    timeZone: 'America/Los_Angeles',
    operator: PEOPLE.operators.youtube,
    completion: 0,
    liking: 0.029,
    formats: [profile('short_video', 2, 9300, 0.00052), profile('long_video', 2, 12600, 0.00072)],
  },
  {
    id: '17841459302746618',
    name: 'velmoo.home (Instagram)',
    platform: 'instagram',
    market: 'US',
    language: 'en',
    currency: 'USD',
    timeZone: 'America/Los_Angeles',
    operator: PEOPLE.operators.instagram,
    completion: 0,
    liking: 0.038,
    formats: [
      profile('short_video', 3, 8300, 0.00051),
      profile('carousel', 1, 4100, 0.00072),
      profile('image', 1, 3200, 0.00062),
    ],
  },
];

/** Rows of the sheet `accounts`. */
export function accountRows(language: Language): RowValues[] {
  return ACCOUNTS.map((account) => ({
    platform: account.platform,
    id: account.id,
    name: account.name,
    market: account.market,
    currency: account.currency,
    time_zone: account.timeZone,
    owner: account.operator[language],
    state: 'running',
  }));
}

const mailOf = (name: Words): string => `${name.en.toLowerCase().replace(/ /g, '.')}@velmoo.example`;

/**
 * Rows of the sheet `team`.
 * @param nodesOf IDs of the KPIs that a person owns, by the name as written in the tree.
 */
export function teamRows(language: Language, nodesOf: (owner: string) => readonly string[]): RowValues[] {
  const roles: readonly [string, readonly Words[]][] = [
    ['owner', [PEOPLE.owner]],
    ['planner', PEOPLE.planners],
    ['editor', PEOPLE.editors],
    ['writer', PEOPLE.writers],
    ['operator', Object.values(PEOPLE.operators)],
    ['service', [PEOPLE.service]],
    ['analyst', [PEOPLE.analyst]],
  ];
  return roles.flatMap(([role, names]) =>
    names.map((name) => {
      const nodes = nodesOf(name[language]).join(', ');
      return { name: name[language], email: mailOf(name), role, ...(nodes === '' ? {} : { nodes }) };
    }),
  );
}

/** Rows of the sheet `settings` that differ from, or confirm, the defaults; they are matched by `key`. */
export function settingRows(language: Language): RowValues[] {
  return [
    { key: 'language', value: language },
    { key: 'currency', value: 'USD' },
  ];
}
