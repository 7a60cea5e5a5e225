import { Injectable } from '@nestjs/common';
import { concludedAt, pay } from '@core/contract';
import type { Actor } from '@core/identity';
import { fenToYuan, formatYuan, protocolTime, type Fen, type Instant } from '@core/kernel';
import { legalDate } from '@core/rules';
import { Ledger } from '@server/ledger';
import { DomainError, Ids, orRefuse, Outbox } from '@server/platform';
import { noticeTitle, Tenders } from '@server/tender';
import { ContractDesk, type ContractAtHand } from './contract-desk';
import { acceptanceNotice } from './contract-text';
import { Contracts, type Contract, type ContractPayment, type SiteCheck } from './contracts.store';

/** Said when a payment was recorded: `{contractId, tenderId}`. */
export const CONTRACT_PAID = 'contract.paid';
/** Said when the works of a contract were accepted: `{contractId, tenderId}`. */
export const CONTRACT_ACCEPTED = 'contract.accepted';

/** What the tenderer paid. */
export interface Paid {
  readonly sum: Fen;
  readonly purpose: string;
  readonly paidAt: Instant;
}

/** Whether the manager was there. */
export interface Looked {
  readonly present: boolean;
  readonly note: string;
  /** Null: now. */
  readonly checkedAt: Instant | null;
}

/** The acceptance (验收) of the works. */
export interface Accepted {
  readonly acceptedAt: Instant;
  readonly text: string;
}

/** What the tenderer records: filing and payments, and until the acceptance looks at the site. Each once, for good. */
@Injectable()
export class FollowContract {
  constructor(
    private readonly desk: ContractDesk,
    private readonly contracts: Contracts,
    private readonly tenders: Tenders,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Says when and where a copy was filed (备案). */
  async file(actor: Actor, id: string, filedAt: Instant, filedWith: string): Promise<void> {
    await this.asTenderer(actor, id, async (hand) => {
      if (hand.contract.filedAt !== null) throw new DomainError('contract.filed_already');
      this.within(hand, filedAt);
      await this.contracts.change(id, { filedAt, filedWith });
      await this.log(actor, hand.contract, 'contract.filed', {
        filed: protocolTime(filedAt),
        with: filedWith,
      });
    });
  }

  /** Records a payment; all of them together never pass what the contract says. */
  async pay(actor: Actor, id: string, paid: Paid): Promise<ContractPayment> {
    return this.asTenderer(actor, id, async (hand) => {
      this.within(hand, paid.paidAt);
      const { now } = await this.desk.asChanged(hand.contract);
      const left = orRefuse(pay(now.price, await this.contracts.payments(id), paid.sum));
      const row = { id: this.ids.next(), contractId: id, ...paid, recordedAt: hand.at };
      await this.contracts.addPayment(row);
      await this.outbox.add(CONTRACT_PAID, { contractId: id, tenderId: hand.tender.id });
      await this.log(actor, hand.contract, 'contract.paid', {
        sum: fenToYuan(paid.sum),
        purpose: paid.purpose,
        paid: protocolTime(paid.paidAt),
        left: fenToYuan(left),
      });
      return row;
    });
  }

  /** Records a look at the site: whether the manager the contract names was there. */
  async look(actor: Actor, id: string, looked: Looked): Promise<SiteCheck> {
    return this.asTenderer(actor, id, async (hand) => {
      if (hand.contract.acceptedAt !== null) throw new DomainError('contract.accepted_already');
      const checkedAt = looked.checkedAt ?? hand.at;
      this.within(hand, checkedAt);
      if (!looked.present && looked.note.trim() === '') {
        throw new DomainError('contract.note_missing');
      }
      const { now } = await this.desk.asChanged(hand.contract);
      const row: SiteCheck = {
        id: this.ids.next(),
        contractId: id,
        manager: now.manager,
        present: looked.present ? 1 : 0,
        note: looked.note.trim(),
        checkedAt,
        checkedBy: actor.personId,
      };
      await this.contracts.addSiteCheck(row);
      await this.log(actor, hand.contract, 'contract.site_checked', {
        manager: row.manager,
        present: looked.present,
        note: row.note,
        checked: protocolTime(row.checkedAt),
      });
      return row;
    });
  }

  /** Accepts the works; nothing of the contract is changed any more, and its performance may be reviewed. */
  async accept(actor: Actor, id: string, accepted: Accepted): Promise<void> {
    await this.asTenderer(actor, id, async (hand) => {
      const { contract, tender, at } = hand;
      if (contract.acceptedAt !== null) throw new DomainError('contract.accepted_already');
      const { acceptedAt, text } = accepted;
      this.within(hand, acceptedAt);
      const { now } = await this.desk.asChanged(contract);
      await this.contracts.change(id, { acceptedAt });
      const about = await this.desk.lotInWords(tender, contract.lot);
      await this.tenders.addNotice({
        id: this.ids.next(),
        tenderId: tender.id,
        kind: 'acceptance_notice',
        title: noticeTitle(about.title, 'acceptance_notice'),
        text: acceptanceNotice(contract, {
          on: legalDate(acceptedAt),
          text,
          price: formatYuan(now.price),
        }),
        facts: { ...about.named, number: contract.number, price: fenToYuan(now.price) },
        fileId: null,
        publishedAt: at,
      });
      await this.log(actor, contract, 'contract.accepted', {
        accepted: protocolTime(acceptedAt),
        price: fenToYuan(now.price),
        text,
      });
      await this.outbox.add(CONTRACT_ACCEPTED, { contractId: id, tenderId: tender.id });
    });
  }

  private async asTenderer<T>(
    actor: Actor,
    id: string,
    act: (hand: ContractAtHand) => Promise<T>,
  ): Promise<T> {
    return this.desk.concluded(actor, id, (hand) => {
      if (hand.side !== 'tenderer') throw new DomainError('contract.not_yours');
      return act(hand);
    });
  }

  /** What is recorded happened after the contract was signed, and not in the future. */
  private within({ contract, at }: ContractAtHand, when: Instant): void {
    const begin = concludedAt(contract) ?? at;
    if (when > at || legalDate(when) < legalDate(begin)) {
      throw new DomainError('contract.date_impossible', { from: begin });
    }
  }

  private async log(
    actor: Actor,
    { tenderId, lot, number }: Contract,
    type: string,
    said: Readonly<Record<string, string | boolean>>,
  ): Promise<void> {
    await this.ledger.append({
      type,
      scope: 'platform',
      by: actor,
      body: { tender: tenderId, lot, number, ...said },
    });
  }
}
