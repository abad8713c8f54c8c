import type { TextTable } from '../../files/table.ts';
import { ofPlatform } from '../../imports/contradict.ts';
import type { ExportFormat } from '../../imports/format.ts';
import { type FileMapping, formatOfMapping, readMapping } from '../../imports/mapping.ts';
import { recognise } from '../../imports/recognise.ts';
import type { WorkbookMap } from '../../workbook/map.ts';
import { forgetMapping, keepMapping } from '../../workbook/marks.ts';
import type { SheetsRequest } from '../../workbook/sheets-api.ts';

export type ImportRequest = {
  readonly fileName: string;
  readonly tables: readonly TextTable[];
  readonly asOf?: string | undefined;
  /** First day of figures of a period that the file does not say. */
  readonly from?: string | undefined;
  /** Key of the platform, where the file does not fix it. */
  readonly platform?: string | undefined;
  readonly account?: string | undefined;
  /** Id of the upload that brought its tables in pieces before. */
  readonly uploaded?: string | undefined;
  /** How to read a file that no format knows. */
  readonly mapping?: FileMapping | undefined;
  /** Whether it is to be read as it is recognised, whatever the workbook remembers. */
  readonly known?: boolean | undefined;
};

type Kept = { readonly text: string; readonly format: ExportFormat };

/** What the workbook remembers of files that people said how to read, the latest first. */
export function keptFormats(map: WorkbookMap): Kept[] {
  return map.mappings.flatMap((text) => {
    const mapping = readMapping(text);
    return mapping === null ? [] : [{ text, format: formatOfMapping(mapping) }];
  });
}

/**
 * Finds out what a file is: by the person's own word alone where there is one; else by what the workbook remembers beside
 * the known formats.
 * @param request The file, and what a person says of it.
 * @param map Where everything is.
 * @returns What it is, or why it is not known.
 */
export function recogniseAs(request: ImportRequest, map: WorkbookMap): ReturnType<typeof recognise> {
  const { tables, mapping, known, platform } = request;
  const own = known === true ? [] : keptFormats(map).map(({ format }) => format);
  const recognition =
    mapping === undefined ? recognise(tables, own) : recognise(tables, [formatOfMapping(mapping)], []);
  return 'issue' in recognition ? recognition : ofPlatform(recognition, platform);
}

/**
 * A mapping that was used is remembered, once; the one that it contradicts is forgotten.
 * @param map Where everything is.
 * @param request The file as it was read.
 * @returns Requests; none where the workbook remembers it already.
 */
export function mappingRequests(
  map: WorkbookMap,
  { tables, mapping, known }: ImportRequest,
): SheetsRequest[] {
  const sheetId = map.sheets.get('imports')?.sheetId;
  if ((mapping === undefined && known !== true) || sheetId === undefined) return [];
  const kept = keptFormats(map);
  const before = recognise(
    tables,
    kept.map(({ format }) => format),
  );
  const former = 'issue' in before ? undefined : kept.find(({ format }) => format === before.format);
  const text = mapping === undefined ? undefined : JSON.stringify(mapping);
  return [
    ...(former === undefined || former.text === text ? [] : [forgetMapping(former.text)]),
    ...(text === undefined || map.mappings.includes(text) ? [] : [keepMapping(sheetId, text)]),
  ];
}
