import { Injectable } from '@nestjs/common';
import { fromHex, protocolTime, SECOND, toHex, type CanonicalObject } from '@core/kernel';
import {
  CompactRange,
  entryOf,
  isClearType,
  leafHash,
  NO_PREVIOUS,
  type CompletedNode,
  type LedgerRecord,
} from '@core/ledger';
import { Config, Ids, LegalClock, Randomness, UnitOfWork } from '@server/platform';
import type { LedgerEntryRow, LedgerPendingRow, LedgerTreeRow } from './ledger.entity';
import { LedgerKeys } from './ledger-keys';
import { LedgerRows } from './ledger.store';

/** Most records that get their place in one transaction (tp1 §2.5). */
export const BATCH = 256;

/** Type of the random records that hide when nothing happened. */
export const IDLE_TYPE = 'platform.idle';

interface Head {
  readonly n: number;
  readonly leaf: string;
}

/**
 * Gives pending records their place: index, number in their scope, hash of the one before. Entries and the new
 * right edge of the tree are one transaction, and the tree's row is locked, so that there is one sequence only,
 * however many processes believe they hold the lease.
 */
@Injectable()
export class Sequencer {
  private readonly actor: string;
  private readonly origin: string;

  constructor(
    config: Config,
    keys: LedgerKeys,
    private readonly unit: UnitOfWork,
    private readonly rows: LedgerRows,
    private readonly randomness: Randomness,
    private readonly clock: LegalClock,
    private readonly ids: Ids,
  ) {
    this.actor = keys.platform.kid;
    this.origin = `${new URL(config.publicUrl).hostname}/tp-ledger`;
  }

  /** Sequences at most {@link BATCH} records; returns how many. */
  async sequence(): Promise<number> {
    return this.unit.run(async () => {
      const tree = await this.rows.lockTree(this.origin);
      const pending = await this.rows.takePending(BATCH);
      if (pending.length === 0) return 0;
      await this.place(tree, pending);
      await this.rows.dropPending(pending);
      return pending.length;
    });
  }

  /** Adds a random sealed record when nothing was appended since `size`, so that idleness does not show. */
  async addIdle(size: number): Promise<void> {
    const tree = await this.rows.tree();
    if (tree && tree.size > size) return;
    await this.unit.run(() =>
      this.rows.addPending(
        {
          recordId: this.ids.next(),
          type: IDLE_TYPE,
          scope: 'platform',
          at: this.clock.now(),
        },
        { random: this.randomness.hex(16) },
      ),
    );
    await this.sequence();
  }

  private async place(tree: LedgerTreeRow, pending: readonly LedgerPendingRow[]): Promise<void> {
    const range = new CompactRange(tree.size, tree.peaks.map(fromHex));
    const bodies = await this.rows.bodiesOf(pending.map((row) => row.recordId));
    const heads = new Map<string, Head>();
    const entries: LedgerEntryRow[] = [];
    const completed: CompletedNode[] = [];
    let { lastAt } = tree;
    for (const row of pending) {
      const body = bodies.get(row.recordId);
      if (!body) throw new Error(`pending record ${row.recordId} has no body`);
      // Record times never run back, whatever order commands committed in.
      lastAt = Math.max(lastAt, Math.floor(row.at / SECOND) * SECOND);
      const head = heads.get(row.scope) ?? (await this.headOf(row.scope));
      const entry = this.entry(row, body, head, range.size, lastAt);
      heads.set(row.scope, { n: entry.n, leaf: entry.leaf });
      entries.push(entry);
      completed.push(...range.append(fromHex(entry.leaf)));
    }
    await this.rows.addEntries(entries);
    await this.rows.addNodes(
      completed
        .filter((node) => node.level > 0)
        .map(({ level, index, hash }) => ({ level, index, hash: toHex(hash) })),
    );
    await this.rows.moveTree(tree.size, {
      size: range.size,
      peaks: range.edge().map(toHex),
      lastAt,
    });
  }

  private async headOf(scope: string): Promise<Head> {
    const head = await this.rows.headOf(scope);
    return head ?? { n: -1, leaf: NO_PREVIOUS };
  }

  private entry(
    row: LedgerPendingRow,
    body: CanonicalObject,
    head: Head,
    idx: number,
    at: number,
  ): LedgerEntryRow {
    const { recordId, type, scope } = row;
    const { actor } = this;
    const salt = isClearType(type) ? null : this.randomness.bytes(32);
    const place = { type, scope, n: head.n + 1, prev: head.leaf, actor };
    const record: LedgerRecord = { v: 1, ...place, at: protocolTime(at), body };
    const entry = entryOf(record, salt);
    return {
      idx,
      recordId,
      ...place,
      at,
      salt: salt && toHex(salt),
      entry: Buffer.from(entry),
      leaf: toHex(leafHash(entry)),
    };
  }
}
