import { Injectable } from '@nestjs/common';
import { takeVoid, type DrawParty } from '@core/draw';
import { PLATFORM_ACTOR, type Actor } from '@core/identity';
import type { PayloadSignature } from '@core/kernel';
import { orRefuse, UnitOfWork } from '@server/platform';
import { ConductDraw, TENDER_ENDED } from './conduct-draw';
import type { VoidAsked } from './draw.entity';
import { courseOf, Draws, type Draw } from './draws.store';

/** Giving a draw up (tp1 §3.9): at once before the lock, with everybody's signature behind it. */
@Injectable()
export class VoidDraw {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly draws: Draws,
    private readonly conduct: ConductDraw,
  ) {}

  /**
   * Gives an announced attempt up and begins the next with the same pool: the operator's command. After the lock it
   * needs the signatures of all independent contributors over `{drawId, reason}`.
   */
  async giveUp(
    actor: Actor,
    id: string,
    reason: string,
    offender: DrawParty | null,
    sigs: readonly PayloadSignature[],
  ): Promise<void> {
    await this.unit.run(async () => {
      const draw = await this.draws.lock(id);
      await this.writeVoid(actor, draw, { reason, offender }, sigs);
    });
  }

  /**
   * Gives up what is not locked; of a locked draw, asks the independent contributors to sign the void. A question
   * asked anew takes the place of the earlier one, with its signatures.
   */
  async askVoid(actor: Actor, id: string, asked: VoidAsked): Promise<void> {
    await this.unit.run(async () => {
      const draw = await this.draws.lock(id);
      const parties = await this.draws.parties(id);
      if (draw.lock === null) return this.writeVoid(actor, draw, asked, []);
      const voided = takeVoid(courseOf(draw, parties), asked.reason, asked.offender, []);
      if (!voided.ok && voided.refusal.code !== 'draw.void_unsigned') orRefuse(voided);
      for (const { party } of parties) await this.draws.changeParty(id, party, { voidSig: null });
      await this.draws.change(id, { voidAsked: asked });
      await this.conduct.moved(draw, 'void-asked', null);
    });
  }

  /** Writes a void. The draw's row is locked. */
  async writeVoid(
    actor: Actor,
    draw: Draw,
    { reason, offender }: VoidAsked,
    sigs: readonly PayloadSignature[],
  ): Promise<void> {
    const course = courseOf(draw, await this.draws.parties(draw.id));
    const voided = orRefuse(takeVoid(course, reason, offender, sigs));
    const pendingRecordId = await this.conduct.write(draw, 'draw.void', voided, actor);
    await this.draws.change(draw.id, { voided, phase: 'voiding', pendingRecordId });
  }

  /**
   * Ends what has not been locked of a tender's draws, in the present unit: the tender itself is over. True when
   * nothing of them is under way any more; a locked draw goes on to its result.
   */
  async endDrawsOf(tenderId: string): Promise<boolean> {
    let isQuiet = true;
    for (const { id } of await this.draws.ofTender(tenderId)) {
      const draw = await this.draws.lock(id);
      if (draw.phase === 'drawn' || draw.phase === 'void') continue;
      if (draw.phase === 'enrolling') {
        await this.draws.change(id, { phase: 'void' });
        continue;
      }
      isQuiet = false;
      if (draw.phase !== 'announced' && draw.phase !== 'inputs') continue;
      await this.giveUp(PLATFORM_ACTOR, id, TENDER_ENDED, null, []);
    }
    return isQuiet;
  }
}
