/** Cell notes as the comments of an .xlsx file. */
import type { SheetState } from '../document/model.ts';
import { cellName } from './references.ts';
import { escapeXml } from './xml.ts';

type Note = { row: number; column: number; text: string };

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Adds the notes of sheet `index` to the parts of the file. */
export function addNotes(parts: Map<string, string>, sheet: SheetState, index: number): void {
  const notes = sheetNotes(sheet);
  if (!notes.length) return;
  parts.set(`xl/comments${index}.xml`, commentsXml(notes));
  parts.set(`xl/drawings/vmlDrawing${index}.vml`, shapesXml(notes, sheet));
  addRelations(parts, index);
  addContentTypes(parts, index);
  const path = `xl/worksheets/sheet${index}.xml`;
  const xml = parts.get(path)!;
  const at = xml.search(/<tableParts|<\/worksheet>/);
  parts.set(path, `${xml.slice(0, at)}<legacyDrawing r:id="rIdNoteShapes"/>${xml.slice(at)}`);
}

function sheetNotes(sheet: SheetState): Note[] {
  const notes: Note[] = [];
  sheet.cells.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (typeof cell === 'object' && cell.note) notes.push({ row, column, text: cell.note });
    });
  });
  return notes;
}

function commentsXml(notes: Note[]): string {
  const comments = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${cellName(row, column)}" authorId="0"><text><r><t xml:space="preserve">${escapeXml(text)}</t></r></text></comment>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><comments xmlns="${MAIN}"><authors><author></author></authors><commentList>${comments.join('')}</commentList></comments>`;
}

/** Excel shows a note only where an old-style shape holds its place. */
function shapesXml(notes: Note[], sheet: SheetState): string {
  const shapes = notes.map(({ row, column, text }, number) => {
    const height = Math.min(12, 2 + text.split('\n').length + Math.floor(text.length / 30));
    const left = Math.min(column + 1, Math.max(sheet.columnCount - 1, 0));
    return (
      `<v:shape id="_x0000_s${1025 + number}" type="#_x0000_t202" style="visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
      '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:textbox/>' +
      '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>' +
      `<x:Anchor>${left}, 15, ${row}, 2, ${left + 2}, 30, ${row + height}, 4</x:Anchor>` +
      `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
    );
  });
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes.join('')}</xml>`
  );
}

function addRelations(parts: Map<string, string>, index: number): void {
  const path = `xl/worksheets/_rels/sheet${index}.xml.rels`;
  const relations =
    `<Relationship Id="rIdNotes" Type="${RELATIONSHIPS}/comments" Target="../comments${index}.xml"/>` +
    `<Relationship Id="rIdNoteShapes" Type="${RELATIONSHIPS}/vmlDrawing" Target="../drawings/vmlDrawing${index}.vml"/>`;
  const existing = parts.get(path);
  parts.set(
    path,
    existing
      ? existing.replace('</Relationships>', `${relations}</Relationships>`)
      : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${PACKAGE}">${relations}</Relationships>`,
  );
}

function addContentTypes(parts: Map<string, string>, index: number): void {
  const path = '[Content_Types].xml';
  let xml = parts.get(path)!;
  if (!xml.includes('Extension="vml"')) {
    xml = xml.replace(
      /(<Types\b[^>]*>)/,
      '$1<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    );
  }
  const override = `<Override PartName="/xl/comments${index}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`;
  parts.set(path, xml.replace('</Types>', `${override}</Types>`));
}
