import { useState } from 'preact/hooks';
import type { ImportOutcome, RejectedRow } from '../../src/addon/api.ts';
import { formatCount, formatDay, type TextCode } from '../language.ts';
import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useShell } from '../shell.ts';

type OutcomeProps = { readonly outcome: ImportOutcome };

/** What became of a file, to the row: read = new + updated + unchanged + rejected. */
export function OutcomeView({ outcome }: OutcomeProps) {
  const { words, language } = useShell();
  const { formatName: format, account, warnings, ignoredColumns, rejected, rejectedCount } = outcome;
  return (
    <>
      <p class="hint">
        {[...new Set([format, account]), words('UI_UP_TO', { asOf: formatDay(language, outcome.asOf) })].join(
          ' · ',
        )}
      </p>
      <Counts outcome={outcome} />
      {warnings.length === 0 ? null : (
        <Notice tone="warn">
          <strong>{words('UI_WARNINGS')}</strong>
          <ul class="plain">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
      {rejected.length === 0 ? null : <Rejected rows={rejected} count={rejectedCount} />}
      {ignoredColumns.length === 0 ? null : (
        <details>
          <summary>{words('UI_IGNORED', { count: ignoredColumns.length })}</summary>
          <ul class="plain">
            {ignoredColumns.map((column) => (
              <li key={column}>{column}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Counts({ outcome }: OutcomeProps) {
  const { words, language } = useShell();
  const { read, taken, updated, unchanged, rejectedCount, skipped } = outcome;
  const parts: readonly (readonly [TextCode, number])[] = [
    ['UI_TAKEN', taken],
    ['UI_UPDATED', updated],
    ['UI_UNCHANGED', unchanged],
    ['UI_REJECTED', rejectedCount],
  ];
  const adds = parts.reduce((sum, [, count]) => sum + count, 0) === read;
  return (
    <>
      <dl class="counts">
        <div class="sum">
          <dt>{words('UI_READ')}</dt>
          <dd>{formatCount(language, read)}</dd>
        </div>
        {parts.map(([code, count]) => (
          <div key={code}>
            <dt>{words(code)}</dt>
            <dd>{formatCount(language, count)}</dd>
          </div>
        ))}
        <div class="beside">
          <dt>{words('UI_SKIPPED')}</dt>
          <dd>{formatCount(language, skipped)}</dd>
        </div>
      </dl>
      {adds ? null : <Notice tone="warn">{words('UI_NUMBERS_DIFFER')}</Notice>}
    </>
  );
}

/** A table with a column of rows need not say them again. */
function withoutRow(message: string): string {
  const rest = message.replace(/^(?:Row \d+: |第 \d+ 行：)/, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

const ROWS_AT_ONCE = 50;

type RejectedProps = { readonly rows: readonly RejectedRow[]; readonly count: number };

function Rejected({ rows, count }: RejectedProps) {
  const { words, language, state } = useShell();
  const sheet = state.sheets.find(({ key }) => key === 'issues')?.title ?? '';
  const [shown, setShown] = useState(ROWS_AT_ONCE);
  const rest = rows.length - shown;
  return (
    <details open>
      <summary>{words('UI_REJECTED_ROWS', { count: formatCount(language, count) })}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{words('UI_ROW')}</th>
            <th scope="col">{words('UI_COLUMN')}</th>
            <th scope="col">{words('UI_REASON')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map(({ row, column, code, message }) => (
            <tr key={`${row} ${column} ${code}`}>
              <td>{row}</td>
              <td>{column}</td>
              <td>{withoutRow(message)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 ? (
        <Button kind="quiet" onPress={() => setShown(shown + ROWS_AT_ONCE)}>
          {words('UI_SHOW_MORE', { count: Math.min(rest, ROWS_AT_ONCE) })}
        </Button>
      ) : null}
      {count > rows.length ? (
        <p class="hint">
          {words('UI_REJECTED_FIRST', { shown: rows.length, count: formatCount(language, count), sheet })}
        </p>
      ) : null}
    </details>
  );
}
