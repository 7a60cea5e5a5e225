import { refuseByLaw, type UnderLaw } from '@core/rules';
import { Injectable } from '@nestjs/common';
import {
  confirmMembership,
  dissolveConsortium,
  eligible,
  formConsortium,
  type Consortium,
} from '@core/enterprise';
import type { Actor } from '@core/identity';
import { lotOf, takeBeforeDeadline } from '@core/tender';
import { eligibilityOf, Enterprises, type Enterprise } from '@server/enterprise';
import { OwnFiles } from '@server/identity';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  DomainError,
  Ids,
  orRefuse,
  Outbox,
  refused,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import { Lots, Tenders, toTender, type TenderRow } from '@server/tender';
import { Consortia, type ConsortiumMember, type ConsortiumRecord } from './consortia.store';
import { KeepAgencyOut } from './keep-agency-out';
import { Parties } from './parties.store';

/** Said when a firm is asked to join a consortium; only that firm is told. */
export const CONSORTIUM_FORMED = 'consortium.formed';

/** What a leader says: for which lot, with whom, and the joint agreement. */
export interface FormCommand {
  readonly lot: number;
  /** Credit codes of the other members. */
  readonly members: readonly string[];
  readonly agreementFileId: string;
}

/** A consortium with its members, as those see it. */
export interface WholeConsortium {
  readonly consortium: ConsortiumRecord;
  readonly members: readonly ConsortiumMember[];
}

/**
 * Consortia (Tendering Law art. 31, Implementing Regulations art. 37): a leader names the members, each confirms in its
 * own workspace, and from then on none of them may sign up or bid for that lot alone or with others.
 */
@Injectable()
export class JoinConsortium {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly enterprises: Enterprises,
    private readonly consortia: Consortia,
    private readonly parties: Parties,
    private readonly agency: KeepAgencyOut,
    private readonly files: OwnFiles,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Names the members; the leader has confirmed by doing so. */
  async form(actor: Actor, tenderId: string, command: FormCommand): Promise<WholeConsortium> {
    return this.unit.run(async () => {
      const tender = await this.open(tenderId);
      const { id, lot } = { id: this.ids.next(), lot: command.lot };
      orRefuse(lotOf(await this.lots.ofTender(tenderId), lot));
      const leader = await this.fit(await this.enterprises.get(actor.organisationId), tender);
      const { members: codes } = command;
      orRefuse(formConsortium(tender.consortia === 1, leader.creditCode, codes, this.law(tender)));
      const firms = [leader];
      for (const code of codes) firms.push(await this.named(code, tender));
      const file = await this.files.get(actor, command.agreementFileId);
      const at = this.arrival.at();
      const consortium: ConsortiumRecord = {
        id,
        tenderId,
        lot,
        leaderId: leader.id,
        state: 'forming',
        agreementFileId: file.id,
        agreementSha256: file.sha256,
        createdAt: at,
        completedAt: null,
      };
      const members = firms.map((firm, index): ConsortiumMember => ({
        id: this.ids.next(),
        consortiumId: id,
        enterpriseId: firm.id,
        name: firm.name,
        creditCode: firm.creditCode,
        place: index + 1,
        personId: index === 0 ? actor.personId : null,
        confirmedAt: index === 0 ? at : null,
      }));
      await this.consortia.add(consortium, members);
      await this.parties.join({ tenderId, lot, enterpriseId: leader.id }, 'leader', id);
      await this.log('consortium.formed', actor, consortium, {
        agreement: file.sha256,
        members: codes.length + 1,
      });
      await this.outbox.add(CONSORTIUM_FORMED, { consortiumId: id });
      return { consortium, members };
    });
  }

  /** A member's own confirmation. Refused while it takes part in the lot in any other way. */
  async confirm(actor: Actor, id: string): Promise<WholeConsortium> {
    const { tenderId } = await this.own(actor, id);
    return this.unit.run(async () => {
      const tender = await this.open(tenderId);
      const consortium = await this.consortia.lock(id);
      const members = await this.consortia.members(id);
      const firm = await this.fit(await this.enterprises.get(actor.organisationId), tender);
      const state = orRefuse(confirmMembership(toConsortium(consortium, members), firm.id));
      const { lot } = consortium;
      await this.parties.join({ tenderId, lot, enterpriseId: firm.id }, 'member', id);
      const at = this.arrival.at();
      const own = members.find((one) => one.enterpriseId === firm.id);
      const confirmed = { confirmedAt: at, personId: actor.personId };
      await this.consortia.changeMember(own?.id ?? '', confirmed);
      const completedAt = state === 'complete' ? at : null;
      await this.consortia.change(id, { state, completedAt });
      await this.log('consortium.confirmed', actor, consortium, {
        agreement: consortium.agreementSha256,
      });
      return {
        consortium: { ...consortium, state, completedAt },
        members: members.map((one) => (one === own ? { ...one, ...confirmed } : one)),
      };
    });
  }

  /** Gives the consortium up: its leader, or a member that was named or has confirmed; not while its bid is in. */
  async dissolve(actor: Actor, id: string): Promise<void> {
    const { tenderId, lot } = await this.own(actor, id);
    await this.unit.run(async () => {
      const tender = await this.open(tenderId);
      const consortium = await this.consortia.lock(id);
      const place = { tenderId, lot, enterpriseId: consortium.leaderId };
      const party = await this.parties.lock(place);
      const hasBid = party?.consortiumId === id && party.hasBid === 1;
      const state = orRefuse(dissolveConsortium(consortium, hasBid, this.law(tender)));
      if (party?.consortiumId === id && party.signedUp === 1) {
        throw new DomainError('consortium.signed_up');
      }
      await this.consortia.change(id, { state });
      await this.parties.leave(id);
      await this.log('consortium.dissolved', actor, consortium, {});
    });
  }

  /** A firm's consortia with their members. */
  async mine(actor: Actor): Promise<readonly WholeConsortium[]> {
    const all: WholeConsortium[] = [];
    for (const consortium of await this.consortia.ofEnterprise(actor.organisationId)) {
      all.push({ consortium, members: await this.consortia.members(consortium.id) });
    }
    return all;
  }

  /** The joint agreement, for the members alone. */
  async agreement(actor: Actor, id: string): Promise<string> {
    return (await this.own(actor, id)).agreementFileId;
  }

  private async own(actor: Actor, id: string): Promise<ConsortiumRecord> {
    const consortium = await this.consortia.get(id);
    const members = await this.consortia.members(id);
    if (!members.some((one) => one.enterpriseId === actor.organisationId)) {
      throw new DomainError('consortium.not_found');
    }
    return consortium;
  }

  private async open(tenderId: string): Promise<TenderRow> {
    const tender = await this.tenders.published(tenderId);
    const set = this.ruleSets.of(tender);
    orRefuse(takeBeforeDeadline(toTender(tender), this.arrival.at(), set));
    return tender;
  }

  private law(tender: TenderRow): UnderLaw {
    return this.ruleSets.under(tender, this.arrival.at());
  }

  private async fit(firm: Enterprise, tender: TenderRow): Promise<Enterprise> {
    const set = this.ruleSets.of(tender);
    orRefuse(eligible(eligibilityOf(firm), set, this.arrival.at()));
    await this.agency.check(tender, firm.creditCode);
    return firm;
  }

  private async named(creditCode: string, tender: TenderRow): Promise<Enterprise> {
    const firm = await this.enterprises.byCreditCode(creditCode);
    // Whether a firm is on the register is public; how it stands there is told with the refusal of the law.
    if (!firm) {
      throw refused(
        refuseByLaw('consortium.members_invalid', this.law(tender), { reason: 'unknown' }).refusal,
      );
    }
    return this.fit(firm, tender);
  }

  private async log(
    type: string,
    actor: Actor,
    { id, tenderId, lot }: ConsortiumRecord,
    more: Record<string, string | number>,
  ): Promise<void> {
    const body = { tender: tenderId, lot, consortium: id, ...more };
    await this.ledger.append({ type, scope: 'platform', by: actor, body });
  }
}

function toConsortium(
  { state }: ConsortiumRecord,
  members: readonly ConsortiumMember[],
): Consortium {
  return {
    state,
    members: members.map(({ enterpriseId, confirmedAt }) => ({
      enterpriseId,
      confirmed: confirmedAt !== null,
    })),
  };
}
