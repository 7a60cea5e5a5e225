import { ApiProperty } from '@nestjs/swagger';
import {
  memberStateAt,
  MEMBER_GROUNDS,
  MEMBER_STATES,
  type ApplicantStand,
  type PoolTerms,
} from '@core/contractor-pool';
import type { Wanted } from '@core/enterprise';
import { formatInstant, type Instant } from '@core/kernel';
import {
  MEMBER_STEPS,
  membershipOf,
  termsOf,
  type ContractorPool,
  type MemberStepRecord,
  type PoolMember,
} from '@server/contractor-pool';
import type { Enterprise } from '@server/enterprise';
import { fenOrNull, instantOrNull } from '../http/views';

const STANDS = ['held', 'too_low', 'expired', 'missing'] as const;

class LicenceView {
  @ApiProperty() type!: string;
  @ApiProperty({ type: String, nullable: true }) grade!: string | null;

  static of(this: void, { type, grade }: Wanted): LicenceView {
    return { type, grade };
  }
}

class PoolTierView {
  @ApiProperty() key!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: LicenceView, nullable: true }) qualification!: LicenceView | null;
  /** Highest sum of a work, included; null: any. */
  @ApiProperty({ type: String, nullable: true }) upToFen!: string | null;
}

/** What a pool asks of everybody. */
export class PoolTermsView {
  @ApiProperty({ type: [PoolTierView] }) tiers!: PoolTierView[];
  @ApiProperty({ type: [LicenceView] }) licences!: LicenceView[];
  @ApiProperty() publicityDays!: number;
  @ApiProperty() reviewMonths!: number;
  @ApiProperty() coolOffMonths!: number;
  @ApiProperty({ type: Number, nullable: true }) mostUnfinished!: number | null;

  static of(this: void, terms: PoolTerms): PoolTermsView {
    const { tiers, licences, publicityDays, reviewMonths, coolOffMonths, mostUnfinished } = terms;
    return {
      tiers: tiers.map(({ key, name, qualification, upTo }) => ({
        key,
        name,
        qualification: qualification && LicenceView.of(qualification),
        upToFen: fenOrNull(upTo),
      })),
      licences: licences.map(LicenceView.of),
      publicityDays,
      reviewMonths,
      coolOffMonths,
      mostUnfinished,
    };
  }
}

/** A firm of a pool, for everybody. */
export class PoolMemberView {
  @ApiProperty() enterpriseId!: string;
  @ApiProperty() name!: string;
  @ApiProperty() creditCode!: string;
  /** As of now: a suspension that has ended says `admitted`. */
  @ApiProperty({ enum: MEMBER_STATES }) state!: string;
  @ApiProperty() appliedAt!: string;
  @ApiProperty({ type: String, nullable: true }) admittedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) tier!: string | null;
  @ApiProperty({ type: String, nullable: true }) publicityUntil!: string | null;
  @ApiProperty({ type: String, nullable: true }) reviewDueAt!: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) reviewPassed!: boolean | null;
  @ApiProperty({ type: String, nullable: true }) suspendedUntil!: string | null;
  @ApiProperty({ type: String, nullable: true }) coolOffUntil!: string | null;

  static of(
    this: void,
    row: PoolMember,
    firm: Enterprise | undefined,
    now: Instant,
  ): PoolMemberView {
    const membership = membershipOf(row);
    return {
      enterpriseId: row.enterpriseId,
      state: memberStateAt(membership, now),
      name: firm?.name ?? '',
      creditCode: firm?.creditCode ?? '',
      appliedAt: formatInstant(row.appliedAt),
      admittedAt: instantOrNull(row.admittedAt),
      tier: row.tier,
      publicityUntil: instantOrNull(row.publicityUntil),
      reviewDueAt: instantOrNull(row.reviewDueAt),
      reviewPassed: membership.reviewPassed,
      suspendedUntil: instantOrNull(row.suspendedUntil),
      coolOffUntil: instantOrNull(row.coolOffUntil),
    };
  }
}

/** A public step of a membership: what happened, on which ground, by whom. */
export class PoolStepView {
  @ApiProperty({ enum: MEMBER_STEPS }) step!: string;
  @ApiProperty() at!: string;
  @ApiProperty({ type: String, enum: MEMBER_GROUNDS, nullable: true }) ground!: string | null;
  @ApiProperty({ type: String, nullable: true }) number!: string | null;
  @ApiProperty({ type: String, nullable: true }) authority!: string | null;
  @ApiProperty() text!: string;
  @ApiProperty({ type: String, nullable: true }) until!: string | null;

  static of(this: void, row: MemberStepRecord): PoolStepView {
    const { step, ground, number, authority, text } = row;
    return {
      step,
      ground,
      number,
      authority,
      text,
      at: formatInstant(row.at),
      until: instantOrNull(row.until),
    };
  }
}

/** What an authority decided about a firm of a pool. */
export class PoolDecisionView extends PoolStepView {
  @ApiProperty() enterpriseId!: string;
  @ApiProperty() name!: string;
}

/** A pool with its terms, for everybody. */
export class PoolView {
  @ApiProperty() id!: string;
  @ApiProperty() trade!: string;
  @ApiProperty() name!: string;
  @ApiProperty() notice!: string;
  @ApiProperty() openedAt!: string;
  @ApiProperty({ type: String, nullable: true }) basis!: string | null;
  @ApiProperty({ type: PoolTermsView }) terms!: PoolTermsView;
  /** Admitted and suspended. */
  @ApiProperty({ type: [PoolMemberView] }) members!: PoolMemberView[];
  /** Whose admission is being published. */
  @ApiProperty({ type: [PoolMemberView] }) inPublication!: PoolMemberView[];
  /** Suspensions, removals and what was taken back, the latest first. */
  @ApiProperty({ type: [PoolDecisionView] }) decisions!: PoolDecisionView[];

  static of(
    this: void,
    row: ContractorPool,
    firms: readonly PoolMemberView[],
    decisions: PoolDecisionView[],
  ): PoolView {
    const { id, trade, name, notice, basis } = row;
    const inState = (...states: string[]) => firms.filter(({ state }) => states.includes(state));
    return {
      id,
      trade,
      name,
      notice,
      basis,
      openedAt: formatInstant(row.openedAt),
      terms: PoolTermsView.of(termsOf(row)),
      members: inState('admitted', 'suspended'),
      inPublication: inState('published'),
      decisions,
    };
  }
}

class ConditionView extends LicenceView {
  @ApiProperty({ enum: STANDS }) stand!: string;
}

/** How a firm's licences stand to the terms of a pool. */
export class PoolStandView {
  /** Key of the highest tier they reach; null: none. */
  @ApiProperty({ type: String, nullable: true }) tier!: string | null;
  @ApiProperty({ type: [ConditionView] }) conditions!: ConditionView[];
  /** Whether they meet the terms. */
  @ApiProperty() meets!: boolean;

  static of(this: void, { tier, conditions, missing }: ApplicantStand): PoolStandView {
    return {
      tier: tier?.key ?? null,
      conditions: conditions.map((one) => ({ ...one })),
      meets: tier !== null && missing.length === 0,
    };
  }
}

/** The caller's own standing in a pool. */
export class PoolMembershipView {
  @ApiProperty() poolId!: string;
  @ApiProperty({ enum: MEMBER_STATES }) state!: string;
  @ApiProperty() appliedAt!: string;
  @ApiProperty({ type: String, nullable: true }) admittedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) tier!: string | null;
  @ApiProperty({ type: String, nullable: true }) publicityUntil!: string | null;
  @ApiProperty({ type: String, nullable: true }) reviewDueAt!: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) reviewPassed!: boolean | null;
  @ApiProperty({ type: String, nullable: true }) suspendedUntil!: string | null;
  @ApiProperty({ type: String, nullable: true }) coolOffUntil!: string | null;
  /** Everything a returned application lacks. */
  @ApiProperty({ type: [String] }) missing!: string[];
  /** Works of this pool won and not yet reviewed. */
  @ApiProperty() unfinished!: number;
  @ApiProperty({ type: [PoolStepView] }) history!: PoolStepView[];

  static of(
    this: void,
    row: PoolMember,
    now: Instant,
    unfinished: number,
    history: readonly MemberStepRecord[],
  ): PoolMembershipView {
    const {
      enterpriseId: _id,
      name: _name,
      creditCode: _code,
      ...member
    } = PoolMemberView.of(row, undefined, now);
    return {
      ...member,
      poolId: row.poolId,
      missing: [...(row.missing ?? [])],
      unfinished,
      history: history.map(PoolStepView.of),
    };
  }
}
