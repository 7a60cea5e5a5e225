import { Injectable } from '@nestjs/common';
import { termsOf } from '@core/contract';
import type { Actor } from '@core/identity';
import { fen } from '@core/kernel';
import { Awards } from '@server/award';
import { FollowContract, SignContract, WriteContract } from '@server/contract';
import { LegalClock } from '@server/platform';

const PAYMENT = '按月计量支付至 80%，完工验收后付至 97%，质保期满付清。';

/** Contracts of the demo county's awarded works: signed by both sides, or by the tenderer alone where the winner is next. */
@Injectable()
export class DemoContracts {
  constructor(
    private readonly awards: Awards,
    private readonly writing: WriteContract,
    private readonly signing: SignContract,
    private readonly following: FollowContract,
    private readonly clock: LegalClock,
  ) {}

  /** Writes and signs the contract of every awarded lot of a tender, and begins the works where both have signed. */
  async run(tenderer: Actor, tenderId: string, winners: readonly Actor[]): Promise<void> {
    for (const { lot, enterpriseId } of await this.awards.ofTender(tenderId)) {
      const offer = await this.writing.offerTo(tenderer, tenderId, lot);
      const terms = { ...termsOf(offer), changeLimit: 5, payment: PAYMENT };
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
}
