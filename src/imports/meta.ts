import type { FormatSpec } from './spec.ts';

const IDS = ['^(\\d{8,20}(?:_\\d{8,20})?)$', '18034567890123456'] as const;

/** Columns of both exports of posts. */
const POSTS = {
  'id!': 'Post ID',
  duration: 'Duration (sec)',
  'published?': 'Publish time',
  format: 'Post type',
  'account_name:text': 'Account name | Page name',
  'views?': 'Views',
  comments: 'Comments',
  shares: 'Shares',
};

/** Meta Business Suite. */
export const META: readonly FormatSpec[] = [
  {
    key: 'instagram.posts',
    name: 'Instagram posts (Meta Business Suite)',
    goal: 'content',
    kind: 'cumulative',
    columns: {
      ...POSTS,
      title: 'Description',
      'account?': 'Account username',
      likes: 'Likes',
      new_followers: 'Follows',
      saves: 'Saves',
    },
    ids: IDS,
    dateOrder: 'mdy',
  },
  {
    key: 'facebook.posts',
    name: 'Facebook posts (Meta Business Suite)',
    goal: 'content',
    kind: 'cumulative',
    columns: {
      ...POSTS,
      title: 'Title | Description',
      'account?': 'Page ID',
      likes: 'Reactions',
      views_3s: '3-second video views',
      impressions: 'Impressions',
      clicks: 'Total clicks',
      revenue_ads: 'Estimated earnings',
      'seconds:decimal': 'Seconds viewed',
      'average:decimal': 'Average Seconds viewed',
    },
    ids: IDS,
    derived: ['watch_hours = seconds / 3600', 'watch_hours = views * average / 3600'],
    dateOrder: 'mdy',
  },
  {
    // One metric a file. Its title stands above the headers, which are only "Date" and "Primary".
    key: 'facebook.days',
    name: 'Meta Business Suite, one metric by day',
    platformWords: { instagram: 'instagram' },
    goal: 'account',
    columns: {
      'date!': 'Date | 日期',
      'figure:decimal?': 'Primary',
      views: 'Primary: Views | Primary: 浏览量',
      clicks: 'Primary: Link clicks | Primary: 链接点击量',
      new_followers: 'Primary: Follows | Primary: 关注数',
      revenue_ads: 'Primary: Revenue | Primary: Earnings | Primary: 收入',
    },
    dateOrder: 'mdy',
    // The title of the metric is the name of the file.
    fileWords: [
      '=views',
      '=viewers',
      '=reach',
      '=interactions',
      '=content interactions',
      '=link clicks',
      '=visits',
      '=follows',
      '=revenue',
      '=earnings',
      '=浏览量',
      '=浏览者',
      '=覆盖人数',
      '=互动',
      '=内容互动量',
      '=链接点击量',
      '=访问量',
      '=关注数',
      '=收入',
    ],
    net: true,
  },
];
