import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '@core/identity';
import type { Instant } from '@core/kernel';
import { confirmPublication, planPublication, publicationDigest, runsTender } from '@core/tender';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  Deadlines,
  DomainError,
  LegalClock,
  Logger,
  orRefuse,
  Outbox,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import { Lots } from './lots/lots.store';
import { publishedBody, PublishTender } from './publish-tender';
import type { TenderRow } from './tender.entity';
import { Tenders, type PreparedPublication } from './tenders.store';

/** The kind of deadline that wakes a scheduled publication. */
const PUBLICATION_DUE = 'tender.publication';
/** Said when a publication waits for a second person. */
export const PUBLICATION_PREPARED = 'publication.prepared';
/** Said when a scheduled publication was refused at its hour: the draft is open again. */
export const PUBLICATION_REFUSED = 'publication.refused';

/** How a publication is to go out. */
export interface PublicationWish {
  readonly text: string;
  /** Null: at the moment it is confirmed. */
  readonly publishAt: Instant | null;
  /** Whether a second person has to confirm it. */
  readonly fourEyes: boolean;
}

/** Publication in two steps: prepared by one person, confirmed by another, out at its hour. */
@Injectable()
export class PreparePublication implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly publication: PublishTender,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly clock: LegalClock,
    private readonly deadlines: Deadlines,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.deadlines.on(PUBLICATION_DUE, (id) => this.due(id));
  }

  /** Freezes the draft as it is to be published; the law is asked for the moment it goes out. */
  async prepare(actor: Actor, id: string, wish: PublicationWish): Promise<PreparedPublication> {
    return this.unit.run(async () => {
      const row = await this.own(actor, id);
      if (await this.tenders.publication(id)) throw new DomainError('publication.prepared');
      const { text, publishAt, fourEyes } = wish;
      const preparedAt = this.arrival.at();
      const at = orRefuse(planPublication(publishAt, preparedAt));
      await this.publication.judge(row, text, at);
      const prepared: PreparedPublication = {
        id,
        text,
        digest: await this.digest(row, wish),
        publishAt,
        fourEyes: fourEyes ? 1 : 0,
        preparedBy: actor.personId,
        preparedAt,
        confirmedBy: null,
        confirmedFor: null,
        confirmedAt: null,
      };
      await this.tenders.addPublication(prepared);
      await this.record(actor, 'publication.prepared', prepared);
      if (fourEyes) await this.outbox.add(PUBLICATION_PREPARED, { tenderId: id, at: preparedAt });
      return prepared;
    });
  }

  /** Confirms what the person has looked at: it goes out now, or at its hour. */
  async confirm(actor: Actor, id: string, seenDigest: string): Promise<void> {
    await this.unit.run(async () => {
      const row = await this.own(actor, id);
      const prepared = await this.prepared(id);
      const at = this.arrival.at();
      const seen = { ...prepared, fourEyes: prepared.fourEyes === 1 };
      const due = orRefuse(confirmPublication(seen, actor.personId, seenDigest, at));
      // The draft is frozen; the rule set it will be kept under may have become another one.
      if ((await this.digest(row, prepared)) !== prepared.digest) {
        throw new DomainError('publication.changed');
      }
      await this.publication.judge(row, prepared.text, due);
      const change = {
        confirmedBy: actor.personId,
        confirmedFor: actor.organisationId,
        confirmedAt: at,
      };
      await this.tenders.changePublication(id, change);
      await this.record(actor, 'publication.confirmed', prepared);
      if (prepared.publishAt !== null) await this.deadlines.set(PUBLICATION_DUE, id, due);
      else await this.goOut(row, { ...prepared, ...change }, actor);
    });
  }

  /** Takes a prepared publication back; the draft may be changed again, and keeps the notice as it was written. */
  async takeBack(actor: Actor, id: string): Promise<void> {
    await this.unit.run(async () => {
      const row = await this.own(actor, id);
      const prepared = await this.prepared(id);
      await this.tenders.change(row, { noticeText: prepared.text });
      await this.tenders.dropPublication(id);
      await this.deadlines.drop(PUBLICATION_DUE, id);
      await this.record(actor, 'publication.taken_back', prepared);
    });
  }

  /** The prepared publication of the actor's own tender, or null. */
  async find(actor: Actor, id: string): Promise<PreparedPublication | null> {
    const row = await this.tenders.get(id);
    if (!runsTender(actor, row)) throw new DomainError('tender.not_found');
    return this.tenders.publication(id);
  }

  /** At its hour the law is asked once more; what it refuses then goes back to its tenderer as a draft. */
  private async due(id: string): Promise<void> {
    await this.unit.run(async () => {
      const row = await this.tenders.lock(id);
      const prepared = await this.tenders.publication(id);
      if (row.state !== 'draft' || prepared?.confirmedBy == null) return;
      if (prepared.publishAt !== null && this.clock.now() < prepared.publishAt) return;
      const by: Actor = {
        personId: prepared.confirmedBy,
        organisationId: prepared.confirmedFor ?? row.tendererId,
        organisationKind:
          prepared.confirmedFor !== null && prepared.confirmedFor === row.agencyId
            ? 'agency'
            : 'tenderer',
        role: 'tenderer',
        from: null,
      };
      try {
        await this.goOut(row, prepared, by);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        this.logger.warn('scheduled publication refused', { tender: id, code: error.code });
        await this.tenders.change(row, { noticeText: prepared.text });
        await this.tenders.dropPublication(id);
        await this.outbox.add(PUBLICATION_REFUSED, { tenderId: id, at: this.clock.now() });
      }
    });
  }

  private async goOut(row: TenderRow, prepared: PreparedPublication, by: Actor): Promise<void> {
    await this.publication.publish(by, row, prepared.text);
    await this.tenders.dropPublication(row.id);
  }

  private async digest(
    row: TenderRow,
    { text, publishAt }: Pick<PublicationWish, 'text' | 'publishAt'>,
  ): Promise<string> {
    const documents = await this.tenders.documents(row.id);
    const opening = row.timetable === null ? {} : { deadline: row.timetable.deadline };
    const lots = await this.lots.ofTender(row.id);
    const { hash: ruleSetHash } = this.ruleSets.of(row);
    const dated = { ...row, ruleSetHash, deadline: row.timetable?.deadline ?? null };
    const body = publishedBody(dated, documents, lots);
    return publicationDigest({ ...body, ...opening, text, publishAt });
  }

  private async record(
    actor: Actor,
    type: string,
    { id, digest }: PreparedPublication,
  ): Promise<void> {
    await this.ledger.append({
      type,
      scope: `${id}/internal`,
      by: actor,
      body: { tender: id, publication: digest },
    });
  }

  private async prepared(id: string): Promise<PreparedPublication> {
    const prepared = await this.tenders.publication(id);
    if (!prepared) throw new DomainError('publication.none');
    return prepared;
  }

  private async own(actor: Actor, id: string): Promise<TenderRow> {
    const row = await this.tenders.lock(id);
    if (!runsTender(actor, row)) throw new DomainError('tender.not_found');
    if (row.state !== 'draft') throw new DomainError('tender.wrong_state', { state: row.state });
    return row;
  }
}
