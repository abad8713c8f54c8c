/**
 * The sample team as a script of its own: the generator is a third of what the sidebar would weigh, and most people
 * never ask for it. The sidebar fetches it from the add-on when somebody does.
 */
import type { SidebarState } from '../../src/addon/api.ts';
import { serialOfIsoDate, weekEnd, weekOfLabel } from '../../src/kpi/calendar.ts';
import { sampleTables } from '../../src/sample/index.ts';
import type { SampleWindow } from './load.ts';
import { cutIntoPieces } from './pieces.ts';

// The same seed always: loading twice finds its own rows again.
const SEED = 1;
const WEEKS = 26;

(globalThis as unknown as SampleWindow).contentKpiSample = (state: SidebarState) => {
  const week = weekOfLabel(state.lastWeek) ?? serialOfIsoDate(state.today) ?? 0;
  const { tables } = sampleTables({
    seed: SEED,
    lastDay: weekEnd(week),
    weeks: WEEKS,
    story: true,
    language: state.language,
  });
  // Rows of an optional sheet that the team did not choose have nowhere to go.
  const absent = state.modules.filter(({ isThere }) => !isThere).map(({ key }): string => key);
  return cutIntoPieces(tables.filter(({ sheet }) => !absent.includes(sheet)));
};
