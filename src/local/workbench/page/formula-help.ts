/** What the cell's editor says of a custom function: its arguments by name, their texts, the example. */
import type { FunctionInfo } from '../messages.ts';
import { engine } from './library.ts';
import { words } from './server.ts';

type Argument = { name: string; description: string; optional: boolean };
type Help = { name: string; description: string; args: Argument[]; nbrArgRepeating: number };
type Token = {
  functionContext?: { parent: string; argPosition: number };
  parenthesesCode?: string;
  type: string;
};
type Composer = {
  props: { composerStore: { tokenAtCursor?: Token; currentTokens: readonly Token[] } };
  functionDescriptionState: { showDescription: boolean; functionDescription: Help; argsToFocus: number[] };
  processTokenAtCursor(): void;
};
type Assistant = { state: { isCollapsed: boolean }; setup(): void; toggle(): void };
type Proposal = { text: string; type?: string };
type Provider = {
  maxDisplayedProposals?: number;
  getProposals(...args: unknown[]): Proposal[] | undefined;
};

const helps = new Map<string, Help>();

/** A function's description without its example, which has a line of its own in the help. */
export const shortDescription = (description: string): string => description.split(/\s*Example:\s*/)[0]!;

/** Takes what the add-on says of its functions. */
export function setHelp(list: readonly FunctionInfo[]): void {
  for (const { name, description, parameters } of list) {
    const example = description.split(/Example:\s*/)[1];
    helps.set(name.toUpperCase(), {
      name: name.toUpperCase(),
      description: example ? `${shortDescription(description)}\n${words.example} ${example}` : description,
      args: parameters.map((parameter) => ({
        name: parameter.name,
        description: parameter.text,
        optional: /^optional\b/i.test(parameter.text),
      })),
      nbrArgRepeating: 0,
    });
  }
}

/**
 * Shows that help in place of the library's, which knows of these functions only that they take anything, and lists
 * functions in the order of the alphabet. Before the first model is made.
 */
export function useFormulaHelp(): void {
  const { components, registries } = engine();
  const composer = components.Composer as unknown as {
    prototype: Composer;
    components: { FunctionDescriptionProvider: { prototype: Assistant } };
  };
  const process = composer.prototype.processTokenAtCursor;
  composer.prototype.processTokenAtCursor = function (this: Composer) {
    process.call(this);
    explain(this);
  };
  openAtOnce(composer.components.FunctionDescriptionProvider.prototype);
  listByName(registries.autoCompleteProviders as unknown as Registry);
}

function explain({ props, functionDescriptionState: state }: Composer): void {
  const { tokenAtCursor: token, currentTokens } = props.composerStore;
  const help = token?.functionContext && helps.get(token.functionContext.parent.toUpperCase());
  if (!state.showDescription || !help || !token) return;
  const { parenthesesCode: code } = token;
  const closed = currentTokens.some((each) => each.type === 'RIGHT_PAREN' && each.parenthesesCode === code);
  state.functionDescription = help;
  state.argsToFocus = closed ? [] : [token.functionContext!.argPosition];
}

let collapsed = false;

/** As in Sheets, the help is open until somebody folds it, and then stays folded. */
function openAtOnce(assistant: Assistant): void {
  assistant.setup = function (this: Assistant) {
    this.state.isCollapsed = collapsed;
  };
  assistant.toggle = function (this: Assistant) {
    collapsed = !collapsed;
    this.state.isCollapsed = collapsed;
  };
}

type Registry = { content: Record<string, Provider>; replace(key: string, provider: Provider): void };
const FUNCTIONS = 'functions_and_named_ranges';
const LISTED = 40;

function listByName(registry: Registry): void {
  const provider = registry.content[FUNCTIONS]!;
  const { getProposals } = provider;
  registry.replace(FUNCTIONS, {
    ...provider,
    maxDisplayedProposals: LISTED,
    getProposals(...args) {
      return getProposals.apply(this, args)?.sort((a, b) => a.text.localeCompare(b.text));
    },
  });
}
