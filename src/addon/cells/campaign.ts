import { type AttributionModel, attribute, touchesOf, UNATTRIBUTED } from '../../kpi/attribution.ts';
import { type Fault, isBlank } from '../../kpi/fault.ts';
import type { Cell as DomainCell } from '../../kpi/issue.ts';
import { buildUtm, lintUtm, type UtmFinding, utmValue } from '../../kpi/utm.ts';
import { type Language, say } from '../../text/index.ts';
import {
  type Argument,
  cellsOf,
  isRange,
  type Result,
  type Rows,
  rowsOrBlank,
  singleOf,
} from './argument.ts';
import { broadcast } from './broadcast.ts';
import { withIsoDates } from './dates.ts';
import { cellLanguage, orRefuse, refuse } from './fault.ts';

// What people see of these functions in Sheets (texts, parameters, examples) stands in surface.ts.

export function KPI_UTM(
  url: Argument,
  source: Argument,
  medium: Argument,
  campaign: Argument,
  content: Argument,
  term: Argument,
): Result {
  const args = withIsoDates([url, source, medium, campaign, content, term]);
  return broadcast(args, (link, from, kind, name, item, word) => {
    if (isBlank(link)) return null;
    const utm = { source: from, medium: kind, campaign: name, content: item, term: word };
    return buildUtm(link, Object.fromEntries(Object.entries(utm).map(([key, cell]) => [key, cell ?? null])));
  });
}

export function KPI_UTM_GET(url: Argument, parameter: Argument): Result {
  return broadcast([url, parameter], (link, name) =>
    isBlank(link) || isBlank(name) ? null : utmValue(link, name),
  );
}

function findingText(language: Language, { code, parameter = '', found = '' }: UtmFinding): string {
  return say(language, `UTM_${code}`, { parameter, found });
}

export function KPI_UTM_CHECK(url: Argument): Result {
  let language: Language | undefined;
  return broadcast([url], (link): string | null | Fault => {
    const findings = isBlank(link) ? [] : lintUtm(link);
    if (findings.length === 0) return null;
    const words = language ?? cellLanguage();
    language = words;
    return findings.map((finding) => findingText(words, finding)).join(say(words, 'UTM_JOIN'));
  });
}

const MODELS: readonly AttributionModel[] = ['last', 'first', 'linear', 'position'];

function modelOf(model: Argument): AttributionModel {
  const cell = singleOf(model);
  const name = isBlank(cell) ? 'last' : String(cell).trim().toLowerCase();
  return MODELS.find((known) => known === name) ?? refuse('FAULT_MODEL');
}

/** Conversions by path; a single amount goes with every row that has a path. */
function amountsOf(conversions: Argument, paths: readonly DomainCell[]): readonly DomainCell[] {
  if (isRange(conversions)) return cellsOf(conversions);
  return paths.map((path) => (isBlank(path) ? null : (conversions ?? null)));
}

export function KPI_ATTRIBUTION(paths: Argument, conversions: Argument, model: Argument): Rows {
  const rows = cellsOf(paths);
  const amounts = amountsOf(conversions, rows);
  const credits = attribute(rows.map(touchesOf), amounts, modelOf(model));
  const named = orRefuse(credits, amounts).map(({ channel, credit }) => [
    channel === UNATTRIBUTED ? say(cellLanguage(), 'UNATTRIBUTED') : channel,
    credit,
  ]);
  return rowsOrBlank(named, 2);
}
