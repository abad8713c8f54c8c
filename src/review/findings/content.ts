import { formatNumber, formatTimes } from '../../text/format.ts';
import { say } from '../../text/index.ts';
import type { ContentLine } from '../model.ts';
import { isReportedGmv, rootOf } from '../nodes.ts';
import { variableLevel, variableName } from '../weak-words.ts';
import { type Found, finding, type Rule, wordsOf } from './finding.ts';

/** Chance alone brings five times the usual now and then; not this. */
const VIRAL = 8;
/** It brought a real part of the goal from here on. */
const BROUGHT = 0.1;
/** And so many views above the usual as a usual item of the account has at all. */
const FLOP = 0.07;
/** A flop is worth a sentence where it cost clearly more than others. */
const FLOP_COST = 2;
/** Of some forty questions a week each is asked again the next. */
const WEAK_Q = 0.02;
const WEAK_EFFECT = -0.2;

/** Content with many times its usual views. */
export const viralFindings: Rule = (found) => {
  const words = wordsOf(found);
  return found.review.content.best.slice(0, 2).flatMap((line) => {
    if (found.review.content.basis !== 'week' || line.index === null || line.index < VIRAL) return [];
    return [
      finding(found, 'viral', {
        subject: line.id,
        owner: line.owner,
        evidence: `content:${line.id}:index`,
        values: {
          title: line.title,
          account: line.account,
          times: formatTimes(line.index, found.material.settings.language),
          views: words.number(line.views ?? 0, 'count'),
          brought: broughtText(line, found),
        },
      }),
    ];
  });
};

/**
 * What an item brought of the goal, where that is a real part: without it the week would be another. Only of a goal that
 * counts what content brings, of all of it.
 */
function broughtText({ gmv }: ContentLine, found: Found): string {
  const goal = rootOf(found.material.kpis);
  const total = found.review.tree.find(({ id }) => id === goal?.id)?.actual.value ?? 0;
  if (goal === undefined || !isReportedGmv(goal)) return '';
  if (Object.values(goal.filter).some((only) => only !== '')) return '';
  if (gmv === null || total <= 0 || gmv < BROUGHT * total) return '';
  const words = wordsOf(found);
  const share = words.number(gmv / total, 'percent');
  return say(found.material.voice, 'VIRAL_BROUGHT', {
    gmv: words.number(gmv, 'money'),
    share,
    goal: goal.name,
  });
}

/** Content that cost clearly more than others and that hardly anyone saw. */
export const flopFindings: Rule = (found) => {
  const words = wordsOf(found);
  const { weakest, best, basis } = found.review.content;
  const costs = [...best, ...weakest].flatMap(({ costToDate }) => (costToDate === null ? [] : [costToDate]));
  const usual = costs.sort((a, b) => a - b)[Math.floor(costs.length / 2)] ?? 0;
  return weakest.slice(0, 1).flatMap((line) => {
    const { index, costToDate: cost } = line;
    if (basis !== 'week' || index === null || index > FLOP) return [];
    if (cost === null || usual <= 0 || cost < FLOP_COST * usual) return [];
    return [
      finding(found, 'flop', {
        subject: line.id,
        owner: line.owner,
        evidence: `content:${line.id}:index`,
        values: {
          title: line.title,
          account: line.account,
          share: words.number(index, 'percent'),
          cost: words.number(cost, 'money'),
        },
      }),
    ];
  });
};

/** A recorded variable that clearly goes with weak content. */
export const weakFindings: Rule = (found) => {
  const { language } = found.material.settings;
  const [line] = found.review.weak.lines;
  if (line === undefined || line.q > WEAK_Q || line.effect > WEAK_EFFECT) return [];
  return [
    finding(found, 'weak_variable', {
      subject: `${line.variable}:${line.level}`,
      evidence: `weak:${line.variable}:${line.level}`,
      values: {
        variable: variableName(line.variable, language),
        level: variableLevel(line.variable, line.level, language),
        effect: formatNumber(Math.abs(line.effect), 'percent', language),
        count: line.items,
      },
    }),
  ];
};

/** An account that has left its cold start this week. */
export const coldStartFindings: Rule = (found) => {
  const { facts, inCharge, periods, settings } = found.material;
  const published = new Map<string, number[]>();
  for (const [key, { published: day }] of facts.contents) {
    if (day === null || day > periods.week.to) continue;
    const account = key.slice(0, key.lastIndexOf('\u001f'));
    const days = published.get(account);
    if (days === undefined) published.set(account, [day]);
    else days.push(day);
  }
  return [...published].flatMap(([account, days]) => {
    const count = settings.coldStartItems;
    const passed = days.sort((a, b) => a - b)[count];
    if (count === 0 || passed === undefined || passed < periods.week.from) return [];
    const info = facts.accounts.get(account);
    if (info === undefined) return [];
    const subject = account.replace('\u001f', ':');
    return [
      finding(found, 'cold_start_over', {
        subject,
        owner: inCharge.account(account),
        evidence: `money:${subject}:account`,
        values: { account: info.name, count },
      }),
    ];
  });
};
