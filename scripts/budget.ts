/**
 * Limits of what goes to Apps Script, in bytes. The whole script is read again on every call; of it, a cell makes its own
 * functions alone (see `entry` in dist.ts).
 */
export const BUDGET = {
  /** dist/content-kpi.js, with its names but without blanks and comments. */
  bundle: 1_032_000,
  /** dist/sidebar.html after gzip. */
  sidebarGzip: 60_000,
  /** dist/picture.html after gzip. */
  pictureGzip: 41_000,
} as const;
