import { Injectable } from '@nestjs/common';
import type { Instant } from '@core/kernel';
import { atBeijing } from '@core/rules';
import { LedgerWork } from '@server/ledger';
import { ClockStore, Deadlines, LegalClock, Outbox } from '@server/platform';

/** `2026-01-08 09:00` in Beijing. */
export function beijingTime(text: string): Instant {
  const [date = '', time = ''] = text.split(' ');
  return atBeijing(date, time);
}

/** The time the demo county lives through while it is settled: an agenda, and a legal clock that moves from one act to the next. */
@Injectable()
export class DemoTime {
  private readonly agenda: { readonly at: Instant; readonly act: () => Promise<void> }[] = [];

  constructor(
    private readonly clock: ClockStore,
    private readonly legal: LegalClock,
    private readonly deadlines: Deadlines,
    private readonly ledger: LedgerWork,
    private readonly outbox: Outbox,
  ) {}

  /** Puts an act on the agenda; what is past already is done next. */
  at(at: Instant, act: () => Promise<void>): void {
    this.agenda.push({ at, act });
  }

  /** Does what is on the agenda, the earliest first; each act may add later ones. Ends at `until`, with what comes after it left out. */
  async live(until: Instant): Promise<void> {
    for (;;) {
      this.agenda.sort((one, other) => one.at - other.at);
      const next = this.agenda[0];
      if (!next || next.at > until) break;
      this.agenda.shift();
      await this.moveTo(next.at);
      await next.act();
    }
    await this.moveTo(until);
    await this.catchUp();
  }

  /** Moves the legal clock forward, if it is not there yet. */
  async moveTo(to: Instant): Promise<void> {
    if (to <= this.legal.now()) return;
    await this.clock.move(to, null).catch((error: unknown) => {
      // The clock runs on while the move waits for its turn to write, and may be there by itself.
      if (to > this.legal.now()) throw error;
    });
  }

  /** Lets the log and everything that waits for it catch up. */
  async catchUp(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) {
      await this.deadlines.tick();
      await this.ledger.turn();
      while ((await this.outbox.relay(200)) > 0);
    }
  }
}
