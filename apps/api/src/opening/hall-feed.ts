import { Injectable } from '@nestjs/common';
import { HallLog, Openings, type StoredHallEvent } from '@server/opening';
import { EventFeed } from '../live/event-feed';

/** Follows the halls somebody watches from this process. */
@Injectable()
export class HallFeed extends EventFeed<StoredHallEvent> {
  constructor(openings: Openings, log: HallLog) {
    super((openingId, seq) => openings.eventsAfter(openingId, seq));
    log.onEvent((openingId) => this.nudge(openingId));
  }
}
