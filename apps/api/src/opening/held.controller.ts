import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { HeldShares, type HeldDuty, type HeldShareSet } from '@server/opening';
import { Acting, Needs } from '../http/access';
import { instantOrNull } from '../http/views';

/** A tender for which the caller's organisation holds a key. */
class HeldDutyView {
  @ApiProperty() tenderId!: string;
  @ApiProperty() code!: string;
  @ApiProperty() title!: string;
  @ApiProperty() batchId!: string;
  @ApiProperty() x!: number;
  @ApiProperty({ type: String, nullable: true }) openingId!: string | null;
  @ApiProperty({ type: String, nullable: true }) phase!: string | null;
  @ApiProperty({ type: String, nullable: true }) windowEndsAt!: string | null;
  /** Bids that wait for this holder's share. */
  @ApiProperty() waiting!: number;

  static of(this: void, duty: HeldDuty): HeldDutyView {
    const { tenderId, code, title, batchId, x, opening, waiting } = duty;
    return {
      tenderId,
      code,
      title,
      batchId,
      x,
      openingId: opening?.id ?? null,
      phase: opening?.phase ?? null,
      windowEndsAt: instantOrNull(opening?.windowEndsAt ?? null),
      waiting,
    };
  }
}

/** What a holder's program needs to open its shares; it checks every word before one leaves it. */
class HeldSharesView {
  @ApiProperty() openingId!: string;
  @ApiProperty() batchId!: string;
  @ApiProperty() tender!: string;
  @ApiProperty() x!: number;
  @ApiProperty() slot!: string;
  @ApiProperty() openAt!: string;
  /** The log's receipt of the closed list. */
  @ApiProperty({ type: 'object', additionalProperties: true }) closing!: Record<string, unknown>;
  /** Objects of the bids that are still sealed, canonical JSON. */
  @ApiProperty({ type: [String] }) bids!: string[];

  static of(this: void, set: HeldShareSet): HeldSharesView {
    return { ...set, closing: { ...set.closing }, bids: [...set.bids] };
  }
}

/** The side of the key holders at an opening; shares come back by `POST openings/:id/shares`. */
@ApiTags('opening')
@Controller()
export class HeldController {
  constructor(private readonly held: HeldShares) {}

  @Get('held-tenders')
  @Needs('key.hold')
  @ApiOkResponse({ type: [HeldDutyView] })
  async heldTenders(@Acting() actor: Actor): Promise<HeldDutyView[]> {
    return (await this.held.duties(actor)).map(HeldDutyView.of);
  }

  /** The shares dealt to the caller's organisation, encrypted to its key for this tender. */
  @Get('openings/:id/held-shares')
  @Needs('key.hold')
  @ApiOkResponse({ type: HeldSharesView })
  async heldShares(@Acting() actor: Actor, @Param('id') id: string): Promise<HeldSharesView> {
    return HeldSharesView.of(await this.held.sharesFor(actor, id));
  }
}
