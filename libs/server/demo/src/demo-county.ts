import { Injectable } from '@nestjs/common';
import { ClockStore, Config, DEMO_START, Logger } from '@server/platform';
import { DemoExpertRecords } from './demo-expert-records';
import { DemoExperts } from './demo-experts';
import { DemoPeople } from './demo-people';
import { DemoProcedures } from './demo-procedures';
import { DemoRegister } from './demo-register';
import { DemoSecurities } from './demo-securities';
import { DemoTenders } from './demo-tenders';
import { beijingTime, DemoTime } from './demo-time';
import { DemoLotteries } from './lottery/demo-lotteries';
import { DemoPools } from './lottery/demo-pools';
import {
  DEMO_FRAMEWORKS,
  DEMO_LAST_YEAR,
  DEMO_NEXT_FRAMEWORKS,
  DEMO_PROJECTS,
} from './tenders-data';

/** Monday 10 February 2025: the register and the contractor pools begin. */
const BEFORE = beijingTime('2025-02-10 08:30');
/** A fortnight later the first admissions are published to the end: the year of the lotteries. */
const ADMITTED = beijingTime('2025-02-24 08:30');
/** The county's computers are collected for. */
const FRAMEWORK = beijingTime('2025-03-05 09:00');
/** At the end of the year the county's cars are. */
const NEXT_FRAMEWORK = beijingTime('2025-12-29 09:00');
/** The small road of the lottery is let by reasonable low price, too: its project is handed in. */
const SAME_ROAD = beijingTime('2025-07-03 09:00');
/** Monday 22 December 2025: the township's own document is taken down. */
const DOCUMENT = beijingTime('2025-12-22 08:30');
/** Monday 5 January 2026: the year of the county's tenders begins. */
const YEAR = beijingTime('2026-01-05 08:30');
/** Two experts apply, and are published to the end before the demo begins. */
const EXPERTS = beijingTime('2026-02-10 09:00');

/** Settles the demo county on a fresh installation, and leaves a settled one alone. */
@Injectable()
export class DemoCounty {
  constructor(
    private readonly config: Config,
    private readonly clock: ClockStore,
    private readonly people: DemoPeople,
    private readonly pools: DemoPools,
    private readonly lotteries: DemoLotteries,
    private readonly time: DemoTime,
    private readonly procedures: DemoProcedures,
    private readonly register: DemoRegister,
    private readonly experts: DemoExperts,
    private readonly expertRecords: DemoExpertRecords,
    private readonly securities: DemoSecurities,
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
    await this.pools.begin(ADMITTED);
    this.lotteries.begin();
    this.time.at(FRAMEWORK, () => this.tenders.begin(DEMO_FRAMEWORKS));
    this.time.at(NEXT_FRAMEWORK, () => this.tenders.begin(DEMO_NEXT_FRAMEWORKS));
    this.time.at(SAME_ROAD, async () => {
      await this.securities.begin();
      await this.tenders.begin(DEMO_LAST_YEAR);
    });
    this.time.at(DOCUMENT, () => this.procedures.begin());
    this.time.at(YEAR, () => this.beginYear());
    this.time.at(EXPERTS, () => this.experts.begin());
    await this.time.live(DEMO_START);
    await this.register.settle();
    await this.experts.settle();
    await this.expertRecords.settle();
    await this.pools.settle();
    await this.procedures.settle();
    await this.clock.move(null, CLOCK.rate);
    this.logger.info('the demo county is settled');
    return true;
  }

  private async beginYear(): Promise<void> {
    await this.register.begin();
    await this.pools.review();
    await this.tenders.begin(DEMO_PROJECTS);
  }
}
