export * from './document.module';
export * from './take-document';
export * from './tickets';
