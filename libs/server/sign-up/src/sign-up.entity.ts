import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import { Key, Moment, Personal, Ref, ShortText } from '@server/platform';

/** An enterprise's sign-up for a tender; sealed from everybody but the tenderer until the deadline. */
@Entity('sign_up')
@Index('uq_sign_up_tender_enterprise', ['tenderId', 'enterpriseId'], { unique: true })
@Index('uq_sign_up_receipt', ['receipt'], { unique: true })
@Index('ix_sign_up_enterprise', ['enterpriseId', 'at'])
export class SignUpRow {
  @Key(36, 'sealed') id!: string;
  @Ref('sealed') tenderId!: string;
  @Ref('sealed') enterpriseId!: string;
  @Ref('internal') personId!: string;
  @ShortText(20, 'sealed') receipt!: string;
  @Moment('sealed') at!: Instant;
  @Moment('sealed', { nullable: true }) withdrawnAt!: Instant | null;
}

/** A download of a tender document. */
@Entity('download')
@Index('ix_download_tender', ['tenderId', 'at'])
export class DownloadRow {
  @Key(36, 'sealed') id!: string;
  @Ref('sealed') tenderId!: string;
  @Ref('sealed') documentId!: string;
  @Ref('sealed', { nullable: true }) organisationId!: string | null;
  @Personal() address!: string;
  @Moment('sealed') at!: Instant;
}

export const SIGN_UP_ENTITIES = [SignUpRow, DownloadRow];
