/** The parts of an Excel workbook (ECMA-376) as its relationships name them. */
import { attribute, elements, richText } from '../../../files/xml.ts';

export type Parts = ReadonlyMap<string, Uint8Array>;
export type Link = { type: string; path: string };

/** The text of a part; undefined where the archive has none at the path. */
export function partText(parts: Parts, path: string): string | undefined {
  const bytes = parts.get(path);
  return bytes && new TextDecoder().decode(bytes);
}

/** A path as a part of `folder` writes it, from the top of the archive. */
function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path: string[] = folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

/** Relationships of a part by their ids; types are the last word of theirs, such as `comments`. */
export function linksOf(parts: Parts, path: string): Map<string, Link> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const xml = partText(parts, `${folder}_rels/${path.slice(folder.length)}.rels`) ?? '';
  return new Map(
    elements(xml, 'Relationship').map(({ tag }) => {
      const type = attribute(tag, 'Type') ?? '';
      const link = { type: type.slice(type.lastIndexOf('/') + 1), path: '' };
      link.path = resolved(folder, attribute(tag, 'Target') ?? '');
      return [attribute(tag, 'Id') ?? '', link];
    }),
  );
}

/** The part of a type among relationships. */
export function linkedText(parts: Parts, links: Map<string, Link>, type: string): string {
  const link = [...links.values()].find((each) => each.type === type);
  return (link && partText(parts, link.path)) ?? '';
}

/** The workbook's list of texts. */
export function sharedTexts(xml: string): string[] {
  return elements(xml, 'si').map(({ content }) => richText(content));
}

/** Whether an attribute says yes. */
export function isOn(tag: string, name: string): boolean {
  return ['1', 'true'].includes(attribute(tag, name) ?? '');
}
