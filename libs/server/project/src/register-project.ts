import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { DAY, type Instant } from '@core/kernel';
import {
  assess,
  type Assessment,
  classify,
  legalDate,
  splittingAlert,
  type Finding,
  type ProjectFacts,
} from '@core/rules';
import { Calendars } from '@server/calendar';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  Counters,
  DomainError,
  Ids,
  orRefuse,
  Outbox,
  Randomness,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import { Projects, type Project } from './projects.store';

/** What a tenderer says of a project. */
export interface ProjectDraft extends ProjectFacts {
  readonly title: string;
  readonly category: string;
  readonly region: string;
  readonly approvalNumber: string;
}

/** What core answers at once, with citations. */
export interface ProjectAdvice extends Assessment {
  readonly ruleSetId: string;
}

/** Registers projects: advice, submission, and the registrar's receipt or list of what is missing. */
@Injectable()
export class RegisterProject {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly projects: Projects,
    private readonly ruleSets: RuleSets,
    private readonly calendars: Calendars,
    private readonly arrival: Arrival,
    private readonly counters: Counters,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Says which law governs the project, which methods are open to it, and the earliest lawful dates. */
  async advise(actor: Actor, facts: ProjectFacts & { category: string }): Promise<ProjectAdvice> {
    const set = this.ruleSets.current;
    const now = this.arrival.at();
    const assessment = orRefuse(assess(set, facts, now, await this.calendars.current()));
    const splitting = await this.splitting(actor, facts, now);
    const { findings } = assessment;
    return {
      ...assessment,
      ruleSetId: set.id,
      findings: splitting ? [...findings, splitting] : findings,
    };
  }

  /** Hands a project in; it gets its public code at once. */
  async submit(actor: Actor, draft: ProjectDraft): Promise<Project> {
    return this.unit.run(async () => {
      const now = this.arrival.at();
      const set = this.ruleSets.current;
      const { regime, findings } = classify(set, draft);
      const splitting = await this.splitting(actor, draft, now);
      const row: Project = {
        id: this.ids.next(),
        code: await this.counters.code('P', legalDate(now).slice(0, 4)),
        tendererId: actor.organisationId,
        title: draft.title,
        kind: draft.kind,
        owner: draft.owner,
        category: draft.category,
        region: draft.region,
        partOfWorks: draft.partOfWorks ? 1 : 0,
        fiscalFunds: draft.fiscalFunds ? 1 : 0,
        estimate: draft.estimate,
        totalInvestment: draft.totalInvestment,
        approvalNumber: draft.approvalNumber,
        regime,
        ruleSetId: set.id,
        findings: splitting ? [...findings, splitting] : findings,
        state: 'submitted',
        missing: [],
        receipt: null,
        createdAt: now,
        submittedAt: now,
        registeredAt: null,
      };
      await this.projects.add(row);
      await this.ledger.append({
        type: 'project.submitted',
        scope: 'platform',
        by: actor,
        body: { project: row.id, code: row.code, regime },
      });
      return row;
    });
  }

  /** Hands a returned project in again. */
  async resubmit(actor: Actor, id: string, approvalNumber: string): Promise<void> {
    await this.unit.run(async () => {
      const row = await this.projects.lock(id);
      if (row.tendererId !== actor.organisationId) throw new DomainError('project.not_found');
      if (row.state !== 'returned') {
        throw new DomainError('project.wrong_state', { state: row.state });
      }
      await this.projects.change(id, {
        state: 'submitted',
        approvalNumber,
        submittedAt: this.arrival.at(),
        missing: [],
      });
      await this.ledger.append({
        type: 'project.submitted',
        scope: 'platform',
        by: actor,
        body: { project: id, code: row.code, regime: row.regime },
      });
    });
  }

  /** The registrar's answer, for completeness only: a receipt, or everything that is missing, once. */
  async answer(actor: Actor, id: string, missing: readonly string[]): Promise<Project> {
    return this.unit.run(async () => {
      const row = await this.projects.lock(id);
      if (row.state !== 'submitted') {
        throw new DomainError('project.wrong_state', { state: row.state });
      }
      const now = this.arrival.at();
      const change: Partial<Project> =
        missing.length === 0
          ? { state: 'registered', registeredAt: now, receipt: this.randomness.code('R') }
          : { state: 'returned', missing: [...missing] };
      await this.projects.change(id, change);
      await this.ledger.append({
        type: missing.length === 0 ? 'project.registered' : 'project.returned',
        scope: 'platform',
        by: actor,
        body: { project: id, code: row.code, missing: [...missing] },
      });
      await this.outbox.add('project.answered', { projectId: id });
      return { ...row, ...change };
    });
  }

  private async splitting(
    actor: Actor,
    facts: ProjectFacts & { category: string },
    now: Instant,
  ): Promise<Finding | null> {
    const similar = await this.projects.similar(
      actor.organisationId,
      facts.category,
      now - 365 * DAY,
    );
    return splittingAlert(this.ruleSets.current, facts, similar);
  }
}
