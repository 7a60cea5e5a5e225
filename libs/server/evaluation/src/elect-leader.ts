import { Injectable } from '@nestjs/common';
import { countElection, voteForLeader } from '@core/evaluation';
import type { Actor } from '@core/identity';
import type { Encodable } from '@core/kernel';
import { Ledger } from '@server/ledger';
import { orRefuse } from '@server/platform';
import { Evaluations } from './evaluations.store';
import { PanelDesk } from './panel-desk';

/** The panel elects who leads it (推举负责人). A panel need not; whom it elects makes the report, and judges like the others. */
@Injectable()
export class ElectLeader {
  constructor(
    private readonly desk: PanelDesk,
    private readonly evaluations: Evaluations,
    private readonly ledger: Ledger,
  ) {}

  /** Takes a vote. With a majority the leader is known; without one, when all have voted, everybody votes again. */
  async vote(actor: Actor, tenderId: string, seat: number): Promise<void> {
    await this.desk.judging(actor, tenderId, async (evaluation, me) => {
      const judges = await this.evaluations.judges(tenderId);
      const electors = orRefuse(voteForLeader(judges, me.seat, seat));
      await this.evaluations.changeJudge(me.id, { votedFor: seat });
      // That somebody has voted, and not for whom.
      await this.log(actor, tenderId, 'evaluation.leader_voted', { by: me.seat });
      const counted = countElection(evaluation.seats, electors);
      if (counted.state === 'open') return;
      for (const { id } of judges) await this.evaluations.changeJudge(id, { votedFor: null });
      if (counted.state === 'tied') {
        const round = (evaluation.leaderTies ?? 0) + 1;
        await this.evaluations.change(tenderId, { leaderTies: round });
        await this.log(actor, tenderId, 'evaluation.leader_tied', { round });
        return;
      }
      const { seat: leaderSeat, votes } = counted;
      await this.evaluations.change(tenderId, { leaderSeat, leaderTies: null });
      await this.log(actor, tenderId, 'evaluation.leader_elected', { seat: leaderSeat, votes });
    });
  }

  private async log(
    actor: Actor,
    tenderId: string,
    type: string,
    body: Readonly<Record<string, Encodable>>,
  ): Promise<void> {
    const scope = `${tenderId}/internal`;
    await this.ledger.append({ type, scope, by: actor, body: { tender: tenderId, ...body } });
  }
}
