import type { AutomationJob } from '../../src/addon/api.ts';
import { inARow } from '../../src/text/row.ts';
import type { Language, Say } from '../language.ts';
import { Checkbox, CheckboxGroup } from '../parts/checkbox.tsx';
import { useShell } from '../shell.ts';

type JobKey = AutomationJob['key'];

const NAMES = {
  review: 'JOB_REVIEW',
  month: 'JOB_MONTH',
  quarter: 'JOB_QUARTER',
  close: 'JOB_CLOSE',
  refresh: 'JOB_REFRESH',
  hide: 'JOB_HIDE',
  digest: 'JOB_DIGEST',
  alert: 'JOB_ALERT',
} as const;

/** How its last run went, and when the next is. */
function runText(words: Say, language: Language, { last, next }: AutomationJob): string {
  const before =
    last === null
      ? words('UI_JOB_NEVER')
      : words(last.ok ? 'UI_JOB_LAST' : 'UI_JOB_FAILED', { at: last.at, text: last.text });
  const parts = [before, ...(next === '' ? [] : [words('UI_JOB_NEXT', { at: next })])];
  return inARow(parts, language);
}

type JobsProps = {
  readonly disabled: boolean;
  readonly onChange: (key: JobKey, on: boolean) => void;
};

/** The jobs, each with a switch, its last run and its next. */
export function AutomationJobs({ disabled, onChange }: JobsProps) {
  const { state, words, language } = useShell();
  return (
    <CheckboxGroup label={words('UI_JOBS')}>
      {state.automation.jobs.map((job) => (
        <Checkbox
          key={job.key}
          label={words(NAMES[job.key])}
          hint={runText(words, language, job)}
          checked={job.on}
          disabled={disabled}
          onChange={(on) => onChange(job.key, on)}
        />
      ))}
    </CheckboxGroup>
  );
}
