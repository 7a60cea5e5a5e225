import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { Bids, SubmitBid, type BidRecord } from '@server/bid';
import { Ledger } from '@server/ledger';
import { DomainError } from '@server/platform';
import { Lots, openingOf, Tenders } from '@server/tender';
import { Acting, Needs } from '../http/access';
import { CoreObject, Hex, Id, ListOf, Text, WholeNumber } from '../http/fields';
import { instantOrNull } from '../http/views';

class BlobDto {
  @Text({ max: 80 }) name!: string;
  @Id() fileId!: string;
}

class SubmitBidDto {
  /** The bid object: canonical JSON, exactly the bytes that were signed. */
  @Text({ max: 60_000 }) bidObject!: string;
  @CoreObject() signature!: Record<string, unknown>;
  @Hex(32) publicKey!: string;
  @ListOf(() => BlobDto, { max: 500 }) blobs!: BlobDto[];
  /** The bid seed wrapped under the bidder's passphrase (base64); the platform cannot open it. */
  @Text({ max: 8_000, optional: true }) backup?: string;
}

class ReserveBidDto {
  /** Without it: lot 1. */
  @WholeNumber({ min: 1, max: 999, optional: true }) lot?: number;
}

class WithdrawBidDto {
  @CoreObject() signature!: Record<string, unknown>;
}

/** A bid, as its own bidder sees it. */
class BidView {
  @ApiProperty() id!: string;
  @ApiProperty() tenderId!: string;
  @ApiProperty() lot!: number;
  @ApiProperty() bidder!: string;
  @ApiProperty() seq!: number;
  @ApiProperty({ enum: ['reserved', 'submitted', 'withdrawn'] }) state!: string;
  @ApiProperty({ type: String, nullable: true }) bidHash!: string | null;
  @ApiProperty({ type: String, nullable: true }) receipt!: string | null;
  @ApiProperty({ type: String, nullable: true }) arrivedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) withdrawnAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) backup!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  logReceipt!: Record<string, unknown> | null;

  static of(this: void, row: BidRecord, logReceipt: object | null = null): BidView {
    const { id, tenderId, lot, enterpriseId, seq, state, bidHash, receipt, backup } = row;
    return {
      id,
      tenderId,
      lot,
      bidder: enterpriseId,
      seq,
      state,
      bidHash,
      receipt,
      backup,
      arrivedAt: instantOrNull(row.arrivedAt),
      withdrawnAt: instantOrNull(row.withdrawnAt),
      logReceipt: logReceipt ? { ...logReceipt } : null,
    };
  }
}

class ReservedBidView extends BidView {
  /** How to seal (tp1 §4.2). */
  @ApiProperty({ type: 'object', additionalProperties: true }) opening!: Record<string, unknown>;
  /** The holders' keys with their signatures, which the bidder's program checks before it seals. */
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  holderKeys!: Record<string, unknown>[];
}

/** A bidder's own sealed bids. */
@ApiTags('bid')
@Controller()
export class BidController {
  constructor(
    private readonly bids: Bids,
    private readonly submitBid: SubmitBid,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly ledger: Ledger,
  ) {}

  @Post('tenders/:id/bids')
  @Needs('bid.submit')
  @ApiCreatedResponse({ type: ReservedBidView })
  async reserveBid(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: ReserveBidDto,
  ): Promise<ReservedBidView> {
    const row = await this.submitBid.reserve(actor, id, body.lot ?? 1);
    const tender = await this.tenders.published(id);
    const holderKeys = (tender.sealing?.holders ?? []).map((holder) => ({ ...holder }));
    const opening = { ...openingOf(tender, await this.lots.ofTender(id)) };
    return { ...BidView.of(row), opening, holderKeys };
  }

  @Get('tenders/:id/bids/mine')
  @Needs('bid.submit')
  @ApiOkResponse({ type: [BidView] })
  async myBids(@Acting() actor: Actor, @Param('id') id: string): Promise<BidView[]> {
    return (await this.bids.ofEnterprise(id, actor.organisationId)).map((row) => BidView.of(row));
  }

  @Get('bids/mine')
  @Needs('bid.submit')
  @ApiOkResponse({ type: [BidView] })
  async allMyBids(@Acting() actor: Actor): Promise<BidView[]> {
    return (await this.bids.allOfEnterprise(actor.organisationId)).map((row) => BidView.of(row));
  }

  /** One bid with the log's receipt, once the witnesses have cosigned it. */
  @Get('bids/:id')
  @Needs('bid.submit')
  @ApiOkResponse({ type: BidView })
  async getBid(@Acting() actor: Actor, @Param('id') id: string): Promise<BidView> {
    const row = await this.bids.get(id);
    if (row.enterpriseId !== actor.organisationId) throw new DomainError('bid.not_found');
    const receipt = row.recordId === null ? null : await this.ledger.receipt(row.recordId);
    return BidView.of(row, receipt);
  }

  @Post('bids/:id/submit')
  @HttpCode(200)
  @Needs('bid.submit')
  @ApiOkResponse({ type: BidView })
  async submit(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: SubmitBidDto,
  ): Promise<BidView> {
    const command = { ...body, backup: body.backup ?? null };
    return BidView.of(await this.submitBid.submit(actor, id, command));
  }

  @Post('bids/:id/withdraw')
  @HttpCode(200)
  @Needs('bid.submit')
  @ApiOkResponse({ type: BidView })
  async withdraw(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() body: WithdrawBidDto,
  ): Promise<BidView> {
    return BidView.of(await this.submitBid.withdraw(actor, id, body.signature));
  }
}
