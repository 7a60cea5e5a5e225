import { accept, refuse, type LawBasis, type Refusal, type Result } from '@core/kernel';
import {
  AWARD_APART,
  AWARD_COMMITTEE,
  lawOf,
  refuseByLaw,
  ruleFor,
  type UnderLaw,
} from '@core/rules';

/** How a tenderer's committee decides (定标方式): each member votes, or it deliberates and agrees. */
export const DECISION_WAYS = ['vote', 'deliberation'] as const;
export type DecisionWay = (typeof DECISION_WAYS)[number];

/** The largest committee that is recorded, and the longest text in it. */
export const MOST_MEMBERS = 30;
export const LONGEST_REASON = 2000;

/** A member of the tenderer's committee (定标委员会). */
export interface CommitteeMember {
  readonly name: string;
  /** Where he comes from and as what. */
  readonly post: string;
  /** The number of the candidate he votes for; null where nobody votes. */
  readonly choice: number | null;
}

/** What a committee decided of one lot. */
export interface ApartWish {
  readonly way: DecisionWay;
  readonly members: readonly CommitteeMember[];
  /** The number of the candidate it agreed on; null where it voted. */
  readonly agreed: number | null;
  readonly reason: string;
}

/** The votes a candidate got. */
export interface VotesFor {
  readonly number: number;
  readonly votes: number;
}

/** What follows from a decision. */
export interface ApartDecision extends ApartWish {
  /** The number of the candidate who is awarded. */
  readonly chosen: number;
  /** By number, for every candidate that stood; none where nobody voted. */
  readonly votes: readonly VotesFor[];
  readonly law: LawBasis;
}

export type ApartRefusal = Refusal<
  | 'plan.apart_without_basis'
  | 'award.decision_invalid'
  | 'award.committee_too_small'
  | 'award.vote_tied'
>;

function invalid(field: string): Result<never, ApartRefusal> {
  return refuse('award.decision_invalid', { field });
}

function isWritten(text: string, longest: number): boolean {
  return text.trim() !== '' && text.length <= longest;
}

/** Whether everybody in a committee is named, once. */
function areNamed(members: readonly CommitteeMember[]): boolean {
  const names = members.map(({ name, post }) => `${name.trim()}\n${post.trim()}`);
  return (
    members.length > 0 &&
    members.length <= MOST_MEMBERS &&
    members.every(({ name, post }) => isWritten(name, 60) && isWritten(post, 120)) &&
    new Set(names).size === names.length
  );
}

/**
 * The candidate with more votes than any other, counted over the numbers that stand. Refuses a tie (`award.vote_tied`), and a vote
 * for nobody of them.
 */
export function countVotes(
  standing: readonly number[],
  choices: readonly (number | null)[],
): Result<{ readonly chosen: number; readonly votes: readonly VotesFor[] }, ApartRefusal> {
  if (choices.some((one) => one === null || !standing.includes(one))) return invalid('choice');
  const votes = standing.map((number) => ({
    number,
    votes: choices.filter((one) => one === number).length,
  }));
  const most = Math.max(...votes.map((one) => one.votes));
  const [first, ...others] = votes.filter((one) => one.votes === most);
  if (!first || others.length > 0) {
    return refuse('award.vote_tied', {
      numbers: votes.filter((one) => one.votes === most).map((one) => String(one.number)),
    });
  }
  return accept({ chosen: first.number, votes });
}

/**
 * Takes the decision of a tenderer's committee about a lot (定标), among the candidates that stand, by their numbers. It names its
 * members, its way and its reason; a vote is counted here and not typed. Refuses where the rule set of the tender carries no
 * local document for it, or a committee smaller than that document asks for.
 */
export function decideApart(
  standing: readonly number[],
  wish: ApartWish,
  law: UnderLaw,
): Result<ApartDecision, ApartRefusal> {
  const basis = ruleFor(law.set, AWARD_APART, law.regime, law.on);
  if (!basis) return refuseByLaw('plan.apart_without_basis', law);
  const { way, members, agreed, reason } = wish;
  if (!areNamed(members)) return invalid('members');
  if (!isWritten(reason, LONGEST_REASON)) return invalid('reason');
  const least = ruleFor(law.set, AWARD_COMMITTEE, law.regime, law.on);
  if (least !== null && members.length < (least.value ?? 0)) {
    const size = { members: members.length, least: least.value ?? 0 };
    return refuse('award.committee_too_small', size, lawOf(least));
  }
  const choices = members.map(({ choice }) => choice);
  if (way === 'vote') {
    if (agreed !== null) return invalid('agreed');
    const counted = countVotes(standing, choices);
    return counted.ok ? accept({ ...wish, ...counted.value, law: lawOf(basis) }) : counted;
  }
  if (choices.some((one) => one !== null)) return invalid('choice');
  if (agreed === null || !standing.includes(agreed)) return invalid('agreed');
  return accept({ ...wish, chosen: agreed, votes: [], law: lawOf(basis) });
}
