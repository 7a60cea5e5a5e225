export * from './ivr-gateway';
export * from './leg';
export * from './softphones';
export * from './voice-gateway';
export * from './voice.module';
