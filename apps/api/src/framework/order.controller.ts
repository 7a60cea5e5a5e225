import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@core/identity';
import { FollowOrder, PlaceOrder } from '@server/framework';
import { Acting, MaybeActing, Needs, Public } from '../http/access';
import { PlaceOrderDto, RefuseOrderDto, ReviewOrderDto } from './framework.dto';
import { FrameworkOrderView } from './framework.view';
import { ReadFramework } from './read-framework';

/** What is bought under a framework, from the order to the review. */
@ApiTags('framework')
@Controller()
export class OrderController {
  constructor(
    private readonly place: PlaceOrder,
    private readonly follow: FollowOrder,
    private readonly read: ReadFramework,
  ) {}

  /** The latest orders of a framework. */
  @Get('public/frameworks/:id/orders')
  @Public()
  @ApiOkResponse({ type: [FrameworkOrderView] })
  listFrameworkOrders(
    @MaybeActing() reader: Actor | null,
    @Param('id') id: string,
  ): Promise<FrameworkOrderView[]> {
    return this.read.ordersOf(id, reader);
  }

  /** The reader's own orders: those he placed, or those he was given. */
  @Get('orders')
  @Needs('framework.read')
  @ApiOkResponse({ type: [FrameworkOrderView] })
  listOwnOrders(@Acting() actor: Actor): Promise<FrameworkOrderView[]> {
    return this.read.ownOrders(actor);
  }

  /** Orders of the supplier that is named, or of whose turn it is where none is. */
  @Post('frameworks/:id/orders')
  @Needs('framework.buy')
  @ApiCreatedResponse({ type: FrameworkOrderView })
  async placeOrder(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { supplierId, reason = '', ...body }: PlaceOrderDto,
  ): Promise<FrameworkOrderView> {
    const request = { ...body, reason };
    const row =
      supplierId === undefined
        ? await this.place.byTurn(actor, id, request)
        : await this.place.direct(actor, id, supplierId, request);
    return this.read.order(row, actor);
  }

  @Post('orders/:id/confirm')
  @HttpCode(204)
  @Needs('framework.supply')
  async confirmOrder(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.follow.confirm(actor, id);
  }

  @Post('orders/:id/refuse')
  @HttpCode(204)
  @Needs('framework.supply')
  async refuseOrder(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: RefuseOrderDto,
  ): Promise<void> {
    await this.follow.refuse(actor, id, reason);
  }

  /** Takes back what nobody has confirmed. */
  @Post('orders/:id/cancel')
  @HttpCode(204)
  @Needs('framework.buy')
  async cancelOrder(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { reason }: RefuseOrderDto,
  ): Promise<void> {
    await this.follow.cancel(actor, id, reason);
  }

  @Post('orders/:id/deliver')
  @HttpCode(204)
  @Needs('framework.supply')
  async deliverOrder(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.follow.deliver(actor, id);
  }

  @Post('orders/:id/receive')
  @HttpCode(204)
  @Needs('framework.buy')
  async receiveOrder(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.follow.receive(actor, id);
  }

  @Post('orders/:id/pay')
  @HttpCode(204)
  @Needs('framework.buy')
  async payOrder(@Acting() actor: Actor, @Param('id') id: string): Promise<void> {
    await this.follow.pay(actor, id);
  }

  @Post('orders/:id/review')
  @HttpCode(204)
  @Needs('framework.buy')
  async reviewOrder(
    @Acting() actor: Actor,
    @Param('id') id: string,
    @Body() { stars, words = '' }: ReviewOrderDto,
  ): Promise<void> {
    await this.follow.review(actor, id, { stars, words });
  }
}
