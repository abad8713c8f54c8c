import { channelGuards } from '../guards/channels.ts';
import { commentGuards } from '../guards/comments.ts';
import { gamingGuards } from '../guards/gaming.ts';
import { licenceGuards } from '../guards/licences.ts';
import { plansApartGuards } from '../guards/plans-apart.ts';
import { policyGuards } from '../guards/policies.ts';
import { stockGuards } from '../guards/stock.ts';
import { targetGuards } from '../guards/targets.ts';
import type { Material } from '../material.ts';
import type { ContentSection } from '../model.ts';
import type { GuardLine } from '../model-sections.ts';

/**
 * Section 8: what is or soon will be wrong, whatever the KPIs say; what is wrong already comes first.
 * @param material What the review is made of.
 * @param content Section 5, for the content that is hot.
 */
export function guardsSection(material: Material, content: ContentSection): GuardLine[] {
  const lines = [
    ...gamingGuards(material),
    ...stockGuards(material, content),
    ...commentGuards(material),
    ...licenceGuards(material),
    ...targetGuards(material),
    ...plansApartGuards(material),
    ...policyGuards(material),
    ...channelGuards(material),
  ];
  return [
    ...lines.filter(({ status }) => status === 'red'),
    ...lines.filter(({ status }) => status === 'amber'),
  ];
}
