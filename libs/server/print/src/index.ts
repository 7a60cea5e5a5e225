export { printable } from './cjk-font';
export { drawPdf, type Block, type Sheet } from './page';
export * from './print';
export * from './print.module';
