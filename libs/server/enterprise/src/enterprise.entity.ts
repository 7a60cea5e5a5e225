import { Entity, Index } from 'typeorm';
import type { EnterpriseState, Qualification } from '@core/enterprise';
import type { Instant } from '@core/kernel';
import { JsonText, Key, Moment, Personal, Ref, ShortText, Whole } from '@server/platform';

/** One bidder of the county's register; its id is that of its organisation. */
@Entity('enterprise')
@Index('uq_enterprise_credit_code', ['creditCode'], { unique: true })
@Index('ix_enterprise_state', ['state', 'submittedAt'])
export class EnterpriseRow {
  @Key() id!: string;
  @ShortText(18, 'public') creditCode!: string;
  @ShortText(120, 'public') name!: string;
  @ShortText(12, 'public') state!: EnterpriseState;
  @Whole() version!: number;
  @ShortText(200, 'public') address!: string;
  @Personal() legalRepresentative!: string;
  @Personal() contactName!: string;
  @Personal() contactPhone!: string;
  @Personal() bankName!: string;
  @Personal() bankAccount!: string;
  @JsonText('public') qualifications!: readonly Qualification[];
  @JsonText('internal') missing!: readonly string[];
  @ShortText(20, 'public', { nullable: true }) memberNumber!: string | null;
  @Ref('internal', { nullable: true }) verifiedBy!: string | null;
  @Moment() createdAt!: Instant;
  @Moment('internal', { nullable: true }) submittedAt!: Instant | null;
  @Moment('public', { nullable: true }) verifiedAt!: Instant | null;
}

/** What an enterprise looked like in one version: a bid refers to the version it used. */
@Entity('enterprise_version')
@Index('uq_enterprise_version', ['enterpriseId', 'version'], { unique: true })
export class EnterpriseVersionRow {
  @Key() id!: string;
  @Ref() enterpriseId!: string;
  @Whole() version!: number;
  @Personal() content!: string;
  @Moment() createdAt!: Instant;
}

export const ENTERPRISE_ENTITIES = [EnterpriseRow, EnterpriseVersionRow];
