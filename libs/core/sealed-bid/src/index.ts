export * from './bid';
export { piecesOf, streamOf, type ByteSource } from './byte-source';
export * from './closing';
export * from './file-digest';
export * from './holder';
export * from './open';
export * from './opening';
export * from './seal';
export * from './secrets';
