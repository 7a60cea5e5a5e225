import {
  COMPLAINT_OUTCOMES,
  COMPLAINT_SUBJECTS,
  NOT_ACCEPTED_GROUNDS,
  STOP_REASONS,
  type ComplaintOutcome,
  type ComplaintSubject,
  type NotAcceptedGround,
  type StopReason,
} from '@core/complaint';
import { COMPLAINT_ORDERS, type ComplaintOrder } from '@core/tender';
import { LegalDate, OneOf, Text, Texts, UtcInstant, WholeNumber, YesNo } from '../http/fields';

const LONGEST = 8000;
const MOST_FILES = 20;

export class FileComplaintDto {
  @OneOf(COMPLAINT_SUBJECTS) subject!: ComplaintSubject;
  /** The lot it is about; without it, the whole tender. */
  @WholeNumber({ min: 1, max: 999, optional: true }) lot?: number;
  /** Facts and reasons. */
  @Text({ max: LONGEST }) text!: string;
  /** What is asked for. */
  @Text({ max: LONGEST }) claim!: string;
  /** How the firm is concerned. */
  @Text({ max: LONGEST }) interest!: string;
  /** The day it came to know. */
  @LegalDate() knownOn!: string;
  @Texts({ max: MOST_FILES, length: 36, optional: true }) fileIds?: string[];
}

/** Something said, with files. */
export class SaidWithFilesDto {
  @Text({ max: LONGEST }) text!: string;
  @Texts({ max: MOST_FILES, length: 36, optional: true }) fileIds?: string[];
}

export class SaidDto {
  @Text({ max: LONGEST }) text!: string;
}

export class AskCorrectionDto {
  /** Everything that is missing: it is asked for once. */
  @Text({ max: LONGEST }) lacking!: string;
  /** The first instant that is too late. */
  @UtcInstant() correctBy!: string;
}

export class RefuseComplaintDto {
  @OneOf(NOT_ACCEPTED_GROUNDS, { optional: true }) ground?: NotAcceptedGround;
  @Text({ max: LONGEST }) text!: string;
}

export class StopClockDto {
  @OneOf(STOP_REASONS) reason!: StopReason;
  @Text({ max: LONGEST }) text!: string;
  @Texts({ max: MOST_FILES, length: 36, optional: true }) fileIds?: string[];
}

export class AnswerWithdrawalDto {
  @YesNo() granted!: boolean;
  @Text({ max: LONGEST }) text!: string;
}

export class DecideComplaintDto {
  @OneOf(COMPLAINT_OUTCOMES) outcome!: ComplaintOutcome;
  @Text({ max: LONGEST }) findings!: string;
  /** The law it rests on. */
  @Text({ max: LONGEST }) basis!: string;
  /** What an upheld one orders. */
  @OneOf(COMPLAINT_ORDERS, { optional: true }) order?: ComplaintOrder;
}
