import { accept, refuse, type Refusal, type Result } from '@core/kernel';
import {
  blocking,
  daysBetween,
  judge,
  lawOf,
  refuseByLaw,
  ruleFor,
  type Fact,
  type Finding,
  type LegalDate,
  type UnderLaw,
} from '@core/rules';

/** Who decided: 村民会议 (the villagers, or one of each household), 村民代表会议, 农村集体经济组织成员（代表）大会. */
export const COLLECTIVE_MEETINGS = [
  'villagers',
  'households',
  'representatives',
  'members',
] as const;
/** One of {@link COLLECTIVE_MEETINGS}. */
export type CollectiveMeeting = (typeof COLLECTIVE_MEETINGS)[number];

/** How a village decided about a project, as its tenderer states it, with the minutes. Dates are legal dates in Beijing. */
export interface CollectiveDecision {
  readonly meeting: CollectiveMeeting;
  /** Number or title of the minutes. */
  readonly document: string;
  /** When the village's Party organisation had discussed it. */
  readonly partyOn: LegalDate;
  readonly heldOn: LegalDate;
  /** From when to when the decision hangs out (村务公开). */
  readonly publishedFrom: LegalDate;
  readonly publishedUntil: LegalDate;
  /** Heads with a vote (adult villagers, households, members), present, in favour; of households one head each. */
  readonly entitled: number;
  readonly present: number;
  readonly agreed: number;
  readonly fileId: string;
}

/** Why a decision is not recorded, or a project not published. */
export type CollectiveRefusal = Refusal<
  'project.collective_missing' | 'project.collective_invalid' | 'project.collective_unlawful'
>;

function isDate(text: string): boolean {
  const at = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/** The first thing that cannot be so, whatever the law says; null: nothing. */
function impossible(made: CollectiveDecision, today: LegalDate): string | null {
  const { partyOn, heldOn, publishedFrom, publishedUntil } = made;
  if (made.document.trim() === '') return 'document';
  if (![partyOn, heldOn, publishedFrom, publishedUntil].every(isDate)) return 'date';
  if (heldOn > today || publishedFrom > today) return 'future';
  if (publishedFrom < heldOn || publishedUntil < publishedFrom) return 'order';
  const { entitled, present, agreed } = made;
  const isCount = [entitled, present, agreed].every((one) => Number.isSafeInteger(one) && one > 0);
  return isCount && agreed <= present && present <= entitled ? null : 'votes';
}

/** Whether enough came for the meeting to decide; the members of a collective organisation have a rule of their own. */
function isQuorate({ meeting, entitled, present }: CollectiveDecision): boolean {
  return meeting === 'villagers' ? present * 2 > entitled : present * 3 >= entitled * 2;
}

/**
 * Holds a village's decision against the law: taken by the right meeting (Organic Law art. 28), with its quorum and passed by
 * more than half of those present (art. 22, 26), after the Party organisation's
 * discussion, published for fifteen days; one of a collective economic organisation present and passed by two thirds
 * (Law on Rural Collective Economic Organisations art. 26, 27).
 */
export function checkCollective(
  made: CollectiveDecision,
  { set, regime, on }: UnderLaw,
): Result<readonly Finding[], CollectiveRefusal> {
  const reason = impossible(made, on);
  if (reason !== null) return refuse('project.collective_invalid', { reason });
  const findings: Finding[] = [];
  const hold = (id: string, holds: boolean, facts: Readonly<Record<string, Fact>>): void => {
    const rule = ruleFor(set, id, regime, on);
    if (rule) findings.push(judge(rule, holds, facts));
  };
  const { partyOn, heldOn, publishedFrom, publishedUntil, entitled, present, agreed } = made;
  hold('village-resolution', agreed * 2 > present, { present, agreed });
  hold('village-party-first', partyOn <= heldOn, { partyOn, heldOn });
  const days = daysBetween(publishedFrom, publishedUntil);
  const least = ruleFor(set, 'village-publish-15d', regime, on)?.value ?? 0;
  hold('village-publish-15d', days >= least, { days, minimum: least });
  if (made.meeting !== 'members') {
    const ofRepresentatives = made.meeting === 'representatives';
    const id = ofRepresentatives ? 'village-representatives-quorum' : 'village-meeting-quorum';
    hold(id, isQuorate(made) && agreed * 2 > present, { entitled, present, agreed });
  } else {
    const passes = present * 3 >= entitled * 2 && agreed * 3 >= entitled * 2;
    hold('rceo-two-thirds', passes, { entitled, present, agreed });
  }
  const [first] = blocking(findings);
  if (!first) return accept(findings);
  const rule = { rule: first.ruleId };
  return refuse('project.collective_unlawful', rule, lawOf(first));
}

/** Whether a project may be published: where the law wants the village's decision first, with it on record. */
export function requireCollective(
  made: CollectiveDecision | null,
  law: UnderLaw,
): Result<true, CollectiveRefusal> {
  if (made !== null || law.regime !== 'D') return accept(true);
  const isWanted = ruleFor(law.set, 'village-resolution', law.regime, law.on) !== null;
  return isWanted ? refuseByLaw('project.collective_missing', law) : accept(true);
}
