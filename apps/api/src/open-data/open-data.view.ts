import { ApiProperty } from '@nestjs/swagger';
import { formatInstant } from '@core/kernel';
import type { PublishedRelease } from '@server/open-data';

/** A release by its place in the feed. */
export class ChangeView {
  @ApiProperty() seq!: number;
  @ApiProperty() ocid!: string;
  @ApiProperty() releaseID!: string;
  @ApiProperty() tag!: string;
  @ApiProperty() date!: string;
  @ApiProperty() publishedDate!: string;

  static of(
    this: void,
    row: Pick<PublishedRelease, 'seq' | 'ocid' | 'source' | 'tag' | 'date' | 'addedAt'>,
  ): ChangeView {
    const { seq, ocid, source, tag, date, addedAt } = row;
    return {
      seq,
      ocid,
      releaseID: source,
      tag,
      date: formatInstant(date),
      publishedDate: formatInstant(addedAt),
    };
  }
}

/** A page of the feed. `last` is where to go on from: ask again with it, now or later. */
export class ChangePageView {
  @ApiProperty({ type: [ChangeView] }) changes!: ChangeView[];
  @ApiProperty() last!: number;
}

/** A month of open data, with the addresses of its files. */
export class BulkMonthView {
  @ApiProperty() month!: string;
  @ApiProperty({ type: [String] }) files!: string[];
}
