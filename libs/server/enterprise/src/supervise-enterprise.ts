import { Injectable } from '@nestjs/common';
import {
  decideEnterprise,
  standingAt,
  type DecisionKind,
  type EnterpriseDecision,
} from '@core/enterprise';
import type { Actor } from '@core/identity';
import { formatInstant } from '@core/kernel';
import { People } from '@server/identity';
import { Ledger } from '@server/ledger';
import { Arrival, Ids, orRefuse, Outbox, RuleSets, UnitOfWork } from '@server/platform';
import { Enterprises } from './enterprises.store';
import { RegisterPapers } from './register.store';

const RECORD: Readonly<Record<DecisionKind, string>> = {
  suspend: 'enterprise.suspended',
  remove: 'enterprise.removed',
  reinstate: 'enterprise.reinstated',
};

/** Name of the event that a decision about a firm was entered. */
export const ENTERPRISE_DECIDED = 'enterprise.decided';

/** Suspends, removes and reinstates: a supervising authority's alone, each with a decision that is public. */
@Injectable()
export class SuperviseEnterprise {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly enterprises: Enterprises,
    private readonly papers: RegisterPapers,
    private readonly people: People,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly outbox: Outbox,
    private readonly ledger: Ledger,
  ) {}

  /** Enters a decision; its period begins now. Returns the decision's id. */
  async decide(
    actor: Actor,
    id: string,
    entered: Omit<EnterpriseDecision, 'from'>,
  ): Promise<string> {
    return this.unit.run(async () => {
      const row = await this.enterprises.lock(id);
      const at = this.arrival.at();
      const decision = { ...entered, from: at };
      const { kind, number, reason, until } = decision;
      const state = orRefuse(
        decideEnterprise(standingAt(row, at), decision, actor, this.ruleSets.current, at),
      );
      const authority = (await this.people.organisation(actor.organisationId))?.name ?? '';
      const decisionId = this.ids.next();
      await this.enterprises.change(id, { state, suspendedUntil: until });
      await this.papers.addDecision({
        id: decisionId,
        enterpriseId: id,
        kind,
        number,
        reason,
        authority,
        fromAt: at,
        untilAt: until,
        enteredBy: actor.personId,
        enteredAt: at,
      });
      await this.ledger.append({
        type: RECORD[kind],
        scope: 'platform',
        by: actor,
        body: {
          enterprise: id,
          number,
          reason,
          authority,
          until: until === null ? null : formatInstant(until),
        },
      });
      await this.outbox.add(ENTERPRISE_DECIDED, { enterpriseId: id, decisionId });
      return decisionId;
    });
  }
}
