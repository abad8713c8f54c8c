import { concentration } from '../../kpi/concentration.ts';
import { isFault } from '../../kpi/fault.ts';
import { formatNumber } from '../../text/format.ts';
import type { Material } from '../material.ts';
import type { GuardLine } from '../model-sections.ts';
import { rootOf } from '../nodes.ts';
import { accountSegments, platformSegments, type Segment } from '../sections/segments.ts';
import { guardLine } from './guard.ts';

/** A month of GMV: one good week of a channel is no dependence. */
const DAYS = 28;

/** One platform or one account that most of the goal hangs on; nothing where there is but one. */
export function channelGuards(material: Material): GuardLine[] {
  const { kpis, figures, periods, settings } = material;
  const { language, channelShare } = settings;
  const root = rootOf(kpis);
  if (root === undefined || root.unit !== 'money') return [];
  const goal = root.metric === '' ? { ...root, metric: 'gmv' } : root;
  const { to } = periods.week;
  const found = [platformSegments(goal, material), accountSegments(goal, material)].flatMap(
    (segments): GuardLine[] => {
      const values = segments.map(({ node }) =>
        Math.max(0, figures.figure(node, to - DAYS + 1, to).value ?? 0),
      );
      const measured = concentration(values, channelShare);
      if (measured === null || isFault(measured) || !measured.dependsOnOne || segments.length < 2) return [];
      const { id, name, owner } = segments[measured.topPosition] as Segment;
      const share = measured.topShare;
      const parts = {
        ...{ status: 'amber' as const, subject: id, name, owner },
        ...{ found: share, limit: channelShare, unit: 'percent' },
      };
      return [
        guardLine(material.voice, 'one_channel', parts, 'GUARD_CHANNEL', {
          name,
          goal: goal.name,
          days: DAYS,
          share: formatNumber(share, 'percent', language),
          channels: formatNumber(measured.effectiveChannels, 'number', language),
        }),
      ];
    },
  );
  // A platform with one account is one channel, not two.
  return found.slice(0, 1);
}
