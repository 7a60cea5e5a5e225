import { Injectable } from '@nestjs/common';
import {
  afterChanges,
  otherSide,
  proposeChange,
  subcontract,
  type Change,
  type Subcontract,
} from '@core/contract';
import type { Actor } from '@core/identity';
import { fen, fenToYuan } from '@core/kernel';
import { Ledger } from '@server/ledger';
import { DomainError, Ids, orRefuse, Outbox } from '@server/platform';
import { noticeTitle, Tenders } from '@server/tender';
import { ContractDesk } from './contract-desk';
import { changeNotice } from './contract-text';
import { Contracts, type ContractChange, type SubcontractRecord } from './contracts.store';

/** Said when one side wants something of the other: `{contractId, to}`. */
export const CONTRACT_ASKED = 'contract.asked';
/** Said when the other side has answered: `{contractId, to}`. */
export const CONTRACT_ANSWERED = 'contract.answered';

/** `-3000.00`: a sum that is added, as the log writes it. */
function signedYuan(by: number): string {
  return `${by < 0 ? '-' : ''}${fenToYuan(fen(Math.abs(by)))}`;
}

/** What needs both sides while the works go on: change orders, and parts given to somebody else. */
@Injectable()
export class ChangeContract {
  constructor(
    private readonly desk: ContractDesk,
    private readonly contracts: Contracts,
    private readonly tenders: Tenders,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** One side proposes a change order. */
  async propose(actor: Actor, id: string, change: Change): Promise<ContractChange> {
    return this.desk.inForce(actor, id, async ({ contract, side, at, law }) => {
      const { agreed } = await this.desk.asChanged(contract);
      const done = await this.desk.done(contract);
      const taken = orRefuse(proposeChange(contract.terms, agreed, change, done, law));
      const row: ContractChange = {
        id: this.ids.next(),
        contractId: id,
        ...taken,
        proposedBy: side,
        proposedAt: at,
        agreed: null,
        answeredAt: null,
      };
      await this.contracts.addChange(row);
      await this.outbox.add(CONTRACT_ASKED, { contractId: id, to: otherSide(side) });
      return row;
    });
  }

  /** The other side agrees to it, and it is published, or declines it. Once. */
  async answer(actor: Actor, id: string, changeId: string, agrees: boolean): Promise<void> {
    await this.desk.inForce(actor, id, async ({ contract, tender, side, at, law }) => {
      const asked = (await this.contracts.changes(id)).find((one) => one.id === changeId);
      if (asked?.proposedBy !== otherSide(side)) throw new DomainError('contract.nothing_asked');
      if (asked.agreed !== null) throw new DomainError('contract.answered_already');
      // Held anew against what was agreed, paid and given away since it was proposed.
      const { agreed } = await this.desk.asChanged(contract);
      const done = await this.desk.done(contract);
      if (agrees) orRefuse(proposeChange(contract.terms, agreed, asked, done, law));
      await this.contracts.answerChange(changeId, agrees, at);
      await this.outbox.add(CONTRACT_ANSWERED, { contractId: id, to: asked.proposedBy });
      if (!agrees) return;
      const { kind, reason, priceBy, daysBy, manager, decision } = asked;
      const now = afterChanges(contract.terms, [...agreed, asked]);
      const about = await this.desk.lotInWords(tender, contract.lot);
      await this.tenders.addNotice({
        id: this.ids.next(),
        tenderId: tender.id,
        kind: 'contract_change_notice',
        title: noticeTitle(about.title, 'contract_change_notice'),
        text: changeNotice(contract, asked, now),
        facts: { ...about.named, number: contract.number, price: fenToYuan(now.price) },
        fileId: null,
        publishedAt: at,
      });
      await this.ledger.append({
        type: 'contract.changed',
        scope: 'platform',
        by: actor,
        body: {
          tender: tender.id,
          lot: contract.lot,
          number: contract.number,
          kind,
          reason,
          by: { price: signedYuan(priceBy), days: daysBy },
          manager,
          decision,
        },
      });
    });
  }

  /** The winner says which part of the works somebody else shall do. */
  async subcontract(actor: Actor, id: string, wanted: Subcontract): Promise<SubcontractRecord> {
    return this.desk.inForce(actor, id, async ({ contract, side, at, law }) => {
      if (side !== 'winner') throw new DomainError('contract.not_yours');
      const { now } = await this.desk.asChanged(contract);
      const given = (await this.contracts.subcontracts(id)).filter((one) => one.agreed !== 0);
      const taken = orRefuse(subcontract(now.price, given, wanted, contract.enterpriseName, law));
      const { name, part, sum } = taken;
      const row: SubcontractRecord = {
        id: this.ids.next(),
        contractId: id,
        name,
        part,
        sum,
        notifiedAt: at,
        agreed: null,
        answeredAt: null,
      };
      await this.contracts.addSubcontract(row);
      await this.outbox.add(CONTRACT_ASKED, { contractId: id, to: 'tenderer' });
      return row;
    });
  }

  /** The tenderer consents to it or not. Once. */
  async consent(actor: Actor, id: string, subcontractId: string, agrees: boolean): Promise<void> {
    await this.desk.inForce(actor, id, async ({ contract, side, at, law }) => {
      if (side !== 'tenderer') throw new DomainError('contract.not_yours');
      const asked = (await this.contracts.subcontracts(id)).find((one) => one.id === subcontractId);
      if (!asked) throw new DomainError('contract.nothing_asked');
      if (asked.agreed !== null) throw new DomainError('contract.answered_already');
      if (agrees) {
        const { now } = await this.desk.asChanged(contract);
        const given = (await this.contracts.subcontracts(id)).filter((one) => one.agreed === 1);
        const wanted = { ...asked, isMainWork: false };
        orRefuse(subcontract(now.price, given, wanted, contract.enterpriseName, law));
      }
      await this.contracts.answerSubcontract(subcontractId, agrees, at);
      await this.outbox.add(CONTRACT_ANSWERED, { contractId: id, to: 'winner' });
      if (!agrees) return;
      await this.ledger.append({
        type: 'contract.subcontracted',
        scope: 'platform',
        by: actor,
        body: {
          tender: contract.tenderId,
          lot: contract.lot,
          number: contract.number,
          name: asked.name,
          part: asked.part,
          sum: fenToYuan(asked.sum),
        },
      });
    });
  }
}
