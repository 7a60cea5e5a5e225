import { Injectable } from '@nestjs/common';
import { seatedAfter, selectorOf, type DrawEvent, type Seat } from '@core/draw';
import { Arrival, DomainError } from '@server/platform';
import { ConductDraw } from './conduct-draw';
import { Draws, type Draw } from './draws.store';

/** What a replacement led to. */
export interface Replacement {
  readonly event: DrawEvent;
  /** The seat that was filled instead; null when nobody is left. */
  readonly seat: Seat | null;
}

/** Who sits after a draw, and who follows when somebody leaves: the drawn order, no new randomness (tp1 §3.6). */
@Injectable()
export class DrawnSeats {
  constructor(
    private readonly draws: Draws,
    private readonly conduct: ConductDraw,
    private readonly arrival: Arrival,
  ) {}

  /**
   * A drawn member leaves; the next of the sequence takes the seat. In the present unit. `evidence` is the digest of
   * the refusal or call record, which MUST itself hold random bytes.
   */
  async replace(
    id: string,
    row: number,
    type: DrawEvent['type'],
    evidence: string,
  ): Promise<Replacement> {
    const draw = await this.draws.lock(id);
    if (draw.phase !== 'drawn' || !draw.spec || !draw.result) {
      throw new DomainError('draw.wrong_phase', { phase: draw.phase, needed: 'drawn' });
    }
    const selector = selectorOf(draw.spec, draw.result.seed, await this.draws.rows(id));
    const events = await this.draws.events(id);
    const next = selector.replace(seatedAfter(selector, events), row);
    if (!next) throw new DomainError('draw.not_seated', { row });
    const { by, selection } = next;
    const event = { drawId: draw.drawId, seq: events.length, row, type, by, evidence };
    await this.draws.addEvent(id, event, this.arrival.at());
    await this.conduct.write(draw, 'draw.event', event);
    return { event, seat: by < 0 ? null : (selection.panel.at(-1) ?? null) };
  }

  /** Who sits now, replacements included. */
  async seated(draw: Draw): Promise<readonly Seat[]> {
    if (!draw.spec || !draw.result) return [];
    const selector = selectorOf(draw.spec, draw.result.seed, await this.draws.rows(draw.id));
    return seatedAfter(selector, await this.draws.events(draw.id)).panel;
  }
}
