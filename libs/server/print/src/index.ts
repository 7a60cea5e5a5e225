export { printable } from './cjk-font';
export type { Block, Sheet } from './page';
export { Press } from './press';
export * from './print';
export * from './print.module';
