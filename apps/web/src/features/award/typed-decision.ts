import type { DecisionWay } from '@core/tender';

/** A member of a committee as it is typed. */
export interface TypedMember {
  readonly name: string;
  readonly post: string;
  /** The number of the candidate he votes for. */
  readonly choice: number | null;
}

/** A committee's decision as it stands in the form. */
export interface TypedDecision {
  readonly way: DecisionWay;
  readonly members: readonly TypedMember[];
  readonly agreed: number | null;
  readonly reason: string;
}

/** What a decision lacks before it can be recorded. */
export type MissingPart = 'members' | 'choice' | 'agreed' | 'reason' | 'file';

/** The lines a form begins with: as many as the local document asks for, one at least. */
export function firstMembers(least: number): readonly TypedMember[] {
  return Array.from({ length: Math.max(1, least) }, () => ({ name: '', post: '', choice: null }));
}

/** What is still to be filled in, in the order of the form. */
export function missingOf(
  { way, members, agreed, reason }: TypedDecision,
  hasFile: boolean,
): readonly MissingPart[] {
  const isNamed = members.every(({ name, post }) => name.trim() !== '' && post.trim() !== '');
  const isVoted = members.every(({ choice }) => choice !== null);
  return [
    ...(isNamed ? [] : (['members'] as const)),
    ...(way === 'vote' && !isVoted ? (['choice'] as const) : []),
    ...(way === 'deliberation' && agreed === null ? (['agreed'] as const) : []),
    ...(reason.trim() === '' ? (['reason'] as const) : []),
    ...(hasFile ? [] : (['file'] as const)),
  ];
}

/** The same committee before another lot: nobody is chosen yet. */
export function anotherLot(typed: TypedDecision): TypedDecision {
  return {
    ...typed,
    agreed: null,
    members: typed.members.map((one) => ({ ...one, choice: null })),
  };
}

/** A decision as it is sent: votes where it votes, the winner where it agrees. */
export function decisionOf({ way, members, agreed, reason }: TypedDecision) {
  const isVoted = way === 'vote';
  return {
    way,
    members: members.map(({ name, post, choice }) => ({
      name: name.trim(),
      post: post.trim(),
      ...(isVoted && choice !== null ? { choice } : {}),
    })),
    ...(isVoted || agreed === null ? {} : { agreed }),
    reason: reason.trim(),
  };
}
