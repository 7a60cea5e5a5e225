import type { BasePrice } from '@core/sealed-bid';
import type { HostCommand } from '@server/opening';
import { Hex, Id, OneOf, Text, WholeNumber } from '../http/fields';

export class HandInSecretDto {
  @Id() bidId!: string;
  @Hex(32) secret!: string;
}

export class HandInShareDto {
  @Id() bidId!: string;
  @WholeNumber({ min: 1, max: 255 }) x!: number;
  @Hex(33) share!: string;
}

const KINDS = [
  'begin_reading',
  'begin_lot',
  'read_bid',
  'open_objections',
  'answer_objection',
  'confirm_representative',
  'record_absence',
  'begin_signing',
  'pause',
  'resume',
  'close',
] as const;

export class HostCommandDto {
  @OneOf(KINDS) kind!: (typeof KINDS)[number];
  /** read_bid: the bid the presser sees as next. */
  @Id({ optional: true }) bidId?: string;
  /** begin_lot: the lot the presser sees as next. */
  @WholeNumber({ min: 1, max: 999, optional: true }) lot?: number;
  /** answer_objection: which. */
  @Id({ optional: true }) objectionId?: string;
  /** confirm_representative, record_absence: of which firm. */
  @Id({ optional: true }) firmId?: string;
  /** The answer, or the reason for a pause. */
  @Text({ max: 1_000, optional: true }) text?: string;

  static toCommand(this: void, body: HostCommandDto): HostCommand {
    const { kind, bidId = '', lot = 0, objectionId = '', firmId = '', text = '' } = body;
    switch (kind) {
      case 'begin_lot':
        return { kind, lot };
      case 'read_bid':
        return { kind, bidId };
      case 'answer_objection':
        return { kind, id: objectionId, answer: text };
      case 'confirm_representative':
      case 'record_absence':
        return { kind, firmId };
      case 'pause':
        return { kind, reason: text };
      default:
        return { kind };
    }
  }
}

/** The base price file. */
export class BasePriceDto {
  @Id() tender!: string;
  /** Where the tender has several. */
  @WholeNumber({ min: 1, max: 999, optional: true }) lot?: number;
  /** Yuan with two places. */
  @Text({ max: 17 }) price!: string;
  @Hex(32) nonce!: string;

  static toBasePrice(this: void, { tender, lot, price, nonce }: BasePriceDto): BasePrice {
    const own = { tender, price, nonce };
    return lot === undefined ? own : { ...own, lot };
  }
}

export class AttendanceDto {
  /** Who attends for the firm. */
  @Text({ max: 60 }) name!: string;
}

export class ObjectionDto {
  @Text({ max: 1_000 }) text!: string;
}
