/** Colours of a drawing; on the screen they follow the theme, in a file they are those of paper. */
export type Palette = Readonly<
  Record<'ground' | 'raised' | 'ink' | 'quiet' | 'line' | 'edge' | 'blue' | 'good' | 'warn' | 'bad', string>
>;

export const SCREEN: Palette = {
  ground: 'var(--ground)',
  raised: 'var(--raised)',
  ink: 'var(--ink)',
  quiet: 'var(--quiet)',
  line: 'var(--line)',
  edge: 'var(--edge)',
  blue: 'var(--blue)',
  good: 'var(--good)',
  warn: 'var(--warn)',
  bad: 'var(--bad)',
};

/** The light theme of sidebar/style/base.css. */
export const PAPER: Palette = {
  ground: '#ffffff',
  raised: '#f6f8fb',
  ink: '#202124',
  quiet: '#5b6066',
  line: '#d5d9de',
  edge: '#80868b',
  blue: '#1967d2',
  good: '#0d6b34',
  warn: '#7a4b00',
  bad: '#b3261e',
};

export const FONT = 'Roboto, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", Arial, sans-serif';
