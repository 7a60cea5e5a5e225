export * from './collective';
export * from './commission';
export * from './draft';
export * from './exemption';
export * from './local-procurement';
export * from './planned-lots';
export * from './project';
export * from './unified-code';
