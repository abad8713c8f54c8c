import { useState } from 'preact/hooks';
import { listed } from '../../src/text/row.ts';
import type { TextCode } from '../language.ts';
import { Button } from '../parts/button.tsx';
import { Select } from '../parts/field.tsx';
import { Notice } from '../parts/notice.tsx';
import { useShell } from '../shell.ts';
import { currencyOptions } from '../start/currencies.ts';
import type { Mapping, Recognised } from './queue.ts';

type Proposal = NonNullable<Recognised['proposal']>;
type Goal = Mapping['goal'];

const GOALS: readonly (readonly [Goal, TextCode])[] = [
  ['content', 'UI_MAP_CONTENT'],
  ['account', 'UI_MAP_ACCOUNT'],
  ['orders', 'UI_MAP_ORDERS'],
  ['costs', 'UI_MAP_COSTS'],
  ['products', 'UI_MAP_PRODUCTS'],
  ['comments', 'UI_MAP_COMMENTS'],
];

type FormProps = {
  readonly proposal: Proposal;
  readonly onRead: (mapping: Mapping) => void;
  /** Leaves it as it was recognised; not for a file that no format knows. */
  readonly onBack?: () => void;
};

/**
 * A file that no format knows, or that is taken for something else: what its rows are, and what its columns hold. The
 * workbook remembers the answers.
 */
export function MappingForm({ proposal, onRead, onBack }: FormProps) {
  const { words, language } = useShell();
  const [mapping, setMapping] = useState<Proposal['mapping']>(proposal.mapping);
  const { columns } = mapping;
  const fields = proposal.fields.filter(({ goal }) => goal === mapping.goal);
  // Only content has figures of two kinds, and nobody but the person knows which of them these are.
  const isKindOpen = mapping.goal === 'content' && mapping.kind === null;
  const lacking = [
    ...(isKindOpen ? [words('UI_MAP_KIND')] : []),
    ...fields.flatMap(({ field, label, needed }) => (needed && columns[field] === undefined ? [label] : [])),
  ];
  const set = (to: Partial<Proposal['mapping']>) => setMapping({ ...mapping, ...to });
  // A field takes one column, and a column goes to one field; '' leaves it out.
  const choose = (header: string, field: string) => {
    const others = Object.entries(columns).filter(([, taken]) => taken !== header);
    set({ columns: Object.fromEntries([...others, ...(field === '' ? [] : [[field, header]])]) });
  };
  // What was chosen stays where it fits; what is then free is proposed as for any file of such rows.
  const changeGoal = (goal: Goal) => {
    const fits = new Set(proposal.fields.flatMap((each) => (each.goal === goal ? [each.field] : [])));
    const kept = Object.entries(columns).filter(([field]) => fits.has(field));
    const taken = new Set(kept.map(([, header]) => header));
    const guessed = Object.entries(proposal.columnsOf?.[goal] ?? {}).filter(
      ([, header]) => !taken.has(header),
    );
    set({ goal, columns: Object.fromEntries([...guessed, ...kept]) });
  };
  const hasMoney = fields.some(({ field }) => field === 'currency') && columns.currency === undefined;
  const samples = (header: string) => {
    const values = proposal.samples?.[header] ?? [];
    return values.length === 0 ? undefined : words('UI_MAP_SAMPLES', { values: listed(values, language) });
  };
  const own = (header: string) => fields.find(({ field }) => columns[field] === header)?.field ?? '';
  const read = () => {
    const known = new Set(fields.map(({ field }) => field));
    const kept = Object.entries(columns).filter(([field]) => known.has(field));
    const { currency, ...rest } = mapping;
    const money = hasMoney && currency !== undefined && currency !== '' ? { currency } : {};
    onRead({ ...rest, ...money, kind: mapping.kind ?? 'period', columns: Object.fromEntries(kept) });
  };

  return (
    <div class="stack">
      {proposal.reason === '' ? null : <Notice tone="warn">{proposal.reason}</Notice>}
      <p>{words('UI_MAP_LEAD')}</p>
      <Select
        label={words('UI_MAP_GOAL')}
        value={mapping.goal}
        options={GOALS.map(([value, code]) => ({ value, text: words(code) }))}
        onChange={(goal) => changeGoal(goal as Goal)}
      />
      <Select
        label={words('UI_MAP_PLATFORM')}
        value={mapping.platform}
        options={proposal.platforms.map(({ key, name }) => ({ value: key, text: name }))}
        onChange={(platform) => set({ platform })}
      />
      {mapping.goal === 'content' ? (
        <Select
          label={words('UI_MAP_KIND')}
          hint={
            proposal.kindFrom === undefined
              ? words('UI_MAP_KIND_HINT')
              : words('UI_MAP_KIND_FROM', { header: proposal.kindFrom })
          }
          value={mapping.kind ?? ''}
          options={[
            ...(isKindOpen ? [{ value: '', text: words('UI_MAP_CHOOSE') }] : []),
            { value: 'period', text: words('UI_MAP_PERIOD') },
            { value: 'cumulative', text: words('UI_MAP_CUMULATIVE') },
          ]}
          onChange={(kind) => set({ kind: kind as Mapping['kind'] })}
        />
      ) : null}
      {hasMoney ? (
        <Select
          label={words('UI_MAP_CURRENCY')}
          value={mapping.currency ?? ''}
          options={[{ value: '', text: words('UI_MAP_CURRENCY_NONE') }, ...currencyOptions(language)]}
          onChange={(currency) => set({ currency })}
        />
      ) : null}
      <h4>{words('UI_MAP_COLUMNS')}</h4>
      {proposal.headers.map((header) => (
        <Select
          key={header}
          label={header}
          hint={samples(header)}
          value={own(header)}
          options={[
            { value: '', text: words('UI_MAP_LEAVE_OUT') },
            ...fields.map(({ field, label, needed }) => ({
              value: field,
              text: needed ? `${label} *` : label,
            })),
          ]}
          onChange={(field) => choose(header, field)}
        />
      ))}
      {lacking.length === 0 ? null : (
        <p class="hint">{words('UI_MAP_LACKS', { fields: listed(lacking, language) })}</p>
      )}
      <div class="actions">
        <Button kind="primary" disabled={lacking.length > 0} onPress={read}>
          {words('UI_MAP_READ')}
        </Button>
        {onBack === undefined ? null : <Button onPress={onBack}>{words('UI_MAP_BACK')}</Button>}
      </div>
    </div>
  );
}
