import { useShell } from '../shell.ts';
import { ModelForm } from './model-form.tsx';
import { NextSteps } from './next-steps.tsx';
import { SampleData } from './sample-data.tsx';
import { SetUpForm } from './set-up-form.tsx';

/** First screen: set up, then what to do next. */
export function StartScreen() {
  const { state } = useShell();
  if (!state.isSetUp) return <SetUpForm />;
  return (
    <>
      <NextSteps />
      <ModelForm />
      <SampleData />
    </>
  );
}
