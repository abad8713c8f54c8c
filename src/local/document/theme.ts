/** The colours of Google's default theme, which every spreadsheet here has, as `#RRGGBB` by `ThemeColorType`. */
export const THEME: Readonly<Record<string, string>> = {
  TEXT: '#000000',
  BACKGROUND: '#FFFFFF',
  ACCENT1: '#4285F4',
  ACCENT2: '#EA4335',
  ACCENT3: '#FBBC04',
  ACCENT4: '#34A853',
  ACCENT5: '#FF6D01',
  ACCENT6: '#46BDC6',
  LINK: '#1155CC',
};
