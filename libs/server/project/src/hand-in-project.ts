import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import type { Instant } from '@core/kernel';
import {
  answerClock,
  diffSubmissions,
  moveProject,
  planLots,
  PROJECT_FIELDS,
  proveExemption,
  type ProjectAttachment,
  type ProjectContent,
  type WorksClass,
} from '@core/project';
import { findingBody, legalDate } from '@core/rules';
import { Calendars } from '@server/calendar';
import { OwnFiles } from '@server/identity';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  Counters,
  DomainError,
  FileStore,
  Ids,
  orRefuse,
  RuleSets,
  UnitOfWork,
  type StoredFile,
} from '@server/platform';
import { AdviseProject, type ProjectWish, type WeighedProject } from './advise-project';
import { ProjectDrafts } from './project-drafts.store';
import { contentOf, Projects, type Project } from './projects.store';

/** What a tenderer says of a project. */
export interface ProjectDraft extends ProjectWish {
  readonly title: string;
  readonly region: string;
  readonly approvalNumber: string;
  /** What is built; of no account where nothing is. */
  readonly worksClass: WorksClass | null;
  /** Whether an agro-forestry project is to be bought on the spot (就地采购). */
  readonly localProcurement: boolean;
  /** The files that go with it, sent before. */
  readonly attachments: readonly Omit<ProjectAttachment, 'sha256'>[];
}

/** Hands projects in: the first time, and again after the registrar gave one back. */
@Injectable()
export class HandInProject {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly projects: Projects,
    private readonly drafts: ProjectDrafts,
    private readonly advice: AdviseProject,
    private readonly ruleSets: RuleSets,
    private readonly calendars: Calendars,
    private readonly arrival: Arrival,
    private readonly counters: Counters,
    private readonly files: OwnFiles,
    private readonly stored: FileStore,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** Hands a project in; it gets its public code at once. A draft it was typed in becomes it. */
  async submit(actor: Actor, draft: ProjectDraft, draftId: string | null = null): Promise<Project> {
    return this.unit.run(async () => {
      if (draftId !== null) {
        if (await this.projects.find(draftId)) throw new DomainError('project.draft_not_found');
        await this.drafts.take(draftId, actor.organisationId);
      }
      const now = this.arrival.at();
      const content = await this.contentFrom(actor, draft, now);
      const weighed = await this.advice.weigh(actor, draft, now, null);
      const row: Project = {
        ...NOTHING_YET,
        id: draftId ?? this.ids.next(),
        code: await this.counters.code('P', legalDate(now).slice(0, 4)),
        tendererId: actor.organisationId,
        createdAt: now,
        ...(await this.handedIn(content, weighed, now)),
      };
      await this.projects.add(row);
      await this.record(actor, row, content, now);
      return row;
    });
  }

  /**
   * Hands a returned project in again, changed in whatever way; it is weighed anew by the law of today and keeps its code.
   * A draft it was typed on in goes.
   */
  async submitAgain(actor: Actor, id: string, draft: ProjectDraft): Promise<Project> {
    return this.unit.run(async () => {
      const before = await this.projects.lock(id);
      if (before.tendererId !== actor.organisationId) throw new DomainError('project.not_found');
      orRefuse(moveProject(before.state, 'submitted'));
      const now = this.arrival.at();
      const content = await this.contentFrom(actor, draft, now, await this.filesOf(before));
      const weighed = await this.advice.weigh(actor, draft, now, id);
      // What a village decided about, it decided as it was handed in then.
      const isSame = diffSubmissions(contentOf(before), content).every(
        ({ path }) => !PROJECT_FIELDS.some((field) => field === path),
      );
      const change = {
        ...(await this.handedIn(content, weighed, now)),
        answeredAt: null,
        cureBy: null,
        letterFileId: null,
        missing: [],
        ...(isSame ? {} : { collective: null }),
      };
      await this.projects.change(id, change);
      await this.drafts.drop(id, actor.organisationId);
      // Projects handed in before submissions were kept have none: what they said then is the first.
      if ((await this.projects.submissions(id)).length === 0) {
        await this.keep(actor, before, contentOf(before), before.submittedAt);
      }
      const row = { ...before, ...change };
      await this.record(actor, row, content, now);
      return row;
    });
  }

  private async contentFrom(
    actor: Actor,
    draft: ProjectDraft,
    now: Instant,
    known: ReadonlySet<string> = new Set(),
  ): Promise<ProjectContent> {
    const { budgetFunds, together } = draft;
    const lots = orRefuse(planLots(draft.estimate, draft.lots));
    const exemption = orRefuse(
      proveExemption(draft.exemption, this.ruleSets.current, legalDate(now)),
    );
    if (exemption) await this.file(actor, exemption.fileId, known);
    const attachments: ProjectAttachment[] = [];
    for (const { fileId, kind, title } of draft.attachments) {
      const { sha256 } = await this.file(actor, fileId, known);
      attachments.push({ fileId, kind, title, sha256 });
    }
    return {
      title: draft.title,
      kind: draft.kind,
      worksClass: draft.kind === 'works' ? draft.worksClass : null,
      owner: draft.owner,
      category: draft.category,
      region: draft.region,
      approvalNumber: draft.approvalNumber,
      partOfWorks: draft.partOfWorks,
      fiscalFunds: draft.fiscalFunds,
      inCatalogue: draft.inCatalogue ?? false,
      localProcurement: draft.localProcurement,
      estimate: draft.estimate,
      totalInvestment: draft.totalInvestment,
      budgetFunds: budgetFunds ?? null,
      together: together ?? null,
      exemption,
      lots,
      attachments,
    };
  }

  /** The files a project was handed in with before: they stay, whoever sent them then. */
  private async filesOf(before: Project): Promise<ReadonlySet<string>> {
    const former = (await this.projects.submissions(before.id)).map(({ content }) => content);
    return new Set(
      [contentOf(before), ...former].flatMap(({ attachments, exemption }) => [
        ...attachments.map(({ fileId }) => fileId),
        ...(exemption ? [exemption.fileId] : []),
      ]),
    );
  }

  private async file(
    actor: Actor,
    fileId: string,
    known: ReadonlySet<string>,
  ): Promise<StoredFile> {
    return known.has(fileId) ? this.stored.get(fileId) : this.files.get(actor, fileId);
  }

  private async handedIn(content: ProjectContent, weighed: WeighedProject, now: Instant) {
    const { partOfWorks, fiscalFunds, inCatalogue, localProcurement, ...plain } = content;
    const set = this.ruleSets.of(weighed);
    const calendar = await this.calendars.current();
    return {
      ...plain,
      ...weighed,
      partOfWorks: partOfWorks ? 1 : 0,
      fiscalFunds: fiscalFunds ? 1 : 0,
      inCatalogue: inCatalogue ? 1 : 0,
      localProcurement: localProcurement ? 1 : 0,
      state: 'submitted' as const,
      submittedAt: now,
      answerBy: orRefuse(answerClock(set, weighed.regime, now, calendar))?.until ?? null,
    };
  }

  private async record(
    actor: Actor,
    row: Project,
    content: ProjectContent,
    now: Instant,
  ): Promise<void> {
    await this.keep(actor, row, content, now);
    await this.ledger.append({
      type: 'project.submitted',
      scope: 'platform',
      by: actor,
      body: {
        project: row.id,
        code: row.code,
        regime: row.regime,
        ruleSet: row.ruleSetId,
        ruleSetHash: row.ruleSetHash,
        findings: row.findings.map(findingBody),
      },
    });
  }

  private async keep(
    actor: Actor,
    { id: projectId }: Project,
    content: ProjectContent,
    submittedAt: Instant,
  ): Promise<void> {
    const number = (await this.projects.submissions(projectId)).length + 1;
    const id = this.ids.next();
    const submittedBy = actor.personId;
    await this.projects.addSubmission({ id, projectId, number, content, submittedBy, submittedAt });
  }
}

const NOTHING_YET = {
  missing: [],
  told: [],
  lateReason: null,
  receipt: null,
  unifiedCode: null,
  letterFileId: null,
  answeredAt: null,
  cureBy: null,
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
