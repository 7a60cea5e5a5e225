import { Injectable, type OnModuleInit } from '@nestjs/common';
import { mostCandidates } from '@core/evaluation';
import type { Actor } from '@core/identity';
import { fenToYuan, type Encodable, type Instant } from '@core/kernel';
import {
  findingBody,
  type Finding,
  type Method,
  type RuleSet,
  type Timetable,
  type UnderLaw,
} from '@core/rules';
import {
  checkNotice,
  lawOn,
  publishTender,
  runsTender,
  takesSealedBids,
  type MethodBasis,
  type TenderState,
} from '@core/tender';
import { Calendars } from '@server/calendar';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  Deadlines,
  DomainError,
  Ids,
  orRefuse,
  Outbox,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import { Projects, RecordCollective } from '@server/project';
import { BandOfTender } from './band-of-tender';
import { Lots, type LotRecord } from './lots/lots.store';
import { FactsOfNotice } from './notice/facts-of-notice';
import { openingOf } from './sealing';
import { noticeTitle, type NoticeKind, type TenderRow } from './tender.entity';
import { Tenders, toTender, type TenderDocument } from './tenders.store';

/** The kind of deadline that wakes the opening of a tender. */
export const TENDER_DEADLINE = 'tender.deadline';

/** States in which a direct choice gives nothing away. */
const NOT_GIVEN: ReadonlySet<TenderState> = new Set<TenderState>(['draft', 'failed', 'terminated']);

/** Throws where a draft may not be published. */
export type PublicationCheck = (row: TenderRow) => Promise<void>;

/** Publishes a draft: notice and documents in one step, or a refusal that names the rule. */
@Injectable()
export class PublishTender implements OnModuleInit {
  private readonly checks: PublicationCheck[] = [];

  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly projects: Projects,
    private readonly collective: RecordCollective,
    private readonly ruleSets: RuleSets,
    private readonly facts: FactsOfNotice,
    private readonly bands: BandOfTender,
    private readonly calendars: Calendars,
    private readonly arrival: Arrival,
    private readonly deadlines: Deadlines,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.collective.fixedBy((projectId) => this.tenders.isPublished(projectId));
  }

  /** Adds what else must hold before this draft may be published: it throws where it does not. */
  requires(check: PublicationCheck): void {
    this.checks.push(check);
  }

  /** Publishes at once what no publication was prepared for. */
  async run(actor: Actor, id: string, text: string): Promise<TenderRow> {
    return this.unit.run(async () => {
      const row = await this.tenders.lock(id);
      if (!runsTender(actor, row)) throw new DomainError('tender.not_found');
      if (await this.tenders.publication(id)) throw new DomainError('publication.prepared');
      return this.publish(actor, row, text);
    });
  }

  /** What the law says about publishing the locked draft at `at`; throws the first rule that blocks it. */
  async judge(row: TenderRow, text: string, at: Instant): Promise<Judged> {
    for (const check of this.checks) await check(row);
    await this.stillOpen(row);
    const set = this.ruleSets.of(row);
    this.collective.require(await this.projects.get(row.projectId), lawOn(row, set, at));
    const { sealing } = row;
    if (sealing !== null && sealing.mode !== 'bidder' && sealing.holders.length === 0) {
      throw new DomainError('seal.opening_invalid', { reason: 'holders' });
    }
    const documents = await this.tenders.documents(row.id);
    const lots = await this.lots.ofTender(row.id);
    const { timetable, findings } = orRefuse(
      publishTender(
        toTender(row),
        {
          timetable: row.timetable,
          documents: documents.length,
          basis: row.basis,
          plan: row.plan,
          local: await this.bands.of(row, at),
          lots,
          set,
          calendar: await this.calendars.current(),
        },
        at,
      ),
    );
    const parts = orRefuse(checkNotice(text, this.facts.of(row), lawOn(row, set, at)));
    return { set, timetable, documents, lots, findings: parts ? [...findings, parts] : findings };
  }

  /**
   * Refuses what is called for a project that was given up meanwhile, or beside what was given away directly: a project's
   * parts decide its band together (ADR 0077).
   */
  private async stillOpen({ id, projectId, regime }: TenderRow): Promise<void> {
    const { state: standing } = await this.projects.lock(projectId);
    if (standing !== 'registered') throw new DomainError('project.not_registered');
    if (regime === 'A' || regime === 'B') return;
    const given = (await this.tenders.ofProject(projectId)).some(
      ({ id: other, method, state }) =>
        other !== id && method === 'direct_choice' && !NOT_GIVEN.has(state),
    );
    if (given) throw new DomainError('direct.project_used');
  }

  /** Publishes a locked draft, in the present unit. */
  async publish(actor: Actor, row: TenderRow, text: string): Promise<TenderRow> {
    const now = this.arrival.at();
    const { id } = row;
    const { set, timetable, documents, lots, findings } = await this.judge(row, text, now);
    const change = {
      ruleSetHash: set.hash,
      state: 'published' as const,
      timetable,
      publishedAt: now,
      deadline: timetable.deadline,
    };
    await this.tenders.change(row, change);
    await this.tenders.addNotice({
      id: this.ids.next(),
      tenderId: id,
      kind: 'tender_notice',
      title: noticeTitle(row.title, CALLED[row.method] ?? 'tender_notice'),
      text,
      facts: { findings },
      fileId: null,
      publishedAt: now,
    });
    await this.deadlines.set(TENDER_DEADLINE, id, timetable.deadline);
    const published = { ...row, ...change };
    await this.ledger.append({
      type: 'tender.published',
      scope: id,
      by: actor,
      body: {
        ...publishedBody(published, documents, lots),
        candidates: candidatesOf(lawOn(row, set, now), row.plan),
        findings: findings.map(findingBody),
      },
    });
    await this.outbox.add('tender.published', { tenderId: id });
    return published;
  }
}

/** What the notice that calls for bids is named where it is not one of tendering. */
const CALLED: Partial<Readonly<Record<Method, NoticeKind>>> = {
  comparison: 'comparison_notice',
  framework_agreement: 'collection_notice',
};

interface Judged {
  /** The set as it stands now, which the tender keeps when it is published. */
  readonly set: RuleSet;
  readonly timetable: Timetable;
  readonly documents: readonly TenderDocument[];
  readonly lots: readonly LotRecord[];
  readonly findings: readonly Finding[];
}

/** How many candidates the law of a tender lets a report recommend, as the log says it; null: no limit. */
function candidatesOf(law: UnderLaw, plan: TenderRow['plan']): number | null {
  const most = mostCandidates(law, plan);
  return Number.isFinite(most) ? most : null;
}

/** What the log says of a publication. */
export function publishedBody(
  row: TenderRow,
  documents: readonly TenderDocument[],
  lots: readonly LotRecord[],
): Record<string, Encodable> {
  return {
    tender: row.id,
    code: row.code,
    title: row.title,
    ...(row.agencyName === null ? {} : { tenderer: row.tendererName, agency: row.agencyName }),
    method: row.method,
    regime: row.regime,
    ruleSet: row.ruleSetId,
    ruleSetHash: row.ruleSetHash,
    ceiling: row.ceiling === null ? null : fenToYuan(row.ceiling),
    ...(row.bidValidityDays === null ? {} : { bidValidityDays: row.bidValidityDays }),
    documents: documents.map(({ id, sha256, size }) => ({ id, sha256, size })),
    ...(row.basis === null ? {} : { basis: basisBody(row.basis) }),
    ...(row.plan === null ? {} : { plan: { ...row.plan } }),
    // A lottery takes no sealed bids, so there is nothing to say about their opening.
    ...(takesSealedBids(row.method) ? { opening: { ...openingOf(row, lots) } } : {}),
    ...(lots.length > 1 ? { lots: lots.map(lotBody) } : {}),
    ...(row.winLimit === null ? {} : { winLimit: row.winLimit }),
    ...(row.consortia === 1 ? { consortia: true } : {}),
  };
}

/** What the log says of the basis of a method: its paper by the fingerprint. */
function basisBody({ fileId: _, ...basis }: MethodBasis): Encodable {
  return { ...basis };
}

function lotBody({ number, title, ceiling, bidBond, qualification }: LotRecord): Encodable {
  return {
    number,
    title,
    ceiling: ceiling === null ? null : fenToYuan(ceiling),
    bidBond: fenToYuan(bidBond),
    qualification: qualification && { ...qualification },
  };
}
