import type { SheetsRequest, SpreadsheetResponse } from './sheets-api.ts';

/**
 * Key of the developer metadata that counts the changes of the add-on. Ids of metadata are unique in a spreadsheet and
 * may be chosen: a change that was made from what another has changed since asks for an id that is taken, and Google
 * refuses its whole batch. So no lock is needed to keep two runs from writing over each other.
 */
export const TURN_METADATA = 'kpi.turn';

const FIRST_ID = 1_700_000_000;
/** Ids come round after so many changes. */
const ROUND = 100_000_000;
/** So many marks stay, so that a run that took its time finds the id taken still. */
const KEPT = 20;

type Entry = { readonly metadataId: number; readonly turn: number; readonly who: string };

/** How often the add-on has changed a workbook. */
export type Turn = {
  readonly turn: number;
  /** What the run that made the latest change called itself. */
  readonly who: string;
  readonly old: readonly number[];
};

/** Reads no more than the marks. */
export const TURN_FIELDS = 'sheets(developerMetadata(metadataId,metadataKey,metadataValue))';

/**
 * Which change was the latest.
 * @param response A metadata read.
 */
export function turnIn({ sheets = [] }: SpreadsheetResponse): Turn {
  const entries = sheets
    .flatMap(({ developerMetadata = [] }) => developerMetadata)
    .filter(({ metadataKey }) => metadataKey === TURN_METADATA)
    .map(({ metadataId = 0, metadataValue = '' }): Entry => {
      const [turn, who = ''] = metadataValue.split(':');
      return { metadataId, turn: Number(turn) || 0, who };
    });
  const latest = entries.reduce<Entry | undefined>(
    (a, b) => (a === undefined || b.turn > a.turn ? b : a),
    undefined,
  );
  const turn = latest?.turn ?? 0;
  const old = entries.filter((entry) => entry.turn <= turn - KEPT).map(({ metadataId }) => metadataId);
  return { turn, who: latest?.who ?? '', old };
}

/**
 * The requests that let a batch pass only where it is the next change.
 * @param sheetId Sheet that carries the marks.
 * @param before The latest change when its run read the workbook.
 * @param who What the run calls itself.
 */
export function takeTurn(sheetId: number, { turn, old }: Turn, who: string): SheetsRequest[] {
  return [
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataId: FIRST_ID + ((turn + 1) % ROUND),
          metadataKey: TURN_METADATA,
          metadataValue: `${turn + 1}:${who}`,
          visibility: 'DOCUMENT',
          location: { sheetId },
        },
      },
    },
    ...old.map(
      (metadataId): SheetsRequest => ({
        deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId } } },
      }),
    ),
  ];
}
