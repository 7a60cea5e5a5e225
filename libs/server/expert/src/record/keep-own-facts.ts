import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { changeOwnFacts, type OwnFacts } from '@core/panel';
import { Arrival, DomainError, orRefuse, UnitOfWork } from '@server/platform';
import { ExpertPool } from '../experts.store';
import { ExpertHistory } from './expert-history';

/** An expert keeps up to date how to reach him and with whom he has to do; the next draw goes by it, and the next opening. */
@Injectable()
export class KeepOwnFacts {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly pool: ExpertPool,
    private readonly history: ExpertHistory,
    private readonly arrival: Arrival,
  ) {}

  /** Changes the facts of whoever acts; a former employer stays among those to keep away from. */
  async change(actor: Actor, edit: OwnFacts): Promise<void> {
    await this.unit.run(async () => {
      const own = await this.pool.ofPerson(actor.personId);
      if (!own) throw new DomainError('expert.not_found');
      const expert = await this.pool.lock(own.id);
      if (expert.state === 'removed') {
        throw new DomainError('expert.wrong_state', { standing: expert.state });
      }
      const { phone, employer, employerCode, region, recusals } = orRefuse(
        changeOwnFacts(expert, edit),
      );
      await this.pool.change(expert.id, { phone, employer, employerCode, region, recusals });
      const moved = expert.employer === employer ? '' : `${expert.employer} → ${employer}`;
      await this.history.add(actor, {
        expertId: expert.id,
        step: 'changed',
        at: this.arrival.at(),
        text: moved,
      });
    });
  }
}
