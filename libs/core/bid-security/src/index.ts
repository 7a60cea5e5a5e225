export * from './deposit-interest';
export * from './money-back';
export * from './payment-code';
export * from './release';
export * from './security';
export * from './statement';
