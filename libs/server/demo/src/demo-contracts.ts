import { Injectable } from '@nestjs/common';
import { termsOf } from '@core/contract';
import type { PerformanceGrade } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { fen } from '@core/kernel';
import { Awards } from '@server/award';
import { Contracts, FollowContract, SignContract, WriteContract } from '@server/contract';
import { ReviewPerformance } from '@server/performance';
import { LegalClock } from '@server/platform';
import { demoName } from './county';

const PAYMENT = '按月计量支付至 80%，完工验收后付至 97%，质保期满付清。';
/** What the tenderer says of the work, by grade. */
const REVIEWS: Readonly<Record<PerformanceGrade, string>> = {
  excellent: '提前完工，质量和配合俱佳。',
  good: '按期完工，配合到位。',
  pass: '工期延误 6 天，整改后合格。',
  fail: '多处返工，逾期 40 天。',
};

/** Contracts of the demo county's awarded works: signed by both sides, or by the tenderer alone where the winner is next. */
@Injectable()
export class DemoContracts {
  constructor(
    private readonly awards: Awards,
    private readonly writing: WriteContract,
    private readonly signing: SignContract,
    private readonly following: FollowContract,
    private readonly contracts: Contracts,
    private readonly reviews: ReviewPerformance,
    private readonly clock: LegalClock,
  ) {}

  /** Writes and signs the contract of every awarded lot of a tender, and begins the works where both have signed. */
  async run(tenderer: Actor, tenderId: string, winners: readonly Actor[]): Promise<void> {
    for (const { lot, enterpriseId } of await this.awards.ofTender(tenderId)) {
      const offer = await this.writing.offerTo(tenderer, tenderId, lot);
      const { durationDays, manager } = offer;
      const terms = {
        ...termsOf(offer),
        durationDays: durationDays ?? 45,
        manager: manager ?? demoName(lot + 20),
        changeLimit: 5,
        payment: PAYMENT,
      };
      const { id, fingerprint } = await this.writing.run(tenderer, tenderId, lot, terms);
      await this.signing.sign(tenderer, id, { fingerprint, lateReason: null });
      const winner = winners.find(({ organisationId }) => organisationId === enterpriseId);
      if (!winner) continue;
      await this.signing.sign(winner, id, { fingerprint, lateReason: null });
      const now = this.clock.now();
      const sum = fen(Math.round(offer.price / 10));
      await this.following.pay(tenderer, id, { sum, purpose: '预付款', paidAt: now });
      await this.following.look(tenderer, id, { present: true, note: '', checkedAt: now });
    }
  }

  /** Accepts the works of every lot, files the contract, and reviews how they were done. */
  async finish(tenderer: Actor, tenderId: string, grade: PerformanceGrade): Promise<void> {
    const now = this.clock.now();
    for (const { lot } of await this.awards.ofTender(tenderId)) {
      const contract = await this.contracts.ofLot(tenderId, lot);
      if (!contract) continue;
      await this.following.file(tenderer, contract.id, now, '青禾县公共资源交易监督管理局');
      const text = '按图施工，质量合格，同意交付使用。';
      await this.following.accept(tenderer, contract.id, { acceptedAt: now, text });
      await this.reviews.run(tenderer, tenderId, lot, { grade, text: REVIEWS[grade] });
    }
  }
}
