import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import type { Instant } from '@core/kernel';
import {
  answerClock,
  answerProject,
  dealClassOf,
  localProcurement,
  moveProject,
  planLots,
  proveExemption,
  staleClock,
  sumOfLots,
  unifiedCode,
  type Answer,
  type ClaimedExemption,
  type LotPlan,
} from '@core/project';
import {
  assess,
  type Assessment,
  classify,
  legalDate,
  similarSince,
  splittingAlert,
  type Finding,
  type ProjectFacts,
} from '@core/rules';
import { Calendars } from '@server/calendar';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  Config,
  Counters,
  Deadlines,
  DomainError,
  FileStore,
  Ids,
  orRefuse,
  Outbox,
  Randomness,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import { ProjectDrafts } from './project-drafts.store';
import { Projects, type Project } from './projects.store';
import { PROJECT_STALE } from './end-project';

/** What the rules are asked about. */
export interface ProjectWish extends Omit<ProjectFacts, 'inLots' | 'exemption'> {
  readonly exemption: ClaimedExemption | null;
  readonly category: string;
  /** The lots it is meant to be tendered in; empty: it names none. */
  readonly lots: readonly LotPlan[];
}

/** What a tenderer says of a project. */
export interface ProjectDraft extends ProjectWish {
  readonly title: string;
  readonly region: string;
  readonly approvalNumber: string;
  /** Whether an agro-forestry project is to be bought on the spot (就地采购). */
  readonly localProcurement: boolean;
}

/** What core answers at once, with citations. */
export interface ProjectAdvice extends Assessment {
  readonly ruleSetId: string;
  /** Whether it may be bought on the spot, by the rule that says so; null: it may not. */
  readonly local: Finding | null;
}

/** Registers projects: advice, submission, and the registrar's receipt or list of what is missing. */
@Injectable()
export class RegisterProject {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly projects: Projects,
    private readonly drafts: ProjectDrafts,
    private readonly ruleSets: RuleSets,
    private readonly calendars: Calendars,
    private readonly arrival: Arrival,
    private readonly config: Config,
    private readonly counters: Counters,
    private readonly deadlines: Deadlines,
    private readonly files: FileStore,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Says which law governs the project, which methods are open to it, and the earliest lawful dates. */
  async advise(actor: Actor, wish: ProjectWish): Promise<ProjectAdvice> {
    const set = this.ruleSets.current;
    const now = this.arrival.at();
    orRefuse(planLots(wish.estimate, wish.lots));
    const facts = factsOf(wish);
    const assessment = orRefuse(assess(set, facts, now, await this.calendars.current()));
    const splitting = await this.splitting(actor, wish, now);
    const { findings, regime } = assessment;
    const local = localProcurement(set, regime, wish.category, legalDate(now));
    return {
      ...assessment,
      ruleSetId: set.id,
      findings: splitting ? [...findings, splitting] : findings,
      local: local.ok ? local.value : null,
    };
  }

  /** Hands a project in; it gets its public code at once. A draft it was typed in becomes it. */
  async submit(actor: Actor, draft: ProjectDraft, draftId: string | null = null): Promise<Project> {
    const calendar = await this.calendars.current();
    return this.unit.run(async () => {
      if (draftId !== null) await this.drafts.take(draftId, actor.organisationId);
      const now = this.arrival.at();
      const set = this.ruleSets.current;
      const lots = orRefuse(planLots(draft.estimate, draft.lots));
      const exemption = orRefuse(proveExemption(draft.exemption, set, legalDate(now)));
      if (exemption) await this.ownFile(actor, exemption.fileId);
      const { regime, findings } = classify(set, factsOf(draft), legalDate(now));
      const local = draft.localProcurement
        ? [orRefuse(localProcurement(set, regime, draft.category, legalDate(now)))]
        : [];
      const splitting = await this.splitting(actor, draft, now);
      const row: Project = {
        id: draftId ?? this.ids.next(),
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
        budgetFunds: draft.budgetFunds ?? null,
        together: draft.together ?? null,
        exemption,
        approvalNumber: draft.approvalNumber,
        lots,
        localProcurement: draft.localProcurement ? 1 : 0,
        regime,
        ruleSetId: set.id,
        findings: [...findings, ...local, ...(splitting ? [splitting] : [])],
        state: 'submitted',
        missing: [],
        told: [],
        lateReason: null,
        receipt: null,
        unifiedCode: null,
        letterFileId: null,
        createdAt: now,
        submittedAt: now,
        answerBy: orRefuse(answerClock(set, regime, now, calendar))?.until ?? null,
        answeredAt: null,
        registeredAt: null,
        remindAt: null,
        endsAt: null,
        endedAt: null,
        endReason: null,
        agencyId: null,
        agencyName: null,
        contractNumber: null,
        contractFileId: null,
        commissionedAt: null,
        collective: null,
      };
      await this.projects.add(row);
      await this.record(actor, 'project.submitted', row, { regime });
      return row;
    });
  }

  /** Hands a returned project in again. */
  async resubmit(actor: Actor, id: string, approvalNumber: string): Promise<void> {
    const calendar = await this.calendars.current();
    await this.unit.run(async () => {
      const row = await this.projects.lock(id);
      if (row.tendererId !== actor.organisationId) throw new DomainError('project.not_found');
      const state = orRefuse(moveProject(row.state, 'submitted'));
      const now = this.arrival.at();
      const set = this.ruleSets.get(row.ruleSetId);
      await this.projects.change(id, {
        state,
        approvalNumber,
        submittedAt: now,
        answerBy: orRefuse(answerClock(set, row.regime, now, calendar))?.until ?? null,
        answeredAt: null,
        letterFileId: null,
        missing: [],
      });
      await this.record(actor, 'project.submitted', row, { regime: row.regime });
    });
  }

  /** The registrar's answer, for completeness only: a receipt with the unified code, or everything that is missing. */
  async answer(actor: Actor, id: string, answer: Answer): Promise<Project> {
    const calendar = await this.calendars.current();
    return this.unit.run(async () => {
      const row = await this.projects.lock(id);
      const set = this.ruleSets.get(row.ruleSetId);
      const told = row.told ?? [];
      const state = orRefuse(answerProject(row.state, answer, told, set, this.arrival.at()));
      const now = this.arrival.at();
      const change: Partial<Project> =
        state === 'registered'
          ? {
              state,
              registeredAt: now,
              receipt: this.randomness.code('R'),
              unifiedCode: row.unifiedCode ?? (await this.unifiedCode(row, now)),
              remindAt: orRefuse(staleClock(set, row.regime, now, calendar))?.until ?? null,
            }
          : {
              state,
              missing: [...answer.missing],
              told: [...new Set([...told, ...answer.missing])],
              lateReason: answer.lateReason.trim() === '' ? null : answer.lateReason.trim(),
            };
      await this.projects.change(id, { ...change, answeredAt: now });
      if (change.remindAt != null) await this.deadlines.set(PROJECT_STALE, id, change.remindAt);
      await this.record(actor, `project.${state}`, row, { missing: [...answer.missing] });
      await this.outbox.add('project.answered', { projectId: id });
      return { ...row, ...change, answeredAt: now };
    });
  }

  private async ownFile(actor: Actor, fileId: string): Promise<void> {
    const file = await this.files.get(fileId);
    if (file.uploadedBy !== actor.personId) throw new DomainError('file.not_found');
  }

  private async unifiedCode({ kind, regime }: Project, now: Instant): Promise<string> {
    const date = legalDate(now);
    return unifiedCode({
      dealClass: dealClassOf(kind, regime),
      platform: this.config.settings.PLATFORM_CREDIT_CODE,
      date,
      serial: await this.counters.next(`U${date}`),
    });
  }

  private async record(
    actor: Actor,
    type: string,
    { id, code }: Project,
    more: { readonly regime: string } | { readonly missing: string[] },
  ): Promise<void> {
    const body = { project: id, code, ...more };
    await this.ledger.append({ type, scope: 'platform', by: actor, body });
  }

  private async splitting(actor: Actor, wish: ProjectWish, now: Instant): Promise<Finding | null> {
    const set = this.ruleSets.current;
    const similar = await this.projects.similar(
      actor.organisationId,
      wish.category,
      similarSince(set, now),
      wish.kind,
    );
    return splittingAlert(set, factsOf(wish), similar, legalDate(now));
  }
}

function factsOf({ lots, exemption, ...facts }: ProjectWish): ProjectFacts {
  return {
    ...facts,
    ...(exemption === null ? {} : { exemption }),
    ...(lots.length === 0 ? {} : { inLots: sumOfLots(lots) }),
  };
}
