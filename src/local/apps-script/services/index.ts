/** The services an execution finds as globals. */
import type { Execution } from '../execution.ts';
import type { ServiceObject } from '../service.ts';
import { createCacheService } from './cache.ts';
import { createHtmlService } from './html.ts';
import { createLockService } from './lock.ts';
import { createLogger } from './logger.ts';
import { createMailApp } from './mail.ts';
import { createPropertiesService } from './properties.ts';
import { createScriptApp } from './script-app.ts';
import { createSession } from './session.ts';
import { createSheets } from './sheets.ts';
import { createSpreadsheetApp } from './spreadsheet-app.ts';
import { createUtilities } from './utilities.ts';

/** Makes the globals of one execution; an advanced service is there only when the manifest enables it. */
export function createServices(execution: Execution): Record<string, ServiceObject> {
  const services: Record<string, ServiceObject> = {
    SpreadsheetApp: createSpreadsheetApp(execution),
    HtmlService: createHtmlService(execution),
    ScriptApp: createScriptApp(execution),
    PropertiesService: createPropertiesService(execution),
    CacheService: createCacheService(execution),
    LockService: createLockService(execution),
    Session: createSession(execution),
    Utilities: createUtilities(execution),
    MailApp: createMailApp(execution),
    Logger: createLogger(execution),
  };
  for (const symbol of execution.host.program.manifest.advancedServices) {
    services[symbol] = createSheets(execution);
  }
  return services;
}
