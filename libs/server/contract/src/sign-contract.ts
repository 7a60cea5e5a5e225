import { Injectable } from '@nestjs/common';
import {
  concludedAt,
  otherSide,
  sendBack,
  signContract,
  signedAt,
  signingPeriod,
  type ContractSide,
} from '@core/contract';
import type { Actor } from '@core/identity';
import { fenToYuan, protocolTime, taggedHashHex } from '@core/kernel';
import { Awards } from '@server/award';
import { Calendars } from '@server/calendar';
import { Ledger } from '@server/ledger';
import { DomainError, Ids, orRefuse, Outbox } from '@server/platform';
import { noticeTitle, Tenders, type TenderRow } from '@server/tender';
import { ContractDesk, type ContractAtHand } from './contract-desk';
import { contractNotice } from './contract-text';
import { Contracts, type Contract } from './contracts.store';
import { MarkContracted } from './mark-contracted';

/** Said when one side has signed and the other has not: `{contractId, to}`. */
export const CONTRACT_SIGNED = 'contract.signed';
/** Said when both sides have signed: `{contractId, tenderId}`. */
export const CONTRACT_CONCLUDED = 'contract.concluded';
/** Said when a side sends a contract back unsigned: `{contractId, to}`. */
export const CONTRACT_DECLINED = 'contract.declined';

/** What somebody signs: the text he has read, by its fingerprint. */
export interface Signing {
  readonly fingerprint: string;
  readonly lateReason: string | null;
}

/** Throws while a lot's contract must wait. Runs under the tender's lock. */
export type HoldSignature = (tender: TenderRow, lot: number) => Promise<void>;

/** Both sides sign on line, each once, the same text; with the second signature it is a contract and is published. */
@Injectable()
export class SignContract {
  private readonly holds: HoldSignature[] = [];

  constructor(
    private readonly desk: ContractDesk,
    private readonly contracts: Contracts,
    private readonly tenders: Tenders,
    private readonly awards: Awards,
    private readonly calendars: Calendars,
    private readonly contracted: MarkContracted,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Adds what may hold signatures back: it throws while it does (an upheld query that has led to nothing yet). */
  holdBack(check: HoldSignature): void {
    this.holds.push(check);
  }

  /** Signs as the party the actor is. */
  async sign(actor: Actor, id: string, signing: Signing): Promise<Contract> {
    return this.desk.asParty(actor, id, async (hand) => {
      const { contract, side, at, law } = hand;
      const calendar = await this.calendars.current();
      const award = (await this.awards.ofTender(contract.tenderId)).find(
        ({ lot }) => lot === contract.lot,
      );
      if (!award) throw new DomainError('contract.no_award', { lot: contract.lot });
      const period = orRefuse(signingPeriod(award.awardedAt, at, law, calendar));
      for (const check of this.holds) await check(hand.tender, contract.lot);
      const { fingerprint: read } = signing;
      const act = { side, read, at, lateReason: signing.lateReason };
      orRefuse(signContract(contract, act, period, law));
      const isLate = period !== null && at >= period.until;
      const name = side === 'tenderer' ? hand.tender.tendererName : contract.enterpriseName;
      const late = isLate ? [`${name}：${(signing.lateReason ?? '').trim()}`] : [];
      const before = contract.lateReason === null ? [] : [contract.lateReason];
      const lateReason = late.length === 0 ? contract.lateReason : [...before, ...late].join('\n');
      const change: Partial<Contract> =
        side === 'tenderer'
          ? { tendererSignedAt: at, tendererSignedBy: actor.personId, lateReason }
          : { winnerSignedAt: at, winnerSignedBy: actor.personId, lateReason };
      await this.contracts.change(id, change);
      const signed = { ...contract, ...change };
      await this.ledger.append({
        type: 'contract.signed',
        scope: `${contract.tenderId}/internal`,
        by: actor,
        body: {
          contract: id,
          side,
          fingerprint: read,
          late: late[0] === undefined ? null : taggedHashHex('sunlit/text', late[0]),
        },
      });
      if (concludedAt(signed) !== null) await this.conclude(actor, hand, signed);
      else await this.outbox.add(CONTRACT_SIGNED, { contractId: id, to: otherSide(side) });
      return signed;
    });
  }

  /**
   * A side sends the contract it has read back unsigned and says why: the other side's signature falls, so that it can be
   * written anew. The log keeps both.
   */
  async decline(actor: Actor, id: string, read: string, reason: string): Promise<void> {
    await this.desk.asParty(actor, id, async ({ contract, side }) => {
      orRefuse(sendBack(contract, side, read));
      await this.contracts.change(id, {
        tendererSignedAt: null,
        tendererSignedBy: null,
        winnerSignedAt: null,
        winnerSignedBy: null,
        lateReason: null,
        declined: reason,
      });
      await this.ledger.append({
        type: 'contract.declined',
        scope: `${contract.tenderId}/internal`,
        by: actor,
        body: {
          contract: id,
          fingerprint: contract.fingerprint,
          reason: taggedHashHex('sunlit/text', reason),
        },
      });
      await this.outbox.add(CONTRACT_DECLINED, { contractId: id, to: otherSide(side) });
    });
  }

  private async conclude(
    actor: Actor,
    { tender, at }: ContractAtHand,
    contract: Contract,
  ): Promise<void> {
    const { id, tenderId, lot, number, terms, fingerprint, enterpriseName: name } = contract;
    const about = await this.desk.lotInWords(tender, lot);
    const price = fenToYuan(terms.price);
    await this.tenders.addNotice({
      id: this.ids.next(),
      tenderId,
      kind: 'contract_notice',
      title: noticeTitle(about.title, 'contract_notice'),
      text: contractNotice(tender, contract),
      facts: { ...about.named, name, price, number },
      fileId: null,
      publishedAt: at,
    });
    const signed = (side: ContractSide): string => protocolTime(signedAt(contract, side) ?? at);
    await this.ledger.append({
      type: 'contract.concluded',
      scope: 'platform',
      by: actor,
      body: {
        tender: tenderId,
        lot,
        number,
        name,
        price,
        fingerprint,
        tenderer: signed('tenderer'),
        winner: signed('winner'),
        late: contract.lateReason,
      },
    });
    await this.outbox.add(CONTRACT_CONCLUDED, { contractId: id, tenderId });
    await this.contracted.run(tenderId);
  }
}
