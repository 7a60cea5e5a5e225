import type { Actor } from '@core/identity';
import { grants } from '@core/identity';
import type { Instant } from '@core/kernel';
import { blocking, legalDate } from '@core/rules';
import { adviceOn, publicationFindings, type PublicationFacts } from './decisions';
import { takesSealedBids, type Tender } from './tender';

/** What a draft must have before it can be published. */
export const DRAFT_PARTS = ['timetable', 'documents', 'opening', 'basis', 'lawful'] as const;

/** A part of a draft, and whether it is there: all that the centre may know of it (secrecy table). */
export interface DraftPart {
  readonly part: (typeof DRAFT_PARTS)[number];
  readonly isComplete: boolean;
}

/** Whether the actor may know that drafts exist and how far they are: staff of the centre, nobody else but the tenderer. */
export function maySeeDraftParts({ role }: Pick<Actor, 'role'>): boolean {
  return role !== 'tenderer' && role !== 'supervisor' && grants(role, 'tender.read');
}

/** Which parts of a draft are complete. Nothing of their content is in the answer. */
export function draftParts(
  tender: Tender,
  facts: PublicationFacts & { readonly hasOpeningMode: boolean },
  now: Instant,
): readonly DraftPart[] {
  const isSealed = takesSealedBids(tender.method);
  const advice = adviceOn(tender, facts.set, legalDate(now), facts.local);
  const held = publicationFindings(tender, facts, now);
  const complete: Readonly<Record<DraftPart['part'], boolean>> = {
    timetable: facts.timetable !== null,
    documents: !isSealed || facts.documents > 0,
    opening: !isSealed || facts.hasOpeningMode,
    basis: advice?.verdict !== 'needs-basis' || facts.basis !== null,
    lawful: held.ok && blocking(held.value).length === 0,
  };
  return DRAFT_PARTS.map((part) => ({ part, isComplete: complete[part] }));
}
