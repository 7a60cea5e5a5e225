import { LedgerWork } from '@server/ledger';
import { Deadlines, Outbox } from '@server/platform';
import type { TestModule } from './module';

/** Lets everything that waits happen: the log is cosigned, events are delivered, deadlines are looked at. */
export async function settle(module: TestModule, rounds = 3): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await module.get(LedgerWork).turn();
    await module.get(Deadlines).tick();
    while ((await module.get(Outbox).relay()) > 0);
  }
}
