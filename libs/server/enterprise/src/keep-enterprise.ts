import { Injectable } from '@nestjs/common';
import { answerEnterprise, submitEnterprise, type EnterpriseContent } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { legalDate } from '@core/rules';
import { Ledger } from '@server/ledger';
import { Arrival, Counters, Ids, orRefuse, Outbox, UnitOfWork } from '@server/platform';
import { contentOf, Enterprises } from './enterprises.store';

/** What an enterprise may change of itself; its credit code never changes. */
export type EnterpriseEdit = Omit<EnterpriseContent, 'creditCode'>;

/** Edits, hands in, and answers: completeness and authenticity, never an approval of who may bid. */
@Injectable()
export class KeepEnterprise {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly enterprises: Enterprises,
    private readonly arrival: Arrival,
    private readonly counters: Counters,
    private readonly ids: Ids,
    private readonly outbox: Outbox,
    private readonly ledger: Ledger,
  ) {}

  /** Saves a draft. A verified enterprise that changes itself must be verified again. */
  async edit(actor: Actor, edit: EnterpriseEdit): Promise<void> {
    await this.unit.run(async () => {
      const row = await this.enterprises.lock(actor.organisationId);
      const state = row.state === 'verified' ? 'draft' : row.state;
      await this.enterprises.change(row.id, { ...edit, state });
    });
  }

  /** Hands the draft in as a new version. */
  async submit(actor: Actor): Promise<void> {
    await this.unit.run(async () => {
      const row = await this.enterprises.lock(actor.organisationId);
      const state = orRefuse(submitEnterprise(row.state, contentOf(row)));
      const at = this.arrival.at();
      const version = row.version + 1;
      await this.enterprises.addVersion({
        id: this.ids.next(),
        enterpriseId: row.id,
        version,
        content: JSON.stringify(contentOf(row)),
        createdAt: at,
      });
      await this.enterprises.change(row.id, { state, version, submittedAt: at, missing: [] });
      await this.ledger.append({
        type: 'enterprise.submitted',
        scope: 'platform',
        by: actor,
        body: { enterprise: row.id, version },
      });
    });
  }

  /** The registrar's answer: verified with a member number, or returned with everything that is missing. */
  async answer(actor: Actor, id: string, missing: readonly string[]): Promise<void> {
    await this.unit.run(async () => {
      const row = await this.enterprises.lock(id);
      const state = orRefuse(answerEnterprise(row.state, missing));
      const at = this.arrival.at();
      const number = row.memberNumber ?? (await this.counters.code('M', legalDate(at).slice(0, 4)));
      await this.enterprises.change(id, {
        state,
        missing: [...missing],
        ...(state === 'verified'
          ? { verifiedAt: at, verifiedBy: actor.personId, memberNumber: number }
          : {}),
      });
      await this.ledger.append({
        type: `enterprise.${state}`,
        scope: 'platform',
        by: actor,
        body: { enterprise: id, version: row.version },
      });
      await this.outbox.add('enterprise.answered', { enterpriseId: id, state });
    });
  }
}
