import { Injectable } from '@nestjs/common';
import { DAY, HOUR, MINUTE, type Instant } from '@core/kernel';
import {
  Background,
  Config,
  Ids,
  Leases,
  Logger,
  Reads,
  SystemClock,
  UnitOfWork,
} from '@server/platform';
import { LedgerAuditor } from './auditor';
import { LedgerAuditRow } from './audit.entity';

const LEASE = 'ledger-audit';
const LEASE_MS = 5 * MINUTE;
const LOOK_EVERY_MS = MINUTE;
/** Beijing is eight hours ahead all year. */
const BEIJING = 8 * HOUR;
const SHOWN = 30;

/** The last `hour` o'clock in Beijing at or before `now`. */
export function lastNight(now: Instant, hour: number): Instant {
  const local = now + BEIJING - hour * HOUR;
  return Math.floor(local / DAY) * DAY - BEIJING + hour * HOUR;
}

/**
 * Audits the log once a night, in one process, and keeps what was found. Real nights, not those of a demo clock. A
 * night missed because nothing ran is made up at the next start.
 */
@Injectable()
export class NightAudit {
  private readonly startedAt: Instant;

  constructor(
    private readonly config: Config,
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly leases: Leases,
    private readonly auditor: LedgerAuditor,
    private readonly clock: SystemClock,
    private readonly ids: Ids,
    private readonly logger: Logger,
    background: Background,
  ) {
    this.startedAt = clock.now();
    background.add('ledger-audit', LOOK_EVERY_MS, () => this.turn());
  }

  /** Audits when the present night's audit is still missing. Null when it is not, or another process does it. */
  async turn(): Promise<LedgerAuditRow | null> {
    const [last] = await this.latest(1);
    const since = last?.begunAt ?? this.startedAt;
    if (since >= lastNight(this.clock.now(), this.config.settings.AUDIT_HOUR)) return null;
    if (!(await this.leases.hold(LEASE, LEASE_MS))) return null;
    try {
      return await this.run();
    } finally {
      await this.leases.release(LEASE);
    }
  }

  /** The audits that were made, the newest first. */
  async latest(limit = SHOWN): Promise<LedgerAuditRow[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(LedgerAuditRow)
      .find({ order: { begunAt: 'DESC', id: 'DESC' }, take: limit });
  }

  private async run(): Promise<LedgerAuditRow> {
    const begunAt = this.clock.now();
    const good = (await this.latest()).find(({ faults }) => faults === 0);
    const audit = await this.auditor.run({
      signaturesFrom: good?.size ?? 0,
      progress: () => this.leases.hold(LEASE, LEASE_MS),
    });
    const { size, checkpoints, tookMs, faults } = audit;
    const row = { id: this.ids.next(), begunAt, size, faults: faults.length, audit };
    await this.unit.run(() => this.unit.manager.getRepository(LedgerAuditRow).insert(row));
    if (audit.ok) this.logger.info('ledger audit: all holds', { size, checkpoints, tookMs });
    else this.logger.error('ledger audit: the log does not hold', { size, faults });
    return row;
  }
}
