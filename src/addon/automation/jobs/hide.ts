import { weekOfLabel } from '../../../kpi/calendar.ts';
import { say } from '../../../text/index.ts';
import { listed } from '../../../text/row.ts';
import type { ReviewPlace } from '../../../workbook/map.ts';
import { lastWholeWeek } from '../../jobs/review.ts';
import type { Tick, TickJob } from '../tick.ts';

/** Closed reviews older than the setting says that were not hidden before: one that somebody shows again stays. */
function oldTabs({ map, memory, now, settings }: Tick): ReviewPlace[] {
  const oldest = lastWholeWeek(now.day) - 7 * settings.hideAfterWeeks;
  return map.reviews
    .filter(({ period, state }) => state === 'closed' && period > memory.hidden)
    .filter(({ period }) => (weekOfLabel(period) ?? oldest) < oldest)
    .sort((a, b) => (a.period < b.period ? -1 : 1));
}

/** Hides the tabs of old reviews; nothing is deleted. */
export const hideJob: TickJob = {
  isDue: (tick) => oldTabs(tick).length > 0,
  run: (tick) => {
    const tabs = oldTabs(tick);
    tick.gateway.write(
      tabs.map(({ sheetId }) => ({
        updateSheetProperties: { properties: { sheetId, hidden: true }, fields: 'hidden' },
      })),
    );
    tick.memory.hidden = tabs[tabs.length - 1]?.period ?? tick.memory.hidden;
    const { language } = tick.settings;
    const weeks = listed(
      tabs.map(({ period }) => period),
      language,
    );
    return say(language, 'RUN_HIDE', { weeks });
  },
};
