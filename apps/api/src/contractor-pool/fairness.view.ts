import { ApiProperty } from '@nestjs/swagger';
import type { FairnessReport, Share } from '@core/fairness';
import type { PoolDraw } from '@server/contractor-pool';

/** How one firm fared over the lotteries of a pool. */
export class FairShareView {
  @ApiProperty() creditCode!: string;
  @ApiProperty() name!: string;
  @ApiProperty() entered!: number;
  @ApiProperty() won!: number;
  /** What chance alone gives on average, four decimals. */
  @ApiProperty() expected!: number;
  /** How likely chance alone gives so many wins or more, four decimals. */
  @ApiProperty() tail!: number;
}

class FairTestView {
  @ApiProperty() statistic!: number;
  @ApiProperty() degrees!: number;
  @ApiProperty() p!: number;
  /** Whether the series is long enough for the test to mean something. */
  @ApiProperty() isLongEnough!: boolean;
}

/** A lottery the figures come from. */
export class PoolDrawView {
  @ApiProperty() tenderId!: string;
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty() date!: string;
  @ApiProperty() entrants!: number;
  @ApiProperty() winner!: string;
}

/** How evenly the lotteries of a pool have fallen. */
export class PoolFairnessView {
  /** Null: all years. */
  @ApiProperty({ type: String, nullable: true }) year!: string | null;
  @ApiProperty() draws!: number;
  @ApiProperty({ type: [FairShareView] }) shares!: FairShareView[];
  @ApiProperty({ type: FairTestView, nullable: true }) test!: FairTestView | null;
  /** Herfindahl-Hirschman index of the wins, 0 to 10 000; null without a win. */
  @ApiProperty({ type: Number, nullable: true }) concentration!: number | null;
  @ApiProperty({ type: [PoolDrawView] }) lotteries!: PoolDrawView[];

  static of(
    this: void,
    year: string | null,
    report: FairnessReport,
    draws: readonly PoolDraw[],
    tenders: ReadonlyMap<string, { readonly code: string; readonly title: string }>,
  ): PoolFairnessView {
    const names = new Map(
      draws.flatMap(({ firms }) => firms.map(({ creditCode, name }) => [creditCode, name])),
    );
    const { test, concentration } = report;
    return {
      year,
      draws: report.draws,
      shares: report.shares.map((share) => shareView(share, names)),
      test: test && { ...test },
      concentration,
      lotteries: draws.map(({ tenderId, date, entrants, winners }) => ({
        tenderId,
        date,
        code: tenders.get(tenderId)?.code ?? '',
        title: tenders.get(tenderId)?.title ?? '',
        entrants: entrants.length,
        winner: names.get(winners[0] ?? '') ?? '',
      })),
    };
  }
}

function shareView(share: Share, names: ReadonlyMap<string, string>): FairShareView {
  const { key: creditCode, entered, won, expected, tail } = share;
  return { creditCode, name: names.get(creditCode) ?? '', entered, won, expected, tail };
}

/** A firm whose wins a supervisor should look at: a lead, no finding. */
export class PoolWatchView extends FairShareView {
  /** The pattern: at least so many entries and wins, and more than this percentage won. */
  @ApiProperty() atLeastEntered!: number;
  @ApiProperty() atLeastWon!: number;
  @ApiProperty() abovePercent!: number;

  static of(this: void, report: FairnessReport, draws: readonly PoolDraw[]): PoolWatchView[] {
    const names = new Map(
      draws.flatMap(({ firms }) => firms.map(({ creditCode, name }) => [creditCode, name])),
    );
    return report.shares.flatMap((share) =>
      share.watch === null
        ? []
        : [
            {
              ...shareView(share, names),
              atLeastEntered: share.watch.entered,
              atLeastWon: share.watch.won,
              abovePercent: share.watch.above,
            },
          ],
    );
  }
}
