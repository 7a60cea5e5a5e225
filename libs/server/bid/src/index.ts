export type { BidState } from './bid.entity';
export * from './bid.module';
export * from './bids.store';
export * from './submit-bid';
