import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import {
  MESSAGE_LANGUAGES,
  MESSAGE_TOPICS,
  wordsOf,
  type MessageLanguage,
} from '@core/notification';
import { formatInstant } from '@core/kernel';
import type { Caller } from '@server/identity';
import {
  CHANNELS,
  Contacts,
  DELIVERY_STATES,
  Messages,
  type Contact,
  type Delivery,
  type Message,
} from '@server/notification';
import { LegalClock } from '@server/platform';
import { Me, Needs } from '../http/access';
import { Id, OneOf, Text, YesNo } from '../http/fields';
import { instantOrNull } from '../http/views';

const PAGE = 30;
const LOG = 50;

class InboxQueryDto {
  @Id({ optional: true }) before?: string;
}

class ContactDto {
  @OneOf(MESSAGE_LANGUAGES) language!: MessageLanguage;
  @Text({ max: 250, optional: true }) mail?: string;
  @YesNo() byMail!: boolean;
  @Text({ max: 20, optional: true }) phone?: string;
  @YesNo() bySms!: boolean;
}

class WordsView {
  @ApiProperty() title!: string;
  @ApiProperty() text!: string;
}

class MessageView {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: MESSAGE_TOPICS }) topic!: string;
  @ApiProperty({ type: WordsView }) zh!: WordsView;
  @ApiProperty({ type: WordsView }) en!: WordsView;
  /** Path on this site. */
  @ApiProperty() link!: string;
  @ApiProperty() at!: string;
  @ApiProperty({ type: String, nullable: true }) readAt!: string | null;

  static of(this: void, message: Message): MessageView {
    const { id, topic, params, link, at, readAt } = message;
    return {
      id,
      topic,
      zh: wordsOf(topic, params, 'zh-CN'),
      en: wordsOf(topic, params, 'en'),
      link,
      at: formatInstant(at),
      readAt: instantOrNull(readAt),
    };
  }
}

class UnreadView {
  @ApiProperty({ type: 'integer' }) unread!: number;
}

class ContactView {
  @ApiProperty({ enum: MESSAGE_LANGUAGES }) language!: string;
  @ApiProperty({ type: String, nullable: true }) mail!: string | null;
  @ApiProperty() byMail!: boolean;
  @ApiProperty({ type: String, nullable: true }) phone!: string | null;
  @ApiProperty() bySms!: boolean;
  /** Whether this site sends mail, and short messages. */
  @ApiProperty() mailOffered!: boolean;
  @ApiProperty() smsOffered!: boolean;
}

class DeliveryView {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: CHANNELS }) channel!: string;
  @ApiProperty({ enum: DELIVERY_STATES }) state!: string;
  @ApiProperty({ type: 'integer' }) attempts!: number;
  @ApiProperty({ type: String, nullable: true }) sentAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) lastError!: string | null;

  // Not what it carried: how many were told of one tender before its deadline is how many take part in it.
  static of(this: void, row: Delivery): DeliveryView {
    const { id, channel, state, attempts, sentAt, lastError } = row;
    return { id, channel, state, attempts, sentAt: instantOrNull(sentAt), lastError };
  }
}

/** The inbox, how one wants to be told, and the log of what left the site. */
@ApiTags('notification')
@Controller()
export class NotificationController {
  constructor(
    private readonly messages: Messages,
    private readonly contacts: Contacts,
    private readonly clock: LegalClock,
  ) {}

  /** Newest first; `before` is the last id seen. */
  @Get('inbox')
  @Needs('account.manage')
  @ApiOkResponse({ type: [MessageView] })
  async listMessages(@Me() caller: Caller, @Query() query: InboxQueryDto): Promise<MessageView[]> {
    const rows = await this.messages.page(caller.personId, query.before ?? null, PAGE);
    return rows.map(MessageView.of);
  }

  @Get('inbox/unread')
  @Needs('account.manage')
  @ApiOkResponse({ type: UnreadView })
  async countUnread(@Me() caller: Caller): Promise<UnreadView> {
    return { unread: await this.messages.unread(caller.personId) };
  }

  @Post('inbox/read')
  @HttpCode(204)
  @Needs('account.manage')
  async readAllMessages(@Me() caller: Caller): Promise<void> {
    await this.messages.read(caller.personId, null, this.clock.now());
  }

  @Post('inbox/:id/read')
  @HttpCode(204)
  @Needs('account.manage')
  async readMessage(@Me() caller: Caller, @Param('id') id: string): Promise<void> {
    await this.messages.read(caller.personId, id, this.clock.now());
  }

  @Get('me/contact')
  @Needs('account.manage')
  @ApiOkResponse({ type: ContactView })
  async getContact(@Me() caller: Caller): Promise<ContactView> {
    const { mail: mailOffered, sms: smsOffered } = this.contacts.offered;
    return { ...(await this.contacts.of(caller.personId)), mailOffered, smsOffered };
  }

  @Put('me/contact')
  @HttpCode(204)
  @Needs('account.manage')
  async keepContact(@Me() caller: Caller, @Body() body: ContactDto): Promise<void> {
    const { mail = null, phone = null, ...rest } = body;
    const wanted: Contact = { ...rest, mail, phone };
    await this.contacts.keep(caller.personId, wanted);
  }

  /** Deliveries without their addresses, newest first: whether mail gets through. `before` is the last id seen. */
  @Get('admin/deliveries')
  @Needs('delivery.read')
  @ApiOkResponse({ type: [DeliveryView] })
  async listDeliveries(@Query() query: InboxQueryDto): Promise<DeliveryView[]> {
    return (await this.messages.log(query.before ?? null, LOG)).map(DeliveryView.of);
  }
}
