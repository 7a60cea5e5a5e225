import { Injectable } from '@nestjs/common';
import { fen, type Instant } from '@core/kernel';
import { atBeijing } from '@core/rules';
import {
  AdmitMember,
  ApplyForPool,
  ContractorPools,
  OpenPool,
  SuperviseMember,
} from '@server/contractor-pool';
import { ClockStore } from '@server/platform';
import { DemoPeople } from './demo-people';

const MEMBERS = 10;
/** ¥4,000,000: below it works need not be tendered (national threshold). */
const UP_TO = fen(400_000_000);

/** The county's pool of small works: opened the December before, with members, applicants and a suspension. */
@Injectable()
export class DemoPool {
  private poolId = '';

  constructor(
    private readonly people: DemoPeople,
    private readonly open: OpenPool,
    private readonly apply: ApplyForPool,
    private readonly admit: AdmitMember,
    private readonly supervise: SuperviseMember,
    private readonly pools: ContractorPools,
    private readonly clock: ClockStore,
  ) {}

  /** Opens the pool and publishes its first members; when the clock stands at `past` they are admitted. */
  async begin(past: Instant): Promise<void> {
    const registrar = await this.people.actor('registrar');
    const pool = await this.open.run(registrar, {
      trade: 'works',
      name: '青禾县小型工程预选承包商名录',
      notice: '常年开放申请。只看资质、安全许可和信用红线，不设地域、规模条件，不设名额上限。',
      basis: '青政办〔2025〕18号',
      terms: {
        tiers: [{ key: 'small', name: '小型工程', qualification: null, upTo: UP_TO }],
        licences: [],
        publicityDays: 5,
        reviewMonths: 12,
        coolOffMonths: 12,
        mostUnfinished: 3,
      },
    });
    this.poolId = pool.id;
    for (let number = 1; number <= MEMBERS; number++) await this.publish(`firm${number}`);
    await this.clock.move(past, null);
    for (const { id } of await this.pools.members(pool.id)) await this.admit.settle(id);
  }

  /** What waits at the desk in March: an application, an admission in publication, one returned, one suspended. */
  async settle(): Promise<void> {
    const registrar = await this.people.actor('registrar');
    await this.apply.run(await this.people.actor('firm11'), this.poolId);
    await this.publish('firm12');
    const lacking = await this.people.actor('firm13');
    await this.apply.run(lacking, this.poolId);
    await this.admit.sendBack(registrar, this.poolId, lacking.organisationId, [
      '安全生产许可证副本（盖章扫描件）',
      '近三年无行贿犯罪承诺书',
    ]);
    const suspended = await this.people.actor(`firm${MEMBERS}`);
    await this.supervise.decide(
      await this.people.actor('supervisor'),
      this.poolId,
      suspended.organisationId,
      {
        kind: 'suspend',
        ground: 'refused_to_sign',
        number: '青公管决〔2026〕4号',
        reason: '中选后无正当理由不签订合同，暂停参加库内项目六个月。',
        until: atBeijing('2026-09-01', '00:00'),
      },
    );
  }

  private async publish(username: string): Promise<void> {
    const registrar = await this.people.actor('registrar');
    const firm = await this.people.actor(username);
    await this.apply.run(firm, this.poolId);
    await this.admit.publish(registrar, this.poolId, firm.organisationId);
  }
}
