import { useId } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { Field, Select } from '../parts/field.tsx';
import { useShell } from '../shell.ts';
import { MappingForm } from './mapping-form.tsx';
import type { QueuedFile, Recognised } from './queue.ts';
import type { Queue } from './use-queue.ts';

type KnownProps = {
  readonly entry: QueuedFile;
  readonly files: Queue;
  readonly recognised: Recognised;
};

/** A recognised file: whose it is and of which days, and the way out where it was taken for the wrong thing. */
export function KnownFile({ entry, files, recognised }: KnownProps) {
  const { words } = useShell();
  const { id, doubted } = entry;
  const { otherwise, isOwn } = recognised;
  if (doubted && otherwise !== undefined) {
    return (
      <MappingForm
        proposal={otherwise}
        onRead={(mapping) => files.read(entry, { mapping, known: false, platform: '' })}
        onBack={() => files.change(id, { doubted: false })}
      />
    );
  }
  const asRecognised = () => files.read(entry, { mapping: null, known: true, platform: '' });
  const isIdle = !files.run.running && entry.stage !== 'recognising';
  return (
    <>
      <PlatformField entry={entry} files={files} recognised={recognised} />
      <AccountField entry={entry} files={files} recognised={recognised} />
      <DayFields entry={entry} files={files} recognised={recognised} />
      {isIdle && (isOwn || otherwise !== undefined) ? (
        <div class="clear">
          {otherwise === undefined ? null : (
            <Button kind="quiet" onPress={() => files.change(id, { doubted: true })}>
              {words('UI_SOMETHING_ELSE')}
            </Button>
          )}
          {isOwn ? (
            <Button kind="quiet" onPress={asRecognised}>
              {words('UI_AS_RECOGNISED')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

function PlatformField({ entry, files, recognised }: KnownProps) {
  const { words } = useShell();
  const { platform = '', platforms } = recognised;
  if (platforms === undefined) return null;
  const { mapping, known } = entry;
  return (
    <Select
      label={words('UI_MAP_PLATFORM')}
      // Not where the person said it.
      hint={entry.platform === '' ? words('UI_PLATFORM_HINT') : undefined}
      value={entry.platform || platform}
      disabled={entry.stage === 'recognising'}
      options={platforms.map(({ key, name }) => ({ value: key, text: name }))}
      onChange={(chosen) => files.read(entry, { mapping, known, platform: chosen })}
    />
  );
}

function AccountField({ entry, files, recognised }: KnownProps) {
  const { state, words } = useShell();
  const listId = useId();
  const { id, account } = entry;
  const { platform } = recognised;
  const known = state.accounts.filter((each) => platform === undefined || each.platform === platform);
  return (
    <Field label={words('UI_ACCOUNT')} hint={words('UI_ACCOUNT_HINT')}>
      {(ids) => (
        <>
          <input
            {...ids}
            type="text"
            list={listId}
            maxLength={500}
            autoComplete="off"
            value={account}
            onInput={(event) => files.change(id, { account: event.currentTarget.value })}
          />
          <datalist id={listId}>
            {known.map((each) => (
              <option key={`${each.platform} ${each.id}`} value={each.id} label={each.name} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

type DayProps = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (day: string) => void;
};

function DayField({ label, hint, error, value, onChange }: DayProps) {
  const { state } = useShell();
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <input
          {...ids}
          type="date"
          max={state.today}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** The day that totals are as of, or both days of a period, where the file does not say them. */
function DayFields({ entry, files, recognised }: KnownProps) {
  const { words } = useShell();
  const { id, asOf, from, to } = entry;
  if (recognised.needsPeriod !== undefined) {
    const isBackwards = from !== '' && to !== '' && to < from;
    return (
      <>
        <p>{words('UI_PERIOD_WHY')}</p>
        <DayField
          label={words('UI_PERIOD_FROM')}
          error={from === '' ? words('UI_PERIOD_MISSING') : undefined}
          value={from}
          onChange={(day) => files.change(id, { from: day })}
        />
        <DayField
          label={words('UI_PERIOD_TO')}
          error={
            to === '' ? words('UI_PERIOD_MISSING') : isBackwards ? words('UI_PERIOD_BACKWARDS') : undefined
          }
          value={to}
          onChange={(day) => files.change(id, { to: day })}
        />
      </>
    );
  }
  if (!recognised.needsAsOf) return null;
  return (
    <DayField
      label={words('UI_AS_OF')}
      hint={words('UI_AS_OF_HINT')}
      error={asOf === '' ? words('UI_AS_OF_MISSING') : undefined}
      value={asOf}
      onChange={(day) => files.change(id, { asOf: day })}
    />
  );
}
