import { Injectable, type OnModuleInit } from '@nestjs/common';
import { losersGoFirst } from '@core/bid-security';
import type { DeclaredDuty } from '@core/contract';
import type { Instant } from '@core/kernel';
import type { Award } from '@server/award';
import { DueDuties } from '@server/contract';
import { LegalClock } from '@server/platform';
import type { TenderRow } from '@server/tender';
import { BidSecurities } from './bid-securities.store';
import { FollowCourse, type FollowedSecurity } from './follow-course';

/** Securities given on the platform are given back by its records: the duty to refund them is no matter of a word. */
@Injectable()
export class FulfilDuties implements OnModuleInit {
  constructor(
    private readonly duties: DueDuties,
    private readonly securities: BidSecurities,
    private readonly course: FollowCourse,
    private readonly clock: LegalClock,
  ) {}

  onModuleInit(): void {
    this.duties.recordedBy((tender, award, duty) => this.doneAt(tender, award, duty));
  }

  /** When the last of the securities a duty is about went back or was kept. */
  private async doneAt(
    tender: TenderRow,
    award: Award,
    duty: DeclaredDuty,
  ): Promise<Instant | null | undefined> {
    if (duty !== 'refund' && duty !== 'refund_losers') return undefined;
    const rows = await this.securities.ofTender(tender.id);
    const inLot = rows.filter(({ lot }) => lot === award.lot);
    const followed = await this.course.of(inLot, this.clock.now());
    const given = followed.filter(({ state }) => state !== 'expected' && state !== 'withdrawn');
    const isLoser = ({ row }: FollowedSecurity): boolean => row.enterpriseId !== award.enterpriseId;
    const [first] = given;
    if (first === undefined) return undefined;
    const concerned =
      duty === 'refund_losers'
        ? given.filter(isLoser)
        : given.filter((one) => !losersGoFirst(one.law) || !isLoser(one));
    if (concerned.length === 0) return undefined;
    const ends = concerned.map(endOf);
    return ends.reduce<Instant | null>(
      (last, end) => (last === null || end === null ? null : Math.max(last, end)),
      0,
    );
  }
}

/** When a security was over; null: something of it is still there. */
function endOf({ row, payments, state }: FollowedSecurity): Instant | null {
  if (!['refunded', 'released', 'forfeited'].includes(state)) return null;
  const ends = payments.map(({ refundedAt }) => refundedAt ?? 0);
  return Math.max(0, row.releasedAt ?? 0, row.forfeitedAt ?? 0, ...ends);
}
