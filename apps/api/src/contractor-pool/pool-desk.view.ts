import { ApiProperty } from '@nestjs/swagger';
import { PERFORMANCE_GRADES } from '@core/enterprise';
import { formatInstant, type Instant } from '@core/kernel';
import type {
  MemberStepRecord,
  PoolMember,
  PoolObjection,
  ReviewFacts,
} from '@server/contractor-pool';
import type { Enterprise } from '@server/enterprise';
import { instantOrNull } from '../http/views';
import { PoolMemberView, PoolStandView, PoolStepView } from './pool.view';

/** How one work of a firm was judged. */
export class PoolPerformanceView {
  @ApiProperty() tenderId!: string;
  @ApiProperty() lot!: number;
  @ApiProperty({ enum: PERFORMANCE_GRADES }) grade!: string;
  @ApiProperty() text!: string;
  @ApiProperty() reviewedAt!: string;
}

/** An objection to an admission, for who answers it. */
export class PoolObjectionView {
  @ApiProperty() id!: string;
  @ApiProperty() by!: string;
  @ApiProperty() text!: string;
  @ApiProperty() filedAt!: string;
  @ApiProperty({ type: String, nullable: true }) reply!: string | null;
  @ApiProperty({ type: Boolean, nullable: true }) upheld!: boolean | null;
  @ApiProperty({ type: String, nullable: true }) repliedAt!: string | null;

  static of(this: void, row: PoolObjection, firm: Enterprise | undefined): PoolObjectionView {
    const { id, text, reply, upheld } = row;
    return {
      id,
      text,
      reply,
      by: firm?.name ?? '',
      upheld: upheld === null ? null : upheld === 1,
      filedAt: formatInstant(row.filedAt),
      repliedAt: instantOrNull(row.repliedAt),
    };
  }
}

/** A membership with everything its review has before it, for the centre and the supervisor. */
export class PoolDeskMemberView extends PoolMemberView {
  @ApiProperty({ type: PoolStandView }) stand!: PoolStandView;
  @ApiProperty({ type: [PoolPerformanceView] }) performances!: PoolPerformanceView[];
  @ApiProperty({ type: [PoolObjectionView] }) objections!: PoolObjectionView[];
  @ApiProperty({ type: [PoolStepView] }) history!: PoolStepView[];
  @ApiProperty({ type: [String] }) missing!: string[];

  static from(
    this: void,
    row: PoolMember,
    firms: ReadonlyMap<string, Enterprise>,
    facts: ReviewFacts,
    objections: readonly PoolObjection[],
    history: readonly MemberStepRecord[],
    now: Instant,
  ): PoolDeskMemberView {
    return {
      ...PoolMemberView.of(row, firms.get(row.enterpriseId), now),
      stand: PoolStandView.of(facts.stand),
      performances: facts.performances.map(({ tenderId, lot, grade, text, reviewedAt }) => ({
        tenderId,
        lot,
        grade,
        text,
        reviewedAt: formatInstant(reviewedAt),
      })),
      objections: objections.map((one) => PoolObjectionView.of(one, firms.get(one.enterpriseId))),
      history: history.map(PoolStepView.of),
      missing: [...(row.missing ?? [])],
    };
  }
}
