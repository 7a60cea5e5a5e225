import { Injectable } from '@nestjs/common';
import { countElection, voteForLeader } from '@core/evaluation';
import type { Actor } from '@core/identity';
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

  /** Takes a vote; with the last one the leader is known, or everybody votes again. */
  async vote(actor: Actor, tenderId: string, seat: number): Promise<void> {
    await this.desk.judging(actor, tenderId, async (evaluation, me) => {
      const judges = await this.evaluations.judges(tenderId);
      const electors = orRefuse(voteForLeader(judges, evaluation.leaderSeat, me.seat, seat));
      await this.evaluations.changeJudge(me.id, { votedFor: seat });
      const counted = countElection(evaluation.seats, electors);
      if (counted.state === 'open') return;
      const leaderSeat = counted.state === 'elected' ? counted.seat : null;
      const ties = evaluation.leaderTies ?? 0;
      const leaderTies = counted.state === 'tied' ? ties + 1 : ties;
      await this.evaluations.change(tenderId, { leaderSeat, leaderTies });
      if (counted.state === 'tied') {
        for (const { id } of judges) await this.evaluations.changeJudge(id, { votedFor: null });
        return;
      }
      await this.ledger.append({
        type: 'evaluation.leader_elected',
        scope: tenderId,
        by: actor,
        body: { tender: tenderId, seat: counted.seat, votes: counted.votes },
      });
    });
  }
}
