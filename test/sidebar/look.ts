import type { Page } from 'playwright-core';
import type { Language } from '../../sidebar/language.ts';
import type { Script } from './server.ts';

/** A screen of the sidebar that is worth a look. */
export type Look = {
  readonly name: string;
  /** What the fake server answers. */
  readonly script: (language: Language) => Script;
  /** From the opened page to the screen. */
  readonly go: (page: Page, language: Language) => Promise<void>;
};
