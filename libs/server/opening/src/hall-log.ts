import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import type { Instant } from '@core/kernel';
import { advance, type Hall, type HallEvent } from '@core/opening';
import { Ledger } from '@server/ledger';
import { Arrival, UnitOfWork } from '@server/platform';
import { Openings, type Opening, type StoredHallEvent } from './openings.store';

type Listener = (openingId: string) => void;

/**
 * Writes what happens in a hall: one row, one ledger record, one nudge to whoever is watching from this process.
 * Watchers in other processes find the rows by themselves (apps/api, hall feed).
 */
@Injectable()
export class HallLog {
  private readonly listeners: Listener[] = [];

  constructor(
    private readonly unit: UnitOfWork,
    private readonly openings: Openings,
    private readonly ledger: Ledger,
    private readonly arrival: Arrival,
  ) {}

  /** Calls `listener` after each commit that added events to a hall. */
  onEvent(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Adds an event to a locked hall and returns the hall after it. */
  async write(
    actor: Actor,
    opening: Opening,
    hall: Hall,
    event: HallEvent,
    at: Instant = this.arrival.at(),
  ): Promise<{ readonly hall: Hall; readonly stored: StoredHallEvent }> {
    const stored = await this.openings.append(opening, hall, event, at);
    const next = advance(hall, event);
    await this.openings.change(opening.id, { seq: next.seq, phase: next.phase });
    await this.ledger.append({
      type: `hall.${event.kind}`,
      scope: opening.tenderId,
      by: actor,
      body: { opening: opening.id, seq: next.seq, event: event },
    });
    this.unit.afterCommit(() => {
      for (const listener of this.listeners) listener(opening.id);
    });
    return { hall: next, stored };
  }
}
