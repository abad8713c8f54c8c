/** `Ui`: menus, sidebar, dialogs, and questions that a driver answers. */
import type { Execution } from '../execution.ts';
import { enumeration, enumValue, mismatch, ScriptError, ServiceObject } from '../service.ts';
import type { Html, MenuEntry, Question } from '../types.ts';
import { htmlOf } from './html.ts';
import { servedHtml } from './served-html.ts';

export const Button = enumeration('Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
export const ButtonSet = enumeration('ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

const menus = new WeakMap<ServiceObject, { caption: string; entries: MenuEntry[] }>();

function createMenu(execution: Execution, caption: string): ServiceObject {
  const entries: MenuEntry[] = [];
  const chain = (change: (...args: unknown[]) => void) => {
    return (...args: unknown[]) => {
      change(...args);
      return menu;
    };
  };
  const menu: ServiceObject = new ServiceObject('Menu', {
    addItem: chain((...args) => {
      const [text, functionName] = args;
      if (args.length !== 2 || typeof text !== 'string' || typeof functionName !== 'string') {
        throw mismatch('Ui.Menu.addItem', args);
      }
      entries.push({ type: 'item', caption: text, functionName });
    }),
    addSeparator: chain(() => {
      entries.push({ type: 'separator' });
    }),
    addSubMenu: chain((child) => {
      const inner = child instanceof ServiceObject ? menus.get(child) : undefined;
      if (!inner) throw mismatch('Ui.Menu.addSubMenu', [child]);
      entries.push({ type: 'menu', caption: inner.caption, entries: inner.entries });
    }),
    addToUi: () => {
      const { ui } = execution.host;
      ui.menu = [
        ...ui.menu.filter((entry) => entry.type !== 'menu' || entry.caption !== caption),
        { type: 'menu', caption, entries },
      ];
      execution.host.emit({ type: 'menu', user: execution.start.user.email, menu: ui.menu });
    },
  });
  menus.set(menu, { caption, entries });
  return menu;
}

/** `alert(text)`, `alert(text, buttons)`, `alert(title, text, buttons)`; the same for `prompt`. */
function questionOf(kind: Question['kind'], args: readonly unknown[]): Question {
  const buttonsAt = args.length === 3 ? 2 : 1;
  const texts = args.slice(0, args.length === 1 ? 1 : buttonsAt);
  const buttons = args[buttonsAt];
  const label =
    args.length === 1
      ? 'OK'
      : Object.keys(ButtonSet.members).find((key) => ButtonSet.members[key] === buttons);
  if (label === undefined || texts.length === 0 || texts.length > 2) throw mismatch(`Ui.${kind}`, args);
  const text = String(texts.at(-1));
  return { kind, title: texts.length === 2 ? String(texts[0]) : '', text, buttons: label };
}

function ask(execution: Execution, kind: Question['kind'], args: readonly unknown[]) {
  const { host, start } = execution;
  const question = questionOf(kind, args);
  const answer = host.driver(question);
  host.ui.alerts.push({ ...question, answer });
  host.emit({ type: 'question', user: start.user.email, question, answer });
  return answer;
}

function page(method: string, args: readonly unknown[]): Html {
  const html = htmlOf(args[0]);
  if (!html) throw mismatch(`Ui.${method}`, args);
  return { ...html, html: servedHtml(html.html) };
}

function showDialog(execution: Execution, method: string, modal: boolean, args: readonly unknown[]): void {
  const [, title] = args;
  if (typeof title !== 'string') throw mismatch(`Ui.${method}`, args);
  const dialog = { ...page(method, args), title, modal };
  execution.host.ui.dialogs.push(dialog);
  execution.host.emit({ type: 'dialog', user: execution.start.user.email, dialog });
}

function showSidebar(execution: Execution, args: readonly unknown[]): void {
  if (args.length !== 1) throw mismatch('Ui.showSidebar', args);
  const sidebar = page('showSidebar', args);
  // One sidebar at a time: a new one takes the place of the old.
  execution.host.ui.sidebar = sidebar;
  execution.host.emit({ type: 'sidebar', user: execution.start.user.email, sidebar });
}

/** The user interface of the open document; refuses where nobody sits before it. */
export function getUi(execution: Execution): ServiceObject {
  const { kind } = execution.start;
  if (kind === 'trigger' || kind === 'custom' || !execution.start.document) {
    throw new ScriptError('Cannot call SpreadsheetApp.getUi() from this context.');
  }
  return new ServiceObject('Ui', {
    Button,
    ButtonSet,
    createMenu: (caption) => createMenu(execution, String(caption)),
    createAddonMenu: () => createMenu(execution, ''),
    alert: (...args) => enumValue(Button, ask(execution, 'alert', args).button),
    prompt: (...args) => {
      const answer = ask(execution, 'prompt', args);
      return new ServiceObject('PromptResponse', {
        getResponseText: () => answer.text ?? '',
        getSelectedButton: () => enumValue(Button, answer.button),
      });
    },
    showSidebar: (...args) => showSidebar(execution, args),
    showModalDialog: (...args) => showDialog(execution, 'showModalDialog', true, args),
    showModelessDialog: (...args) => showDialog(execution, 'showModelessDialog', false, args),
  });
}
