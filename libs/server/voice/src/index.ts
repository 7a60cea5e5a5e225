export * from './ivr-gateway';
export * from './leg';
export * from './voice-gateway';
