import { Injectable } from '@nestjs/common';
import { registered } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { taggedHashHex, type Instant } from '@core/kernel';
import type { Finding, Timetable } from '@core/rules';
import {
  askQuestion,
  checkReplacements,
  clarifyTender,
  filledNotice,
  isRunning,
  resumeTender,
  runsTender,
  soonestDeadline,
  takesSealedBids,
  type ClarificationWish,
} from '@core/tender';
import { Calendars } from '@server/calendar';
import { Enterprises } from '@server/enterprise';
import { OwnFiles } from '@server/identity';
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
import {
  FactsOfNotice,
  Lots,
  noticeTitle,
  openingOf,
  TENDER_DEADLINE,
  Tenders,
  toTender,
  type TenderDocument,
  type TenderRow,
} from '@server/tender';
import { Clarifications, type Clarification, type Question } from './clarifications.store';

/** Said when a clarification was published; everybody who signed up or downloaded is told. */
export const TENDER_CLARIFIED = 'tender.clarified';

/** Said when a question was answered; its asker and everybody who signed up or downloaded is told. */
export const QUESTION_ANSWERED = 'question.answered';

/** A file that comes with a clarification: a new document, or a new version of one. */
export interface NewDocument {
  readonly fileId: string;
  readonly kind: string;
  readonly title: string;
  /** The document whose place it takes; null: none. */
  readonly replacesId: string | null;
}

/** What changes a published tender: a clarification, or that it goes on after it stood still. */
interface Amendment {
  readonly text: string;
  readonly kind: 'clarification_notice' | 'resumption_notice';
  readonly affectsPreparation: boolean;
  readonly citation: string | null;
  readonly timetable: Timetable;
  readonly moved: boolean;
  readonly documents: readonly TenderDocument[];
}

/** A clarification that was published, and the upheld objections to the documents it says it corrects. */
export interface Correction {
  readonly tenderId: string;
  readonly number: number;
  readonly objections: readonly string[];
}

/** What waits for a clarification: an upheld objection to the documents. */
export type AfterClarifying = (actor: Actor, correction: Correction) => Promise<void>;

/** Questions, answers and clarifications between publication and deadline. */
@Injectable()
export class ClarifyTender {
  private readonly after: AfterClarifying[] = [];

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
    private readonly files: OwnFiles,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly facts: FactsOfNotice,
  ) {}

  /** Adds what happens, in the same unit, after a clarification was published. */
  onClarified(then: AfterClarifying): void {
    this.after.push(then);
  }

  /** Puts a question. The tenderer and the public see it without its asker, the public once it is answered. */
  async ask(actor: Actor, tenderId: string, text: string): Promise<string> {
    const tender = await this.tenders.published(tenderId);
    const at = this.arrival.at();
    const set = this.ruleSets.of(tender);
    const asked = orRefuse(askQuestion(toTender(tender), text, at, set));
    const firm = await this.enterprises.get(actor.organisationId);
    orRefuse(registered(firm.state, set, this.arrival.at()));
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
      if (!isRunning(toTender(row), at)) {
        throw new DomainError('tender.wrong_state', { state: row.state });
      }
      await this.clarifications.answer(tenderId, id, answer, at);
      await this.ledger.append({
        type: 'question.answered',
        scope: `${tenderId}/internal`,
        by: actor,
        body: { question: id, answer: taggedHashHex('sunlit/text', answer) },
      });
      await this.outbox.add(QUESTION_ANSWERED, { tenderId, questionId: id });
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
    const set = this.ruleSets.of(row);
    const calendar = await this.calendars.current();
    const now = this.arrival.at();
    return orRefuse(soonestDeadline(toTender(row), affectsPreparation, now, set, calendar));
  }

  /**
   * Publishes a clarification: a notice, the moved timetable, the amended terms in the log (bids stay sealed to the
   * same holders), a message to everybody concerned, and from now on no bid of anybody who has not seen it. The upheld
   * objections it corrects are named; one that does not wait for that refuses the whole.
   */
  async publish(
    actor: Actor,
    tenderId: string,
    wish: ClarificationWish,
    documents: readonly NewDocument[] = [],
    corrects: readonly string[] = [],
  ): Promise<Clarification> {
    const calendar = await this.calendars.current();
    return this.unit.run(async () => {
      const row = await this.tenders.lock(tenderId);
      this.requireOwn(actor, row);
      const at = this.arrival.at();
      const set = this.ruleSets.of(row);
      const decided = orRefuse(clarifyTender(toTender(row), wish, at, set, calendar));
      const { timetable, moved, finding } = decided;
      const published = await this.amend(actor, row, {
        text: wish.text.trim(),
        kind: 'clarification_notice',
        affectsPreparation: wish.affectsPreparation,
        citation: finding?.citation ?? null,
        timetable,
        moved,
        documents: await this.versions(actor, tenderId, documents),
      });
      const { number } = published;
      for (const then of this.after) await then(actor, { tenderId, number, objections: corrects });
      return published;
    });
  }

  /** Lets a suspended tender go on, with its dates moved by the days it stood still; the locked row, in the present unit. */
  async resume(actor: Actor, row: TenderRow, text: string): Promise<void> {
    const calendar = await this.calendars.current();
    const { timetable, days } = orRefuse(resumeTender(toTender(row), this.arrival.at(), calendar));
    await this.amend(actor, row, {
      text,
      kind: 'resumption_notice',
      affectsPreparation: false,
      citation: null,
      timetable,
      moved: days > 0,
      documents: [],
    });
  }

  /** Says that the bidder has seen a clarification. */
  async see(actor: Actor, tenderId: string, number: number): Promise<void> {
    const all = await this.clarifications.ofTender(tenderId);
    const clarification = all.find((one) => one.number === number);
    if (!clarification) throw new DomainError('clarification.not_found');
    await this.clarifications.see(clarification, actor.organisationId, this.arrival.at());
  }

  private async versions(
    actor: Actor,
    tenderId: string,
    wanted: readonly NewDocument[],
  ): Promise<TenderDocument[]> {
    const known = await this.tenders.documents(tenderId);
    orRefuse(
      checkReplacements(
        known,
        wanted.map((one) => one.replacesId),
      ),
    );
    const addedAt = this.arrival.at();
    const rows: TenderDocument[] = [];
    for (const { fileId, kind, title, replacesId } of wanted) {
      const file = await this.files.get(actor, fileId);
      const { name, sha256, size } = file;
      rows.push({
        id: this.ids.next(),
        tenderId,
        fileId: file.id,
        kind,
        title,
        name,
        sha256,
        size,
        addedAt,
        replacesId,
        clarification: null,
      });
    }
    return rows;
  }

  private async amend(actor: Actor, row: TenderRow, change: Amendment): Promise<Clarification> {
    const { id: tenderId } = row;
    const { text, kind, timetable, moved, citation } = change;
    const at = this.arrival.at();
    const number = (await this.clarifications.ofTender(tenderId)).length + 1;
    const clarification: Clarification = {
      id: this.ids.next(),
      tenderId,
      number,
      text,
      affectsPreparation: change.affectsPreparation ? 1 : 0,
      previousDeadline: row.deadline ?? at,
      deadline: timetable.deadline,
      citation,
      publishedAt: at,
    };
    await this.clarifications.add(clarification);
    const documents = change.documents.map((one) => ({ ...one, clarification: number }));
    for (const document of documents) await this.tenders.addDocument(document);
    const { deadline } = timetable;
    const goesOn = kind === 'resumption_notice' ? { suspendedAt: null } : {};
    await this.tenders.change(row, { timetable, deadline, ...goesOn });
    if (moved) await this.deadlines.set(TENDER_DEADLINE, tenderId, deadline);
    await this.tenders.addNotice({
      id: this.ids.next(),
      tenderId,
      kind,
      title: noticeTitle(row.title, kind),
      text: filledNotice(kind, this.facts.of({ ...row, timetable }), text),
      facts: { number, moved, deadline, citation },
      fileId: null,
      publishedAt: at,
    });
    const lots = await this.lots.ofTender(row.id);
    await this.ledger.append({
      type: 'tender.amended',
      scope: tenderId,
      by: actor,
      body: {
        tender: tenderId,
        number,
        text: taggedHashHex('sunlit/text', text),
        ...(takesSealedBids(row.method)
          ? { opening: { ...openingOf({ ...row, timetable, deadline }, lots) } }
          : {}),
        ...(documents.length === 0
          ? {}
          : { documents: documents.map(({ id, sha256, size }) => ({ id, sha256, size })) }),
      },
    });
    await this.outbox.add(TENDER_CLARIFIED, { tenderId, number });
    return clarification;
  }

  private requireOwn(actor: Actor, row: Pick<TenderRow, 'tendererId' | 'agencyId'>): void {
    if (!runsTender(actor, row)) throw new DomainError('tender.not_found');
  }
}
