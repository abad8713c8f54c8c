import { useRef, useState } from 'preact/hooks';
import type { TreeChoice } from '../../src/addon/tree-api.ts';
import { isRatio, MEASURES, type Metric, metricOf, RATIOS } from '../../src/kpi/metrics.ts';
import type { Language } from '../language.ts';
import { Field } from '../parts/field.tsx';
import { sheetUnit } from './checks.ts';
import { useShell } from './shell.ts';
import type { TreeSay } from './words.ts';

const METRICS: readonly Metric[] = [...MEASURES, ...RATIOS];

/** How a metric is made, in the words of its parts. */
function definitionOf(
  metric: Metric,
  language: Language,
  words: TreeSay,
  units: readonly TreeChoice[],
): string {
  const key = sheetUnit(metric.unit);
  const unit = units.find((each) => each.key === key)?.word ?? key;
  if (!isRatio(metric)) return words('UI_TREE_SUM_OF', { unit });
  const named = (part: string): string => metricOf(part)?.names[language] ?? part;
  const sum = metric.numerator.map(named).join(' + ');
  const whole = [sum, ...metric.less.map(named)].join(' − ');
  const isOne = metric.numerator.length + metric.less.length === 1;
  const above = isOne ? whole : language === 'en' ? `(${whole})` : `（${whole}）`;
  const quotient = words('UI_TREE_QUOTIENT', { above, below: named(metric.denominator), unit });
  return metric.per === 1 ? quotient : words('UI_TREE_TIMES', { per: metric.per, quotient });
}

function matches({ key, names }: Metric, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [key, names.en, names['zh-CN']].some((name) => name.toLowerCase().includes(wanted));
}

type MetricProps = {
  readonly label: string;
  readonly value: string;
  readonly units: readonly TreeChoice[];
  readonly onChange: (metric: string | null) => void;
};

type ListProps = {
  readonly id: string;
  readonly options: readonly (Metric | null)[];
  readonly at: number;
  readonly units: readonly TreeChoice[];
  readonly onChoose: (metric: Metric | null) => void;
};

function MetricList({ id, options, at, units, onChoose }: ListProps) {
  const { words, language } = useShell();
  return (
    <div class="options" role="listbox" id={id} aria-label={words('UI_TREE_NO_METRIC')}>
      {options.map((metric, i) => (
        <div
          key={metric?.key ?? ''}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === at}
          // Before the field loses the focus, which closes the list.
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(metric);
          }}
        >
          <span>{metric?.names[language] ?? words('UI_TREE_NO_METRIC')}</span>
          {metric === null ? null : <span class="hint">{definitionOf(metric, language, words, units)}</span>}
        </div>
      ))}
    </div>
  );
}

/** A metric of the catalogue, found by its name, with how it is made. */
export function MetricField({ label, value, units, onChange }: MetricProps) {
  const { words, language } = useShell();
  const [text, setText] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const now = metricOf(value);
  const name = now?.names[language] ?? value;
  const isOpen = text !== null;
  const found = METRICS.filter((metric) => matches(metric, text ?? ''));
  const options: (Metric | null)[] = (text ?? '').trim() === '' ? [null, ...found] : found;
  const hint = now === undefined || isOpen ? undefined : definitionOf(now, language, words, units);
  const close = () => setText(null);
  const choose = (metric: Metric | null | undefined) => {
    close();
    if (metric !== undefined && (metric?.key ?? '') !== value) onChange(metric?.key ?? null);
  };
  const show = (place: number) => {
    setAt(place);
    list.current?.querySelectorAll('[role=option]')[place]?.scrollIntoView({ block: 'nearest' });
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) close();
    else if (event.key === 'ArrowDown') isOpen ? show(Math.min(at + 1, options.length - 1)) : setText('');
    else if (event.key === 'ArrowUp' && isOpen) show(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && isOpen) choose(options[at]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <div class="combo" ref={list}>
          <input
            {...ids}
            type="text"
            role="combobox"
            autocomplete="off"
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={`${ids.id}-options`}
            aria-activedescendant={isOpen && options.length > 0 ? `${ids.id}-options-${at}` : undefined}
            value={text ?? name}
            placeholder={words('UI_TREE_NO_METRIC')}
            onClick={() => setText(text ?? '')}
            onInput={(event) => {
              setText(event.currentTarget.value);
              setAt(0);
            }}
            onBlur={close}
            onKeyDown={keys}
          />
          {isOpen && options.length > 0 ? (
            <MetricList id={`${ids.id}-options`} options={options} at={at} units={units} onChoose={choose} />
          ) : null}
          {isOpen && options.length === 0 ? <p class="hint">{words('UI_TREE_NO_MATCH')}</p> : null}
        </div>
      )}
    </Field>
  );
}
