import { Injectable } from '@nestjs/common';
import {
  forfeit,
  readStatement,
  refundPayment,
  type ForfeitGround,
  type StatementLine,
  type Transfer,
} from '@core/bid-security';
import type { Actor } from '@core/identity';
import { fenToYuan, protocolTime, type Fen, type Instant } from '@core/kernel';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, Ids, orRefuse, Outbox, UnitOfWork } from '@server/platform';
import { BidSecurities, type BidSecurity } from './bid-securities.store';
import { DepositTerms } from './deposit-terms';
import { FollowCourse, type FollowedSecurity } from './follow-course';

/** Said when money came for a security: `{securityId}`. */
export const SECURITY_RECEIVED = 'bid_security.received';
/** Said when a security went back, as money or as paper: `{securityId}`. */
export const SECURITY_RETURNED = 'bid_security.returned';
/** Said when a security is kept: `{securityId}`. */
export const SECURITY_FORFEITED = 'bid_security.forfeited';

/** How a line of a statement fared: taken, or why not. */
export type LineOutcome =
  | 'taken'
  | 'known'
  | 'refused'
  | 'unknown_code'
  | Extract<StatementLine, { fault: unknown }>['fault'];

/** A line of a statement with what became of it, or would. */
export interface StatementRow {
  readonly line: number;
  readonly outcome: LineOutcome;
  readonly sum: Fen | null;
}

/** A refund as finance enters it. To what account is no question: to the one the money came from. */
export interface Refund {
  readonly paidAt: Instant;
  readonly interest: Fen | null;
  readonly reference: string;
}

/** What finance records: money that came, went back or is kept, each once and for good. */
@Injectable()
export class KeepMoney {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly securities: BidSecurities,
    private readonly course: FollowCourse,
    private readonly terms: DepositTerms,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Records a transfer under the code its payer named; throws `bid_security.code_unknown` where nobody was given it. */
  async receive(actor: Actor, code: string, transfer: Transfer): Promise<BidSecurity> {
    const known = await this.securities.byCode(code);
    if (!known) throw new DomainError('bid_security.code_unknown');
    return this.unit.run(async () => {
      const at = this.arrival.at();
      const row = await this.securities.lock(known.id);
      if (transfer.sum === 0 || transfer.arrivedAt > at) {
        throw new DomainError('bid_security.day_impossible');
      }
      if (row.forfeitedAt !== null) throw new DomainError('bid_security.forfeited_already');
      await this.securities.addPayment({
        id: this.ids.next(),
        securityId: row.id,
        ...transfer,
        recordedAt: at,
        recordedBy: actor.personId,
        refundedAt: null,
        interest: null,
        computedInterest: null,
        refundReference: null,
        refundRecordedAt: null,
        refundedBy: null,
      });
      await this.log(actor, row, SECURITY_RECEIVED, {
        sum: fenToYuan(transfer.sum),
        arrived: protocolTime(transfer.arrivedAt),
        reference: transfer.reference,
      });
      await this.outbox.add(SECURITY_RECEIVED, { securityId: row.id });
      return row;
    });
  }

  /** Takes a bank statement in, or says line by line what taking it in would do. Lines that were taken before are known. */
  async takeStatement(
    actor: Actor,
    text: string,
    isTrial: boolean,
  ): Promise<readonly StatementRow[]> {
    const rows: StatementRow[] = [];
    const seen = new Set<string>();
    for (const one of orRefuse(readStatement(text))) {
      if ('fault' in one) {
        rows.push({ line: one.line, outcome: one.fault, sum: null });
        continue;
      }
      const outcome = await this.takeLine(actor, one, seen, isTrial);
      rows.push({ line: one.line, outcome, sum: one.transfer.sum });
    }
    return rows;
  }

  private async takeLine(
    actor: Actor,
    { code, transfer }: Extract<StatementLine, { code: string }>,
    seen: Set<string>,
    isTrial: boolean,
  ): Promise<LineOutcome> {
    const { reference } = transfer;
    if (seen.has(reference) || (await this.securities.isRecorded(reference))) return 'known';
    seen.add(reference);
    const row = await this.securities.byCode(code);
    if (!row) return 'unknown_code';
    if (transfer.arrivedAt > this.arrival.at()) return 'date';
    if (isTrial) return 'taken';
    try {
      await this.receive(actor, code, transfer);
      return 'taken';
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // One transfer that cannot be taken leaves the others of its statement alone; finance sees which it is.
      return error.code === 'bid_security.recorded_already' ? 'known' : 'refused';
    }
  }

  /** Records that a payment went back whole, with its interest, to the account it came from. */
  async refund(actor: Actor, paymentId: string, refund: Refund): Promise<void> {
    const { securityId } = await this.securities.payment(paymentId);
    await this.onSecurity(securityId, async (followed, at) => {
      const payment = followed.payments.find(({ id }) => id === paymentId);
      if (!payment) throw new DomainError('bid_security.not_found');
      const { paidAt, reference } = refund;
      const given = orRefuse(
        refundPayment(payment, refund, {
          release: followed.release,
          forfeitedAt: followed.row.forfeitedAt,
          rates: await this.terms.rates(),
          now: at,
        }),
      );
      const isFirst = await this.securities.refund(paymentId, {
        refundedAt: paidAt,
        interest: given.interest,
        computedInterest: given.computed,
        refundReference: reference,
        refundRecordedAt: at,
        refundedBy: actor.personId,
      });
      if (!isFirst) throw new DomainError('bid_security.refunded_already');
      await this.log(actor, followed.row, 'bid_security.refunded', {
        sum: fenToYuan(payment.sum),
        interest: fenToYuan(given.interest),
        computed: fenToYuan(given.computed),
        paid: protocolTime(paidAt),
        reference,
      });
      await this.outbox.add(SECURITY_RETURNED, { securityId });
    });
  }

  /** Records that a guarantee or policy was given back. */
  async giveBack(actor: Actor, securityId: string): Promise<void> {
    await this.onSecurity(securityId, async ({ row, release }, at) => {
      const isThere = row.lodgedAt !== null && row.withdrawnAt === null && row.releasedAt === null;
      if (!isThere) throw new DomainError('bid_security.nothing_held');
      if (row.forfeitedAt !== null) throw new DomainError('bid_security.forfeited_already');
      if (release === null) throw new DomainError('bid_security.still_bound');
      await this.securities.change(securityId, { releasedAt: at });
      await this.log(actor, row, 'bid_security.released', {});
      await this.outbox.add(SECURITY_RETURNED, { securityId });
    });
  }

  /** Records that a security is kept, by the tenderer's decision and on a ground of law the records show. */
  async forfeit(
    actor: Actor,
    securityId: string,
    ground: ForfeitGround,
    decision: string,
  ): Promise<void> {
    await this.onSecurity(securityId, async (followed, at) => {
      const { row, payments, law, isRevoked, refusedContract } = followed;
      const { guarantee } = followed.security;
      const hasGuarantee =
        guarantee !== null && guarantee.withdrawnAt === null && guarantee.releasedAt === null;
      const { forfeitedAt } = row;
      const facts = { isRevoked, refusedContract, forfeitedAt, payments, hasGuarantee };
      const { citation } = orRefuse(forfeit(facts, ground, law));
      await this.securities.change(securityId, {
        forfeitedAt: at,
        forfeitGround: ground,
        forfeitDecision: decision,
        forfeitedBy: actor.personId,
      });
      await this.log(actor, row, SECURITY_FORFEITED, { ground, citation, decision });
      await this.outbox.add(SECURITY_FORFEITED, { securityId });
    });
  }

  private async onSecurity(
    id: string,
    act: (followed: FollowedSecurity, at: Instant) => Promise<void>,
  ): Promise<void> {
    await this.unit.run(async () => {
      const at = this.arrival.at();
      const row = await this.securities.lock(id);
      const [followed] = await this.course.of([row], at);
      if (!followed) throw new DomainError('bid_security.not_found');
      await act(followed, at);
    });
  }

  /** The payer and the account stand in no record: the bank's number finds them. */
  private async log(
    actor: Actor,
    { id, tenderId, lot }: BidSecurity,
    type: string,
    said: Readonly<Record<string, string>>,
  ): Promise<void> {
    await this.ledger.append({
      type,
      scope: `${tenderId}/internal`,
      by: actor,
      body: { security: id, lot, ...said },
    });
  }
}
