import { errorIn, type Fault, faultOf, isBlank, isFault } from './fault.ts';
import type { Cell } from './issue.ts';

export const UTM_PARAMETERS = ['source', 'medium', 'campaign', 'content', 'term', 'id'] as const;
export type UtmParameter = (typeof UTM_PARAMETERS)[number];
export type Utm = Readonly<Partial<Record<UtmParameter, string>>>;

/** What a linter may say of a link. `parameter` is where, without the utm_. */
export type UtmFinding = {
  readonly code:
    | 'NOT_A_URL'
    | 'MISSING_PARAMETER'
    | 'EMPTY_VALUE'
    | 'DOUBLED_PARAMETER'
    | 'UNKNOWN_PARAMETER'
    | 'UPPER_CASE'
    | 'SPACE'
    | 'PERSONAL_DATA'
    | 'PERSONAL_PARAMETER'
    | 'AFTER_FRAGMENT';
  readonly parameter?: string;
  readonly found?: string;
};

type Link = { readonly base: string; readonly query: readonly string[]; readonly fragment: string };

/** No `URL` class in Apps Script; a link is cut at the first # and the first ? before it (RFC 3986). */
const cut = (url: Cell): Link | null => {
  const text = isBlank(url) ? '' : String(url).trim();
  if (!/^https?:\/\/[^\s/?#]+(?:[/?#]|$)/i.test(text)) return null;
  const hash = text.indexOf('#');
  const [link, fragment] = hash < 0 ? [text, ''] : [text.slice(0, hash), text.slice(hash)];
  const mark = link.indexOf('?');
  const query =
    mark < 0
      ? []
      : link
          .slice(mark + 1)
          .split('&')
          .filter((part) => part !== '');
  return { base: mark < 0 ? link : link.slice(0, mark), query, fragment };
};

const decode = (text: string): string => {
  const spaced = text.replace(/\+/g, ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced; // a stray % is read as it stands
  }
};

const writtenNameOf = (part: string): string => decode(part.split('=')[0] as string);
const nameOf = (part: string): string => writtenNameOf(part).toLowerCase();
const textOf = (part: string): string =>
  part.includes('=') ? decode(part.slice(part.indexOf('=') + 1)) : '';
const valueIn = ({ query }: Link, name: string): string | null => {
  const part = query.find((candidate) => nameOf(candidate) === name);
  return part === undefined ? null : textOf(part);
};
const isUtm = (part: string): boolean => nameOf(part).startsWith('utm_');

// Content identifiers of several platforms differ by case alone, and join orders to content.
const keepsCase = (parameter: string): boolean => parameter === 'content' || parameter === 'id';

/**
 * A parameter's value as it should be: trimmed, words joined by "-", lower case (identifiers keep theirs).
 * @example cleanUtmValue('campaign', ' Spring Sale ') //=> 'spring-sale'
 */
export const cleanUtmValue = (parameter: UtmParameter, value: Cell | undefined): string => {
  // A lone half of a surrogate pair would make encodeURIComponent throw.
  const joined = (isBlank(value) ? '' : String(value))
    .replace(/[\ud800-\udfff]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
  return keepsCase(parameter) ? joined : joined.toLowerCase();
};

const EMAIL = /[^\s@]@[^\s@]+\.[a-z]{2,}/i;
const PHONE = /^\+\d[\d\s().-]{7,}$/;
/** Without a country's +, or a Chinese mobile number in one piece: in an identifier such digits are no number to call. */
const LOCAL_PHONE = /^\(?\d{2,4}\)?[\s.-]\d{3,4}[\s.-]\d{3,4}$|^(?:86)?1[3-9]\d{9}$/;

const isPersonal = (parameter: string, value: string): boolean => {
  const text = value.trim();
  return EMAIL.test(text) || PHONE.test(text) || (!keepsCase(parameter) && LOCAL_PHONE.test(text));
};

/** Why a cell cannot be a value: an error, or a number that has lost digits of the identifier that it was. */
const valueFault = (cell: Cell | undefined): Fault | null => {
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) return faultOf('ID_NOT_TEXT');
  return errorIn(cell);
};

/**
 * Adds campaign parameters to a link; other parameters and the fragment stay. Campaign parameters of before are
 * replaced, all of them; only the identifiers (utm_content, utm_id) stay where no new one is given.
 * @param url http or https. @param utm values; empty ones are left out.
 * @returns NOT_A_URL; PERSONAL_DATA for an e-mail address or telephone number, which analytics must not receive;
 *   ID_NOT_TEXT for a number that is not whole or beyond 2⁵³; INPUT_ERROR, or the fault whose code a cell holds.
 * Source: the campaign parameters of web analytics (Urchin tracking module).
 * @example buildUtm('https://shop.example/p?sku=1#top', { source: 'TikTok', medium: 'video' })
 *   //=> 'https://shop.example/p?sku=1&utm_source=tiktok&utm_medium=video#top'
 */
export const buildUtm = (url: Cell, utm: Readonly<Partial<Record<UtmParameter, Cell>>>): string | Fault => {
  const link = cut(url);
  if (!link) return faultOf('NOT_A_URL');
  const fault = UTM_PARAMETERS.map((parameter) => valueFault(utm[parameter])).find(isFault);
  if (fault) return fault;
  const values = UTM_PARAMETERS.map((parameter) => {
    const given = cleanUtmValue(parameter, utm[parameter]);
    const old = given === '' && keepsCase(parameter) ? valueIn(link, `utm_${parameter}`) : null;
    return [parameter, old === null ? given : cleanUtmValue(parameter, old)] as const;
  });
  if (values.some(([parameter, value]) => isPersonal(parameter, value))) return faultOf('PERSONAL_DATA');
  const added = values.flatMap(([parameter, value]) =>
    value === '' ? [] : [`utm_${parameter}=${encodeURIComponent(value)}`],
  );
  const query = [...link.query.filter((part) => !isUtm(part)), ...added];
  return link.base + (query.length > 0 ? `?${query.join('&')}` : '') + link.fragment;
};

/**
 * The campaign parameters of a link.
 * @returns values by name without utm_, the first of each; NOT_A_URL.
 * Source: RFC 3986 for the parts of a link; form encoding for + and %.
 * @example parseUtm('https://shop.example/?utm_source=tiktok&utm_content=768') //=> { source: 'tiktok', content: '768' }
 */
export const parseUtm = (url: Cell): Utm | Fault => {
  const link = cut(url);
  if (!link) return faultOf('NOT_A_URL');
  const found: Partial<Record<UtmParameter, string>> = {};
  for (const part of link.query) {
    const parameter = UTM_PARAMETERS.find((known) => nameOf(part) === `utm_${known}`);
    if (parameter && found[parameter] === undefined) found[parameter] = textOf(part);
  }
  return found;
};

/**
 * One parameter of a link, campaign parameter or other.
 * @param parameter "source" or "utm_source" alike (a plain ?source= where there is no utm_source); another name is
 *   taken as it is.
 * @returns null where the link does not have it; NOT_A_URL.
 * @example utmValue('https://shop.example/?utm_source=tiktok', 'source') //=> 'tiktok'
 */
export const utmValue = (url: Cell, parameter: Cell): string | null | Fault => {
  const link = cut(url);
  if (!link) return faultOf('NOT_A_URL');
  const name = String(parameter ?? '')
    .trim()
    .toLowerCase();
  const isShort = UTM_PARAMETERS.some((known) => known === name);
  return (isShort ? valueIn(link, `utm_${name}`) : null) ?? valueIn(link, name);
};

/** Further parameters that web analytics reads, beside the usual ones. */
const ALSO_KNOWN: readonly string[] = ['source_platform', 'creative_format', 'marketing_tactic'];

const lintValue = (parameter: string, value: string): UtmFinding[] => {
  const place = { parameter, found: value };
  if (value.trim() === '') return [{ code: 'EMPTY_VALUE', parameter }];
  const findings: UtmFinding[] = [];
  if (!keepsCase(parameter) && value !== value.toLowerCase()) findings.push({ code: 'UPPER_CASE', ...place });
  if (/\s/.test(value)) findings.push({ code: 'SPACE', ...place });
  if (isPersonal(parameter, value)) findings.push({ code: 'PERSONAL_DATA', ...place });
  return findings;
};

/**
 * What is wrong with a link's campaign parameters: source, medium and campaign must be there; lower case, no
 * spaces, nothing doubled, empty, unknown or after the #. No parameter at all may hold an e-mail address or a
 * telephone number. A name in capital letters is not read by web analytics.
 * @returns no findings for a good link.
 * @example lintUtm('https://shop.example/?utm_source=TikTok&utm_medium=video&utm_campaign=spring')
 *   //=> [{ code: 'UPPER_CASE', parameter: 'source', found: 'TikTok' }]
 */
export const lintUtm = (url: Cell): readonly UtmFinding[] => {
  const link = cut(url);
  if (!link) return [{ code: 'NOT_A_URL', found: isBlank(url) ? '' : String(url) }];
  const findings: UtmFinding[] = [];
  const seen = new Set<string>();
  for (const part of link.query) {
    if (!isUtm(part)) {
      const [parameter, found] = [writtenNameOf(part), textOf(part)];
      if (isPersonal('id', found)) findings.push({ code: 'PERSONAL_PARAMETER', parameter, found });
      continue;
    }
    const parameter = nameOf(part).slice(4);
    const isKnown = [...UTM_PARAMETERS, ...ALSO_KNOWN].includes(parameter);
    const written = writtenNameOf(part);
    if (written !== written.toLowerCase()) findings.push({ code: 'UPPER_CASE', parameter, found: written });
    if (!isKnown) findings.push({ code: 'UNKNOWN_PARAMETER', parameter, found: textOf(part) });
    else if (seen.has(parameter))
      findings.push({ code: 'DOUBLED_PARAMETER', parameter, found: textOf(part) });
    else findings.push(...lintValue(parameter, textOf(part)));
    seen.add(parameter);
  }
  for (const parameter of ['source', 'medium', 'campaign']) {
    if (!seen.has(parameter)) findings.push({ code: 'MISSING_PARAMETER', parameter });
  }
  if (/[?&#]utm_/i.test(link.fragment)) findings.push({ code: 'AFTER_FRAGMENT', found: link.fragment });
  return findings;
};
