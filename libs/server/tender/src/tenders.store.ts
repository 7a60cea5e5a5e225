import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { PLATFORM_ACTOR } from '@core/identity';
import type { Instant } from '@core/kernel';
import { addUse, UNUSED, type ProjectUse } from '@core/project';
import {
  isAwarded,
  isEnded,
  noticeDigest,
  noticesScope,
  type Tender,
  type TenderState,
} from '@core/tender';
import { Ledger } from '@server/ledger';
import {
  Deadlines,
  DomainError,
  forUpdate,
  LegalClock,
  Outbox,
  Reads,
  UnitOfWork,
} from '@server/platform';
import { PROJECT_STALE } from '@server/project';
import {
  LotRow,
  NoticeRow,
  PublicationRow,
  ReTenderRow,
  TenderDocumentRow,
  TenderRow,
} from './tender.entity';
import {
  cursorOf,
  momentParameter,
  narrowTenders,
  readCursor,
  type Page,
  type TenderFilter,
} from './tender-filter';

/** Said when a notice has been published, of whatever kind. */
export const NOTICE_PUBLISHED = 'notice.published';

/** A document of a tender. */
export type TenderDocument = TenderDocumentRow;
/** A publication somebody prepared. */
export type PreparedPublication = PublicationRow;
/** A published notice. */
export type Notice = NoticeRow;

/** The core value of a row. */
export function toTender(row: TenderRow): Tender {
  const { id, code, projectId, tendererId, agencyId, state, version, regime, kind, method } = row;
  const { ruleSetId, estimate, ceiling, bidBond, timetable, publicityUntil, suspendedAt } = row;
  return {
    id,
    code,
    projectId,
    tendererId,
    agencyId,
    state,
    version,
    regime,
    kind,
    method,
    ruleSetId,
    estimate,
    ceiling,
    bidBond,
    timetable,
    publicityUntil,
    suspendedAt,
  };
}

function usedBy({ state, method }: Pick<TenderRow, 'state' | 'method'>): ProjectUse {
  if (state === 'draft') return { ...UNUSED, drafts: 1 };
  const published = { ...UNUSED, openly: Number(method === 'open_tender') };
  if (isAwarded(state)) return { ...published, concluded: 1 };
  return isEnded(state) ? { ...published, failed: 1 } : { ...published, running: 1 };
}

/** A lot of a tender as decisions about its publication see it: its candidates are published until its own day. */
export function lotAsTender(row: TenderRow, lot: Pick<LotRow, 'publicityUntil'>): Tender {
  return { ...toTender(row), publicityUntil: lot.publicityUntil };
}

/** Tenders, documents and notices. */
@Injectable()
export class Tenders {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly outbox: Outbox,
    private readonly deadlines: Deadlines,
    private readonly clock: LegalClock,
    private readonly ledger: Ledger,
  ) {}

  async find(id: string): Promise<TenderRow | null> {
    return (await this.reads.manager()).getRepository(TenderRow).findOneBy({ id });
  }

  /** The tender with this id; throws `tender.not_found`. */
  async get(id: string): Promise<TenderRow> {
    const row = await this.find(id);
    if (!row) throw new DomainError('tender.not_found');
    return row;
  }

  /** The tender if it has been published; drafts do not exist for the public. */
  async published(id: string): Promise<TenderRow> {
    const row = await this.get(id);
    if (row.publishedAt === null) throw new DomainError('tender.not_found');
    return row;
  }

  /** Locks the tender's row, the root of everything before the opening; throws `tender.not_found`. */
  async lock(id: string): Promise<TenderRow> {
    const row = await this.unit.manager
      .getRepository(TenderRow)
      .findOne({ where: { id }, ...forUpdate(this.unit) });
    if (!row) throw new DomainError('tender.not_found');
    return row;
  }

  /** Tenders in these states of which something may still be due: those an organisation runs, or (null) everybody's. */
  async unsettled(
    states: readonly TenderState[],
    organisationId: string | null,
  ): Promise<TenderRow[]> {
    const open = { state: In([...states]), settledAt: IsNull() };
    const own = [{ tendererId: organisationId ?? '' }, { agencyId: organisationId ?? '' }];
    return (await this.reads.manager()).getRepository(TenderRow).find({
      where: organisationId === null ? open : own.map((one) => ({ ...one, ...open })),
      order: { publishedAt: 'DESC', id: 'DESC' },
    });
  }

  /** Notes that everything due after a tender's result is done; a later change of its state undoes it. */
  async settle({ id, version }: TenderRow, settledAt: Instant): Promise<void> {
    await this.unit.manager.getRepository(TenderRow).update({ id, version }, { settledAt });
  }

  /** Adds a tender, and the one lot it has until it is divided; that lot has the tender's id. */
  async add(row: TenderRow): Promise<void> {
    await this.unit.manager.getRepository(TenderRow).insert(row as never);
    const { id, title, estimate, ceiling, bidBond } = row;
    await this.unit.manager.getRepository(LotRow).insert({
      id,
      tenderId: id,
      number: 1,
      title,
      estimate,
      ceiling,
      bidBond,
      qualification: null,
      state: 'open',
      publicityUntil: null,
      nextTenderId: null,
    });
  }

  /**
   * Changes a locked tender by compare-and-set on its version. A new state wakes its project, whose own clock runs only while
   * no tender of it does.
   */
  async change(row: TenderRow, change: Partial<TenderRow>): Promise<void> {
    const { id, version, projectId } = row;
    const moves = change.state !== undefined && change.state !== row.state;
    if (moves) await this.deadlines.set(PROJECT_STALE, projectId, this.clock.now());
    const unsettled = moves ? { settledAt: null } : {};
    const result = await this.unit.manager
      .getRepository(TenderRow)
      .update({ id, version }, { ...change, ...unsettled, version: version + 1 } as never);
    if (result.affected !== 1) throw new DomainError('state.stale');
  }

  /** Notes that one tender calls another again, from that lot on (0: whole); the unique index lets only one. */
  async follow(id: string, previousId: string, lot: number): Promise<void> {
    await this.unit.manager.getRepository(ReTenderRow).insert({ id, previousId, lot });
  }

  /** The tender that this one calls again, or null. */
  async previousCall(id: string): Promise<string | null> {
    const manager = await this.reads.manager();
    return (await manager.getRepository(ReTenderRow).findOneBy({ id }))?.previousId ?? null;
  }

  /** The tender that calls this one again, or null; the last, where lots are called again apart. */
  async nextCall(previousId: string): Promise<string | null> {
    const manager = await this.reads.manager();
    const [last] = await manager
      .getRepository(ReTenderRow)
      .find({ where: { previousId }, order: { id: 'DESC' }, take: 1 });
    return last?.id ?? null;
  }

  /** Every tender of a project, drafts among them. Read in the present unit, under the project's lock. */
  async ofProject(projectId: string): Promise<TenderRow[]> {
    return this.unit.manager.getRepository(TenderRow).findBy({ projectId });
  }

  /** The tenders an organisation runs: as their tenderer, or as the agency commissioned for them. */
  async runBy(organisationId: string): Promise<TenderRow[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(TenderRow).find({
      where: [{ tendererId: organisationId }, { agencyId: organisationId }],
      order: { createdAt: 'DESC', id: 'DESC' },
      take: 200,
    });
  }

  /** Drafts of all tenderers, the newest first. */
  async drafts(): Promise<TenderRow[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(TenderRow)
      .find({ where: { state: 'draft' }, order: { createdAt: 'DESC', id: 'DESC' }, take: 100 });
  }

  /** What has become of a project by its tenders. Inside a unit under the project's lock, its own view. */
  async useOf(projectId: string): Promise<ProjectUse> {
    const rows = await (await this.reads.manager()).getRepository(TenderRow).findBy({ projectId });
    return rows.map(usedBy).reduce(addUse, UNUSED);
  }

  /** Whether a tender of this project was ever published. */
  async isPublished(projectId: string): Promise<boolean> {
    const rows = (await this.reads.manager()).getRepository(TenderRow);
    return (await rows.countBy({ projectId, publishedAt: Not(IsNull()) })) > 0;
  }

  async byIds(ids: readonly string[]): Promise<TenderRow[]> {
    if (ids.length === 0) return [];
    const manager = await this.reads.manager();
    return manager
      .getRepository(TenderRow)
      .createQueryBuilder('t')
      .whereInIds([...ids])
      .getMany();
  }

  /** Published tenders, the newest first; words are looked for by the search, not here. */
  async page(filter: TenderFilter): Promise<Page<TenderRow>> {
    const query = (await this.reads.manager())
      .getRepository(TenderRow)
      .createQueryBuilder('t')
      .where('t.publishedAt IS NOT NULL')
      .orderBy('t.publishedAt', 'DESC')
      .addOrderBy('t.id', 'DESC')
      .take(filter.limit + 1);
    narrowTenders(query, filter, this.unit.isEmbedded);
    const cursor = filter.after ? readCursor(filter.after) : null;
    if (cursor) {
      const at = momentParameter(this.unit.isEmbedded, cursor.at);
      query.andWhere('(t.publishedAt < :at OR (t.publishedAt = :at AND t.id < :id))', {
        at,
        id: cursor.id,
      });
    }
    const rows = await query.getMany();
    const items = rows.slice(0, filter.limit);
    const last = items.at(-1);
    return { items, next: rows.length > filter.limit && last ? cursorOf(last) : null };
  }

  /** Published tenders whose deadline lies in a span of time: what opens today. */
  async openingBetween(from: Instant, to: Instant): Promise<TenderRow[]> {
    return (await this.reads.manager())
      .getRepository(TenderRow)
      .createQueryBuilder('t')
      .where('t.publishedAt IS NOT NULL AND t.deadline >= :from AND t.deadline < :to', {
        from: momentParameter(this.unit.isEmbedded, from),
        to: momentParameter(this.unit.isEmbedded, to),
      })
      .orderBy('t.deadline', 'ASC')
      .getMany();
  }

  /** The prepared publication of a tender, or null. */
  async publication(tenderId: string): Promise<PreparedPublication | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(PublicationRow).findOneBy({ id: tenderId });
  }

  async addPublication(row: PublicationRow): Promise<void> {
    await this.unit.manager.getRepository(PublicationRow).insert(row);
  }

  async changePublication(id: string, change: Partial<PublicationRow>): Promise<void> {
    await this.unit.manager.getRepository(PublicationRow).update({ id }, change);
  }

  async dropPublication(id: string): Promise<void> {
    await this.unit.manager.getRepository(PublicationRow).delete({ id });
  }

  async documents(tenderId: string): Promise<TenderDocument[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(TenderDocumentRow)
      .find({ where: { tenderId }, order: { addedAt: 'ASC', id: 'ASC' } });
  }

  /** A document of the tender; throws `tender.document_not_found`. */
  async document(tenderId: string, id: string): Promise<TenderDocument> {
    const manager = await this.reads.manager();
    const row = await manager.getRepository(TenderDocumentRow).findOneBy({ id, tenderId });
    if (!row) throw new DomainError('tender.document_not_found');
    return row;
  }

  async addDocument(row: TenderDocumentRow): Promise<void> {
    await this.unit.manager.getRepository(TenderDocumentRow).insert(row);
  }

  async removeDocument(id: string): Promise<void> {
    await this.unit.manager.getRepository(TenderDocumentRow).delete({ id });
  }

  async notices(tenderId: string): Promise<Notice[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(NoticeRow)
      .find({ where: { tenderId }, order: { publishedAt: 'ASC', id: 'ASC' } });
  }

  /** A notice of the tender; throws `tender.document_not_found`. */
  async notice(tenderId: string, id: string): Promise<Notice> {
    const manager = await this.reads.manager();
    const row = await manager.getRepository(NoticeRow).findOneBy({ id, tenderId });
    if (!row) throw new DomainError('tender.document_not_found');
    return row;
  }

  /** Keeps the printed notice. False when somebody has done so already. */
  async fileNotice(id: string, paperFileId: string): Promise<boolean> {
    const result = await this.unit.manager
      .getRepository(NoticeRow)
      .update({ id, paperFileId: IsNull() }, { paperFileId });
    return result.affected === 1;
  }

  /** Adds the paper a notice was published without; one that has a file keeps it. */
  async attach(noticeId: string, fileId: string): Promise<void> {
    await this.unit.manager
      .getRepository(NoticeRow)
      .update({ id: noticeId, fileId: IsNull() }, { fileId });
  }

  /** The newest notices of all tenders. */
  async newestNotices(limit: number): Promise<Notice[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(NoticeRow)
      .find({ order: { publishedAt: 'DESC', id: 'DESC' }, take: limit });
  }

  /** Adds a notice, its words committed to in the log, and says so to whoever passes it on (open data, search). */
  async addNotice(row: Omit<NoticeRow, 'paperFileId'>): Promise<void> {
    const notice = { ...row, paperFileId: null };
    await this.unit.manager.getRepository(NoticeRow).insert(notice as never);
    const { id, tenderId, kind, title, text } = row;
    await this.ledger.append({
      type: 'notice.published',
      scope: noticesScope(tenderId),
      by: PLATFORM_ACTOR,
      body: { tender: tenderId, notice: id, kind, words: noticeDigest(title, text) },
    });
    await this.outbox.add(NOTICE_PUBLISHED, { tenderId: row.tenderId, noticeId: row.id });
  }

  /** How many notices each of these tenders has. */
  async noticeCounts(tenderIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (tenderIds.length === 0) return new Map();
    const rows = await (
      await this.reads.manager()
    )
      .getRepository(NoticeRow)
      .createQueryBuilder('n')
      .select('n.tenderId', 'id')
      .addSelect('COUNT(*)', 'count')
      .where('n.tenderId IN (:...ids)', { ids: [...tenderIds] })
      .groupBy('n.tenderId')
      .getRawMany<{ id: string; count: number | string }>();
    return new Map(rows.map((row) => [row.id, Number(row.count)]));
  }
}
