import type { Instant } from '@core/kernel';
import {
  firstRule,
  judge,
  legalDate,
  ruleFor,
  type Finding,
  type Regime,
  type RuleSet,
} from '@core/rules';
import type { Qualification } from './enterprise';

/** A licence asked for: of this type, of this grade or a higher one (null: any). */
export interface Wanted {
  readonly type: string;
  readonly grade: string | null;
}

/** How a firm stands to a licence asked for. */
export type QualificationStand = 'held' | 'too_low' | 'expired' | 'missing';

/** Grades from the highest down; what stands in no scale is compared by its words alone. */
const SCALES = [
  ['特级', '一级', '二级', '三级', '四级'],
  ['甲级', '乙级', '丙级', '丁级'],
] as const;

function rankOf(grade: string): { readonly scale: number; readonly rank: number } | null {
  for (const [scale, grades] of SCALES.entries()) {
    const rank = grades.findIndex((one) => one === grade);
    if (rank >= 0) return { scale, rank };
  }
  return null;
}

/** Whether a grade is the one asked for or a higher one of the same scale. */
export function meetsGrade(grade: string, wanted: string | null): boolean {
  if (wanted === null || grade === wanted) return true;
  const [one, other] = [rankOf(grade), rankOf(wanted)];
  return one !== null && other?.scale === one.scale && one.rank <= other.rank;
}

/** How a firm with these licences stands to the one asked for, at this moment. */
export function standOf(
  qualifications: readonly Qualification[],
  wanted: Wanted,
  at: Instant,
): QualificationStand {
  const ofType = qualifications.filter(({ type }) => type === wanted.type);
  if (ofType.length === 0) return 'missing';
  const high = ofType.filter(({ grade }) => meetsGrade(grade, wanted.grade));
  if (high.length === 0) return 'too_low';
  return high.some(({ validUntil }) => validUntil >= at) ? 'held' : 'expired';
}

/** A firm that signs up, alone or as a member of a consortium. */
export interface SigningFirm {
  readonly name: string;
  readonly qualifications: readonly Qualification[];
}

/**
 * Holds those who sign up for a lot against the licence it wants (Tendering Law art. 26). In a consortium each member
 * that works in the specialty counts, and the lowest of them decides for all (art. 31); members of another specialty
 * are told apart by holding no licence of the type. Whether a violation stops a sign-up is the rule set's severity.
 */
export function qualificationFindings(
  firms: readonly SigningFirm[],
  wanted: Wanted | null,
  set: RuleSet,
  regime: Regime,
  at: Instant,
): readonly Finding[] {
  const law = { set, regime, on: legalDate(at) };
  const rule = firstRule(law, ['bidder-qualified', 'gp-qualified']);
  if (wanted === null || rule === null) return [];
  const asked = [wanted.type, wanted.grade ?? ''].join(' ').trim();
  const stands = firms.map((firm) => ({
    firm: firm.name,
    stand: standOf(firm.qualifications, wanted, at),
  }));
  const facts = (stand: { readonly firm: string; readonly stand: QualificationStand }) => ({
    firm: stand.firm,
    wanted: asked,
    stand: stand.stand,
  });
  if (firms.length < 2) {
    return stands.map((one) => judge(rule, one.stand === 'held', facts(one)));
  }
  const joint = ruleFor(set, 'jv-lower-grade', regime, law.on) ?? rule;
  const specialists = stands.filter(({ stand }) => stand !== 'missing');
  if (specialists.length === 0) {
    return [
      judge(rule, false, {
        firm: firms.map(({ name }) => name).join('、'),
        wanted: asked,
        stand: 'missing',
      }),
    ];
  }
  return specialists.map((one) => judge(joint, one.stand === 'held', facts(one)));
}

/** A firm of a lot, as far as relations between bidders are looked for. */
export interface RelatedFirm {
  readonly id: string;
  readonly name: string;
  readonly creditCode: string;
  readonly legalRepresentative: string;
  /** The unit that controls or manages it, by its own word; null: none. */
  readonly controller: string | null;
  /** Whose bid it is part of: members of one consortium are one bidder. */
  readonly bidder: string;
}

/** Two bidders of a lot between which the law wants no relation (Implementing Regulations art. 34). */
export interface RelatedPair {
  readonly one: RelatedFirm;
  readonly other: RelatedFirm;
  readonly by: 'legal_representative' | 'controller';
}

function relation(one: RelatedFirm, other: RelatedFirm): RelatedPair['by'] | null {
  if (one.bidder === other.bidder) return null;
  const isControlled =
    (one.controller !== null &&
      (one.controller === other.controller || one.controller === other.creditCode)) ||
    (other.controller !== null && other.controller === one.creditCode);
  if (isControlled) return 'controller';
  const head = one.legalRepresentative.trim();
  return head !== '' && head === other.legalRepresentative.trim() ? 'legal_representative' : null;
}

/**
 * Firms of one lot that share a legal representative by name, or a controlling unit. A lead for people to follow, never
 * a finding: two people may bear one name.
 */
export function relatedPairs(firms: readonly RelatedFirm[]): readonly RelatedPair[] {
  return firms.flatMap((one, at) =>
    firms.slice(at + 1).flatMap((other) => {
      const by = relation(one, other);
      return by === null ? [] : [{ one, other, by }];
    }),
  );
}
