import { Body, Controller, Get, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { PERFORMANCE_GRADES, type PerformanceGrade } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { formatInstant } from '@core/kernel';
import { Performances, ReviewPerformance, type Performance } from '@server/performance';
import { Tenders } from '@server/tender';
import { Acting, Needs, Public } from '../http/access';
import { OneOf, Text } from '../http/fields';

class ReviewPerformanceDto {
  @OneOf(PERFORMANCE_GRADES) grade!: PerformanceGrade;
  /** A pass or a fail says why. */
  @Text({ max: 2_000, min: 0 }) text!: string;
}

/** How the work of a lot was done. */
export class PerformanceView {
  @ApiProperty() lot!: number;
  @ApiProperty() enterpriseId!: string;
  @ApiProperty() acceptedAt!: string;
  @ApiProperty({ enum: PERFORMANCE_GRADES }) grade!: string;
  @ApiProperty() text!: string;
  @ApiProperty() reviewedAt!: string;

  static of(this: void, row: Performance): PerformanceView {
    const { lot, enterpriseId, grade, text } = row;
    return {
      lot,
      enterpriseId,
      grade,
      text,
      acceptedAt: formatInstant(row.acceptedAt),
      reviewedAt: formatInstant(row.reviewedAt),
    };
  }
}

/** How awarded works were done: said by the tenderer, once, for everybody. */
@ApiTags('performance')
@Controller()
export class PerformanceController {
  constructor(
    private readonly performances: Performances,
    private readonly review: ReviewPerformance,
    private readonly tenders: Tenders,
  ) {}

  @Get('public/tenders/:id/performances')
  @Public()
  @ApiOkResponse({ type: [PerformanceView] })
  async tenderPerformances(@Param('id') id: string): Promise<PerformanceView[]> {
    const tender = await this.tenders.published(id);
    return (await this.performances.ofTender(tender.id)).map(PerformanceView.of);
  }

  /** Says how the accepted work of a lot was done. */
  @Post('tenders/:id/lots/:lot/performance')
  @Needs('award.decide')
  @ApiCreatedResponse({ type: PerformanceView })
  async reviewPerformance(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Param('lot', ParseIntPipe) lot: number,
    @Body() body: ReviewPerformanceDto,
  ): Promise<PerformanceView> {
    const { grade, text } = body;
    return PerformanceView.of(await this.review.run(actor, id, lot, { grade, text }));
  }
}
