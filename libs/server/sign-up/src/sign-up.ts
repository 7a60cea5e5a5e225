import { Injectable } from '@nestjs/common';
import { eligible } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { can, takeBeforeDeadline } from '@core/tender';
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
import { Tenders, toTender } from '@server/tender';
import { SignUps, type Download, type SignUp } from './sign-ups.store';

/** A sign-up with the firm that made it, as the tenderer sees it. */
export interface SignUpEntry {
  readonly signUp: SignUp;
  readonly enterprise: Enterprise | null;
}

/** Signing up for a tender, in one step, judged by when the request arrived. */
@Injectable()
export class SignUpForTender {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly enterprises: Enterprises,
    private readonly signUps: SignUps,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Signs the actor's enterprise up and returns the receipt. The tender's row is read, not locked: thousands sign
   * up in the same minute, and a sign-up changes nothing of the tender.
   */
  async run(actor: Actor, tenderId: string): Promise<SignUp> {
    try {
      return await this.unit.run(() => this.signUp(actor, tenderId));
    } catch (error) {
      const columns = ['tenderId', 'enterpriseId'];
      if (violates(error, 'uq_sign_up_tender_enterprise', 'sign_up', columns)) {
        throw new DomainError('sign_up.already');
      }
      throw error;
    }
  }

  /** Takes the sign-up back; until the deadline only. */
  async withdraw(actor: Actor, tenderId: string): Promise<void> {
    await this.unit.run(async () => {
      const tender = await this.tenders.published(tenderId);
      const at = this.arrival.at();
      orRefuse(takeBeforeDeadline(toTender(tender), at, this.ruleSets.get(tender.ruleSetId)));
      const signUp = await this.signUps.find(tenderId, actor.organisationId);
      if (!signUp || !(await this.signUps.withdraw(signUp.id, at))) {
        throw new DomainError('sign_up.not_found');
      }
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
    return rows.map((signUp) => ({
      signUp,
      enterprise: firms.get(signUp.enterpriseId) ?? null,
    }));
  }

  /** Who took which document when; the same eyes. */
  async downloads(actor: Actor, tenderId: string): Promise<readonly Download[]> {
    await this.mayList(actor, tenderId);
    return this.signUps.downloads(tenderId);
  }

  /** Records a download. */
  async recordDownload(
    actor: Actor | null,
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
    const tender = toTender(await this.tenders.published(tenderId));
    if (!can(actor, 'see_sign_ups', tender, this.arrival.at())) {
      throw new DomainError('tender.not_allowed');
    }
  }

  private async signUp(actor: Actor, tenderId: string): Promise<SignUp> {
    const tender = await this.tenders.published(tenderId);
    const set = this.ruleSets.get(tender.ruleSetId);
    const at = this.arrival.at();
    orRefuse(takeBeforeDeadline(toTender(tender), at, set));
    const firm = await this.enterprises.get(actor.organisationId);
    orRefuse(eligible(eligibilityOf(firm), set, at));
    const known = await this.signUps.find(tenderId, firm.id);
    if (known?.withdrawnAt === null) throw new DomainError('sign_up.already');
    const receipt = this.randomness.code('S');
    const row: SignUp = {
      id: known?.id ?? this.ids.next(),
      tenderId,
      enterpriseId: firm.id,
      personId: actor.personId,
      receipt,
      at,
      withdrawnAt: null,
    };
    if (!known) await this.signUps.add(row);
    else if (!(await this.signUps.renew(row))) throw new DomainError('sign_up.already');
    await this.ledger.append({
      type: 'sign_up.made',
      scope: 'platform',
      by: actor,
      body: { tender: tenderId, receipt },
    });
    return row;
  }
}
