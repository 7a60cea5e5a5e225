export * from './conditions';
export * from './membership';
export * from './pool-call';
export * from './taking-part';
