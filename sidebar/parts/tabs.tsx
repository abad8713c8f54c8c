import { useRef } from 'preact/hooks';
import type { TabKey } from '../shell.ts';

export type Tab = { readonly key: TabKey; readonly text: string };

type TabsProps = {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly selected: TabKey;
  readonly onSelect: (key: TabKey) => void;
};

/** Where a key leads from tab `at` of `count`; null for keys that mean nothing here. */
function target(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at + count - 1) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

/** Tab bar by the ARIA pattern: one tab stop, arrows move and select. */
export function Tabs({ label, tabs, selected, onSelect }: TabsProps) {
  const bar = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.key === selected);
    const next = target(event.key, at, tabs.length);
    const tab = next === null ? undefined : tabs[next];
    if (tab === undefined) return;
    event.preventDefault();
    onSelect(tab.key);
    bar.current?.querySelector<HTMLElement>(`#tab-${tab.key}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={bar} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.key}
          id={`tab-${tab.key}`}
          type="button"
          role="tab"
          aria-selected={tab.key === selected}
          aria-controls={`panel-${tab.key}`}
          tabIndex={tab.key === selected ? 0 : -1}
          onClick={() => onSelect(tab.key)}
        >
          {tab.text}
        </button>
      ))}
    </div>
  );
}
