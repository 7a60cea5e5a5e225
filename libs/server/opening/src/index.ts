export { HallLog } from './hall-log';
export { OpenBasePrice } from './open-base-price';
export { OpenHall } from './open-hall';
export * from './opening.module';
export * from './openings.store';
export * from './read-bid-files';
export * from './run-hall';
export { UnsealBid } from './unseal-bid';
export * from './held-shares';
