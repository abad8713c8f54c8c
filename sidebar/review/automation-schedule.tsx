import type { Say } from '../language.ts';
import { Select } from '../parts/field.tsx';
import { useShell } from '../shell.ts';

const DAYS = ['DAY_1', 'DAY_2', 'DAY_3', 'DAY_4', 'DAY_5', 'DAY_6', 'DAY_7'] as const;

/** Name of a weekday; 1 = Monday. */
export function dayWord(words: Say, day: number): string {
  return words(DAYS[day - 1] ?? 'DAY_1');
}

type ScheduleProps = {
  readonly disabled: boolean;
  readonly onChange: (change: { day: number } | { hour: number }) => void;
};

/** Day and hour of the review, as the sheet of settings has them. */
export function AutomationSchedule({ disabled, onChange }: ScheduleProps) {
  const { state, words } = useShell();
  const { day, hour } = state.automation;
  return (
    <div class="pair">
      <Select
        label={words('UI_SCHEDULE_DAY')}
        value={String(day)}
        options={DAYS.map((code, i) => ({ value: String(i + 1), text: words(code) }))}
        disabled={disabled}
        onChange={(value) => onChange({ day: Number(value) })}
      />
      <Select
        label={words('UI_SCHEDULE_HOUR')}
        value={String(hour)}
        options={Array.from({ length: 24 }, (_, i) => ({ value: String(i), text: `${i}:00` }))}
        disabled={disabled}
        onChange={(value) => onChange({ hour: Number(value) })}
      />
    </div>
  );
}
