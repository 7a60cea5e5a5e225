import { Entity, Index } from 'typeorm';
import type { Instant } from '@core/kernel';
import type { ConsortiumState } from '@core/enterprise';
import { Key, Moment, Personal, Ref, ShortText, Whole } from '@server/platform';

/** An enterprise's sign-up for a lot of a tender; sealed from everybody but the tenderer until the deadline. */
@Entity('sign_up')
@Index('uq_sign_up_lot_enterprise', ['tenderId', 'lot', 'enterpriseId'], { unique: true })
@Index('uq_sign_up_receipt', ['receipt'], { unique: true })
@Index('ix_sign_up_enterprise', ['enterpriseId', 'at'])
export class SignUpRow {
  @Key(36, 'sealed') id!: string;
  @Ref('sealed') tenderId!: string;
  @Whole('sealed', { default: 1 }) lot!: number;
  @Ref('sealed') enterpriseId!: string;
  @Ref('internal') personId!: string;
  @ShortText(20, 'sealed') receipt!: string;
  @Moment('sealed') at!: Instant;
  @Moment('sealed', { nullable: true }) withdrawnAt!: Instant | null;
  /** The credit code of the unit that controls or manages it, by its own word. */
  @ShortText(18, 'sealed', { nullable: true }) controller!: string | null;
  /** The consortium it signed up with, as its leader. */
  @Ref('sealed', { nullable: true }) consortiumId!: string | null;
  /** The printed receipt; null: nobody has asked for it yet. */
  @Ref('sealed', { nullable: true }) receiptFileId!: string | null;
}

/** How a firm takes part in a lot. */
export type PartyRole = 'alone' | 'leader' | 'member';

/**
 * That a firm takes part in a lot, and how: signed up, with a bid, or as a member of a consortium. One row for a firm and
 * a lot: whoever is in a consortium cannot sign up or bid alone, nor the other way round, whichever comes first.
 */
@Entity('lot_party')
@Index('uq_lot_party', ['tenderId', 'lot', 'enterpriseId'], { unique: true })
@Index('ix_lot_party_consortium', ['consortiumId'])
export class LotPartyRow {
  @Key(36, 'sealed') id!: string;
  @Ref('sealed') tenderId!: string;
  @Whole('sealed') lot!: number;
  @Ref('sealed') enterpriseId!: string;
  @ShortText(10, 'sealed') role!: PartyRole;
  @Ref('sealed', { nullable: true }) consortiumId!: string | null;
  @Whole('sealed') signedUp!: number;
  @Whole('sealed') hasBid!: number;
}

/** A consortium that wants to bid for a lot; its members know of it, and until the deadline nobody else. */
@Entity('consortium')
@Index('ix_consortium_tender', ['tenderId', 'lot'])
export class ConsortiumRow {
  @Key(36, 'sealed') id!: string;
  @Ref('sealed') tenderId!: string;
  @Whole('sealed') lot!: number;
  @Ref('sealed') leaderId!: string;
  @ShortText(10, 'sealed') state!: ConsortiumState;
  /** The joint agreement (共同投标协议). */
  @Ref('sealed') agreementFileId!: string;
  @ShortText(64, 'sealed') agreementSha256!: string;
  @Moment('sealed') createdAt!: Instant;
  @Moment('sealed', { nullable: true }) completedAt!: Instant | null;
}

/** A member of a consortium; place 1 is its leader. */
@Entity('consortium_member')
@Index('uq_consortium_member', ['consortiumId', 'enterpriseId'], { unique: true })
@Index('ix_consortium_member_enterprise', ['enterpriseId'])
export class ConsortiumMemberRow {
  @Key(36, 'sealed') id!: string;
  @Ref('sealed') consortiumId!: string;
  @Ref('sealed') enterpriseId!: string;
  @ShortText(120, 'sealed') name!: string;
  @ShortText(18, 'sealed') creditCode!: string;
  @Whole('sealed') place!: number;
  /** Who confirmed for it, and when. */
  @Ref('internal', { nullable: true }) personId!: string | null;
  @Moment('sealed', { nullable: true }) confirmedAt!: Instant | null;
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

export const SIGN_UP_ENTITIES = [
  SignUpRow,
  LotPartyRow,
  ConsortiumRow,
  ConsortiumMemberRow,
  DownloadRow,
];
