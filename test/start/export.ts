/** YouTube Studio's "Table data.csv" as text. */
export type Video = {
  id: string;
  title?: string;
  published?: string;
  duration?: number;
  likes?: number | '';
  shares?: number | '';
  views: number;
  hours: number;
  average?: string;
  subscribers?: number | '';
  impressions?: number | '';
  ctr?: number | '';
};

const HEADERS = [
  'Content',
  'Video title',
  'Video publish time',
  'Duration',
  'Likes',
  'Shares',
  'Average view duration',
  'Views',
  'Watch time (hours)',
  'Subscribers',
  'Impressions',
  'Impressions click-through rate (%)',
] as const;

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);

const sum = (videos: readonly Video[], key: 'likes' | 'shares' | 'views' | 'hours' | 'impressions'): number =>
  videos.reduce((total, video) => total + Number(video[key] || 0), 0);

function line(video: Video): string {
  const { id, title = id, published = '', duration = '', likes = '', shares = '' } = video;
  const { average = '', views, hours, subscribers = '', impressions = '', ctr = '' } = video;
  const cells = [id, title, published, duration, likes, shares, average, views, hours];
  return [...cells, subscribers, impressions, ctr].map((cell) => quoted(String(cell))).join(',');
}

/** The file, with the total row that Studio puts first. */
export function youtube(videos: readonly Video[]): string {
  const total = [
    'Total',
    '',
    '',
    '',
    sum(videos, 'likes'),
    sum(videos, 'shares'),
    '0:00:21',
    sum(videos, 'views'),
    Number(sum(videos, 'hours').toFixed(4)),
    '',
    sum(videos, 'impressions'),
    '4.5',
  ].join(',');
  return `${[HEADERS.map(quoted).join(','), total, ...videos.map(line)].join('\n')}\n`;
}
