import { Injectable, type OnModuleInit } from '@nestjs/common';
import { registered } from '@core/enterprise';
import type { Actor } from '@core/identity';
import type { Instant } from '@core/kernel';
import {
  awardDespite,
  isTendererOf,
  isUnremedied,
  objectToResult,
  replyTo,
  resultObjectionsUntil,
  runsTender,
  type Tender,
} from '@core/tender';
import type { Calendar, RuleSet } from '@core/rules';
import { AwardTender } from '@server/award';
import { Calendars } from '@server/calendar';
import { Enterprises } from '@server/enterprise';
import {
  Arrival,
  DomainError,
  Ids,
  orRefuse,
  Outbox,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import { lotAsTender, Lots, Tenders, toTender, type TenderRow } from '@server/tender';
import { ObjectToDocuments } from './object-to-documents';
import { OBJECTION_ANSWERED, OBJECTION_FILED, ObjectionLog } from './objection-log';
import { Objections, toUpheld, UNANSWERED, type ObjectionRecord } from './objections.store';
import { SettleObjections } from './settle-objections';

/** Objections to the published candidates: filed, answered in time, and until then no award. */
@Injectable()
export class ObjectToResult implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly enterprises: Enterprises,
    private readonly objections: Objections,
    private readonly awards: AwardTender,
    private readonly ruleSets: RuleSets,
    private readonly calendars: Calendars,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly documents: ObjectToDocuments,
    private readonly settle: SettleObjections,
    private readonly log: ObjectionLog,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.awards.holdBack(async (tender, set, lot) => {
      const all = await this.objections.ofTender(tender.id);
      const own = all.filter((one) => one.lot === null || one.lot === lot);
      orRefuse(awardDespite(tender, own, set, this.arrival.at()));
    });
  }

  /**
   * Files an objection; any verified firm may, and says what its interest is. One that names a lot holds that lot's
   * award back and no other. One that names none is about the whole tender, or the one lot that can still be objected to.
   */
  async file(
    actor: Actor,
    tenderId: string,
    text: string,
    lot: number | null = null,
  ): Promise<ObjectionRecord> {
    const calendar = await this.calendars.current();
    const firm = await this.enterprises.get(actor.organisationId);
    return this.unit.run(async () => {
      const row = await this.tenders.lock(tenderId);
      const at = this.arrival.at();
      const set = this.ruleSets.of(row);
      orRefuse(registered(firm.state, set, at));
      const about = lot ?? (await this.onlyOpenLot(row, at, set, calendar));
      const seen = about === null ? toTender(row) : await this.seen(row, about);
      const taken = orRefuse(objectToResult(seen, text, at, set, calendar));
      const objection: ObjectionRecord = {
        id: this.ids.next(),
        tenderId,
        lot: about,
        enterpriseId: firm.id,
        enterpriseName: firm.name,
        stage: 'result',
        text: taken.text,
        filedAt: at,
        replyBy: taken.replyBy,
        citation: taken.law?.citation ?? null,
        ...UNANSWERED,
      };
      await this.objections.add(objection);
      await this.log.write(actor, OBJECTION_FILED, objection, objection.text);
      await this.outbox.add(OBJECTION_FILED, { tenderId, objectionId: objection.id });
      return objection;
    });
  }

  /** Answers an objection, once, upheld or not; the last answer about the documents lets the tender go on. */
  async answer(actor: Actor, id: string, text: string, upheld: boolean): Promise<void> {
    const known = await this.objections.find(id);
    if (!known) throw new DomainError('objection.not_found');
    await this.unit.run(async () => {
      const row = await this.tenders.lock(known.tenderId);
      if (!isTendererOf(actor, row)) throw new DomainError('objection.not_found');
      const objection = (await this.objections.ofTender(row.id)).find((one) => one.id === id);
      if (!objection) throw new DomainError('objection.not_found');
      const reply = orRefuse(replyTo(objection, text));
      const repliedAt = this.arrival.at();
      await this.objections.change(id, { reply, upheld: upheld ? 1 : 0, repliedAt });
      await this.log.write(actor, OBJECTION_ANSWERED, objection, reply);
      if (objection.stage === 'documents') await this.documents.goOn(actor, row);
      if (upheld) await this.settle.run(actor, row);
      await this.outbox.add(OBJECTION_ANSWERED, { tenderId: row.id, objectionId: id });
    });
  }

  /** A lot as objections see it: each has its own publication. */
  private async seen(row: TenderRow, lot: number): Promise<Tender> {
    return lotAsTender(row, await this.lots.get(row.id, lot));
  }

  /** The lot of a divided tender that can be objected to, where it is the only one: the others are over. */
  private async onlyOpenLot(
    row: TenderRow,
    at: Instant,
    set: RuleSet,
    calendar: Calendar,
  ): Promise<number | null> {
    const lots = await this.lots.ofTender(row.id);
    const open = lots.filter((lot) => {
      const until = resultObjectionsUntil(lotAsTender(row, lot), set, calendar);
      return lot.state !== 'failed' && (!until.ok || (until.value !== null && at < until.value));
    });
    return lots.length > 1 && open.length === 1 ? (open[0]?.number ?? null) : null;
  }

  /** What this reader may see: the tenderer and the supervisor all, a firm its own. */
  async list(actor: Actor, tenderId: string): Promise<readonly ObjectionRecord[]> {
    const row = await this.tenders.published(tenderId);
    if (actor.role === 'supervisor' || runsTender(actor, row)) {
      return this.objections.ofTender(tenderId);
    }
    if (actor.role !== 'bidder') throw this.ruleSets.right('object', row, this.arrival.at());
    return this.objections.ofEnterprise(tenderId, actor.organisationId);
  }

  /** How many wait for their answer, or for what follows from it: what the public may know, for it suspends the award. */
  async open(tenderId: string): Promise<number> {
    const rows = await this.objections.ofTender(tenderId);
    return rows.filter((one) => one.repliedAt === null || isUnremedied(toUpheld(one))).length;
  }
}
