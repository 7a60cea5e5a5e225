import { Injectable } from '@nestjs/common';
import {
  clocksOf,
  complaintFigures,
  isComplaintOver,
  isComplaintServed,
  mayComplainUntil,
  objectionFirst,
  workingDaysTaken,
  type ComplaintClock,
  type ComplaintFigures,
  type ComplaintSubject,
  type DecidedComplaint,
} from '@core/complaint';
import type { Actor } from '@core/identity';
import { HOUR, type Instant, type LawBasis } from '@core/kernel';
import { legalDate } from '@core/rules';
import { runsTender, type ComplaintOrder } from '@core/tender';
import { Calendars } from '@server/calendar';
import { Objections } from '@server/objection';
import { Arrival, DomainError, FileStore, RuleSets, type StoredFile } from '@server/platform';
import { Tenders, type TenderRow } from '@server/tender';
import type { EvidenceSide } from './complaint.entity';
import {
  Complaints,
  toPause,
  type ComplaintEvidence,
  type ComplaintPause,
  type ComplaintRecord,
} from './complaints.store';
import { DecideComplaint } from './decide-complaint';
import { FileComplaint } from './file-complaint';
import { PauseComplaint } from './pause-complaint';

/** How a reader stands to a complaint. */
export type ComplaintReader = EvidenceSide | 'public';

/** A complaint with its clocks, and what this reader may see of it. */
export interface WholeComplaint {
  readonly complaint: ComplaintRecord;
  readonly tender: TenderRow;
  readonly reader: ComplaintReader;
  readonly clocks: readonly ComplaintClock[];
  readonly pauses: readonly ComplaintPause[];
  readonly files: readonly ComplaintEvidence[];
  /** What can be ordered now; for the authority that decides. */
  readonly orders: readonly ComplaintOrder[];
}

/** Whether, how and until when a firm may complain of a tender. */
export interface ComplaintChance {
  readonly subject: ComplaintSubject;
  /** The rule by which an objection comes first; null: none has to. */
  readonly objectionFirst: LawBasis | null;
  /** Whether the firm has objected, and has its answer or waited for it. */
  readonly objection: 'none' | 'waiting' | 'done';
  /** The first instant that is too late, where an objection says so. */
  readonly until: Instant | null;
}

/** Reads complaints, each reader what is his until the decision, and everybody what was decided. */
@Injectable()
export class ReadComplaints {
  constructor(
    private readonly complaints: Complaints,
    private readonly filing: FileComplaint,
    private readonly deciding: DecideComplaint,
    private readonly pauses: PauseComplaint,
    private readonly tenders: Tenders,
    private readonly objections: Objections,
    private readonly calendars: Calendars,
    private readonly ruleSets: RuleSets,
    private readonly files: FileStore,
    private readonly arrival: Arrival,
  ) {}

  /** The complaint, to its parties and to supervisors. Throws `complaint.not_found`, which is all others learn. */
  async to(actor: Actor, id: string): Promise<WholeComplaint> {
    const complaint = await this.complaints.get(id);
    const tender = await this.tenders.get(complaint.tenderId);
    const reader = readerOf(actor, complaint, tender);
    if (reader === null) throw new DomainError('complaint.not_found');
    return this.whole(complaint, tender, reader);
  }

  /** Those this reader may see, the latest first: a firm its own, a tenderer those served on it, a supervisor all. */
  async mine(actor: Actor): Promise<readonly WholeComplaint[]> {
    const rows = await this.rowsFor(actor);
    const found: WholeComplaint[] = [];
    for (const complaint of rows) {
      const tender = await this.tenders.get(complaint.tenderId);
      const reader = readerOf(actor, complaint, tender);
      if (reader !== null) found.push(await this.line(complaint, tender, reader));
    }
    return found;
  }

  private rowsFor({ role, organisationId }: Actor): Promise<ComplaintRecord[]> {
    if (role === 'bidder') return this.complaints.ofEnterprise(organisationId);
    return role === 'supervisor'
      ? this.complaints.latest()
      : this.complaints.ofRunner(organisationId);
  }

  /** What was decided about a tender. */
  async published(tenderId: string): Promise<readonly WholeComplaint[]> {
    const tender = await this.tenders.published(tenderId);
    const rows = (await this.complaints.ofTender(tenderId)).filter(isPublic);
    const found: WholeComplaint[] = [];
    for (const row of rows) found.push(await this.whole(row, tender, 'public'));
    return found;
  }

  /** One decision, to everybody. Throws `complaint.not_found` until there is one. */
  async decision(id: string): Promise<WholeComplaint> {
    const complaint = await this.complaints.get(id);
    if (!isPublic(complaint)) throw new DomainError('complaint.not_found');
    return this.whole(complaint, await this.tenders.get(complaint.tenderId), 'public');
  }

  /** The decision on paper, to everybody. */
  async paper(id: string): Promise<StoredFile> {
    const { complaint } = await this.decision(id);
    if (complaint.fileId === null) throw new DomainError('complaint.not_found');
    return this.files.get(complaint.fileId);
  }

  /** A file that came with a complaint, to whoever may read it. */
  async evidence(actor: Actor, id: string, fileId: string): Promise<StoredFile> {
    const { files } = await this.to(actor, id);
    const found = files.find((one) => one.id === fileId);
    if (!found) throw new DomainError('file.not_found');
    return this.files.get(found.fileId);
  }

  /** What a firm may complain of, subject by subject. */
  async chances(
    actor: Actor,
    tenderId: string,
    subjects: readonly ComplaintSubject[],
  ): Promise<readonly ComplaintChance[]> {
    const tender = await this.tenders.published(tenderId);
    const at = this.arrival.at();
    const law = this.ruleSets.under(tender, at);
    const calendar = await this.calendars.current();
    const found: ComplaintChance[] = [];
    for (const subject of subjects) {
      const first = objectionFirst(subject, law);
      const objection =
        first === null
          ? null
          : await this.filing.objected(tender, actor.organisationId, { subject, lot: null });
      const isDone =
        objection !== null &&
        (objection.repliedAt !== null || (objection.replyBy !== null && at >= objection.replyBy));
      found.push({
        subject,
        objectionFirst: first,
        objection: objection === null ? 'none' : isDone ? 'done' : 'waiting',
        until: objection === null ? null : mayComplainUntil(objection, law, calendar),
      });
    }
    return found;
  }

  /**
   * Until when the record of a tender has to be held open: while a complaint is dealt with, and as long as one may follow an
   * objection to the result. Null: nothing holds it.
   */
  async holdsOpen(tender: TenderRow): Promise<Instant | null> {
    const at = this.arrival.at();
    const rows = await this.complaints.ofTender(tender.id);
    if (rows.some(({ state }) => !isComplaintOver(state))) return at + HOUR;
    const law = this.ruleSets.under(tender, at);
    const calendar = await this.calendars.current();
    const windows = (await this.objections.ofTender(tender.id))
      .filter((one) => one.stage === 'result' && one.ordered === null)
      .map((one) => mayComplainUntil(one, law, calendar) ?? 0)
      .filter((until) => until > at);
    return windows.length === 0 ? null : Math.max(...windows);
  }

  /** Whether a tender stands still because of a complaint, and until when at the latest; undefined: it does not. */
  async suspendedUntil(tenderId: string): Promise<Instant | null | undefined> {
    return this.pauses.suspendedUntil(tenderId);
  }

  /** What was decided, by year and regime, with how long it took. */
  async figures(): Promise<readonly ComplaintFigures[]> {
    const calendar = await this.calendars.current();
    const decided: DecidedComplaint[] = [];
    for (const complaint of await this.complaints.decided()) {
      const { outcome, endedAt } = complaint;
      if (outcome === null || endedAt === null) continue;
      const tender = await this.tenders.get(complaint.tenderId);
      const pauses = (await this.complaints.pauses(complaint.id)).map(toPause);
      const law = this.ruleSets.under(tender, endedAt);
      const days = workingDaysTaken(complaint, pauses, law, calendar);
      decided.push({ year: legalDate(endedAt).slice(0, 4), regime: tender.regime, outcome, days });
    }
    return complaintFigures(decided);
  }

  /** A complaint as this reader sees it. */
  private async whole(
    complaint: ComplaintRecord,
    tender: TenderRow,
    reader: ComplaintReader,
  ): Promise<WholeComplaint> {
    const line = await this.line(complaint, tender, reader);
    const decides = reader === 'authority' && complaint.state === 'accepted';
    const files = reader === 'public' ? [] : await this.complaints.files(complaint.id);
    return {
      ...line,
      files: files.filter(({ side }) => maySee(reader, side)),
      orders: decides ? await this.deciding.possible(complaint) : [],
    };
  }

  /** The same for a list: without its files, and what can be ordered. */
  private async line(
    complaint: ComplaintRecord,
    tender: TenderRow,
    reader: ComplaintReader,
  ): Promise<WholeComplaint> {
    const at = this.arrival.at();
    const law = this.ruleSets.under(tender, at);
    const pauses = await this.complaints.pauses(complaint.id);
    const calendar = await this.calendars.current();
    const clocks = clocksOf(complaint, pauses.map(toPause), law, calendar, at);
    return { complaint, tender, reader, clocks, pauses, files: [], orders: [] };
  }
}

function isPublic({ state }: ComplaintRecord): boolean {
  return state === 'decided';
}

/** How somebody stands to a complaint; null: it is not his to know of. */
function readerOf(
  actor: Actor,
  complaint: ComplaintRecord,
  tender: TenderRow,
): EvidenceSide | null {
  if (actor.role === 'supervisor') return 'authority';
  if (actor.role === 'bidder') {
    return complaint.enterpriseId === actor.organisationId ? 'complainant' : null;
  }
  return runsTender(actor, tender) && isComplaintServed(complaint) ? 'respondent' : null;
}

/** The respondent gets the complaint with its evidence; what either sends the authority is for no other party. */
function maySee(reader: ComplaintReader, side: EvidenceSide): boolean {
  if (reader === 'authority') return true;
  return side === reader || (reader === 'respondent' && side === 'complainant');
}
