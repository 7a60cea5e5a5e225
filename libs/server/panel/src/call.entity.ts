import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import type { VoiceOutcome } from '@core/voice';
import { Key, LongText, Moment, Ref, ShortText, Whole } from '@server/platform';

/** due → running → over. */
export type CallState = 'due' | 'running' | 'over';

/** One call to whoever is behind an invitation: it names a drawn number's invitation, never a person or a telephone. */
@Entity('panel_call')
@Index('uq_panel_call_attempt', ['invitationId', 'attempt'], { unique: true })
@Index('ix_panel_call_due', ['state', 'dueAt'])
@Index('ix_panel_call_panel', ['panelId'])
export class PanelCallRow {
  @Key() id!: string;
  @Ref() panelId!: string;
  @Ref() invitationId!: string;
  /** From 1. */
  @Whole() attempt!: number;
  /** Who wanted it: the policy, or an operator's hand. */
  @ShortText(8, 'internal') origin!: 'policy' | 'operator';
  @ShortText(8, 'internal') state!: CallState;
  /** The last thing that happened in it, for those who watch. */
  @ShortText(12, 'internal') phase!: string;
  /** Legal clock: not before. */
  @Moment() dueAt!: Instant;
  @ShortText(8, 'internal', { nullable: true }) gateway!: string | null;
  /** The process that makes it, which must say so again before `leaseUntil` (system clock). */
  @Ref('internal', { nullable: true }) holder!: string | null;
  @Moment('internal', { nullable: true }) leaseUntil!: Instant | null;
  @Moment('internal', { nullable: true }) startedAt!: Instant | null;
  @Moment('internal', { nullable: true }) endedAt!: Instant | null;
  @ShortText(16, 'internal', { nullable: true }) outcome!: VoiceOutcome | null;
  /** The key that was decided upon: it stands, however the call ends. */
  @ShortText(1, 'internal', { nullable: true }) pressed!: string | null;
}

/** What happened in the calls of an invitation, in order; append-only, each chained to the one before. */
@Entity('panel_call_event')
@Index('uq_panel_call_event_seq', ['invitationId', 'seq'], { unique: true })
@Index('ix_panel_call_event_call', ['callId'])
export class PanelCallEventRow {
  @Key() id!: string;
  @Ref() invitationId!: string;
  /** From 0 without a gap. */
  @Whole() seq!: number;
  @Ref() callId!: string;
  @Whole() attempt!: number;
  @ShortText(12, 'internal') type!: string;
  @ShortText(20, 'internal') what!: string;
  @ShortText(1, 'internal') key!: string;
  @Whole() ms!: number;
  @Moment() at!: Instant;
  /** What the other side called it and why it ended, encrypted to the notifier: either may hold the number. */
  @LongText('sealed', { nullable: true }) sealed!: string | null;
  @ShortText(64, 'internal') previous!: string;
  @ShortText(64, 'internal') digest!: string;
}

/** When a number was dialled on one day; under a keyed name that is another one each day, and gone soon after. */
@Entity('dialled_number')
@Index('ix_dialled_number_until', ['until'])
export class DialledNumberRow {
  @Key(64, 'sealed') id!: string;
  @LongText('sealed') times!: string;
  @Moment() until!: Instant;
}

export const CALL_ENTITIES = [PanelCallRow, PanelCallEventRow, DialledNumberRow];
