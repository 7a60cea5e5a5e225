import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import type { InvitationState, PanelSeats, PanelState } from '@core/panel';
import { JsonText, Key, LongText, Moment, Ref, ShortText, Whole } from '@server/platform';

/** The evaluation panel of a tender: the root of its draw and invitations. */
@Entity('panel')
@Index('uq_panel_tender', ['tenderId'], { unique: true })
@Index('ix_panel_state', ['state', 'requestedAt'])
export class PanelRow {
  @Key() id!: string;
  @Ref() tenderId!: string;
  @ShortText(12, 'internal') state!: PanelState;
  @Whole() total!: number;
  @Whole() tenderer!: number;
  @JsonText('internal') seats!: readonly PanelSeats[];
  @Moment() meetingAt!: Instant;
  @ShortText(120, 'internal') place!: string;
  /** Who was left out of the pool and why, encrypted to the notifier: its length would tell how many bid. */
  @LongText('sealed', { nullable: true }) excluded!: string | null;
  @Moment() requestedAt!: Instant;
  @Moment('internal', { nullable: true }) formedAt!: Instant | null;
}

/** Who is behind a row of the pool, encrypted to the notifier: the database alone does not tell. */
@Entity('panel_identity')
@Index('uq_panel_identity_row', ['panelId', 'row'], { unique: true })
export class PanelIdentityRow {
  @Key() id!: string;
  @Ref() panelId!: string;
  @Whole('sealed') row!: number;
  @LongText('sealed') sealed!: string;
}

/** The invitation of a drawn number to a seat. */
@Entity('invitation')
@Index('uq_invitation_panel_row', ['panelId', 'row'], { unique: true })
@Index('ix_invitation_state', ['state'])
export class InvitationRow {
  @Key() id!: string;
  @Ref() panelId!: string;
  /** From 1; whoever replaces somebody takes over the number. */
  @Whole() seat!: number;
  @Whole() row!: number;
  @ShortText(32, 'internal') stratum!: string;
  @ShortText(32, 'internal') via!: string;
  @ShortText(12, 'internal') state!: InvitationState;
  /** The record whose digest the draw's event names; it holds random bytes. */
  @LongText('sealed', { nullable: true }) evidence!: string | null;
  @Moment() invitedAt!: Instant;
  @Moment() respondBy!: Instant;
  @Moment('internal', { nullable: true }) answeredAt!: Instant | null;
  @Moment('internal', { nullable: true }) checkedInAt!: Instant | null;
}

export const PANEL_ENTITIES = [PanelRow, PanelIdentityRow, InvitationRow];
