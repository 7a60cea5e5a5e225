import { ApiProperty } from '@nestjs/swagger';
import {
  FORFEIT_GROUNDS,
  RELEASE_CAUSES,
  SECURITY_CHECKS,
  SECURITY_KINDS,
  SECURITY_STATES,
  STATEMENT_COLUMNS,
  type CheckedSecurity,
  type ForfeitGround,
  type ReleaseCause,
  type SecurityState,
} from '@core/bid-security';
import { fenToWire, formatInstant } from '@core/kernel';
import type {
  DeskSecurity,
  FollowedSecurity,
  LineOutcome,
  OpenSecurity,
  PayInto,
  PostedRate,
  StatementRow,
} from '@server/bid-security';
import { fenOrNull, instantOrNull } from '../http/views';

type Kind = (typeof SECURITY_KINDS)[number];

export class SecurityCheckView {
  @ApiProperty({ enum: SECURITY_CHECKS }) check!: CheckedSecurity['check'];
  @ApiProperty() holds!: boolean;
  /** Null: no rule asks for it. */
  @ApiProperty({ type: String, nullable: true }) citation!: string | null;

  static of(this: void, { check, holds, law }: CheckedSecurity): SecurityCheckView {
    return { check, holds, citation: law?.citation ?? null };
  }
}

class SecurityGuaranteeView {
  @ApiProperty({ enum: SECURITY_KINDS }) kind!: Kind;
  @ApiProperty() issuer!: string;
  @ApiProperty() number!: string;
  @ApiProperty() sumFen!: string;
  @ApiProperty() validUntil!: string;
  @ApiProperty() lodgedAt!: string;
  @ApiProperty({ type: String, nullable: true }) withdrawnAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) releasedAt!: string | null;
  /** Whether its bidder added the paper. */
  @ApiProperty() hasFile!: boolean;

  static of(this: void, { row }: FollowedSecurity): SecurityGuaranteeView | null {
    const { guaranteeKind, guaranteeSum, lodgedAt } = row;
    if (guaranteeKind === null || guaranteeSum === null || lodgedAt === null) return null;
    return {
      kind: guaranteeKind,
      issuer: row.issuer ?? '',
      number: row.guaranteeNumber ?? '',
      sumFen: fenToWire(guaranteeSum),
      validUntil: row.validUntil ?? '',
      lodgedAt: formatInstant(lodgedAt),
      withdrawnAt: instantOrNull(row.withdrawnAt),
      releasedAt: instantOrNull(row.releasedAt),
      hasFile: row.guaranteeFileId !== null,
    };
  }
}

class SecurityReleaseView {
  @ApiProperty({ enum: RELEASE_CAUSES }) cause!: ReleaseCause;
  @ApiProperty() since!: string;
  /** The first instant that is too late; null: the law gives no number of days. */
  @ApiProperty({ type: String, nullable: true }) until!: string | null;
  @ApiProperty({ type: String, nullable: true }) citation!: string | null;

  static of(this: void, { release }: FollowedSecurity): SecurityReleaseView | null {
    if (release === null) return null;
    return {
      cause: release.cause,
      since: formatInstant(release.from),
      until: instantOrNull(release.until),
      citation: release.law?.citation ?? null,
    };
  }
}

/** Money that came, without its account: for who may know the payer. */
class ShownPaymentView {
  @ApiProperty() id!: string;
  @ApiProperty() sumFen!: string;
  @ApiProperty() payer!: string;
  @ApiProperty() bank!: string;
  @ApiProperty() arrivedAt!: string;
  @ApiProperty() fromBasicAccount!: boolean;
  @ApiProperty({ type: String, nullable: true }) refundedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) interestFen!: string | null;

  static of(this: void, row: FollowedSecurity['payments'][number]): ShownPaymentView {
    const { id, sum, payer, bank, arrivedAt, isFromBasicAccount, refundedAt, interest } = row;
    return {
      id,
      sumFen: fenToWire(sum),
      payer,
      bank,
      arrivedAt: formatInstant(arrivedAt),
      fromBasicAccount: isFromBasicAccount,
      refundedAt: instantOrNull(refundedAt),
      interestFen: fenOrNull(interest),
    };
  }
}

/** Money that came, with the account it came from and goes back to. */
class KeptPaymentView extends ShownPaymentView {
  @ApiProperty() account!: string;
  @ApiProperty() reference!: string;
  @ApiProperty({ type: String, nullable: true }) refundReference!: string | null;
}

function kept(row: FollowedSecurity['payments'][number]): KeptPaymentView {
  const { account, reference, refundReference } = row;
  return { ...ShownPaymentView.of(row), account, reference, refundReference };
}

class SecurityLineView {
  @ApiProperty() id!: string;
  @ApiProperty() tenderId!: string;
  @ApiProperty() lot!: number;
  @ApiProperty() wantedFen!: string;
  /** Until when money must have arrived. */
  @ApiProperty({ type: String, nullable: true }) deadline!: string | null;
  @ApiProperty({ enum: SECURITY_STATES }) state!: SecurityState;
  @ApiProperty({ type: SecurityGuaranteeView, nullable: true })
  guarantee!: SecurityGuaranteeView | null;
  @ApiProperty({ type: SecurityReleaseView, nullable: true }) release!: SecurityReleaseView | null;
  @ApiProperty({ type: [SecurityCheckView] }) checks!: SecurityCheckView[];
  @ApiProperty({ type: String, nullable: true }) forfeitedAt!: string | null;
  @ApiProperty({ enum: FORFEIT_GROUNDS, nullable: true }) forfeitGround!: ForfeitGround | null;
}

function line(one: FollowedSecurity): SecurityLineView {
  const { row, tender, lot, state, checks } = one;
  return {
    id: row.id,
    tenderId: row.tenderId,
    lot: row.lot,
    wantedFen: fenToWire(lot.bidBond),
    deadline: instantOrNull(tender.deadline),
    state,
    guarantee: SecurityGuaranteeView.of(one),
    release: SecurityReleaseView.of(one),
    checks: checks.map(SecurityCheckView.of),
    forfeitedAt: instantOrNull(row.forfeitedAt),
    forfeitGround: row.forfeitGround,
  };
}

/** A bidder's own security. */
export class OwnSecurityView extends SecurityLineView {
  @ApiProperty() code!: string;
  @ApiProperty({ type: [KeptPaymentView] }) payments!: KeptPaymentView[];

  static of(this: void, one: FollowedSecurity): OwnSecurityView {
    return { ...line(one), code: one.row.code, payments: one.payments.map(kept) };
  }
}

export class PayIntoView {
  @ApiProperty() payee!: string;
  @ApiProperty() bank!: string;
  @ApiProperty() account!: string;

  static of(this: void, { payee, bank, account }: PayInto): PayIntoView {
    return { payee, bank, account };
  }
}

/** What a bidder has to know of its securities in a tender. */
export class OwnSecuritiesView {
  /** Null: the centre has entered no account yet. */
  @ApiProperty({ type: PayIntoView, nullable: true }) account!: PayIntoView | null;
  @ApiProperty({ type: [OwnSecurityView] }) securities!: OwnSecurityView[];
}

/** Whose a payment code is. */
export class CodeOwnerView {
  @ApiProperty() code!: string;
  @ApiProperty() tenderTitle!: string;
  @ApiProperty() lot!: number;
  @ApiProperty() bidderName!: string;
  @ApiProperty() wantedFen!: string;

  static of(this: void, { row, tender, lot, enterprise }: FollowedSecurity): CodeOwnerView {
    return {
      code: row.code,
      tenderTitle: tender.title,
      lot: row.lot,
      bidderName: enterprise?.name ?? '',
      wantedFen: fenToWire(lot.bidBond),
    };
  }
}

class DeskPaymentView extends KeptPaymentView {
  /** What the interest comes to if it goes back today; null: no rate is known for its first days. */
  @ApiProperty({ type: String, nullable: true }) interestTodayFen!: string | null;
}

/** A security on the desk of finance. */
export class DeskSecurityView extends SecurityLineView {
  @ApiProperty() code!: string;
  @ApiProperty() tenderCode!: string;
  @ApiProperty() tenderTitle!: string;
  @ApiProperty() bidderName!: string;
  /** On which of them it may be kept, by the records. */
  @ApiProperty({ enum: FORFEIT_GROUNDS, isArray: true }) grounds!: ForfeitGround[];
  @ApiProperty({ type: [DeskPaymentView] }) payments!: DeskPaymentView[];

  static of(this: void, one: DeskSecurity): DeskSecurityView {
    return {
      ...line(one),
      code: one.row.code,
      tenderCode: one.tender.code,
      tenderTitle: one.tender.title,
      bidderName: one.enterprise?.name ?? '',
      grounds: [...one.grounds],
      payments: one.payments.map((payment) => ({
        ...kept(payment),
        interestTodayFen: fenOrNull(one.interest.get(payment.id) ?? null),
      })),
    };
  }
}

/** A security after the opening, for the tenderer and the supervisor. */
export class OpenSecurityView extends SecurityLineView {
  @ApiProperty() bidderName!: string;
  @ApiProperty({ type: [ShownPaymentView] }) payments!: ShownPaymentView[];
  /** Other bidders whose money came from the same account: a lead, no verdict. */
  @ApiProperty({ type: [String] }) sharedWith!: string[];

  static of(this: void, one: OpenSecurity): OpenSecurityView {
    return {
      ...line(one),
      bidderName: one.enterprise?.name ?? '',
      payments: one.payments.map(ShownPaymentView.of),
      sharedWith: [...one.sharedWith],
    };
  }
}

/** Whether the security of a bid is there: what a panel is told, and nothing of who paid. */
export class PanelSecurityView {
  @ApiProperty() bidId!: string;
  @ApiProperty() wantedFen!: string;
  @ApiProperty({ type: SecurityGuaranteeView, nullable: true })
  guarantee!: SecurityGuaranteeView | null;
  @ApiProperty({ type: [SecurityCheckView] }) checks!: SecurityCheckView[];

  static of(this: void, one: FollowedSecurity): PanelSecurityView {
    const { bidId, lot, checks } = one;
    return {
      bidId: bidId ?? '',
      guarantee: SecurityGuaranteeView.of(one),
      wantedFen: fenToWire(lot.bidBond),
      checks: checks.map(SecurityCheckView.of),
    };
  }
}

const OUTCOMES = [
  'taken',
  'known',
  'refused',
  'unknown_code',
  'no_code',
  'several_codes',
  ...(Object.keys(STATEMENT_COLUMNS) as (keyof typeof STATEMENT_COLUMNS)[]),
] as const satisfies readonly LineOutcome[];

/** What became of a line of a statement. */
export class StatementLineView {
  @ApiProperty() line!: number;
  /** `taken`, or why not: a column's name says that its cell is wrong. */
  @ApiProperty({ enum: OUTCOMES }) outcome!: LineOutcome;
  @ApiProperty({ type: String, nullable: true }) sumFen!: string | null;

  static of(this: void, { line: at, outcome, sum }: StatementRow): StatementLineView {
    return { line: at, outcome, sumFen: fenOrNull(sum) };
  }
}

class PostedRateView {
  @ApiProperty() day!: string;
  @ApiProperty({ type: 'integer' }) ppm!: number;
  @ApiProperty() source!: string;
}

/** What an administrator keeps for securities. */
export class DepositTermsView {
  @ApiProperty({ type: PayIntoView, nullable: true }) account!: PayIntoView | null;
  @ApiProperty({ type: [PostedRateView] }) rates!: PostedRateView[];

  static of(this: void, account: PayInto | null, rates: readonly PostedRate[]): DepositTermsView {
    return {
      account: account && PayIntoView.of(account),
      rates: rates.map(({ from, ppm, source }) => ({ day: from, ppm, source })),
    };
  }
}
