/** Limits of what goes to Apps Script, in bytes. The whole script loads again on every call, so this is start-up time. */
export const BUDGET = {
  /** dist/content-kpi.js, not minified, since people and reviewers read it. */
  bundle: 760_000,
  /** dist/sidebar.html after gzip. */
  sidebarGzip: 50_000,
} as const;
