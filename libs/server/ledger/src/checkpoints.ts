import { Injectable } from '@nestjs/common';
import { fromHex, toHex } from '@core/kernel';
import {
  addSignatures,
  CompactRange,
  consistencySpans,
  logPolicy,
  verifyCheckpoint,
  type LogPolicy,
} from '@core/ledger';
import { Config, LegalClock, Logger, Outbox, UnitOfWork } from '@server/platform';
import { LedgerKeys } from './ledger-keys';
import { LedgerRows } from './ledger.store';
import { IDLE_TYPE } from './sequencer';
import { QUORUM, Witnesses } from './witnesses';

const IDS_PER_EVENT = 256;

/** Signs the tree as it was committed, gathers cosignatures, and tells who waits for them. */
@Injectable()
export class Checkpoints {
  constructor(
    private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly rows: LedgerRows,
    private readonly keys: LedgerKeys,
    private readonly witnesses: Witnesses,
    private readonly outbox: Outbox,
    private readonly clock: LegalClock,
    private readonly logger: Logger,
  ) {}

  /** Whom readers of this log trust. */
  async policy(origin: string): Promise<LogPolicy> {
    const witnesses = await this.witnesses.list(origin);
    const policy = logPolicy({
      log: (await this.keys.log.verifier(origin)).text,
      witnesses: witnesses.map((witness) => witness.key.text),
      quorum: Math.min(QUORUM, witnesses.length),
      demo: this.clock.isDemo || this.config.settings.DEMO || this.witnesses.areDemo,
    });
    if (!policy.ok) throw new Error(`ledger policy: ${String(policy.refusal.params?.reason)}`);
    return policy.value;
  }

  /**
   * Cuts a checkpoint over everything that is committed. It is signed only now, after the commit (tp1 §2.5); a crash
   * before or after leaves a tree that simply gets its signature at the next turn.
   */
  async cut(): Promise<void> {
    const tree = await this.rows.tree();
    if (!tree || tree.size === 0) return;
    const { origin, size } = tree;
    const root = new CompactRange(size, tree.peaks.map(fromHex)).root();
    const proofFrom = (from: number): Promise<Uint8Array[]> =>
      this.rows.spanHashes(from > size ? [] : consistencySpans(from, size));
    const last = await this.keys.log.lastSigned();
    const proof = await proofFrom(last.size);
    const signed = await this.keys.log.signCheckpoint({ origin, size, root }, proof);
    const lines = await this.witnesses.cosign(origin, signed, proofFrom);
    const note = addSignatures(signed, lines);
    const verified = verifyCheckpoint(note, await this.policy(origin));
    if (!verified.ok) throw new Error(`own checkpoint: ${verified.refusal.code}`);
    const { quorumTime } = verified.value;
    if (quorumTime === null) this.logger.warn('checkpoint without quorum', { size });
    await this.store(size, toHex(root), note, quorumTime);
  }

  private async store(
    size: number,
    root: string,
    note: string,
    quorumTime: number | null,
  ): Promise<void> {
    await this.unit.run(async () => {
      const before = await this.rows.latestCosigned();
      await this.rows.addCheckpoint({ size, root, note, quorumTime, signedAt: this.clock.now() });
      if (quorumTime !== null) await this.tell(before?.size ?? 0, size);
    });
  }

  /** `ledger.cosigned` {recordIds}: gate records take effect now, and whoever waits goes on. */
  private async tell(from: number, size: number): Promise<void> {
    for (let at = from; at < size; at += IDS_PER_EVENT) {
      const entries = await this.rows.entriesFrom(at, Math.min(IDS_PER_EVENT, size - at));
      const recordIds = entries
        .filter((entry) => entry.type !== IDLE_TYPE)
        .map((entry) => entry.recordId);
      if (recordIds.length > 0) await this.outbox.add('ledger.cosigned', { recordIds });
    }
  }
}
