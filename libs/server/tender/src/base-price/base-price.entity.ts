import { Entity, Index } from 'typeorm';
import type { Fen, Instant } from '@core/kernel';
import { FenAmount, Key, Moment, Ref, ShortText, Whole } from '@server/platform';

/** The base price (标底) of a lot: its commitment from the sealing on, the price from its opening on and nowhere before. */
@Entity('base_price')
@Index('uq_base_price_lot', ['tenderId', 'lot'], { unique: true })
export class BasePriceRow {
  @Key(36, 'public') id!: string;
  @Ref('public') tenderId!: string;
  /** 1 where the tender has one lot. */
  @Whole('public') lot!: number;
  @ShortText(64, 'public') commit!: string;
  @Moment('public') sealedAt!: Instant;
  @FenAmount('public', { nullable: true }) price!: Fen | null;
  @ShortText(64, 'public', { nullable: true }) nonce!: string | null;
  @Moment('public', { nullable: true }) openedAt!: Instant | null;
}

export const BASE_PRICE_ENTITIES = [BasePriceRow];
