import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { formatInstant, parseInstant } from '@core/kernel';
import { PreparePublication, type PreparedPublication } from '@server/tender';
import { Acting, Needs } from '../http/access';
import { Hex, Text, UtcInstant, YesNo } from '../http/fields';
import { instantOrNull } from '../http/views';

class PreparePublicationDto {
  @Text({ max: 20_000 }) text!: string;
  /** Without it the publication goes out when it is confirmed. */
  @UtcInstant({ optional: true }) publishAt?: string;
  /** Whether another person has to confirm it. */
  @YesNo() fourEyes!: boolean;
}

class ConfirmPublicationDto {
  /** The fingerprint of what was looked at. */
  @Hex(32) digest!: string;
}

class PublicationView {
  @ApiProperty() text!: string;
  @ApiProperty() digest!: string;
  @ApiProperty({ type: String, nullable: true }) publishAt!: string | null;
  @ApiProperty() fourEyes!: boolean;
  @ApiProperty() preparedAt!: string;
  /** Whether the reader is who prepared it. */
  @ApiProperty() preparedByMe!: boolean;
  @ApiProperty({ type: String, nullable: true }) confirmedAt!: string | null;

  static of(this: void, row: PreparedPublication, reader: Actor): PublicationView {
    const { text, digest } = row;
    return {
      text,
      digest,
      publishAt: instantOrNull(row.publishAt),
      fourEyes: row.fourEyes === 1,
      preparedAt: formatInstant(row.preparedAt),
      preparedByMe: row.preparedBy === reader.personId,
      confirmedAt: instantOrNull(row.confirmedAt),
    };
  }
}

class PreparedView {
  /** Null: nothing is prepared. */
  @ApiProperty({ type: PublicationView, nullable: true }) publication!: PublicationView | null;
}

/** Publication in two steps, and at an hour set beforehand. */
@ApiTags('tender')
@Controller('tenders/:id/publication')
export class PublicationController {
  constructor(private readonly publications: PreparePublication) {}

  @Get()
  @Needs('tender.edit')
  @ApiOkResponse({ type: PreparedView })
  async getPublication(@Acting() actor: Actor, @Param('id') id: string): Promise<PreparedView> {
    const row = await this.publications.find(actor, id);
    return { publication: row ? PublicationView.of(row, actor) : null };
  }

  /** Freezes the draft as it is to be published. */
  @Put()
  @Needs('tender.edit')
  @ApiOkResponse({ type: PublicationView })
  async preparePublication(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: PreparePublicationDto,
  ): Promise<PublicationView> {
    const { text, fourEyes } = body;
    const publishAt = body.publishAt === undefined ? null : parseInstant(body.publishAt);
    const wish = { text, fourEyes, publishAt };
    return PublicationView.of(await this.publications.prepare(actor, id, wish), actor);
  }

  /** Confirms what was looked at: it goes out now, or at its hour. */
  @Post('confirm')
  @HttpCode(204)
  @Needs('tender.edit')
  async confirmPublication(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: ConfirmPublicationDto,
  ): Promise<void> {
    await this.publications.confirm(actor, id, body.digest);
  }

  /** Takes it back; the draft may be changed again. */
  @Delete()
  @HttpCode(204)
  @Needs('tender.edit')
  async takeBackPublication(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.publications.takeBack(actor, id);
  }
}
