import { useState } from 'preact/hooks';
import { isFault } from '../../src/kpi/fault.ts';
import { realityOf } from '../../src/kpi/reality.ts';
import { formatNumber } from '../../src/text/format.ts';
import { inARow } from '../../src/text/row.ts';
import { formatDay } from '../language.ts';
import { Button } from '../parts/button.tsx';
import { Checkbox } from '../parts/checkbox.tsx';
import { Field, Select } from '../parts/field.tsx';
import { shownUnit, unitOf } from './checks.ts';
import type { DraftTarget } from './drafts.ts';
import { NumberField } from './fields.tsx';
import { useScene } from './scene.ts';
import { useShell } from './shell.ts';
import { daysOf } from './target-at.ts';
import { accumulates, baselineOf, firstTarget, grown, perWeek, targetNow } from './targets.ts';
import type { TreeCode } from './words.ts';

const REALITY: Readonly<Record<string, TreeCode>> = {
  BEYOND_P90: 'UI_TREE_REAL_P90',
  BEYOND_BEST: 'UI_TREE_REAL_BEST',
  OUTSIDE_BENCHMARK: 'UI_TREE_REAL_BENCHMARK',
};

/** Shows values of the KPI as people read them. */
function useShow(): (value: number) => string {
  const { language } = useShell();
  const { state, draft } = useScene();
  return (value) => formatNumber(value, shownUnit(unitOf(draft.row)), language, state.currency);
}

/** Why a target is out of touch with what was ever reached; the worst reason alone. */
function RealityNote({ target, period }: { readonly target: number; readonly period: DraftTarget }) {
  const { words } = useShell();
  const { draft, figures } = useScene();
  const show = useShow();
  const wanted = perWeek(draft.row, target, period);
  const direction = draft.row.direction === null || draft.row.direction === 'up' ? 'up' : 'down';
  const benchmark = figures?.benchmark ?? undefined;
  const reality = realityOf(wanted, figures?.history ?? [], benchmark, direction);
  if (reality === null || isFault(reality)) return null;
  const flag = reality.flags.find(({ code }) => code === 'BEYOND_BEST') ?? reality.flags[0];
  const code = flag === undefined ? undefined : REALITY[flag.code];
  if (flag === undefined || code === undefined) return null;
  return <p class="caution">{words(code, { found: show(wanted), limit: show(flag.limit) })}</p>;
}

type PartProps = {
  readonly target: DraftTarget;
  readonly onChange: (part: Partial<DraftTarget>) => void;
};

function Period({ target, onChange }: PartProps) {
  const { words } = useShell();
  const isWrong = target.from !== '' && target.to !== '' && daysOf(target) === 0;
  return (
    <div class="pair">
      <Field label={words('UI_TREE_FROM')}>
        {(ids) => (
          <input
            {...ids}
            type="date"
            value={target.from}
            onInput={(event) => onChange({ from: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={words('UI_TREE_TO')} error={isWrong ? words('UI_TREE_DAYS_WRONG') : undefined}>
        {(ids) => (
          <input
            {...ids}
            type="date"
            value={target.to}
            onInput={(event) => onChange({ to: event.currentTarget.value })}
          />
        )}
      </Field>
    </div>
  );
}

function Band({ target, onChange }: PartProps) {
  const { words } = useShell();
  const { draft } = useScene();
  const scale = unitOf(draft.row) === 'percent' ? 100 : 1;
  return (
    <div class="pair">
      <NumberField
        label={words('UI_TREE_LOW')}
        value={target.low}
        unit={unitOf(draft.row)}
        scale={scale}
        onChange={(low) => onChange({ low })}
      />
      <NumberField
        label={words('UI_TREE_HIGH')}
        value={target.high}
        unit={unitOf(draft.row)}
        scale={scale}
        onChange={(high) => onChange({ high })}
      />
    </div>
  );
}

type Way = 'amount' | 'growth' | 'cascade';

function Value({ target, onChange }: PartProps) {
  const { words } = useShell();
  const { draft, handed, structure, state } = useScene();
  const show = useShow();
  const first = target.growth === null ? 'amount' : 'growth';
  const [way, setWay] = useState<Way>(target.how === 'cascade' ? 'cascade' : first);
  const isGoal = (structure.parentOf.get(draft.uid) ?? null) === null;
  const isPercent = unitOf(draft.row) === 'percent';
  const { baseline } = target;
  const present =
    target.target === null || !baseline ? null : Number((target.target / baseline - 1).toPrecision(12));
  const choose = (next: Way) => {
    setWay(next);
    if (next === 'cascade') onChange({ how: 'cascade', growth: null, target: handed ?? null });
    else onChange({ how: 'typed', growth: next === 'growth' ? present : null });
  };
  const needsBaseline = target.growth !== null && target.target === null;
  const ways = [
    { value: 'amount', text: words('UI_TREE_HOW_AMOUNT') },
    { value: 'growth', text: words('UI_TREE_HOW_GROWTH') },
    ...(isGoal ? [] : [{ value: 'cascade', text: words('UI_TREE_HOW_CASCADE') }]),
  ];
  const unit = isPercent ? '%' : unitOf(draft.row) === 'money' ? state.currency : '';
  const value = words('UI_TREE_VALUE') + (unit === '' ? '' : ` (${unit})`);
  return (
    <>
      <Select
        label={words('UI_TREE_HOW')}
        value={way}
        options={ways}
        onChange={(next) => choose(next as Way)}
      />
      {way === 'amount' ? (
        <NumberField
          label={value}
          hint={accumulates(draft.row) ? words('UI_TREE_VALUE_HINT') : undefined}
          value={target.target}
          unit={unitOf(draft.row)}
          scale={isPercent ? 100 : 1}
          onChange={(amount) => onChange({ target: amount, how: 'typed', growth: null })}
        />
      ) : null}
      {way === 'growth' ? (
        <NumberField
          label={words('UI_TREE_GROWTH')}
          hint={target.target === null ? undefined : show(target.target)}
          error={needsBaseline ? words('UI_TREE_NEEDS_BASELINE') : undefined}
          value={target.growth}
          unit="percent"
          scale={100}
          onChange={(growth) => onChange({ how: 'typed', growth, target: grown(baseline, growth) })}
        />
      ) : null}
      {way === 'cascade' ? (
        <p class={handed === undefined ? 'caution' : ''}>
          {handed === undefined
            ? words('UI_TREE_HANDED_NONE')
            : words('UI_TREE_HANDED', { value: show(handed) })}
        </p>
      ) : null}
    </>
  );
}

function NewTarget({ target }: { readonly target: DraftTarget }) {
  const { words, language } = useShell();
  const { draft, known, isReading, handed, setTarget } = useScene();
  const show = useShow();
  const change = (part: Partial<DraftTarget>) =>
    setTarget({ ...target, ...part }, `target ${Object.keys(part).join()}`);
  const usual = baselineOf(known, draft.uid, target);
  const days = (period: { from: string; to: string }) => ({
    from: formatDay(language, period.from),
    to: formatDay(language, period.to),
  });
  const { weeks } = known;
  const whyNone = weeks === null ? words('BASE_NO_WEEKS') : words('UI_TREE_BASELINE_GAPS', days(weeks));
  const basis = () => (weeks === null ? '' : words('BASE_BASIS', { ...days(weeks), days: daysOf(target) }));
  const isBand = draft.row.method === 'band';
  const value = target.how === 'cascade' ? (handed ?? null) : target.target;
  return (
    <>
      <Period target={target} onChange={change} />
      <NumberField
        label={words('UI_TREE_BASELINE')}
        hint={
          usual === null
            ? inARow([words('UI_TREE_BASELINE_WHAT'), ...(isReading ? [] : [whyNone])], language)
            : words('UI_TREE_BASELINE_HINT', { value: show(usual), basis: basis() })
        }
        value={target.baseline}
        unit={unitOf(draft.row)}
        scale={unitOf(draft.row) === 'percent' ? 100 : 1}
        onChange={(baseline) =>
          change(target.growth === null ? { baseline } : { baseline, target: grown(baseline, target.growth) })
        }
      />
      {isBand ? (
        <Band target={target} onChange={change} />
      ) : (
        <Value key={draft.uid} target={target} onChange={change} />
      )}
      {isBand || value === null ? null : <RealityNote target={value} period={target} />}
      <Checkbox
        label={words('UI_TREE_LOCK')}
        hint={words('UI_TREE_LOCK_HINT')}
        checked={target.locked}
        onChange={(locked) => change({ locked })}
      />
      <div>
        <Button onPress={() => setTarget(null, '')}>{words('UI_TREE_TARGET_DROP')}</Button>
      </div>
    </>
  );
}

/** The target of a KPI: what holds now, and a new one, which never writes over another. */
export function TargetFields() {
  const { words, language } = useShell();
  const { state, draft, known, setTarget } = useScene();
  const show = useShow();
  const now = targetNow(state, draft);
  const days =
    now === undefined ? {} : { from: formatDay(language, now.from), to: formatDay(language, now.to) };
  const value =
    now === undefined
      ? ''
      : now.target === null
        ? words('UI_TREE_RANGE', {
            low: now.low === null ? '–' : show(now.low),
            high: now.high === null ? '–' : show(now.high),
          })
        : show(now.target);
  return (
    <fieldset class="group">
      <legend>{words('UI_TREE_TARGET')}</legend>
      <p>
        {now === undefined ? words('UI_TREE_TARGET_NONE') : words('UI_TREE_TARGET_NOW', { ...days, value })}
      </p>
      {draft.target === null ? (
        <div>
          <Button onPress={() => setTarget(firstTarget(state, draft, known), '')}>
            {words('UI_TREE_TARGET_NEW')}
          </Button>
        </div>
      ) : (
        <NewTarget target={draft.target} />
      )}
    </fieldset>
  );
}
