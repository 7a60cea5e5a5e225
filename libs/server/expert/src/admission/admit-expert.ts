import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PLATFORM_ACTOR, type Actor } from '@core/identity';
import type { Instant } from '@core/kernel';
import { followApplication, newTerm, nextExpertReview, publicUntil } from '@core/panel';
import { Calendars } from '@server/calendar';
import { People } from '@server/identity';
import {
  Arrival,
  Deadlines,
  DomainError,
  Ids,
  LegalClock,
  orRefuse,
  UnitOfWork,
} from '@server/platform';
import type { ExpertRow } from '../expert.entity';
import { ExpertTerms } from '../expert-terms';
import { ExpertPool } from '../experts.store';
import { ExpertHistory, type StepFacts } from '../record/expert-history';
import {
  applicationContent,
  ExpertApplications,
  type ExpertApplication,
} from './applications.store';

const PUBLICITY = 'expert.publicity';

/**
 * From an application to an appointment: examined by the keeper of the pool, returned with everything that is missing or
 * published, objected to, and appointed for a term by itself when the publication is over and no objection waits.
 */
@Injectable()
export class AdmitExpert implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly applications: ExpertApplications,
    private readonly pool: ExpertPool,
    private readonly history: ExpertHistory,
    private readonly terms: ExpertTerms,
    private readonly people: People,
    private readonly calendars: Calendars,
    private readonly deadlines: Deadlines,
    private readonly arrival: Arrival,
    private readonly clock: LegalClock,
    private readonly ids: Ids,
  ) {}

  onModuleInit(): void {
    this.deadlines.on(PUBLICITY, (applicationId) => this.settle(applicationId));
  }

  /** Returns an application with everything that is missing, once (一次性告知). */
  async sendBack(actor: Actor, id: string, missing: readonly string[]): Promise<void> {
    if (missing.every((one) => one.trim() === '')) {
      throw new DomainError('expert.decision_incomplete', { missing: ['missing'] });
    }
    await this.step(actor, id, async (application, at) => {
      const state = orRefuse(followApplication(application.state, 'return'));
      await this.applications.change(id, { state, missing });
      return { step: 'returned', text: missing.join('；'), at };
    });
  }

  /** Found complete and true: the admission is published for as long as the terms say. */
  async publish(actor: Actor, id: string): Promise<void> {
    const calendar = await this.calendars.current();
    await this.step(actor, id, async (application, at) => {
      const state = orRefuse(followApplication(application.state, 'publish'));
      const until = orRefuse(publicUntil(calendar, this.terms.at(at).publicity, at));
      await this.applications.change(id, { state, publishedAt: at, publicityUntil: until });
      await this.deadlines.set(PUBLICITY, id, until);
      return { step: 'published', at, untilAt: until };
    });
  }

  /** Refuses an application, with its reason. */
  async refuse(actor: Actor, id: string, reason: string): Promise<void> {
    if (reason.trim() === '') {
      throw new DomainError('expert.decision_incomplete', { missing: ['reason'] });
    }
    await this.step(actor, id, async (application, at) => {
      const state = orRefuse(followApplication(application.state, 'refuse'));
      await this.applications.change(id, { state, decidedAt: at });
      return { step: 'refused', text: reason, at };
    });
  }

  /** Somebody objects to an admission while it is published. Returns the objection's id. */
  async object(actor: Actor, id: string, text: string): Promise<string> {
    const objectionId = this.ids.next();
    await this.step(actor, id, async ({ state, publicityUntil }, at) => {
      if (state !== 'published' || publicityUntil === null || at >= publicityUntil) {
        throw new DomainError('expert.publicity_over');
      }
      const by = (await this.people.organisation(actor.organisationId))?.name ?? '';
      await this.applications.object({
        id: objectionId,
        applicationId: id,
        personId: actor.personId,
        by,
        text,
        filedAt: at,
        reply: null,
        upheld: null,
        repliedAt: null,
      });
      return { step: 'objected', at };
    });
    return objectionId;
  }

  /** The keeper answers an objection; one that is upheld ends the application, with the answer as its reason. */
  async answer(actor: Actor, objectionId: string, reply: string, upheld: boolean): Promise<void> {
    const { applicationId } = await this.applications.objection(objectionId);
    await this.unit.run(async () => {
      const { id, expertId, state } = await this.applications.lock(applicationId);
      const at = this.arrival.at();
      const answer = { reply, upheld: upheld ? 1 : 0, repliedAt: at };
      await this.applications.answer(objectionId, answer);
      await this.history.add(actor, { expertId, step: 'answered', at, text: reply });
      if (!upheld || state !== 'published') return;
      const next = orRefuse(followApplication(state, 'refuse'));
      await this.applications.change(id, { state: next, decidedAt: at });
      await this.history.add(actor, { expertId, step: 'refused', at, text: reply });
    });
    await this.settle(applicationId);
  }

  /** Appoints when the publication is over and no objection waits; else does nothing. */
  async settle(applicationId: string): Promise<void> {
    const calendar = await this.calendars.current();
    await this.unit.run(async () => {
      const application = await this.applications.lock(applicationId);
      const now = this.clock.now();
      const { state, publicityUntil, expertId } = application;
      if (state !== 'published' || publicityUntil === null || now < publicityUntil) return;
      if ((await this.applications.openObjections(applicationId)) > 0) return;
      const terms = this.terms.at(now);
      const term = newTerm(terms, now);
      await this.appoint(application, {
        termFrom: term.from,
        termUntil: term.until,
        reviewDueAt: nextExpertReview(terms, now),
      });
      await this.applications.change(applicationId, {
        state: orRefuse(followApplication(state, 'appoint')),
        decidedAt: now,
        announcedUntil: orRefuse(publicUntil(calendar, terms.announcement, now)),
      });
      await this.history.add(PLATFORM_ACTOR, {
        expertId,
        step: 'appointed',
        at: now,
        fromAt: term.from,
        untilAt: term.until,
      });
    });
  }

  private async appoint(
    application: ExpertApplication,
    term: Pick<ExpertRow, 'termFrom' | 'termUntil' | 'reviewDueAt'>,
  ): Promise<void> {
    const { expertId, personId, idDigest } = application;
    if (personId === null) throw new DomainError('expert.wrong_state');
    const { name, specialties, employer, employerCode, region, title, phone, recusals, bornOn } =
      applicationContent(application);
    const facts = { name, specialties, employer, employerCode, region, title, phone, recusals };
    const fresh = {
      ...facts,
      ...term,
      idDigest,
      bornOn,
      state: 'appointed' as const,
      reviewPassed: null,
      pausedFrom: null,
      pausedUntil: null,
    };
    if (await this.pool.find(expertId)) {
      await this.pool.lock(expertId);
      await this.pool.change(expertId, fresh);
      return;
    }
    await this.pool.add({
      id: expertId,
      personId,
      createdAt: this.clock.now(),
      bannedFrom: null,
      bannedUntil: null,
      ...fresh,
    });
  }

  /** Locks an application, lets it move, and keeps what happened. */
  private async step(
    actor: Actor,
    id: string,
    move: (application: ExpertApplication, at: Instant) => Promise<Omit<StepFacts, 'expertId'>>,
  ): Promise<void> {
    await this.unit.run(async () => {
      const application = await this.applications.lock(id);
      const facts = await move(application, this.arrival.at());
      await this.history.add(actor, { expertId: application.expertId, ...facts });
    });
  }
}
