import { Injectable } from '@nestjs/common';
import { eligible, qualificationFindings } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { blocking, lawOf, type Finding } from '@core/rules';
import { can, lotOf, takeBeforeDeadline } from '@core/tender';
import { eligibilityOf, Enterprises, type Enterprise } from '@server/enterprise';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  DomainError,
  Ids,
  orRefuse,
  Randomness,
  RuleSets,
  UnitOfWork,
  violates,
} from '@server/platform';
import { Admission, Lots, Tenders, toTender, type LotRecord, type TenderRow } from '@server/tender';
import { Consortia } from './parties/consortia.store';
import { Parties } from './parties/parties.store';
import { SignUps, type Download, type SignUp } from './sign-ups.store';

/** A sign-up with the firm that made it, as the tenderer sees it. */
export interface SignUpEntry {
  readonly signUp: SignUp;
  readonly enterprise: Enterprise | null;
  /** Names of all members where a consortium signed up, its leader first; else empty. */
  readonly members: readonly string[];
}

/** A sign-up with what the rules say about it. */
export interface SignedUp {
  readonly signUp: SignUp;
  readonly findings: readonly Finding[];
}

/** How many downloads are listed at a time. */
export const DOWNLOADS_PAGE = 200;

/** Signing up for a tender, in one step, judged by when the request arrived. */
@Injectable()
export class SignUpForTender {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly admission: Admission,
    private readonly lots: Lots,
    private readonly enterprises: Enterprises,
    private readonly signUps: SignUps,
    private readonly parties: Parties,
    private readonly consortia: Consortia,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Signs the actor's enterprise up for a lot, with its consortium where it leads one, and returns the receipt.
   * `controller` is the credit code of the unit that controls or manages it. The tender's row is read, not locked:
   * thousands sign up in the same minute, and a sign-up changes nothing of the tender.
   */
  async run(
    actor: Actor,
    tenderId: string,
    lot = 1,
    controller: string | null = null,
  ): Promise<SignedUp> {
    try {
      return await this.unit.run(() => this.signUp(actor, tenderId, lot, controller));
    } catch (error) {
      const columns = ['tenderId', 'lot', 'enterpriseId'];
      if (violates(error, 'uq_sign_up_lot_enterprise', 'sign_up', columns)) {
        throw new DomainError('sign_up.already');
      }
      throw error;
    }
  }

  /** What the rules say of the actor's own firm (or its consortium) in this lot; of nobody else. */
  async findings(actor: Actor, tenderId: string, lot: number): Promise<readonly Finding[]> {
    const tender = await this.tenders.published(tenderId);
    const place = { tenderId, lot, enterpriseId: actor.organisationId };
    const consortiumId = (await this.parties.find(place))?.consortiumId ?? null;
    const firms = await this.firmsOf(
      tender,
      await this.enterprises.get(actor.organisationId),
      consortiumId,
    );
    return this.judged(tender, await this.lots.get(tenderId, lot), firms);
  }

  /** Takes the sign-up back; until the deadline only. */
  async withdraw(actor: Actor, tenderId: string, lot = 1): Promise<void> {
    await this.unit.run(async () => {
      const tender = await this.tenders.published(tenderId);
      const at = this.arrival.at();
      orRefuse(takeBeforeDeadline(toTender(tender), at, this.ruleSets.of(tender)));
      const signUp = await this.signUps.find(tenderId, lot, actor.organisationId);
      if (!signUp || !(await this.signUps.withdraw(signUp.id, at))) {
        throw new DomainError('sign_up.not_found');
      }
      await this.parties.retire({ tenderId, lot, enterpriseId: actor.organisationId }, 'signedUp');
      await this.ledger.append({
        type: 'sign_up.withdrawn',
        scope: 'platform',
        by: actor,
        body: { tender: tenderId, receipt: signUp.receipt },
      });
    });
  }

  /** Who signed up: the tenderer's eyes only, the supervisor's after the deadline. */
  async list(actor: Actor, tenderId: string): Promise<readonly SignUpEntry[]> {
    await this.mayList(actor, tenderId);
    const rows = await this.signUps.ofTender(tenderId);
    const firms = await this.enterprises.byIds(rows.map((row) => row.enterpriseId));
    const entries: SignUpEntry[] = [];
    for (const signUp of rows) {
      const { consortiumId, enterpriseId } = signUp;
      const members = consortiumId === null ? [] : await this.consortia.members(consortiumId);
      const names = members.map(({ name }) => name);
      entries.push({ signUp, enterprise: firms.get(enterpriseId) ?? null, members: names });
    }
    return entries;
  }

  /** Who took which document when, a page of {@link DOWNLOADS_PAGE} from an id on (exclusive); the same eyes. */
  async downloads(
    actor: Actor,
    tenderId: string,
    after: string | null,
  ): Promise<readonly Download[]> {
    await this.mayList(actor, tenderId);
    return this.signUps.downloads(tenderId, after, DOWNLOADS_PAGE);
  }

  /** Records a download. */
  async recordDownload(
    actor: Pick<Actor, 'organisationId'> | null,
    tenderId: string,
    documentId: string,
    address: string,
  ): Promise<void> {
    await this.unit.run(() =>
      this.signUps.addDownload({
        id: this.ids.next(),
        tenderId,
        documentId,
        organisationId: actor?.organisationId ?? null,
        address,
        at: this.arrival.at(),
      }),
    );
  }

  private async mayList(actor: Actor, tenderId: string): Promise<void> {
    const row = await this.tenders.published(tenderId);
    const at = this.arrival.at();
    if (!can(actor, 'see_sign_ups', toTender(row), at)) {
      throw this.ruleSets.right('see_sign_ups', row, at);
    }
  }

  private async signUp(
    actor: Actor,
    tenderId: string,
    number: number,
    controller: string | null,
  ): Promise<SignedUp> {
    const tender = await this.tenders.published(tenderId);
    const set = this.ruleSets.of(tender);
    const at = this.arrival.at();
    orRefuse(takeBeforeDeadline(toTender(tender), at, set));
    const firm = await this.enterprises.get(actor.organisationId);
    orRefuse(eligible(eligibilityOf(firm), set, at));
    await this.admission.require(tender, firm.id);
    const lot = orRefuse(lotOf(await this.lots.ofTender(tenderId), number));
    const known = await this.signUps.find(tenderId, number, firm.id);
    if (known?.withdrawnAt === null) throw new DomainError('sign_up.already');
    const place = { tenderId, lot: number, enterpriseId: firm.id };
    const { consortiumId } = await this.parties.enter(place, 'signedUp');
    const findings = this.judged(tender, lot, await this.firmsOf(tender, firm, consortiumId));
    const [first] = blocking(findings);
    if (first) {
      const { stand, wanted, firm: name } = first.facts;
      const params = { stand: String(stand), wanted: String(wanted), firm: String(name) };
      throw new DomainError('sign_up.not_qualified', params, lawOf(first));
    }
    const receipt = this.randomness.code('S');
    const row: SignUp = {
      id: known?.id ?? this.ids.next(),
      tenderId,
      lot: number,
      enterpriseId: firm.id,
      personId: actor.personId,
      receipt,
      at,
      withdrawnAt: null,
      controller,
      consortiumId,
      receiptFileId: null,
    };
    if (!known) await this.signUps.add(row);
    else if (!(await this.signUps.renew(row))) throw new DomainError('sign_up.already');
    await this.ledger.append({
      type: 'sign_up.made',
      scope: 'platform',
      by: actor,
      body: { tender: tenderId, receipt, ...(number === 1 ? {} : { lot: number }) },
    });
    return { signUp: row, findings };
  }

  /** The firm and its consortium's other members. Throws `consortium.incomplete` while one has not confirmed. */
  private async firmsOf(
    tender: TenderRow,
    firm: Enterprise,
    consortiumId: string | null,
  ): Promise<readonly Enterprise[]> {
    if (consortiumId === null) return [firm];
    const consortium = await this.consortia.get(consortiumId);
    if (consortium.state !== 'complete') {
      throw this.ruleSets.refusal('consortium.incomplete', tender, this.arrival.at());
    }
    const members = await this.consortia.members(consortiumId);
    const firms = await this.enterprises.byIds(members.map(({ enterpriseId }) => enterpriseId));
    const set = this.ruleSets.of(tender);
    return members.flatMap(({ enterpriseId }) => {
      const member = firms.get(enterpriseId);
      if (member) orRefuse(eligible(eligibilityOf(member), set, this.arrival.at()));
      return member ? [member] : [];
    });
  }

  private judged(
    tender: TenderRow,
    lot: LotRecord,
    firms: readonly Enterprise[],
  ): readonly Finding[] {
    const set = this.ruleSets.of(tender);
    return qualificationFindings(
      firms.map(({ name, qualifications }) => ({ name, qualifications })),
      lot.qualification,
      set,
      tender.regime,
      this.arrival.at(),
    );
  }
}
