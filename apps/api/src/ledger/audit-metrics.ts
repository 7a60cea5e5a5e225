import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { SECOND } from '@core/kernel';
import { NightAudit } from '@server/ledger';
import { Metrics } from '../http/metrics';

/** The last nightly audit as gauges, whichever process made it. */
@Injectable()
export class AuditMetrics {
  constructor(metrics: Metrics, audits: NightAudit) {
    new Gauge({
      name: 'sunlit_ledger_audit_faults',
      help: 'What did not hold at the last audit of the log; alarm above 0',
      registers: [metrics.registry],
      async collect() {
        const [last] = await audits.latest(1);
        if (last) this.set(last.faults);
      },
    });
    new Gauge({
      name: 'sunlit_ledger_audit_timestamp_seconds',
      help: 'When the last audit of the log began; alarm when older than two days',
      registers: [metrics.registry],
      async collect() {
        const [last] = await audits.latest(1);
        if (last) this.set(Math.floor(last.begunAt / SECOND));
      },
    });
  }
}
