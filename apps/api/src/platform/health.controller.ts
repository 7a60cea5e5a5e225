import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Deadlines, Outbox, Reads } from '@server/platform';
import { Public } from '../http/access';
import { Metrics } from '../http/metrics';

/** For load balancers and Prometheus; outside /api. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly reads: Reads,
    private readonly metrics: Metrics,
    private readonly deadlines: Deadlines,
    private readonly outbox: Outbox,
  ) {}

  @Get('healthz')
  @Public()
  health(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Ready means: the database answers, and no deadline or event was given up. */
  @Get('readyz')
  @Public()
  async ready(): Promise<{ status: 'ok' | 'degraded'; parked: number }> {
    await (await this.reads.manager()).query('SELECT 1');
    const parked = (await this.deadlines.parked()).length + (await this.outbox.parked());
    return { status: parked === 0 ? 'ok' : 'degraded', parked };
  }

  @Get('metrics')
  @Public()
  @Header('content-type', 'text/plain; version=0.0.4')
  scrape(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
