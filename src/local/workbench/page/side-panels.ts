/** The library's side panels: one panel at a time stands at the right, theirs or the add-on's sidebar. */
import { engine } from './library.ts';

type Env = {
  openSidePanel(name: string, props: object): void;
  model: { uuidGenerator: { smallUuid(): string } };
};
type Rule = {
  id: string;
  ranges: string[];
  criterion: { type: string; values: string[]; displayStyle?: string };
};
type RuleEditor = {
  props: { ruleId: string };
  state: { rule: Rule; errors: string[] };
  readonly defaultDataValidationRule: Rule;
  onSave(): void;
};
type MenuRegistry = { content: Record<string, { children?: unknown[] }> };

/** Closes what the library has open beside the cells, for the add-on's sidebar to take its place. */
export function closeSidePanels(): void {
  for (const cross of document.querySelectorAll<HTMLElement>('.wb-grid .o-sidePanelClose')) cross.click();
}

/** A new rule is a dropdown, as in Sheets, and a dropdown without items is not saved. Before the grid is shown. */
export function prepareRuleEditor(): void {
  const { Body } = engine().registries.sidePanelRegistry.get('DataValidationEditor');
  const prototype = (Body as unknown as { prototype: RuleEditor }).prototype;
  const inherited = Object.getOwnPropertyDescriptor(prototype, 'defaultDataValidationRule')!.get!;
  Object.defineProperty(prototype, 'defaultDataValidationRule', {
    get(this: RuleEditor): Rule {
      const rule = inherited.call(this) as Rule;
      return { ...rule, criterion: { type: 'isValueInList', values: [], displayStyle: 'chip' } };
    },
  });
  const save = prototype.onSave;
  prototype.onSave = function (this: RuleEditor) {
    const { type, values } = this.state.rule.criterion;
    const missing = type.startsWith('isValueIn') && values.every((value) => !value?.trim());
    if (missing) this.state.errors = ['InvalidNumberOfCriterionValues'];
    else save.call(this);
  };
}

/** Insert › Dropdown opens the rule and changes no cell before it is saved. */
export function openNewDropdown(env: Env): void {
  env.openSidePanel('DataValidationEditor', { ruleId: env.model.uuidGenerator.smallUuid() });
}

/** Puts an action of this page in the place of a library's menu entry. */
export function replaceAction(menu: string, id: string, execute: (env: Env) => void): void {
  const registry = engine().registries.topbarMenuRegistry as unknown as MenuRegistry;
  const entry = (registry.content[menu]?.children ?? []).find(
    (child) => (child as { id?: string }).id === id,
  ) as { execute: unknown } | undefined;
  if (entry) entry.execute = execute;
}
