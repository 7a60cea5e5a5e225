import { Injectable } from '@nestjs/common';
import { Lotteries, type StoredLotteryEvent } from '@server/contractor-pool';
import { EventFeed } from '../../live/event-feed';

/** Follows the lotteries somebody watches from this process. */
@Injectable()
export class LotteryFeed extends EventFeed<StoredLotteryEvent> {
  constructor(lotteries: Lotteries) {
    super((lotteryId, seq) => lotteries.eventsAfter(lotteryId, seq));
    lotteries.onEvent((lotteryId) => this.nudge(lotteryId));
  }
}
