import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { SECOND } from '@core/kernel';
import { Background, Config, Leases, Logger } from '@server/platform';
import { LedgerAuditor } from './audit/auditor';
import { Checkpoints } from './checkpoints';
import { LedgerRows } from './ledger.store';
import { BATCH, Sequencer } from './sequencer';

const LEASE = 'ledger-sequencer';

/** The log's own work: one turn per CHECKPOINT_MS sequences what waits and cuts a checkpoint, idle or not. */
@Injectable()
export class LedgerWork implements BeforeApplicationShutdown {
  private audited = false;
  private stopped = false;
  private last: Promise<void> = Promise.resolve();
  private readonly leaseMs: number;

  constructor(
    config: Config,
    background: Background,
    private readonly leases: Leases,
    private readonly rows: LedgerRows,
    private readonly sequencer: Sequencer,
    private readonly checkpoints: Checkpoints,
    private readonly auditor: LedgerAuditor,
    private readonly logger: Logger,
  ) {
    const everyMs = config.settings.CHECKPOINT_MS;
    this.leaseMs = 10 * SECOND + 2 * everyMs;
    background.add('ledger', everyMs, () => this.turn());
  }

  /**
   * One turn. Does nothing while another process holds the lease, or when the log has been tampered with. Turns of one
   * process follow one another: the lease is the process's, and a checkpoint continues the one that was signed last.
   */
  turn(): Promise<void> {
    const turn = this.last.then(() => this.work());
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async work(): Promise<void> {
    if (this.stopped || !(await this.leases.hold(LEASE, this.leaseMs))) return;
    if (!this.audited) await this.audit();
    while ((await this.sequencer.sequence()) === BATCH) await this.leases.hold(LEASE, this.leaseMs);
    const last = await this.rows.latestCheckpoint();
    await this.sequencer.addIdle(last?.size ?? 0);
    await this.checkpoints.cut();
  }

  /** Gives the lease back, so that a restart need not wait for it to expire. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await this.leases.release(LEASE);
  }

  /** The start-up check, signatures apart: a log that contradicts what was signed is not continued (tp1 §2.5). */
  private async audit(): Promise<void> {
    const audit = await this.auditor.run({
      signaturesFrom: Infinity,
      progress: () => this.leases.hold(LEASE, this.leaseMs),
    });
    if (!audit.ok) {
      this.logger.error('the ledger does not match what was signed', { faults: audit.faults });
      const faults = audit.faults.map(({ code, at }) => `${code} ${at}`);
      throw new Error(`ledger: ${faults.join(', ')}`);
    }
    this.audited = true;
  }
}
