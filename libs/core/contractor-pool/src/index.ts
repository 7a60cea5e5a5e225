export * from './conditions';
export * from './membership';
export * from './taking-part';
