import type { IssueGroup } from '../../src/addon/more-api.ts';
import { type Go, useGo } from '../go.ts';
import { formatCount } from '../language.ts';
import { Busy } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { Notice, TroubleNotice } from '../parts/notice.tsx';
import { useShell } from '../shell.ts';
import { useLoad } from './load.ts';

function Group({ group, go }: { readonly group: IssueGroup; readonly go: Go }) {
  const { words, language } = useShell();
  const { sheet, isTab, count, rows } = group;
  return (
    <section class="stack issues">
      <h3>
        {sheet} <span class="tally">{formatCount(language, count)}</span>
      </h3>
      <ul class="rows-plain">
        {rows.map(({ cell, sentence, when }, index) => (
          <li key={`${index} ${cell}`}>
            {isTab && cell !== '' ? (
              <button type="button" class="link" onClick={() => go(sheet, cell)}>
                {sentence}
              </button>
            ) : (
              <p>{sentence}</p>
            )}
            <p class="hint">{[cell, when].filter((text) => text !== '').join(' · ')}</p>
          </li>
        ))}
      </ul>
      {rows.length < count ? (
        <p class="hint">
          {words('UI_ISSUES_SHOWN', {
            shown: formatCount(language, rows.length),
            count: formatCount(language, count),
          })}
        </p>
      ) : null}
    </section>
  );
}

/** What could not be read, by sheet or file; a click leads to the cell. */
export function IssuesScreen({ title }: { readonly title: string }) {
  const { words, language } = useShell();
  const { value, task, reload } = useLoad('readIssues', {});
  const { go, task: going } = useGo();
  return (
    <section class="stack">
      <h2>
        {title}
        {value === null || value.count === 0 ? null : (
          <span class="tally">{formatCount(language, value.count)}</span>
        )}
      </h2>
      <Busy words={words} running={task.running} text={words('UI_LOADING')} />
      <TroubleNotice words={words} trouble={task.trouble} onRetry={reload} />
      {value === null ? null : value.count === 0 ? (
        <Notice tone="good">{words('UI_ISSUES_NONE')}</Notice>
      ) : (
        <>
          <p>{words('UI_ISSUES_LEAD', { sheet: title })}</p>
          <div class="actions">
            <Button onPress={() => go(title)}>{words('UI_OPEN_SHEET', { sheet: title })}</Button>
          </div>
          <Busy words={words} running={going.running} text={words('UI_WORKING')} />
          <TroubleNotice words={words} trouble={going.trouble} />
          {value.groups.map((group) => (
            <Group key={group.sheet} group={group} go={go} />
          ))}
        </>
      )}
    </section>
  );
}
