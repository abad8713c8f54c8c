/** `ScriptApp`: triggers and authorization. */
import type { Execution } from '../execution.ts';
import { enumeration, enumValue, mismatch, ServiceObject } from '../service.ts';
import type { TriggerState } from '../types.ts';
import { triggerBuilder, WeekDay } from './trigger-builders.ts';

export const AuthMode = enumeration('AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
const AuthorizationStatus = enumeration('AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']);
const EventType = enumeration('EventType', ['CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE']);
const TriggerSource = enumeration('TriggerSource', [
  'SPREADSHEETS',
  'CLOCK',
  'FORMS',
  'DOCUMENTS',
  'CALENDAR',
]);

const AUTHORIZATION_URL = 'https://script.google.com/macros/d/content-kpi/auth';

/** `ScriptApp` of one execution; a user sees and deletes own triggers alone. */
export function createScriptApp(execution: Execution): ServiceObject {
  const { host, start } = execution;
  const objects = new Map<string, ServiceObject>();
  const ids = new WeakMap<ServiceObject, string>();

  function triggerObject(trigger: TriggerState): ServiceObject {
    let object = objects.get(trigger.id);
    if (!object) {
      object = new ServiceObject('Trigger', {
        getUniqueId: () => trigger.id,
        getHandlerFunction: () => trigger.handler,
        getEventType: () => enumValue(EventType, trigger.event),
        getTriggerSource: () => enumValue(TriggerSource, trigger.source),
        getTriggerSourceId: () => (trigger.source === 'CLOCK' ? null : trigger.spreadsheetId),
      });
      objects.set(trigger.id, object);
      ids.set(object, trigger.id);
    }
    return object;
  }

  function ownTriggers(everywhere: boolean): ServiceObject[] {
    return host.triggers
      .filter((trigger) => trigger.user === start.user.email)
      .filter((trigger) => everywhere || trigger.spreadsheetId === host.spreadsheetId)
      .map(triggerObject);
  }

  function authorizationInfo(): ServiceObject {
    const required = start.user.authorized === false;
    return new ServiceObject('AuthorizationInfo', {
      getAuthorizationStatus: () => enumValue(AuthorizationStatus, required ? 'REQUIRED' : 'NOT_REQUIRED'),
      getAuthorizationUrl: () => (required ? AUTHORIZATION_URL : null),
      getAuthorizedScopes: () => (required ? [] : [...host.program.manifest.oauthScopes]),
    });
  }

  return new ServiceObject('ScriptApp', {
    AuthMode,
    AuthorizationStatus,
    EventType,
    TriggerSource,
    WeekDay,
    newTrigger: (...args) => {
      if (args.length !== 1 || typeof args[0] !== 'string') throw mismatch('ScriptApp.newTrigger', args);
      return triggerBuilder(execution, args[0], triggerObject);
    },
    getProjectTriggers: () => ownTriggers(!host.settings.addOn),
    getUserTriggers: (...args) => {
      if (args.length !== 1) throw mismatch('ScriptApp.getUserTriggers', args);
      return ownTriggers(false);
    },
    deleteTrigger: (trigger) => {
      const id = trigger instanceof ServiceObject ? ids.get(trigger) : undefined;
      if (id === undefined) throw mismatch('ScriptApp.deleteTrigger', [trigger]);
      host.triggers = host.triggers.filter((candidate) => candidate.id !== id);
    },
    getAuthorizationInfo: (mode, scopes) => {
      if (!Object.values(AuthMode.members).includes(mode as never)) {
        throw mismatch('ScriptApp.getAuthorizationInfo', scopes === undefined ? [mode] : [mode, scopes]);
      }
      return authorizationInfo();
    },
    getScriptId: () => 'content-kpi-local-script',
  });
}
