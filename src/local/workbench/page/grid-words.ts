/** The library's English words in Chinese, for what can be seen in the workbench. */
export const gridWords: Readonly<Record<string, string>> = {};
