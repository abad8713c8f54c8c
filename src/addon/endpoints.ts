import { isoDate, isoWeekLabel } from '../kpi/calendar.ts';
import { say } from '../text/index.ts';
import { addressIn } from '../workbook/address.ts';
import { textOfCell } from '../workbook/cells.ts';
import { choiceKey } from '../workbook/choices.ts';
import { readSettings } from '../workbook/settings.ts';
import { PLATFORMS } from '../workbook/sheets/choices.ts';
import { sheetTemplate } from '../workbook/sheets/index.ts';
import { cells, emptyTable, type Table, type Tables } from '../workbook/table.ts';
import { answer, locked, userLanguage } from './answer.ts';
import type { Answer, Endpoints, SidebarState } from './api.ts';
import { switchOnAutomation } from './automation.ts';
import { openGateway } from './gateway.ts';
import { importJob, recogniseJob } from './jobs/import.ts';
import { closeReviewJob, lastWholeWeek, readReviewJob, writeReviewJob } from './jobs/review.ts';
import { rowsJob } from './jobs/rows.ts';
import { setUpJob } from './jobs/set-up.ts';
import { nowIn } from './now.ts';
import { importRequest, nothingRequest, rowsRequest, setUpRequest, weekRequest } from './requests.ts';
import { isAutomationOn } from './triggers.ts';

const STATE_NEEDS = {
  settings: ['key', 'value'],
  accounts: ['platform', 'id', 'name'],
  issues: ['code'],
} as const;

type Reply<K extends keyof Endpoints> = ReturnType<Endpoints[K]>;

function accountsIn(table: Table): SidebarState['accounts'] {
  return cells(table, 'id').map((id, row) => ({
    platform:
      choiceKey(PLATFORMS, cells(table, 'platform')[row]) ?? textOfCell(cells(table, 'platform')[row]),
    id: textOfCell(id),
    name: textOfCell(cells(table, 'name')[row]) || textOfCell(id),
  }));
}

function tableIn(tables: Tables, key: string): Table {
  return tables[key] ?? emptyTable(key, key);
}

export function sidebarState(request: unknown): Reply<'sidebarState'> {
  return answer(nothingRequest(), request, () => {
    const gateway = openGateway();
    const map = gateway.readMap();
    const { tables } = gateway.readValues(map, STATE_NEEDS);
    const isSetUp = map.sheets.has('settings');
    const { settings } = readSettings(tableIn(tables, 'settings'), addressIn(map));
    const now = nowIn(map.timeZone);
    return {
      language: isSetUp ? settings.language : userLanguage(),
      isSetUp,
      title: map.title,
      timeZone: map.timeZone,
      today: isoDate(now.day),
      lastWeek: isoWeekLabel(lastWholeWeek(now.day)),
      sheets: [...map.sheets.values()].map(({ key, title, sheetId }) => ({ key, title, sheetId })),
      accounts: accountsIn(tableIn(tables, 'accounts')),
      reviews: map.reviews.map(({ period, state, sheetId }) => ({ period, state, sheetId })),
      automation: { on: isAutomationOn(), hour: settings.reviewHour },
      issueCount: tableIn(tables, 'issues').rows,
    };
  });
}

export function setUp(request: unknown): Reply<'setUp'> {
  return answer(setUpRequest(), request, ({ language, currency }) => {
    const added = locked(() => setUpJob(openGateway(), language, currency));
    const guide = sheetTemplate('guide').titles[language];
    const sentence =
      added === 0 ? say(language, 'SET_UP_NOTHING') : say(language, 'SET_UP_DONE', { count: added, guide });
    return { added, sentence };
  });
}

export function recogniseFile(request: unknown): Reply<'recogniseFile'> {
  return answer(importRequest(), request, (file) => recogniseJob(openGateway(), file));
}

function currentUser(): string {
  return Session.getActiveUser().getEmail() || say(userLanguage(), 'IMPORT_LOG_WHO_UNKNOWN');
}

export function importFile(request: unknown): Reply<'importFile'> {
  return answer(importRequest(), request, (file) =>
    locked(() => {
      const gateway = openGateway();
      const { outcome, changed } = importJob(gateway, file, currentUser());
      if (changed) remakeDrafts();
      return outcome;
    }),
  );
}

/** A draft fills as files come in. */
function remakeDrafts(): void {
  const gateway = openGateway();
  for (const review of gateway.readMap().reviews) {
    if (review.state === 'draft') writeReviewJob(gateway, review.period);
  }
}

export function loadRows(request: unknown): Reply<'loadRows'> {
  return answer(rowsRequest(), request, (rows) => {
    const added = locked(() => rowsJob(openGateway(), rows));
    return { added, sentence: say(userLanguage(), 'ROWS_ADDED', { count: added }) };
  });
}

export function writeReview(request: unknown): Reply<'writeReview'> {
  return answer(weekRequest(), request, ({ week }) => {
    const { period, state, wrote } = locked(() => writeReviewJob(openGateway(), week));
    return {
      period,
      state,
      sentence: say(userLanguage(), wrote ? 'REVIEW_WRITTEN' : 'REVIEW_IS_CLOSED', { period }),
    };
  });
}

export function readReview(request: unknown): Reply<'readReview'> {
  return answer(weekRequest(), request, ({ week }) => readReviewJob(openGateway(), week));
}

export function closeReview(request: unknown): Reply<'closeReview'> {
  const closed: Answer<{ period: string; sentence: string } | undefined> = answer(
    weekRequest(),
    request,
    ({ week }) => {
      const outcome = locked(() => closeReviewJob(openGateway(), week));
      if (outcome === undefined) return undefined;
      const { period } = outcome;
      return { period, sentence: say(userLanguage(), 'REVIEW_CLOSED', { period }) };
    },
  );
  if (!closed.ok) return closed;
  if (closed.value === undefined) return { ok: false, sentence: say(userLanguage(), 'REVIEW_NONE_OPEN') };
  return { ok: true, value: closed.value };
}

export function turnOnAutomation(request: unknown): Reply<'turnOnAutomation'> {
  return answer(nothingRequest(), request, () => ({
    sentence: locked(() => switchOnAutomation(openGateway(), userLanguage())),
  }));
}
