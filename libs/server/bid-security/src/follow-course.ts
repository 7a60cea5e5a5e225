import { Injectable } from '@nestjs/common';
import {
  checkSecurity,
  dueBack,
  forfeitGrounds,
  isSameAccount,
  releaseOf,
  securityState,
  type CheckedSecurity,
  type Course,
  type DueBack,
  type ForfeitGround,
  type Security,
  type SecurityState,
} from '@core/bid-security';
import { concludedAt } from '@core/contract';
import type { Instant } from '@core/kernel';
import type { Hall } from '@core/opening';
import type { UnderLaw } from '@core/rules';
import { bidsBindUntil } from '@core/tender';
import { Awards, type Award, type Candidate } from '@server/award';
import { Bids, type BidRecord } from '@server/bid';
import { Calendars } from '@server/calendar';
import { Contracts } from '@server/contract';
import { Enterprises, readContent, type Enterprise } from '@server/enterprise';
import { Openings } from '@server/opening';
import { RuleSets } from '@server/platform';
import { Lots, Tenders, type LotRecord, type Notice, type TenderRow } from '@server/tender';
import { BidSecurities, type BidSecurity, type BidSecurityPayment } from './bid-securities.store';

/** A security with everything that is known of it at an instant. */
export interface FollowedSecurity {
  readonly row: BidSecurity;
  readonly tender: TenderRow;
  readonly lot: LotRecord;
  readonly enterprise: Enterprise | null;
  /** The bid that counts; null: none was handed in. */
  readonly bidId: string | null;
  readonly payments: readonly (BidSecurityPayment & { readonly isFromBasicAccount: boolean })[];
  readonly security: Security;
  readonly state: SecurityState;
  readonly release: DueBack | null;
  readonly checks: readonly CheckedSecurity[];
  readonly grounds: readonly ForfeitGround[];
  readonly isRevoked: boolean;
  readonly refusedContract: boolean;
  readonly law: UnderLaw;
}

/** What a tender's securities hang on, looked up once. */
interface TenderFacts {
  readonly tender: TenderRow;
  readonly lots: readonly LotRecord[];
  readonly bids: readonly BidRecord[];
  readonly awards: readonly Award[];
  readonly candidates: readonly Candidate[];
  readonly concluded: ReadonlyMap<number, Instant>;
  readonly notices: readonly Notice[];
  readonly hall: Hall | null;
}

/** Verdicts of the hall by which a bid counts as revoked: it could not be opened through its bidder’s fault. */
const REVOKED: readonly string[] = ['BIDDER_FAULT', 'BIDDER_ABSENT', 'DEALER_FAULT'];
/** Grounds of being left out that are a refusal of the contract. */
const REFUSED: readonly (string | null)[] = ['gave_up', 'no_security'];

/** Follows the bids, the award and the contract, and says where each security of a tender stands. */
@Injectable()
export class FollowCourse {
  constructor(
    private readonly securities: BidSecurities,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly bids: Bids,
    private readonly enterprises: Enterprises,
    private readonly openings: Openings,
    private readonly awards: Awards,
    private readonly contracts: Contracts,
    private readonly calendars: Calendars,
    private readonly ruleSets: RuleSets,
  ) {}

  /** Where these securities, of any tenders, stand at `now`; in their order. */
  async of(rows: readonly BidSecurity[], now: Instant): Promise<readonly FollowedSecurity[]> {
    const payments = await this.securities.payments(rows.map(({ id }) => id));
    const firms = await this.enterprises.byIds([...new Set(rows.map((row) => row.enterpriseId))]);
    const facts = new Map<string, TenderFacts>();
    for (const { tenderId } of rows) {
      if (!facts.has(tenderId)) facts.set(tenderId, await this.factsOf(tenderId));
    }
    const followed: FollowedSecurity[] = [];
    for (const row of rows) {
      const about = facts.get(row.tenderId);
      const lot = about?.lots.find(({ number }) => number === row.lot);
      if (!about || !lot) continue;
      const came = payments.filter(({ securityId }) => securityId === row.id);
      const enterprise = firms.get(row.enterpriseId) ?? null;
      followed.push(await this.follow({ row, about, lot, came, enterprise, now }));
    }
    return followed;
  }

  private async follow(one: {
    readonly row: BidSecurity;
    readonly about: TenderFacts;
    readonly lot: LotRecord;
    readonly came: readonly BidSecurityPayment[];
    readonly enterprise: Enterprise | null;
    readonly now: Instant;
  }): Promise<FollowedSecurity> {
    const { row, about, lot, came, enterprise, now } = one;
    const { tender } = about;
    const bid = this.bidOf(about, row);
    const basic = await this.basicAccount(enterprise, bid);
    const payments = came.map((payment) => ({
      ...payment,
      isFromBasicAccount: isSameAccount(payment.account, basic),
    }));
    const law = this.ruleSets.under(tender, now);
    const deadline = deadlineOf(tender, now);
    const security: Security = {
      wanted: lot.bidBond,
      deadline,
      bindsUntil: bidsBindUntil(deadline, tender.bidValidityDays),
      payments,
      guarantee: guaranteeOf(row),
      forfeitedAt: row.forfeitedAt,
    };
    const release = releaseOf(courseOf(about, row, lot, bid, security.deadline), law, now);
    const blame = blameOf(about, row, bid);
    return {
      row,
      tender,
      lot,
      enterprise,
      bidId: bid?.id ?? null,
      payments,
      security,
      state: securityState(security, release, now),
      release: release && dueBack(release, law, await this.calendars.current()),
      checks: checkSecurity(security, law, now),
      grounds: forfeitGrounds(blame, law).map(({ ground }) => ground),
      ...blame,
      law,
    };
  }

  private async factsOf(tenderId: string): Promise<TenderFacts> {
    const tender = await this.tenders.get(tenderId);
    const opening = await this.openings.ofTender(tenderId);
    const concluded = new Map<number, Instant>();
    for (const contract of await this.contracts.ofTender(tenderId)) {
      const at = concludedAt(contract);
      if (at !== null) concluded.set(contract.lot, at);
    }
    return {
      tender,
      lots: await this.lots.ofTender(tenderId),
      bids: await this.bids.submitted(tenderId),
      awards: await this.awards.ofTender(tenderId),
      candidates: await this.awards.candidates(tenderId),
      concluded,
      notices: await this.tenders.notices(tenderId),
      hall: opening && (await this.openings.hall(opening.id)),
    };
  }

  /** A firm's last bid in the lot, as it was handed in or withdrawn. */
  private bidOf({ bids }: TenderFacts, { lot, enterpriseId }: BidSecurity): BidRecord | null {
    const own = bids.filter((bid) => bid.lot === lot && bid.enterpriseId === enterpriseId);
    return own.sort((one, other) => one.seq - other.seq).at(-1) ?? null;
  }

  /** The basic account in the version its bid refers to; before a bid, in the version in force. */
  private async basicAccount(
    enterprise: Enterprise | null,
    bid: BidRecord | null,
  ): Promise<string> {
    if (!enterprise) return '';
    if (!bid) return enterprise.bankAccount;
    const version = await this.enterprises.version(enterprise.id, bid.enterpriseVersion);
    return version ? readContent(version.content).bankAccount : enterprise.bankAccount;
  }
}

/** The deadline that counts: while a tender stands still its deadline does not pass, and moves when it goes on. */
function deadlineOf({ deadline, suspendedAt }: TenderRow, now: Instant): Instant {
  const set = deadline ?? now;
  return suspendedAt === null ? set : Math.max(set, now + 1);
}

function guaranteeOf(row: BidSecurity): Security['guarantee'] {
  const { guaranteeKind: kind, guaranteeSum: sum, validUntil, withdrawnAt, releasedAt } = row;
  if (kind === null || sum === null || validUntil === null) return null;
  return { kind, sum, validUntil, withdrawnAt, releasedAt };
}

function courseOf(
  about: TenderFacts,
  row: BidSecurity,
  lot: LotRecord,
  bid: BidRecord | null,
  deadline: Instant,
): Course {
  const award = about.awards.find((one) => one.lot === row.lot);
  const handedIn =
    bid?.state === 'withdrawn' ? { withdrawnAt: bid.withdrawnAt ?? deadline } : 'submitted';
  return {
    deadline,
    bid: bid === null ? 'none' : handedIn,
    ended: endOf(about, lot, deadline),
    award: award
      ? { at: award.awardedAt, isWinner: award.enterpriseId === row.enterpriseId }
      : null,
    concludedAt: about.concluded.get(row.lot) ?? null,
  };
}

/** When and how a lot came to nothing, by the last notice that says so. */
function endOf(
  { tender, notices }: TenderFacts,
  lot: LotRecord,
  deadline: Instant,
): Course['ended'] {
  const said = (kind: string, isAbout: (notice: Notice) => boolean = () => true): Instant | null =>
    notices.findLast((one) => one.kind === kind && isAbout(one))?.publishedAt ?? null;
  if (tender.state === 'terminated') {
    return { as: 'terminated', at: said('termination_notice') ?? deadline };
  }
  if (tender.state === 'failed') return { as: 'failed', at: said('failed_notice') ?? deadline };
  if (lot.state !== 'failed') return null;
  const at = said(
    'lot_failed_notice',
    ({ facts }) => facts.lot === lot.number || !('lot' in facts),
  );
  return { as: 'failed', at: at ?? deadline };
}

/** What the records say against a bidder: the hall, and on what ground it was left out. */
function blameOf(
  { hall, candidates }: TenderFacts,
  { lot, enterpriseId }: BidSecurity,
  bid: BidRecord | null,
): Pick<FollowedSecurity, 'isRevoked' | 'refusedContract'> {
  const unsealing = hall?.bids.find(({ bidId }) => bidId === bid?.id)?.unsealing;
  return {
    isRevoked: unsealing?.state === 'failed' && REVOKED.includes(unsealing.verdict),
    refusedContract: candidates.some(
      (one) =>
        one.lot === lot &&
        one.enterpriseId === enterpriseId &&
        REFUSED.includes(one.passedOverGround),
    ),
  };
}
