import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { taggedHashHex, type Instant } from '@core/kernel';
import type { Finding } from '@core/rules';
import {
  askQuestion,
  clarifyTender,
  isTendererOf,
  soonestDeadline,
  type ClarificationWish,
} from '@core/tender';
import { Calendars } from '@server/calendar';
import { Enterprises } from '@server/enterprise';
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
import { Lots, noticeTitle, openingOf, TENDER_DEADLINE, Tenders, toTender } from '@server/tender';
import { Clarifications, type Clarification, type Question } from './clarifications.store';

/** Said when a clarification was published; everybody who signed up or downloaded is told. */
export const TENDER_CLARIFIED = 'tender.clarified';

/** Questions, answers and clarifications between publication and deadline. */
@Injectable()
export class ClarifyTender {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly enterprises: Enterprises,
    private readonly clarifications: Clarifications,
    private readonly ruleSets: RuleSets,
    private readonly calendars: Calendars,
    private readonly arrival: Arrival,
    private readonly deadlines: Deadlines,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Puts a question. The tenderer and the public see it without its asker, the public once it is answered. */
  async ask(actor: Actor, tenderId: string, text: string): Promise<string> {
    const tender = await this.tenders.published(tenderId);
    const at = this.arrival.at();
    const asked = orRefuse(askQuestion(toTender(tender), text, at));
    const firm = await this.enterprises.get(actor.organisationId);
    if (firm.state !== 'verified') throw new DomainError('enterprise.not_verified');
    const id = this.ids.next();
    await this.unit.run(async () => {
      await this.clarifications.addQuestion({
        id,
        tenderId,
        enterpriseId: firm.id,
        text: asked,
        askedAt: at,
        answer: null,
        answeredAt: null,
      });
      await this.ledger.append({
        type: 'question.asked',
        scope: `${tenderId}/internal`,
        by: actor,
        body: { question: id, text: taggedHashHex('sunlit/text', asked) },
      });
    });
    return id;
  }

  /** Every question of the tenderer's own tender. */
  async questions(actor: Actor, tenderId: string): Promise<readonly Question[]> {
    this.requireOwn(actor, await this.tenders.get(tenderId));
    return this.clarifications.questions(tenderId);
  }

  /** Answers a question for everybody, once, until the deadline. */
  async answer(actor: Actor, tenderId: string, id: string, text: string): Promise<void> {
    const answer = text.trim();
    if (answer === '') throw new DomainError('clarification.text_missing');
    await this.unit.run(async () => {
      const row = await this.tenders.lock(tenderId);
      this.requireOwn(actor, row);
      const at = this.arrival.at();
      if (row.state !== 'published' || row.deadline === null || at >= row.deadline) {
        throw new DomainError('tender.wrong_state', { state: row.state });
      }
      await this.clarifications.answer(tenderId, id, answer, at);
      await this.ledger.append({
        type: 'question.answered',
        scope: `${tenderId}/internal`,
        by: actor,
        body: { question: id, answer: taggedHashHex('sunlit/text', answer) },
      });
    });
  }

  /** The soonest lawful deadline if the tender were clarified now, with the rule that makes it so. */
  async advise(
    actor: Actor,
    tenderId: string,
    affectsPreparation: boolean,
  ): Promise<{ readonly deadline: Instant; readonly finding: Finding | null }> {
    const row = await this.tenders.get(tenderId);
    this.requireOwn(actor, row);
    const set = this.ruleSets.get(row.ruleSetId);
    const calendar = await this.calendars.current();
    const now = this.arrival.at();
    return orRefuse(soonestDeadline(toTender(row), affectsPreparation, now, set, calendar));
  }

  /**
   * Publishes a clarification: a notice, the moved timetable, the amended terms in the log (bids stay sealed to the
   * same holders), a message to everybody concerned, and from now on no bid of anybody who has not seen it.
   */
  async publish(actor: Actor, tenderId: string, wish: ClarificationWish): Promise<Clarification> {
    const calendar = await this.calendars.current();
    return this.unit.run(async () => {
      const row = await this.tenders.lock(tenderId);
      this.requireOwn(actor, row);
      const at = this.arrival.at();
      const set = this.ruleSets.get(row.ruleSetId);
      const decided = orRefuse(clarifyTender(toTender(row), wish, at, set, calendar));
      const { timetable, moved, finding } = decided;
      const number = (await this.clarifications.ofTender(tenderId)).length + 1;
      const clarification: Clarification = {
        id: this.ids.next(),
        tenderId,
        number,
        text: wish.text.trim(),
        affectsPreparation: wish.affectsPreparation ? 1 : 0,
        previousDeadline: row.deadline ?? at,
        deadline: timetable.deadline,
        citation: finding?.citation ?? null,
        publishedAt: at,
      };
      await this.clarifications.add(clarification);
      await this.tenders.change(row, { timetable, deadline: timetable.deadline });
      if (moved) await this.deadlines.set(TENDER_DEADLINE, tenderId, timetable.deadline);
      await this.tenders.addNotice({
        id: this.ids.next(),
        tenderId,
        kind: 'clarification_notice',
        title: noticeTitle(row.title, 'clarification_notice'),
        text: clarification.text,
        facts: { number, moved, deadline: timetable.deadline, citation: clarification.citation },
        fileId: null,
        publishedAt: at,
      });
      const amended = { ...row, timetable, deadline: timetable.deadline };
      const opening = openingOf(amended, await this.lots.ofTender(row.id));
      await this.ledger.append({
        type: 'tender.amended',
        scope: tenderId,
        by: actor,
        body: {
          tender: tenderId,
          number,
          text: taggedHashHex('sunlit/text', clarification.text),
          opening: { ...opening },
        },
      });
      await this.outbox.add(TENDER_CLARIFIED, { tenderId, number });
      return clarification;
    });
  }

  /** Says that the bidder has seen a clarification. */
  async see(actor: Actor, tenderId: string, number: number): Promise<void> {
    const all = await this.clarifications.ofTender(tenderId);
    const clarification = all.find((one) => one.number === number);
    if (!clarification) throw new DomainError('clarification.not_found');
    await this.clarifications.see(clarification, actor.organisationId, this.arrival.at());
  }

  private requireOwn(actor: Actor, row: { readonly tendererId: string }): void {
    if (!isTendererOf(actor, row)) throw new DomainError('tender.not_found');
  }
}
