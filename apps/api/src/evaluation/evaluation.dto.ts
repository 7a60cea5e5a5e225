import { Id, ListOf, OneOf, Text, WholeNumber, YesNo } from '../http/fields';

/** A vote for whoever is to lead the panel. */
export class LeaderVoteDto {
  @WholeNumber({ min: 1, max: 99 }) seat!: number;
}

export class ReviewDto {
  @Id() bidId!: string;
  @YesNo() responsive!: boolean;
  /** Which clause of the documents the bid does not answer; needed to reject. */
  @Text({ max: 1_000, min: 0 }) ground!: string;
  /** Rejected because the price is below cost; its bidder must have been asked. */
  @YesNo({ optional: true }) belowCost?: boolean;
}

class ItemPointsDto {
  @Text({ max: 20 }) itemId!: string;
  @Text({ max: 8 }) points!: string;
}

export class MarksDto {
  /** The bid as the room shows it: its id, or in a blind review the one it has while names are hidden. */
  @Text({ max: 40 }) bidId!: string;
  @ListOf(() => ItemPointsDto, { max: 50 }) points!: ItemPointsDto[];
  /** Needed once everybody sees the marks. */
  @Text({ max: 500, min: 0, optional: true }) reason?: string;
}

export class AskBidderDto {
  @Id() bidId!: string;
  @OneOf(['price', 'bid'] as const) about!: 'price' | 'bid';
  @Text({ max: 2_000 }) text!: string;
  /** How long the bidder has. */
  @WholeNumber({ min: 1, max: 240 }) hours!: number;
}

export class AnswerLetterDto {
  @Text({ max: 4_000 }) answer!: string;
  /** Evidence: a file the answerer has uploaded. */
  @Id({ optional: true }) fileId?: string;
}

class CompetitionFindingDto {
  @WholeNumber({ min: 1, max: 999 }) lot!: number;
  @OneOf(['sufficient', 'reject-all'] as const) verdict!: 'sufficient' | 'reject-all';
  @Text({ max: 1_000, min: 0 }) reason!: string;
}

export class MakeReportDto {
  /** One for each lot with fewer than three valid bids. */
  @ListOf(() => CompetitionFindingDto, { max: 99, optional: true })
  findings?: CompetitionFindingDto[];
}

export class SignReportDto {
  @Text({ max: 255, optional: true }) dissent?: string;
}
