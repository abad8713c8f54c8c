import type { FormatSpec } from './spec.ts';

/** Identifiers of videos and rooms, also at the end of a link. */
export const TIKTOK_IDS = ['(?:^|/(?:video|photo)/)(\\d{15,20})(?=$|[?/])', '7658657266417994504'] as const;

const DATE = 'Date | Fecha';

/** TikTok Studio: what a creator downloads. Days stand without their year. */
export const TIKTOK: readonly FormatSpec[] = [
  {
    key: 'tiktok.content',
    name: 'TikTok Studio, content',
    goal: 'content',
    kind: 'cumulative',
    columns: {
      'id!': 'Video link | Enlace del video',
      title: 'Video title | Título del video',
      published: 'Post time | Hora de publicación',
      'views!': 'Total views | Visualizaciones totales',
      likes: 'Total likes | Me gusta totales',
      comments: 'Total comments | Comentarios totales',
      shares: 'Total shares | Veces compartido',
      saves: 'Add to favorites',
      'play_time:duration': 'Total play time',
      'average:duration': 'Average watch time | Tiempo promedio de visualización',
      finish_rate: 'Watched full video',
    },
    ids: TIKTOK_IDS,
    accountPattern: '@([\\w.]+)/',
    derived: [
      'completed_views = views * finish_rate',
      'watch_hours = play_time / 3600',
      'watch_hours = views * average / 3600',
    ],
    fileWords: ['content'],
  },
  {
    key: 'tiktok.overview',
    name: 'TikTok Studio, overview',
    goal: 'account',
    columns: {
      'date!': DATE,
      'views?': 'Video Views | Visualizaciones de videos',
      likes: 'Likes | Me gusta',
      comments: 'Comments | Comentarios',
      shares: 'Shares | Veces compartido',
    },
    net: true,
    fileWords: ['overview'],
  },
  {
    key: 'tiktok.followers',
    name: 'TikTok Studio, follower history',
    goal: 'account',
    columns: {
      'date!': DATE,
      'new_followers?': 'Difference in followers from previous day',
      'followers:count': 'Followers',
    },
    net: true,
    fileWords: ['followerhistory'],
  },
  {
    key: 'tiktok.viewers',
    name: 'TikTok Studio, viewers',
    goal: 'none',
    columns: { 'date?': DATE, 'viewers:count?': 'Total Viewers' },
    fileWords: ['viewers'],
  },
  {
    key: 'tiktok.audience',
    name: 'TikTok Studio, audience',
    goal: 'none',
    columns: { 'group:text?': 'Gender | Top territories', 'share?': 'Distribution' },
    fileWords: ['followergender', 'followertopterritories'],
  },
];
