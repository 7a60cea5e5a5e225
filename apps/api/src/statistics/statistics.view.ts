import { ApiProperty } from '@nestjs/swagger';
import { formatInstant, fenToYuan, type Fen } from '@core/kernel';
import type { Figures } from '@core/statistics';
import type { KnownFact, Statistics } from '@server/statistics';

/** Medians in days, one decimal. */
export class DaysView {
  @ApiProperty({ type: String, nullable: true }) noticeToDeadline!: string | null;
  @ApiProperty({ type: String, nullable: true }) deadlineToCandidates!: string | null;
  @ApiProperty({ type: String, nullable: true }) candidatesToAward!: string | null;
}

/** The figures of some processes. */
export class FiguresView {
  @ApiProperty() processes!: number;
  @ApiProperty() running!: number;
  @ApiProperty() awarded!: number;
  @ApiProperty() failed!: number;
  @ApiProperty() cancelled!: number;
  @ApiProperty() sumFen!: string;
  @ApiProperty() savedFen!: string;
  @ApiProperty({ type: String, nullable: true }) savedPercent!: string | null;
  @ApiProperty({ type: String, nullable: true }) bidsEach!: string | null;
  @ApiProperty({ type: DaysView }) days!: DaysView;
  @ApiProperty({ type: String, nullable: true }) largestPercent!: string | null;
  @ApiProperty({ type: String, nullable: true }) concentration!: string | null;

  static of(this: void, { sum, saved, ...figures }: Figures): FiguresView {
    return { ...figures, sumFen: String(sum), savedFen: String(saved) };
  }
}

export class FigureGroupView {
  @ApiProperty() key!: string;
  @ApiProperty({ type: FiguresView }) figures!: FiguresView;
}

export class SupplierSumView {
  @ApiProperty() id!: string;
  @ApiProperty() name!: string;
  @ApiProperty() awardedFen!: string;
}

export class StatisticsView {
  @ApiProperty({ type: FiguresView }) whole!: FiguresView;
  @ApiProperty({ type: [FigureGroupView] }) groups!: FigureGroupView[];
  @ApiProperty({ type: [SupplierSumView] }) suppliers!: SupplierSumView[];

  static of(this: void, { whole, groups, suppliers }: Statistics): StatisticsView {
    return {
      whole: FiguresView.of(whole),
      groups: groups.map(({ key, figures }) => ({ key, figures: FiguresView.of(figures) })),
      suppliers: suppliers.map(({ id, name, awarded }) => ({
        id,
        name,
        awardedFen: String(awarded),
      })),
    };
  }
}

/** Columns of the rows behind a figure, as CSV names them. */
export const ROW_COLUMNS = [
  'ocid',
  'title',
  'year',
  'region',
  'method',
  'category',
  'status',
  'ceiling',
  'awarded',
  'bids',
  'noticeAt',
  'deadlineAt',
  'candidatesAt',
  'awardedAt',
] as const;

function yuanOf(amount: Fen | null): string {
  return amount === null ? '' : fenToYuan(amount);
}

/** A row behind a figure: amounts in yuan, instants in UTC, empty where something is not known. */
export function rowCells(fact: KnownFact): string[] {
  const { ocid, title, year, region, method, category, status, bids } = fact;
  const instants = [fact.noticeAt, fact.deadlineAt, fact.candidatesAt, fact.awardedAt];
  return [
    ...[ocid, title, year, region, method, category, status],
    ...[yuanOf(fact.ceiling), yuanOf(fact.awarded), bids === null ? '' : String(bids)],
    ...instants.map((at) => (at === null ? '' : formatInstant(at))),
  ];
}

/** Columns of figures by group, as CSV names them. */
export const FIGURE_COLUMNS = [
  'group',
  'processes',
  'running',
  'awarded',
  'failed',
  'cancelled',
  'sum',
  'saved',
  'savedPercent',
  'bidsEach',
  'noticeToDeadlineDays',
  'deadlineToCandidatesDays',
  'candidatesToAwardDays',
  'largestPercent',
  'concentration',
] as const;

/** A group as a line of CSV. */
export function figureCells(key: string, figures: Figures): string[] {
  const { processes, running, awarded, failed, cancelled, days } = figures;
  return [
    key,
    ...[processes, running, awarded, failed, cancelled].map(String),
    ...[fenToYuan(figures.sum), fenToYuan(figures.saved)],
    ...[
      figures.savedPercent,
      figures.bidsEach,
      days.noticeToDeadline,
      days.deadlineToCandidates,
      days.candidatesToAward,
      figures.largestPercent,
      figures.concentration,
    ].map((one) => one ?? ''),
  ];
}
