import { type AttributionModel, attribute, touchesOf, UNATTRIBUTED } from '../../kpi/attribution.ts';
import { type Fault, faultOf, isBlank, isFault } from '../../kpi/fault.ts';
import { buildUtm, cleanUtmValue, lintUtm, type UtmFinding, utmValue } from '../../kpi/utm.ts';
import { type Language, say } from '../../text/index.ts';
import { choiceKey } from '../../workbook/choices.ts';
import { choice } from '../../workbook/template.ts';
import { type Argument, type Result, type Rows, rowsOrBlank, singleOf } from './argument.ts';
import { alike, broadcast } from './broadcast.ts';
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
    const cells = Object.entries(utm).map(([key, cell]) => [key, cell ?? null]);
    const built = buildUtm(link, Object.fromEntries(cells));
    return !isFault(built) && cleanUtmValue('source', from) === '' ? faultOf('NEEDS_SOURCE') : built;
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

const MODELS = [
  choice('last', 'last', '末次'),
  choice('first', 'first', '首次'),
  choice('linear', 'linear', '线性'),
  choice('position', 'position', '位置'),
];

function modelOf(model: Argument): AttributionModel {
  const cell = singleOf(model);
  if (isBlank(cell)) return 'last';
  return (choiceKey(MODELS, cell) ?? refuse('FAULT_MODEL')) as AttributionModel;
}

export function KPI_ATTRIBUTION(paths: Argument, conversions: Argument, model: Argument): Rows {
  const [rows = [], amounts = []] = alike([...withIsoDates([paths]), conversions]);
  const credits = attribute(rows.map(touchesOf), amounts, modelOf(model));
  const named = orRefuse(credits, amounts).map(({ channel, credit }) => [
    channel === UNATTRIBUTED ? say(cellLanguage(), 'UNATTRIBUTED') : channel,
    credit,
  ]);
  return rowsOrBlank(named, 2);
}
