import type { Language } from '../text/index.ts';
import type { Gateway } from './gateway.ts';
import { openJob } from './jobs/context.ts';

/** Language of the person who runs the add-on. */
export function userLanguage(): Language {
  return Session.getActiveUserLocale().toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/**
 * Language of the workbook, so that everyone in a team reads the same words.
 * @param gateway Access to the document; the settings are read if this run has not read them yet.
 * @returns The person's own language while the workbook is not set up, or where it cannot be read.
 */
export function workbookLanguage(gateway: Gateway): Language {
  if (gateway.language === undefined) {
    try {
      openJob(gateway, {});
    } catch {
      // Whoever asks for a language is about to tell a fault already, and this one would hide it.
    }
  }
  return gateway.language ?? userLanguage();
}
