import { useState } from 'preact/hooks';
import type { TreeFigures, TreeState } from '../../../src/addon/tree-api.ts';
import { formatChange, formatDay, formatNumber } from '../../../src/text/format.ts';
import { numberIn } from '../../parts/number-in.ts';
import { typed } from '../../parts/typed.ts';
import { factorOf } from '../edit-form.ts';
import { type Speech, shownNumber, unitOf } from '../facts.ts';
import { forestOf, nameOf } from '../nodes.ts';
import type { Line, Plan } from './plan.ts';
import { judgementOf } from './words.ts';

type TableProps = {
  readonly state: TreeState;
  readonly figures: TreeFigures;
  readonly speech: Speech;
  readonly plan: Plan;
  readonly locks: ReadonlyMap<string, number>;
  readonly onShare: (id: string, share: number) => void;
  readonly onLock: (id: string, value: number) => void;
  /** Locks a target as it stands, or unlocks it. */
  readonly onTick: (line: Line) => void;
};

/** The target that somebody locked, to be typed in its unit. */
function LockedTarget({
  value,
  unit,
  label,
  onChange,
}: {
  readonly value: number;
  readonly unit: string;
  readonly label: string;
  readonly onChange: (value: number) => void;
}) {
  const factor = factorOf(unit);
  const [text, setText] = useState(typed(value * factor));
  const isBad = typeof numberIn(text) !== 'number';
  const type = (given: string) => {
    setText(given);
    const found = numberIn(given, factor);
    if (typeof found === 'number') onChange(found);
  };
  return (
    <input
      class="locked"
      aria-label={label}
      aria-invalid={isBad ? true : undefined}
      value={text}
      onInput={(event) => type(event.currentTarget.value)}
    />
  );
}

/** The part of the change that a KPI takes among its siblings; what has none to share with has no slider. */
function Share({
  line,
  name,
  isAlone,
  props,
}: {
  line: Line;
  name: string;
  isAlone: boolean;
  props: TableProps;
}) {
  const { language, words } = props.speech;
  if (line.share === null || line.depth === 0 || isAlone) return null;
  const percent = formatNumber(line.share, 'percent', language).replace(/\.0%$/, '%');
  return (
    <span class="share">
      <input
        type="range"
        min={0}
        max={100}
        value={Math.round(line.share * 100)}
        aria-label={words('CAS_SHARE_OF', { name })}
        aria-valuetext={percent}
        onInput={(event) => props.onShare(line.id, Number(event.currentTarget.value) / 100)}
      />
      <span>{percent}</span>
    </span>
  );
}

function changeText({ baseline, target }: Line): string {
  return baseline === null || target === null || baseline <= 0 ? '' : formatChange(target / baseline - 1);
}

function Row({
  line,
  sign,
  isAlone,
  props,
}: {
  line: Line;
  sign: string;
  isAlone: boolean;
  props: TableProps;
}) {
  const { state, figures, speech, locks, onLock, onTick } = props;
  const { words } = speech;
  const from = state.rows[line.row];
  if (from === undefined) return null;
  const name = nameOf(from);
  const unit = unitOf(state, figures, line.row);
  const shown = (value: number | null): string => (value === null ? '—' : shownNumber(value, unit, speech));
  const lock = locks.get(line.id);
  // A name of two lines goes on below itself, not below its sign.
  const hang = line.depth === 0 ? 0 : 16;
  const judged = judgementOf(line, unit, figures.nodes[line.id]?.accumulates === true, speech);
  return (
    <tr>
      <th scope="row" style={{ paddingLeft: `${8 + 18 * line.depth + hang}px`, textIndent: `${-hang}px` }}>
        {line.depth === 0 ? null : <span class="op">{sign}</span>}
        {name}
      </th>
      <td class="number">{shown(line.baseline)}</td>
      <td class="number strong">
        {lock === undefined ? (
          shown(line.target)
        ) : (
          <LockedTarget
            value={lock}
            unit={unit}
            label={words('CAS_TARGET_OF', { name })}
            onChange={(value) => onLock(line.id, value)}
          />
        )}
      </td>
      <td class="number">{changeText(line)}</td>
      <td>
        <Share line={line} name={name} isAlone={isAlone} props={props} />
      </td>
      <td class="middle">
        {line.depth === 0 || line.isConstant ? null : (
          <input
            type="checkbox"
            aria-label={words('CAS_LOCK_OF', { name })}
            checked={lock !== undefined}
            onChange={() => onTick(line)}
          />
        )}
      </td>
      <td>
        {judged === null ? null : (
          <span class={`judged ${judged.tone}`}>
            <span aria-hidden="true">{judged.sign}</span>
            <span>{judged.text}</span>
          </span>
        )}
      </td>
    </tr>
  );
}

/** A line for each KPI, from the goal down. */
export function CascadeTable(props: TableProps) {
  const { state, figures, speech, plan } = props;
  const { words, language } = speech;
  const { nodes } = forestOf(state.rows);
  const shared = (line: Line): number =>
    plan.lines.filter(({ row, share }) => share !== null && nodes[row]?.parent === nodes[line.row]?.parent)
      .length;
  const heads = [
    ...(['CAS_KPI', 'CAS_BASELINE', 'CAS_TARGET', 'CAS_CHANGE'] as const),
    ...(['CAS_SHARE', 'CAS_LOCK', 'CAS_ASKS'] as const),
  ];
  return (
    <section class="table" aria-label={words('CAS_TABLE')}>
      <table>
        <thead>
          <tr>
            {heads.map((code) => (
              <th key={code} scope="col" class={/BASE|TARGET|CHANGE/.test(code) ? 'number' : undefined}>
                {words(code)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.lines.map((line) => (
            <Row
              key={line.id}
              line={line}
              sign={nodes[line.row]?.sign ?? ''}
              isAlone={shared(line) < 2}
              props={props}
            />
          ))}
        </tbody>
      </table>
      {figures.weeks === null ? null : (
        <p class="hint">
          {words('CAS_BASIS', {
            basis: words('BASE_BASIS', {
              from: formatDay(figures.weeks.from, language),
              to: formatDay(figures.weeks.to, language),
              days: plan.days,
            }),
          })}
        </p>
      )}
    </section>
  );
}
