import { Injectable, type OnModuleInit } from '@nestjs/common';
import { orderOfValues } from '@core/draw';
import { drawnFrom, drawPool, drawRules } from '@core/evaluation';
import { PLATFORM_ACTOR } from '@core/identity';
import { awaitsCoefficients, recordCoefficients, type CoefficientEvent } from '@core/opening';
import { ConductDraw, DRAW_DRAWN, DRAW_VOIDED, Draws, type Draw } from '@server/draw';
import { BIDS_READ, HallLog, Openings } from '@server/opening';
import { LegalClock, orRefuse, Outbox, UnitOfWork } from '@server/platform';
import { Tenders } from '@server/tender';

/**
 * Draws in the hall what a tender's plan leaves to a draw: the coefficients of its formula, the orders by which bids are sampled
 * and ties broken. The draw begins by itself once every bid is read, its parties take part as in every other draw, and what it
 * gives becomes an event of the hall, before anybody signs the record. Nobody chooses which bids take part: all opened ones do.
 */
@Injectable()
export class DrawCoefficients implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly openings: Openings,
    private readonly hallLog: HallLog,
    private readonly draws: Draws,
    private readonly conduct: ConductDraw,
    private readonly clock: LegalClock,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    const consume = (topic: string, work: (tenderId: string) => Promise<void>) => {
      this.outbox.consume(`coefficient-${topic}`, topic, async ({ payload }) => {
        if (payload.purpose === 'coefficient') await work(String(payload.tenderId));
      });
    };
    this.outbox.consume('coefficient', BIDS_READ, ({ payload }) =>
      this.begin(String(payload.tenderId)),
    );
    consume(DRAW_VOIDED, (tenderId) => this.voided(tenderId));
    consume(DRAW_DRAWN, (tenderId) => this.drawn(tenderId));
  }

  private async begin(tenderId: string): Promise<void> {
    await this.unit.run(async () => {
      const { plan } = await this.tenders.lock(tenderId);
      if (!plan || (await this.draws.latest(tenderId, 'coefficient'))) return;
      const bids = await this.openedBids(tenderId);
      const values = drawPool(plan, bids);
      if (values.length === 0) return;
      const draw = await this.conduct.begin({
        tenderId,
        purpose: 'coefficient',
        pool: { kind: 'values', values },
        rows: [],
        rules: drawRules(plan, bids),
        firms: null,
        disclose: 'at-once',
      });
      await this.tell(tenderId, began(draw));
    });
  }

  private async drawn(tenderId: string): Promise<void> {
    await this.unit.run(async () => {
      const { plan } = await this.tenders.lock(tenderId);
      const draw = await this.draws.latest(tenderId, 'coefficient');
      if (!plan || draw?.pool.kind !== 'values' || !draw.result) return;
      const { seed } = draw.result;
      const drawn = drawnFrom(plan, orderOfValues(seed, draw.pool.values));
      if (!drawn) throw new Error(`draw ${draw.id}: what was drawn is not of the tender's plan`);
      const { values, orders } = drawn;
      await this.tell(tenderId, {
        kind: 'coefficients_drawn',
        values,
        ...(Object.keys(orders).length > 0 ? { orders: { ...orders } } : {}),
        seed,
      });
    });
  }

  private async voided(tenderId: string): Promise<void> {
    await this.unit.run(async () => {
      await this.tenders.lock(tenderId);
      const [before, next] = (await this.draws.attempts(tenderId, 'coefficient')).slice(-2);
      if (!before || !next) return;
      const reason = before.voided?.reason ?? '';
      await this.tell(tenderId, { kind: 'coefficient_draw_voided', reason });
      await this.tell(tenderId, began(next));
    });
  }

  /** The ids of the bids whose prices were read. */
  private async openedBids(tenderId: string): Promise<readonly string[]> {
    const opening = await this.openings.ofTender(tenderId);
    return opening ? (await this.openings.openedBids(opening.id)).map(({ id }) => id) : [];
  }

  private async tell(tenderId: string, event: CoefficientEvent): Promise<void> {
    const found = await this.openings.ofTender(tenderId);
    if (!found) return;
    const opening = await this.openings.lock(found.id);
    const hall = await this.openings.hall(opening.id);
    // Told once: what is drawn already, or belongs to a hall that is over, changes nothing.
    if (!awaitsCoefficients(hall)) return;
    await this.hallLog.write(
      PLATFORM_ACTOR,
      opening,
      hall,
      orRefuse(recordCoefficients(hall, event)),
      this.clock.now(),
    );
  }
}

function began({ id, attempt }: Draw): CoefficientEvent {
  return { kind: 'coefficient_draw_began', drawId: id, attempt };
}
