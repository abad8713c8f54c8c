import type { TextTable } from '../files/table.ts';
import { PLATFORMS } from '../workbook/sheets/choices.ts';
import type { ExportFormat } from './format.ts';
import { type DraftMapping, mappingFields, proposeMapping } from './mapping.ts';
import type { Recognition } from './recognise.ts';

/**
 * The platforms that a file of a format may be of: more than one where neither the format nor the file fixes it.
 * @param format What the file is.
 * @returns Keys of the platforms' choices; none where it is fixed.
 * @example platformsOf(formatOf('facebook.days')!) //=> ['facebook', 'instagram']
 */
export function platformsOf({ platform, platformWords }: ExportFormat): string[] {
  if (platformWords !== undefined) return [...new Set([platform, ...Object.values(platformWords)])];
  return platform === 'other' ? PLATFORMS.map(({ key }) => key) : [];
}

/**
 * A recognised file as of the platform that a person says.
 * @param recognition What the file is.
 * @param platform Key of the platform; passed over where the format fixes another.
 * @returns The recognition with that platform.
 */
export function ofPlatform(recognition: Recognition, platform: string | undefined): Recognition {
  const isOpen = platform !== undefined && platformsOf(recognition.format).includes(platform);
  return isOpen ? { ...recognition, platform, isPlatformGuessed: false } : recognition;
}

/**
 * How a recognised file is read, as the mapping that a person begins with who says that it is something else.
 * @param table The file's table that was recognised.
 * @param recognition What the file is taken for.
 * @returns The mapping; null where the file has no headers that could be mapped.
 */
export function mappingOfRecognised(table: TextTable, recognition: Recognition): DraftMapping | null {
  const { format, platform, columns } = recognition;
  const over = format.key.startsWith('own.') ? format.over : format.key;
  const instead = over === undefined ? {} : { over };
  const { goal, kind, name } = format;
  if (goal === 'none') {
    const proposal = proposeMapping(table);
    return proposal === null ? null : { ...proposal.mapping, platform, ...instead };
  }
  const known = new Set(mappingFields('en').flatMap((each) => (each.goal === goal ? [each.field] : [])));
  const taken = columns.filter(({ column }) => known.has(column.field));
  const fields = Object.fromEntries(taken.map(({ column, header }) => [column.field, header]));
  return { name, platform, goal, kind, columns: fields, ...instead };
}
