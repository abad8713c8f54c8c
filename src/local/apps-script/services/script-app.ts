/** `ScriptApp`: triggers and authorization. */
import { grantedBy } from '../access.ts';
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

/** Triggers as the script has them: one object for each, and back to its id. */
function triggerObjects() {
  const objects = new Map<string, ServiceObject>();
  const ids = new WeakMap<ServiceObject, string>();
  const objectOf = (trigger: TriggerState): ServiceObject => {
    const known = objects.get(trigger.id);
    if (known) return known;
    const object = new ServiceObject('Trigger', {
      getUniqueId: () => trigger.id,
      getHandlerFunction: () => trigger.handler,
      getEventType: () => enumValue(EventType, trigger.event),
      getTriggerSource: () => enumValue(TriggerSource, trigger.source),
      getTriggerSourceId: () => (trigger.source === 'CLOCK' ? null : trigger.spreadsheetId),
    });
    objects.set(trigger.id, object);
    ids.set(object, trigger.id);
    return object;
  };
  const idOf = (object: unknown): string | undefined =>
    object instanceof ServiceObject ? ids.get(object) : undefined;
  return { objectOf, idOf };
}

/** The user's own triggers, of this spreadsheet or of all. */
function ownTriggers({ host, start }: Execution, everywhere: boolean): TriggerState[] {
  return host.triggers
    .filter((trigger) => trigger.user === start.user.email)
    .filter((trigger) => everywhere || trigger.spreadsheetId === host.spreadsheetId);
}

function authorizationInfo({ host, start }: Execution): ServiceObject {
  const { oauthScopes } = host.program.manifest;
  const granted = grantedBy(start.user, oauthScopes);
  const required = start.user.authorized === false;
  const isLacking = required || granted.length < oauthScopes.length;
  return new ServiceObject('AuthorizationInfo', {
    getAuthorizationStatus: () => enumValue(AuthorizationStatus, isLacking ? 'REQUIRED' : 'NOT_REQUIRED'),
    getAuthorizationUrl: () => (isLacking ? AUTHORIZATION_URL : null),
    getAuthorizedScopes: () => (required ? [] : granted),
  });
}

/** `ScriptApp` of one execution; a user sees and deletes own triggers alone. */
export function createScriptApp(execution: Execution): ServiceObject {
  const { host } = execution;
  const { objectOf, idOf } = triggerObjects();
  return new ServiceObject('ScriptApp', {
    AuthMode,
    AuthorizationStatus,
    EventType,
    TriggerSource,
    WeekDay,
    newTrigger: (...args) => {
      if (args.length !== 1 || typeof args[0] !== 'string') throw mismatch('ScriptApp.newTrigger', args);
      return triggerBuilder(execution, args[0], objectOf);
    },
    getProjectTriggers: () => ownTriggers(execution, !host.settings.addOn).map(objectOf),
    getUserTriggers: (...args) => {
      if (args.length !== 1) throw mismatch('ScriptApp.getUserTriggers', args);
      return ownTriggers(execution, false).map(objectOf);
    },
    deleteTrigger: (trigger) => {
      const id = idOf(trigger);
      if (id === undefined) throw mismatch('ScriptApp.deleteTrigger', [trigger]);
      host.triggers = host.triggers.filter((candidate) => candidate.id !== id);
    },
    getAuthorizationInfo: (mode, scopes) => {
      if (!Object.values(AuthMode.members).includes(mode as never)) {
        throw mismatch('ScriptApp.getAuthorizationInfo', scopes === undefined ? [mode] : [mode, scopes]);
      }
      return authorizationInfo(execution);
    },
    getScriptId: () => 'content-kpi-local-script',
  });
}
