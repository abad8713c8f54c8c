import type { NodeFigures } from '../../src/addon/tree-api.ts';
import { formatNumber } from '../../src/text/format.ts';
import { shownUnit } from './checks.ts';
import { StatusSign } from './outline-line.tsx';
import { useScene } from './scene.ts';
import { useShell } from './shell.ts';

const BLOCKS = '▁▂▃▄▅▆▇';

/** Weeks as characters of different heights, from the lowest to the highest; a week that is not known is a gap. */
export function blocksOf(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return values
    .map((value) => {
      if (value === null) return '·';
      const share = high === low ? 0.5 : (value - low) / (high - low);
      return BLOCKS[Math.round(share * (BLOCKS.length - 1))];
    })
    .join('');
}

function Facts({ figures }: { readonly figures: NodeFigures }) {
  const { words, language } = useShell();
  const { state, structure, draft } = useScene();
  const { actual, plan, attainment, status, effect, history, benchmark, unit } = figures;
  const show = (value: number | null): string =>
    value === null ? '–' : formatNumber(value, unit, language, state.currency);
  const known = history.filter((value) => value !== null);
  const root = structure.childrenOf.get(null)?.[0];
  const rootUnit = String((root === undefined ? null : structure.byUid.get(root)?.row.unit) ?? unit);
  const signed = (value: number): string =>
    `${value > 0 ? '+' : ''}${formatNumber(value, shownUnit(rootUnit), language, state.currency)}`;
  const rows: [string, string][] = [
    [words('UI_TREE_ACTUAL'), show(actual)],
    ...(plan === null ? [] : [[words('UI_TREE_PLAN'), show(plan)] as [string, string]]),
    ...(effect === null || draft.row.kind === 'influence'
      ? []
      : [[words('UI_TREE_EFFECT'), signed(effect)] as [string, string]]),
  ];
  return (
    <dl class="facts">
      {rows.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      {attainment === null ? null : (
        <div>
          <dt>{words('UI_TREE_ATTAINMENT')}</dt>
          <dd>
            <StatusSign status={status} /> {formatNumber(attainment, 'percent', language)}
          </dd>
        </div>
      )}
      {known.length === 0 ? null : (
        <div>
          <dt>{words('UI_TREE_HISTORY')}</dt>
          <dd>
            <span class="blocks" aria-hidden="true">
              {blocksOf(history)}
            </span>
            <span class="hint block">
              {words('UI_TREE_RANGE', { low: show(Math.min(...known)), high: show(Math.max(...known)) })}
            </span>
          </dd>
        </div>
      )}
      {benchmark === null ? null : (
        <div>
          <dt>{words('UI_TREE_BENCHMARK')}</dt>
          <dd>{words('UI_TREE_RANGE', { low: show(benchmark.p25), high: show(benchmark.p75) })}</dd>
        </div>
      )}
    </dl>
  );
}

/** What the data say of a KPI. */
export function FiguresView() {
  const { words } = useShell();
  const { figures, week, isReading } = useScene();
  if (week === '' || (figures === undefined && isReading)) return null;
  const isEmpty = figures === undefined || figures.history.every((value) => value === null);
  return (
    <section class="figures" aria-label={words('UI_TREE_FIGURES', { week })}>
      <h4>{words('UI_TREE_FIGURES', { week })}</h4>
      {figures === undefined || (isEmpty && figures.plan === null) ? (
        <p class="hint">{words('UI_TREE_NOTHING_MEASURED')}</p>
      ) : (
        <Facts figures={figures} />
      )}
    </section>
  );
}
