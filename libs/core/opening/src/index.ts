export * from './hall';
export * from './attendance';
export * from './coefficients';
export * from './draw-coefficients';
export * from './check-in';
export * from './sheet';
export * from './base-price';
