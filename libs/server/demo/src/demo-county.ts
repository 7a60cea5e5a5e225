import { Injectable } from '@nestjs/common';
import { parseInstant } from '@core/kernel';
import { ClockStore, Config, DEMO_START, Logger } from '@server/platform';
import { DemoPeople } from './demo-people';
import { DemoPool } from './demo-pool';
import { DemoProcedures } from './demo-procedures';
import { DemoRegister } from './demo-register';
import { DemoTenders } from './demo-tenders';

/** Monday 22 December 2025, 08:30 in Beijing: the register and the contractor pool begin. */
const BEFORE = parseInstant('2025-12-22T00:30:00.000Z') ?? 0;
/** Monday 5 January 2026, 08:30 in Beijing: where the past of the demo county's tenders begins. */
const PAST = parseInstant('2026-01-05T00:30:00.000Z') ?? 0;

/** Settles the demo county on a fresh installation, and leaves a settled one alone. */
@Injectable()
export class DemoCounty {
  constructor(
    private readonly config: Config,
    private readonly clock: ClockStore,
    private readonly people: DemoPeople,
    private readonly pool: DemoPool,
    private readonly procedures: DemoProcedures,
    private readonly register: DemoRegister,
    private readonly tenders: DemoTenders,
    private readonly logger: Logger,
  ) {}

  /** Returns whether the county was settled just now. */
  async settle(): Promise<boolean> {
    const { DEMO, DEMO_COUNTY, CLOCK } = this.config.settings;
    if (!DEMO || !(await this.people.isEmpty())) return false;
    if (CLOCK.kind === 'real' || DEMO_COUNTY === 'people') {
      await this.people.settle(DEMO_COUNTY === 'people' ? 0 : undefined);
      return true;
    }
    await this.clock.begin(BEFORE);
    await this.people.settle();
    await this.pool.begin(PAST);
    await this.procedures.begin();
    await this.register.begin();
    await this.tenders.settle(DEMO_START);
    await this.register.settle();
    await this.pool.settle();
    await this.procedures.settle();
    await this.clock.move(null, CLOCK.rate);
    this.logger.info('the demo county is settled');
    return true;
  }
}
