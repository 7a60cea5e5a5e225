import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { formatInstant } from '@core/kernel';
import { DRAFT_PARTS } from '@core/tender';
import { ReviewDrafts, type DraftReview } from '@server/tender';
import { Acting, Needs } from '../http/access';

class DraftPartView {
  @ApiProperty({ enum: DRAFT_PARTS }) part!: (typeof DRAFT_PARTS)[number];
  @ApiProperty() isComplete!: boolean;
}

/** That a draft exists and how far it is; nothing that is in it. */
class DraftReviewView {
  @ApiProperty() id!: string;
  @ApiProperty() code!: string;
  @ApiProperty() projectId!: string;
  @ApiProperty() tendererName!: string;
  @ApiProperty() createdAt!: string;
  @ApiProperty({ type: [DraftPartView] }) parts!: DraftPartView[];

  static of(this: void, { createdAt, parts, ...draft }: DraftReview): DraftReviewView {
    return { ...draft, createdAt: formatInstant(createdAt), parts: [...parts] };
  }
}

/** Drafts as the centre may know them (secrecy table: completeness only). */
@ApiTags('tender')
@Controller('tender-drafts')
export class DraftController {
  constructor(private readonly drafts: ReviewDrafts) {}

  @Get()
  @Needs('tender.read')
  @ApiOkResponse({ type: [DraftReviewView] })
  async reviewDrafts(@Acting() actor: Actor): Promise<DraftReviewView[]> {
    return (await this.drafts.list(actor)).map(DraftReviewView.of);
  }
}
