import { formatHours } from '../../text/format.ts';
import { listedOnce } from '../../text/row.ts';
import { accountKey, accountParts } from '../keys.ts';
import type { Material } from '../material.ts';
import type { GuardLine } from '../model-sections.ts';
import type { Complaint } from '../service.ts';
import { guardLine } from './guard.ts';

const HOURS = 24;

/** Whose comments they are; of one that nobody was given, who answers for the account. */
function owners(complaints: readonly Complaint[], account: string, { inCharge, settings }: Material): string {
  const named = complaints.map(({ owner }) => inCharge.people(owner) || inCharge.account(account));
  return listedOnce(named, settings.language);
}

/** Negative comments that nobody answered within the limit, a line an account. */
export function commentGuards(material: Material): GuardLine[] {
  const { service, facts, settings, now } = material;
  const { language, slaHours } = settings;
  const late = service.overdue();
  const groups = new Map<string, Complaint[]>();
  for (const complaint of late) {
    const key = accountKey(complaint.platform, complaint.account);
    groups.set(key, [...(groups.get(key) ?? []), complaint]);
  }
  return [...groups].map(([key, complaints]) => {
    const oldest = Math.min(...complaints.map(({ posted }) => posted));
    const { id } = accountParts(key);
    const name = facts.accounts.get(key)?.name ?? id;
    const waited = (now - oldest) * HOURS;
    const parts = {
      ...{ status: 'red' as const, subject: id, name, owner: owners(complaints, key, material) },
      ...{ found: complaints.length, limit: 0 },
    };
    return guardLine(material.voice, 'overdue_comments', parts, 'GUARD_COMMENTS', {
      name,
      count: complaints.length,
      limit: formatHours(slaHours, language),
      oldest: formatHours(waited, language),
    });
  });
}
