import { useState } from 'preact/hooks';
import { useShell } from '../shell.ts';
import { ModelForm } from './model-form.tsx';
import { NextSteps } from './next-steps.tsx';
import { SampleData } from './sample-data.tsx';
import { SetUpForm } from './set-up-form.tsx';
import { Unfed } from './unfed.tsx';

/** First screen: set up, then what to do next. */
export function StartScreen() {
  const { state } = useShell();
  const [model, setModel] = useState('');
  if (!state.isSetUp) return <SetUpForm />;
  return (
    <>
      <NextSteps />
      <Unfed onModel={setModel} />
      <ModelForm model={model} onModel={setModel} />
      <SampleData />
    </>
  );
}
