import { Entity, Index } from 'typeorm';
import type { MessageLanguage, MessageParams, MessageTopic } from '@core/notification';
import type { Instant } from '@core/kernel';
import { JsonText, Key, Moment, Personal, Ref, ShortText, Whole } from '@server/platform';

/** Something a person was told. */
@Entity('message')
@Index('uq_message_occasion', ['personId', 'occasion'], { unique: true })
@Index('ix_message_person', ['personId', 'id'])
export class MessageRow {
  /** UUIDv7: sorts by time. */
  @Key() id!: string;
  @Ref() personId!: string;
  @ShortText(40, 'internal') topic!: MessageTopic;
  /** What it is about, so that nobody is told twice: `award.made/<tender>`. */
  @ShortText(120, 'internal') occasion!: string;
  @JsonText('internal') params!: MessageParams;
  /** Path on this site, such as `/tenders/…`. */
  @ShortText(200, 'internal') link!: string;
  /** Legal clock. */
  @Moment() at!: Instant;
  @Moment('internal', { nullable: true }) readAt!: Instant | null;
}

/** Ways a message leaves the site. */
export const CHANNELS = ['mail', 'sms'] as const;
export type Channel = (typeof CHANNELS)[number];

export const DELIVERY_STATES = ['waiting', 'sent', 'given_up'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One message on its way to one address: the delivery log. */
@Entity('delivery')
@Index('ix_delivery_due', ['state', 'dueAt'])
export class DeliveryRow {
  @Key() id!: string;
  @Ref() messageId!: string;
  @ShortText(10, 'internal') channel!: Channel;
  @Personal() address!: string;
  @ShortText(10, 'internal') language!: MessageLanguage;
  @ShortText(10, 'internal') state!: DeliveryState;
  @Whole() attempts!: number;
  /** System clock: when it may be tried (again). */
  @Moment() dueAt!: Instant;
  @Moment('internal', { nullable: true }) sentAt!: Instant | null;
  /** What the other side last said; never the message. */
  @ShortText(200, 'internal', { nullable: true }) lastError!: string | null;
}

/** Where and how a person wants to be told. */
@Entity('contact')
export class ContactRow {
  @Key() personId!: string;
  @ShortText(10, 'internal') language!: MessageLanguage;
  @Personal({ nullable: true }) mail!: string | null;
  @Whole() byMail!: number;
  @Personal({ nullable: true }) phone!: string | null;
  @Whole() bySms!: number;
}

export const NOTIFICATION_ENTITIES = [MessageRow, DeliveryRow, ContactRow];
