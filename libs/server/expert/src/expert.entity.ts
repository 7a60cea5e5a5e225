import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import type { ExpertState } from '@core/panel';
import { JsonText, Key, Moment, Personal, Ref, ShortText } from '@server/platform';

/** An expert of the county's pool. */
@Entity('expert')
@Index('uq_expert_person', ['personId'], { unique: true })
@Index('ix_expert_state', ['state'])
export class ExpertRow {
  @Key() id!: string;
  @Ref() personId!: string;
  @Personal() name!: string;
  @JsonText('internal') specialties!: readonly string[];
  @ShortText(120, 'internal') employer!: string;
  /** Unified credit code of the employer, or empty. */
  @ShortText(18, 'internal') employerCode!: string;
  @ShortText(60, 'internal') region!: string;
  @ShortText(60, 'internal') title!: string;
  @Personal() phone!: string;
  @Moment() termUntil!: Instant;
  @ShortText(12, 'internal') state!: ExpertState;
  /** Names or credit codes of firms the expert has to do with: past employers, holdings, relatives. */
  @JsonText('internal') recusals!: readonly string[];
  @Moment() createdAt!: Instant;
}

export const EXPERT_ENTITIES = [ExpertRow];
