import { Injectable } from '@nestjs/common';
import { fen, type Instant } from '@core/kernel';
import { atBeijing } from '@core/rules';
import type { WantedQualification } from '@core/tender';
import {
  AdmitMember,
  ApplyForPool,
  ContractorPools,
  OpenPool,
  ReviewMember,
  SuperviseMember,
} from '@server/contractor-pool';
import { ClockStore } from '@server/platform';
import { DemoPeople } from '../demo-people';

/** ¥4,000,000: below it works need not be tendered (national threshold). */
const UP_TO = fen(400_000_000);

/** A pool of the demo and the numbers of its members. */
interface DemoPool {
  readonly trade: string;
  readonly name: string;
  readonly basis: string;
  readonly tier: string;
  readonly qualification: WantedQualification | null;
  readonly members: readonly number[];
}

const WORKS: DemoPool = {
  trade: 'works',
  name: '青禾县小型工程预选承包商名录',
  basis: '青政办〔2024〕18号',
  tier: '小型工程',
  qualification: null,
  members: Array.from({ length: 10 }, (_, at) => at + 1),
};

const POOLS: readonly DemoPool[] = [
  WORKS,
  {
    trade: 'agro',
    name: '青禾县小型农田水利工程预选承包商名录',
    basis: '青政办〔2024〕19号',
    tier: '小型农田水利',
    qualification: { type: '水利水电工程施工总承包', grade: '三级' },
    members: Array.from({ length: 8 }, (_, at) => (at + 1) * 3),
  },
];

/** The county's pools: opened at the beginning of 2025, with members, their yearly review, applicants and a suspension. */
@Injectable()
export class DemoPools {
  private readonly opened = new Map<string, string>();

  constructor(
    private readonly people: DemoPeople,
    private readonly open: OpenPool,
    private readonly apply: ApplyForPool,
    private readonly admit: AdmitMember,
    private readonly reviews: ReviewMember,
    private readonly supervise: SuperviseMember,
    private readonly pools: ContractorPools,
    private readonly clock: ClockStore,
  ) {}

  /** Opens the pools and publishes their first members; when the clock stands at `admitted` they are in. */
  async begin(admitted: Instant): Promise<void> {
    const registrar = await this.people.actor('registrar');
    for (const { trade, name, basis, tier, qualification, members } of POOLS) {
      const { id } = await this.open.run(registrar, {
        trade,
        name,
        notice: '常年开放申请。只看资质、安全许可和信用红线，不设地域、规模条件，不设名额上限。',
        basis,
        terms: {
          tiers: [{ key: 'small', name: tier, qualification, upTo: UP_TO }],
          licences: [],
          publicityDays: 5,
          reviewMonths: 12,
          coolOffMonths: 12,
          mostUnfinished: 3,
        },
      });
      this.opened.set(trade, id);
      for (const number of members) await this.publish(id, `firm${number}`);
    }
    await this.clock.move(admitted, null);
    for (const poolId of this.opened.values()) {
      for (const { id } of await this.pools.members(poolId)) await this.admit.settle(id);
    }
  }

  /** January: the centre reviews every member, a year after it came in. */
  async review(): Promise<void> {
    const registrar = await this.people.actor('registrar');
    for (const { trade, members } of POOLS) {
      for (const number of members) {
        const firm = await this.people.actor(`firm${number}`);
        await this.reviews.run(registrar, this.poolOf(trade), firm.organisationId, {
          passed: true,
          text: '',
        });
      }
    }
  }

  /** What waits at the desk in March: an application, an admission in publication, one returned, one suspended. */
  async settle(): Promise<void> {
    const poolId = this.poolOf(WORKS.trade);
    const registrar = await this.people.actor('registrar');
    await this.apply.run(await this.people.actor('firm11'), poolId);
    await this.publish(poolId, 'firm12');
    const lacking = await this.people.actor('firm13');
    await this.apply.run(lacking, poolId);
    await this.admit.sendBack(registrar, poolId, lacking.organisationId, [
      '安全生产许可证副本（盖章扫描件）',
      '近三年无行贿犯罪承诺书',
    ]);
    const suspended = await this.people.actor(`firm${WORKS.members.length}`);
    await this.supervise.decide(
      await this.people.actor('supervisor'),
      poolId,
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

  /** The pool of a trade, opened before. */
  poolOf(trade: string): string {
    const id = this.opened.get(trade);
    if (id === undefined) throw new Error(`no demo pool of ${trade}`);
    return id;
  }

  private async publish(poolId: string, username: string): Promise<void> {
    const registrar = await this.people.actor('registrar');
    const firm = await this.people.actor(username);
    await this.apply.run(firm, poolId);
    await this.admit.publish(registrar, poolId, firm.organisationId);
  }
}
