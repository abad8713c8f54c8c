import { useState } from 'preact/hooks';
import type { Help, HelpFunction, HelpSheet } from '../../src/addon/more-api.ts';
import { useGo } from '../go.ts';
import { formatCount } from '../language.ts';
import { Busy } from '../parts/busy.tsx';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Notice, TroubleNotice } from '../parts/notice.tsx';
import { call } from '../server.ts';
import { useShell } from '../shell.ts';
import { useTask } from '../task.ts';
import { useLoad } from './load.ts';

/** Every word that was searched for is in the text. */
function holds(text: string, query: string): boolean {
  const folded = text.normalize('NFKC').toLowerCase();
  return query
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

function found({ functions, sheets }: Help, query: string): Help {
  const ofFunction = ({ name, text, parameters }: HelpFunction) =>
    [name, text, ...parameters.map((each) => `${each.label} ${each.text}`)].join(' ');
  return {
    functions: functions.filter((each) => holds(ofFunction(each), query)),
    sheets: sheets.filter(({ title, purpose }) => holds(`${title} ${purpose}`, query)),
  };
}

/** Writes the example where the person has clicked, and says what came of it. */
function Insert({ name }: { readonly name: string }) {
  const { words } = useShell();
  const task = useTask();
  const [said, setSaid] = useState<string | null>(null);
  const insert = () => {
    setSaid(null);
    task.run(async () => setSaid((await call('insertExample', { name })).sentence));
  };
  return (
    <>
      <div class="actions">
        <Button busy={task.running} onPress={insert}>
          {words('UI_INSERT')}
        </Button>
      </div>
      <Busy words={words} running={task.running} text={words('UI_WORKING')} />
      <TroubleNotice words={words} trouble={task.trouble} />
      {said === null ? null : <Notice tone="good">{said}</Notice>}
    </>
  );
}

function FunctionCard({ each }: { readonly each: HelpFunction }) {
  const { words } = useShell();
  const { name, text, parameters, returns, example } = each;
  return (
    <li>
      <details>
        <summary>
          <code>{name}</code>
          <span class="hint">{text}</span>
        </summary>
        <div class="stack">
          <dl class="terms">
            {parameters.map((parameter) => (
              <div key={parameter.name}>
                <dt>
                  <code>{parameter.name}</code> {parameter.label}
                </dt>
                <dd>{parameter.text}</dd>
              </div>
            ))}
            <div>
              <dt>{words('UI_RETURNS')}</dt>
              <dd>{returns}</dd>
            </div>
            <div>
              <dt>{words('UI_EXAMPLE_FORMULA')}</dt>
              <dd>
                <code>{example}</code>
              </dd>
            </div>
          </dl>
          <Insert name={name} />
        </div>
      </details>
    </li>
  );
}

function Functions({ functions }: Pick<Help, 'functions'>) {
  const { words } = useShell();
  if (functions.length === 0) return null;
  return (
    <section class="stack">
      <h3>{words('UI_FUNCTIONS')}</h3>
      <p class="hint">{words('UI_FUNCTIONS_LEAD')}</p>
      <ul class="cards-tight">
        {functions.map((each) => (
          <FunctionCard key={each.name} each={each} />
        ))}
      </ul>
    </section>
  );
}

function SheetLink({ sheet, go }: { readonly sheet: HelpSheet; readonly go: (title: string) => void }) {
  const { open } = useShell();
  // One that is not there can be added.
  const press = () => (sheet.isThere ? go(sheet.title) : open('more', 'sheets'));
  return (
    <li>
      <button type="button" class="link" onClick={press}>
        {sheet.title}
      </button>
      <p class="hint">{sheet.purpose}</p>
    </li>
  );
}

function Sheets({ sheets }: Pick<Help, 'sheets'>) {
  const { words } = useShell();
  const { go, task } = useGo();
  if (sheets.length === 0) return null;
  const there = sheets.filter(({ isThere }) => isThere);
  const others = sheets.filter(({ isThere }) => !isThere);
  return (
    <section class="stack">
      <h3>{words('UI_SHEETS')}</h3>
      <Busy words={words} running={task.running} text={words('UI_WORKING')} />
      <TroubleNotice words={words} trouble={task.trouble} />
      <ul class="rows-plain">
        {there.map((sheet) => (
          <SheetLink key={sheet.key} sheet={sheet} go={go} />
        ))}
      </ul>
      {others.length === 0 ? null : (
        <>
          <h4>{words('UI_MODULES')}</h4>
          <ul class="rows-plain">
            {others.map((sheet) => (
              <SheetLink key={sheet.key} sheet={sheet} go={go} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Every function for cells and every sheet, to be searched. */
export function HelpScreen() {
  const { words, language } = useShell();
  const { value, task, reload } = useLoad('help', {});
  const [query, setQuery] = useState('');
  const shown = value === null ? null : found(value, query.trim());
  return (
    <section class="stack">
      <h2>{words('UI_HELP')}</h2>
      <Busy words={words} running={task.running} text={words('UI_LOADING')} />
      <TroubleNotice words={words} trouble={task.trouble} onRetry={reload} />
      {shown === null ? null : (
        <>
          <Field label={words('UI_SEARCH')}>
            {(ids) => (
              <input
                {...ids}
                type="search"
                value={query}
                onInput={(event) => setQuery(event.currentTarget.value)}
              />
            )}
          </Field>
          <p class="hint" role="status">
            {query.trim() === ''
              ? ''
              : words('UI_FOUND', {
                  count: formatCount(language, shown.functions.length + shown.sheets.length),
                })}
          </p>
          <Functions functions={shown.functions} />
          <Sheets sheets={shown.sheets} />
        </>
      )}
    </section>
  );
}
