import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { bansOf, decideExpert, type ExpertDecision } from '@core/panel';
import { OwnFiles } from '@server/identity';
import { Arrival, DomainError, orRefuse, UnitOfWork } from '@server/platform';
import { ExpertTerms } from '../expert-terms';
import { ExpertPool, toPoolExpert } from '../experts.store';
import { ExpertHistory, type ExpertStep } from './expert-history';

/** A decision of a supervising authority, with its document. */
export interface ExpertDecisionFacts extends ExpertDecision {
  /** The document; a ban MUST have it. */
  readonly fileId: string | null;
}

const STEP: Readonly<Record<ExpertDecision['kind'], ExpertStep>> = {
  ban: 'banned',
  lift: 'lifted',
  remove: 'removed',
  reinstate: 'reinstated',
};

/** Bans, lifts, removes and takes back: a supervising authority's alone, each with number, reason and document. */
@Injectable()
export class SuperviseExperts {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly pool: ExpertPool,
    private readonly history: ExpertHistory,
    private readonly terms: ExpertTerms,
    private readonly files: OwnFiles,
    private readonly arrival: Arrival,
  ) {}

  /** Enters a decision, which holds from now on. Bans that make up the length of the terms remove the expert. */
  async decide(actor: Actor, id: string, entered: ExpertDecisionFacts): Promise<void> {
    const { fileId, ...decision } = entered;
    const { kind, number, reason, until } = decision;
    if (kind === 'ban' && fileId === null) {
      throw new DomainError('expert.decision_incomplete', { missing: ['fileId'] });
    }
    if (fileId !== null) await this.files.get(actor, fileId);
    await this.unit.run(async () => {
      const expert = await this.pool.lock(id);
      const at = this.arrival.at();
      const terms = this.terms.at(at);
      const served = bansOf([
        ...(await this.history.of(id)),
        ...(kind === 'ban' ? [{ step: 'lifted', at, untilAt: null }] : []),
      ]);
      const decided = orRefuse(
        decideExpert(toPoolExpert(expert), decision, actor, served, terms, at),
      );
      await this.pool.change(id, {
        state: decided.state,
        bannedFrom: decided.ban?.from ?? null,
        bannedUntil: decided.ban?.until ?? null,
      });
      const facts = { expertId: id, at, number, text: reason };
      await this.history.add(actor, {
        ...facts,
        fileId,
        step: STEP[kind],
        untilAt: until,
        ground: kind === 'remove' ? 'decision' : null,
      });
      if (!decided.outByBans) return;
      await this.history.add(actor, { ...facts, step: 'removed', ground: 'bans' });
    });
  }
}
