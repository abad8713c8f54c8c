import { useState } from 'preact/hooks';
import type { Module } from '../../src/workbook/template.ts';
import { Checkbox, CheckboxGroup } from '../parts/checkbox.tsx';
import { useShell } from '../shell.ts';

export type ModuleChoice = {
  /** As the endpoint takes it. */
  readonly chosen: { readonly modules: Module[]; readonly examples: boolean };
  readonly toggle: (module: Module) => void;
  readonly setExamples: (on: boolean) => void;
  readonly clear: () => void;
};

/** Which optional sheets are ticked, and whether they come with example rows. */
export function useModules(): ModuleChoice {
  const [modules, setModules] = useState<Module[]>([]);
  const [examples, setExamples] = useState(false);
  const toggle = (module: Module) =>
    setModules((before) =>
      before.includes(module) ? before.filter((each) => each !== module) : [...before, module],
    );
  return { chosen: { modules, examples }, toggle, setExamples, clear: () => setModules([]) };
}

type Props = { readonly choice: ModuleChoice; readonly hint?: string; readonly disabled: boolean };

/** The optional sheets that are not there yet, each with what it is for, and the example rows. */
export function ModuleChoices({ choice, hint, disabled }: Props) {
  const { state, words, language } = useShell();
  const open = state.modules.filter(({ isThere }) => !isThere);
  return (
    <>
      {open.length === 0 ? null : (
        <CheckboxGroup label={words('UI_MODULES')} hint={hint}>
          {open.map(({ key, titles, purpose }) => (
            <Checkbox
              key={key}
              label={titles[language]}
              hint={purpose[language]}
              checked={choice.chosen.modules.includes(key)}
              disabled={disabled}
              onChange={() => choice.toggle(key)}
            />
          ))}
        </CheckboxGroup>
      )}
      <Checkbox
        label={words('UI_EXAMPLES')}
        hint={words('UI_EXAMPLES_HINT')}
        checked={choice.chosen.examples}
        disabled={disabled}
        onChange={choice.setExamples}
      />
    </>
  );
}
