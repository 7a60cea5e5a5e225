import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import { JsonText, Key, Moment, Ref, ShortText, Whole } from '@server/platform';

/** A firm that is invited to a tender. Who is invited is the tenderer's secret until the deadline. */
@Entity('invited_firm')
@Index('uq_invited_firm', ['tenderId', 'enterpriseId'], { unique: true })
@Index('ix_invited_firm_enterprise', ['enterpriseId', 'invitedAt'])
export class InvitedFirmRow {
  @Key() id!: string;
  @Ref() tenderId!: string;
  @Ref() enterpriseId!: string;
  @ShortText(120, 'internal') name!: string;
  /** 1: drawn by lot from a list; 0: named by the tenderer. */
  @Whole() drawn!: number;
  @Moment() listedAt!: Instant;
  /** When the invitation went out; null: the tender is not published yet. */
  @Moment('internal', { nullable: true }) invitedAt!: Instant | null;
}

/** A firm of the list that invitations are drawn from, with what its row of the draw is made of. */
export interface ListedFirm {
  readonly row: number;
  readonly enterpriseId: string;
  readonly name: string;
  readonly idSalt: string;
}

/** A random invitation; its id is the tender's. */
@Entity('invitation_draw')
export class InvitationDrawRow {
  @Key() id!: string;
  @Ref() drawId!: string;
  @Whole() count!: number;
  @JsonText('internal') firms!: readonly ListedFirm[];
  @JsonText('internal') watchers!: readonly string[];
  @Moment() begunAt!: Instant;
  @Moment('internal', { nullable: true }) drawnAt!: Instant | null;
}

export const INVITATION_ENTITIES = [InvitedFirmRow, InvitationDrawRow];
