import { Injectable } from '@nestjs/common';
import { registered } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { isUnremedied, objectToDocuments } from '@core/tender';
import { Calendars } from '@server/calendar';
import { ClarifyTender } from '@server/clarification';
import { Enterprises } from '@server/enterprise';
import { Arrival, Ids, orRefuse, Outbox, RuleSets, UnitOfWork } from '@server/platform';
import { SuspendTender, Tenders, toTender, type TenderRow } from '@server/tender';
import { OBJECTION_FILED, ObjectionLog } from './objection-log';
import { Objections, toUpheld, UNANSWERED, type ObjectionRecord } from './objections.store';

const SUSPENDED =
  '收到对招标文件的异议，答复前暂停招标投标活动。暂停期间不接收投标，恢复后截止时间顺延。';
const RESUMED = '异议已经答复，恢复招标投标活动，各项时间顺延。';

/** Says whether something else makes a tender stand still. Runs under its lock. */
export type AlsoHeld = (tenderId: string) => Promise<boolean>;

/** Objections to the documents: the tender stands still from the first one until the last is answered. */
@Injectable()
export class ObjectToDocuments {
  private readonly holds: AlsoHeld[] = [];

  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly enterprises: Enterprises,
    private readonly objections: Objections,
    private readonly suspend: SuspendTender,
    private readonly clarify: ClarifyTender,
    private readonly ruleSets: RuleSets,
    private readonly calendars: Calendars,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly log: ObjectionLog,
    private readonly outbox: Outbox,
  ) {}

  /** Adds what else makes a tender stand still: it does not go on before that is over (a complaint). */
  alsoHeldBy(holds: AlsoHeld): void {
    this.holds.push(holds);
  }

  /** Files an objection; any verified firm may. */
  async file(actor: Actor, tenderId: string, text: string): Promise<ObjectionRecord> {
    const calendar = await this.calendars.current();
    const firm = await this.enterprises.get(actor.organisationId);
    return this.unit.run(async () => {
      const row = await this.tenders.lock(tenderId);
      const at = this.arrival.at();
      const set = this.ruleSets.of(row);
      orRefuse(registered(firm.state, set, at));
      const taken = orRefuse(objectToDocuments(toTender(row), text, at, set, calendar));
      const citation = taken.law?.citation ?? null;
      const objection: ObjectionRecord = {
        id: this.ids.next(),
        tenderId,
        lot: null,
        enterpriseId: firm.id,
        enterpriseName: firm.name,
        stage: 'documents',
        text: taken.text,
        filedAt: at,
        replyBy: taken.replyBy,
        citation,
        ...UNANSWERED,
      };
      await this.objections.add(objection);
      await this.log.write(actor, OBJECTION_FILED, objection, objection.text);
      await this.suspend.run(row, SUSPENDED, citation);
      await this.outbox.add(OBJECTION_FILED, { tenderId, objectionId: objection.id });
      return objection;
    });
  }

  /**
   * Lets the locked tender go on once no objection to its documents waits for its answer, nor an upheld one for the
   * correction of the documents, nor anything else holds it; in the present unit.
   */
  async goOn(actor: Actor, row: TenderRow): Promise<void> {
    const all = await this.objections.ofTender(row.id);
    const waiting = all.some(
      (one) => one.stage === 'documents' && (one.repliedAt === null || isUnremedied(toUpheld(one))),
    );
    if (row.suspendedAt === null || waiting) return;
    for (const holds of this.holds) if (await holds(row.id)) return;
    await this.clarify.resume(actor, row, RESUMED);
  }
}
