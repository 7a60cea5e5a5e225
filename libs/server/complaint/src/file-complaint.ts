import { Injectable } from '@nestjs/common';
import {
  correctComplaint,
  fileComplaint,
  withdrawComplaint,
  type Filing,
  type FirstObjection,
} from '@core/complaint';
import { registered } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { legalDate } from '@core/rules';
import { Calendars } from '@server/calendar';
import { Enterprises } from '@server/enterprise';
import { Objections, type ObjectionRecord } from '@server/objection';
import { Openings } from '@server/opening';
import {
  Arrival,
  Counters,
  DomainError,
  Ids,
  orRefuse,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import { Lots, Tenders, type TenderRow } from '@server/tender';
import { ComplaintDesk } from './complaint-desk';
import { Complaints, UNHANDLED, type ComplaintRecord } from './complaints.store';
import { PauseComplaint } from './pause-complaint';

/** The objection that came first, with its record where it has one of its own. */
interface Objected extends FirstObjection {
  readonly id: string | null;
}

/** What a firm does: it complains, corrects what its complaint lacks, withdraws it. */
@Injectable()
export class FileComplaint {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: ComplaintDesk,
    private readonly pauses: PauseComplaint,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly enterprises: Enterprises,
    private readonly objections: Objections,
    private readonly openings: Openings,
    private readonly complaints: Complaints,
    private readonly ruleSets: RuleSets,
    private readonly calendars: Calendars,
    private readonly counters: Counters,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
  ) {}

  /** Files a complaint about a published tender with its evidence; any verified firm may, and says how it is concerned. */
  async file(
    actor: Actor,
    tenderId: string,
    filing: Filing,
    fileIds: readonly string[],
  ): Promise<ComplaintRecord> {
    const calendar = await this.calendars.current();
    const firm = await this.enterprises.get(actor.organisationId);
    const files = await this.desk.own(actor, fileIds);
    return this.unit.run(async () => {
      const tender = await this.tenders.lock(tenderId);
      if (tender.state === 'draft') throw new DomainError('tender.not_found');
      const at = this.arrival.at();
      const law = this.ruleSets.under(tender, at);
      orRefuse(registered(firm.state, law.set, at));
      if (filing.lot !== null) await this.lots.get(tenderId, filing.lot);
      const objection = await this.objected(tender, firm.id, filing);
      const facts = {
        objection,
        earlier: await this.earlier(tenderId, firm.id, filing),
        evidence: files.length,
      };
      const { text, claim, interest, subject, lot, knownOn } = orRefuse(
        fileComplaint(filing, facts, at, law, calendar),
      );
      const complaint: ComplaintRecord = {
        ...UNHANDLED,
        id: this.ids.next(),
        code: await this.counters.code('TS', legalDate(at).slice(0, 4)),
        tenderId,
        lot,
        enterpriseId: firm.id,
        enterpriseName: firm.name,
        subject,
        objectionId: objection?.id ?? null,
        text,
        claim,
        interest,
        knownOn,
        filedAt: at,
      };
      await this.complaints.add(complaint);
      await this.desk.attach(complaint.id, 'complainant', files, at);
      await this.desk.step(actor, complaint, 'filed', `${text}\n${claim}\n${interest}`, files);
      return complaint;
    });
  }

  /** The firm's latest objection to the same matter, as the clock of a complaint sees it; null: none. */
  async objected(
    tender: TenderRow,
    enterpriseId: string,
    { subject, lot }: Pick<Filing, 'subject' | 'lot'>,
  ): Promise<Objected | null> {
    const own = await this.objections.ofEnterprise(tender.id, enterpriseId);
    const isSame = (one: ObjectionRecord): boolean =>
      one.ordered === null &&
      (subject === 'other' || (one.stage ?? 'result') === subject) &&
      (one.lot === null || lot === null || one.lot === lot);
    const found = own.filter(isSame).at(-1);
    if (found) return found;
    return subject === 'opening' ? this.objectedInHall(tender.id, enterpriseId) : null;
  }

  /** An objection raised in the hall is answered there: on the day of the opening. */
  private async objectedInHall(tenderId: string, enterpriseId: string): Promise<Objected | null> {
    const opening = await this.openings.ofTender(tenderId);
    if (!opening) return null;
    const { objections } = await this.openings.hall(opening.id);
    const raised = objections.filter(({ byId }) => byId === enterpriseId).at(-1);
    if (!raised) return null;
    const events = await this.openings.eventsAfter(opening.id, 0);
    const atOf = (kind: string): number | null =>
      events.find(({ event }) => event.kind === kind && 'id' in event && event.id === raised.id)
        ?.at ?? null;
    const filedAt = atOf('objection_raised');
    if (filedAt === null) return null;
    return { id: null, filedAt, replyBy: null, repliedAt: atOf('objection_answered') };
  }

  private async earlier(
    tenderId: string,
    enterpriseId: string,
    { subject, lot }: Filing,
  ): Promise<ComplaintRecord[]> {
    return (await this.complaints.ofTender(tenderId)).filter(
      (one) => one.enterpriseId === enterpriseId && one.subject === subject && one.lot === lot,
    );
  }

  /** Adds what the authority asked for, in its time. */
  async correct(actor: Actor, id: string, text: string, fileIds: readonly string[]): Promise<void> {
    const files = await this.desk.own(actor, fileIds);
    await this.desk.asComplainant(actor, id, async ({ complaint, at }) => {
      const correction = orRefuse(correctComplaint(complaint, text, at));
      await this.complaints.change(id, { state: 'corrected', correction, correctedAt: at });
      await this.desk.attach(id, 'complainant', files, at);
      await this.desk.step(actor, complaint, 'corrected', correction, files);
    });
  }

  /** Withdraws a complaint, or asks the authority for it where the law leaves that to it. */
  async withdraw(actor: Actor, id: string, reason: string): Promise<void> {
    await this.desk.asComplainant(actor, id, async (hand) => {
      const { complaint, at, law } = hand;
      const withdrawal = reason.trim();
      if (orRefuse(withdrawComplaint(complaint, reason, law)) === 'asked') {
        await this.complaints.change(id, { withdrawal, withdrawalAskedAt: at });
        await this.desk.step(actor, complaint, 'withdrawal_asked', withdrawal);
        return;
      }
      const end = { withdrawal, withdrawalAskedAt: at, endedAt: at, endedBy: actor.personId };
      await this.complaints.change(id, { state: 'withdrawn', ...end });
      await this.pauses.endAll(actor, hand);
      await this.desk.step(actor, complaint, 'withdrawn', withdrawal);
    });
  }
}
