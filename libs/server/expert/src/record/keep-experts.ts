import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import type { Instant } from '@core/kernel';
import {
  expertStanding,
  namedFirms,
  nextExpertReview,
  pauseExpert,
  removeExpert,
  renewExpert,
  reviewExpert,
  warningsFrom,
  type ExpertReview,
  type RemovalGround,
  type Span,
} from '@core/panel';
import { Calendars } from '@server/calendar';
import { OwnFiles } from '@server/identity';
import { Arrival, DomainError, orRefuse, UnitOfWork } from '@server/platform';
import type { ExpertRow } from '../expert.entity';
import { ExpertTerms } from '../expert-terms';
import { ExpertPool, toPoolExpert, type Expert } from '../experts.store';
import { ExpertHistory, type StepFacts } from './expert-history';

/** A training or a test somebody took part in. */
export interface TrainingFacts {
  readonly kind: 'trained' | 'tested';
  readonly title: string;
  readonly heldAt: Instant;
  /** Points of a test; null: none were given. */
  readonly score: number | null;
  readonly passed: boolean;
  readonly fileId: string | null;
}

/** A pause, with why. */
export interface PauseFacts extends Span {
  readonly reason: string;
}

type Move = (
  expert: Expert,
  at: Instant,
) => Promise<{
  readonly change: Partial<ExpertRow>;
  readonly step: Omit<StepFacts, 'expertId' | 'at'>;
}>;

/** What the keeper of the pool does with who is in it: records, reviews, warns, pauses, gives another term, lets go. */
@Injectable()
export class KeepExperts {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly pool: ExpertPool,
    private readonly history: ExpertHistory,
    private readonly terms: ExpertTerms,
    private readonly calendars: Calendars,
    private readonly files: OwnFiles,
    private readonly arrival: Arrival,
  ) {}

  /** Records a training or a test. */
  async train(actor: Actor, id: string, facts: TrainingFacts): Promise<void> {
    const { kind, title, heldAt, score, passed, fileId } = facts;
    if (fileId !== null) await this.files.get(actor, fileId);
    await this.move(actor, id, (expert) => {
      this.isIn(expert);
      const told = { text: title, fromAt: heldAt, score, passed: passed ? 1 : 0, fileId };
      return Promise.resolve({ change: {}, step: { step: kind, ...told } });
    });
  }

  /** Warns an expert, with the reason. So many warnings within a review period and no review can be passed. */
  async warn(actor: Actor, id: string, reason: string): Promise<void> {
    if (reason.trim() === '') {
      throw new DomainError('expert.decision_incomplete', { missing: ['reason'] });
    }
    await this.move(actor, id, (expert) => {
      this.isIn(expert);
      return Promise.resolve({ change: {}, step: { step: 'warned', text: reason } });
    });
  }

  /** Records a yearly review; the next is due a period later. Who failed is in no draw until a later one is passed. */
  async review(actor: Actor, id: string, review: ExpertReview): Promise<void> {
    await this.move(actor, id, async (expert, at) => {
      const terms = this.terms.at(at);
      const warnings = await this.warnings(id, at);
      const passed = orRefuse(reviewExpert(toPoolExpert(expert), review, warnings, terms, at));
      const reviewDueAt = nextExpertReview(terms, at);
      const told = { text: review.text, passed: passed ? 1 : 0, untilAt: reviewDueAt };
      return {
        change: { reviewPassed: passed ? 1 : 0, reviewDueAt },
        step: { step: 'reviewed', ...told },
      };
    });
  }

  /** Gives another term, after the present one or from now on. */
  async renew(actor: Actor, id: string): Promise<void> {
    await this.move(actor, id, (expert, at) => {
      const { reviewDueAt, termFrom } = expert;
      const appointment = { ...toPoolExpert(expert), reviewDueAt };
      const term = orRefuse(renewExpert(appointment, this.terms.at(at), at));
      // A term that runs on is one with the next: nothing lies between them.
      const from = expert.termUntil > at ? (termFrom ?? at) : term.from;
      return Promise.resolve({
        change: { termFrom: from, termUntil: term.until },
        step: { step: 'reappointed', fromAt: term.from, untilAt: term.until },
      });
    });
  }

  /** Pauses an expert; `asked` by himself it needs its notice. */
  async pause(
    actor: Actor,
    id: string,
    { reason, ...span }: PauseFacts,
    asked: 'expert' | 'keeper',
  ): Promise<void> {
    const calendar = await this.calendars.current();
    await this.move(actor, id, (expert, at) => {
      const terms = this.terms.at(at);
      const pause = { ...span, asked };
      const { from, until } = orRefuse(
        pauseExpert(toPoolExpert(expert), pause, terms, calendar, at),
      );
      return Promise.resolve({
        change: { pausedFrom: from, pausedUntil: until },
        step: { step: 'paused', ground: asked, text: reason, fromAt: from, untilAt: until },
      });
    });
  }

  /** Ends a pause before its time, or one that has not begun; an expert ends only what he asked for himself. */
  async resume(actor: Actor, id: string, asked: 'expert' | 'keeper'): Promise<void> {
    await this.move(actor, id, async ({ state, pausedUntil }, at) => {
      const isPaused = pausedUntil !== null && pausedUntil > at;
      if (state === 'removed' || !(isPaused || state === 'paused')) {
        throw new DomainError('expert.wrong_state', { state });
      }
      if (asked === 'expert' && !(await this.history.isOwnPause(id))) {
        throw new DomainError('expert.pause_not_own');
      }
      return {
        change: { state: 'appointed', pausedFrom: null, pausedUntil: null },
        step: { step: 'resumed' },
      };
    });
  }

  /** Puts the list of firms an expert keeps away from right, with the reason; he himself only adds to it. */
  async correctRecusals(
    actor: Actor,
    id: string,
    recusals: readonly string[],
    reason: string,
  ): Promise<void> {
    if (reason.trim() === '') {
      throw new DomainError('expert.decision_incomplete', { missing: ['reason'] });
    }
    await this.move(actor, id, (expert) => {
      this.isIn(expert);
      const step = { step: 'changed' as const, text: reason };
      return Promise.resolve({ change: { recusals: namedFirms(recusals) }, step });
    });
  }

  /** Lets an expert go on a fact; a sanction is the authority's. */
  async remove(actor: Actor, id: string, ground: RemovalGround, reason: string): Promise<void> {
    await this.move(actor, id, (expert, at) => {
      orRefuse(removeExpert(toPoolExpert(expert), ground, reason, this.terms.at(at), at));
      return Promise.resolve({
        change: { state: 'removed' },
        step: { step: 'removed', ground, text: reason },
      });
    });
  }

  /** How many warnings count at an instant: those of the last review period. */
  async warnings(id: string, at: Instant): Promise<number> {
    return (await this.history.since(id, 'warned', warningsFrom(this.terms.at(at), at))).length;
  }

  private isIn(expert: Expert): void {
    const at = this.arrival.at();
    const standing = expertStanding(toPoolExpert(expert), this.terms.at(at).ageOut, at);
    if (standing === 'removed') throw new DomainError('expert.wrong_state', { standing });
  }

  /** Locks an expert, decides, and keeps what happened. */
  private async move(actor: Actor, id: string, decide: Move): Promise<void> {
    await this.unit.run(async () => {
      const expert = await this.pool.lock(id);
      const at = this.arrival.at();
      const { change, step } = await decide(expert, at);
      if (Object.keys(change).length > 0) await this.pool.change(id, change);
      await this.history.add(actor, { expertId: id, at, ...step });
    });
  }
}
