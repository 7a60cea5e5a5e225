export * from './csv';
export * from './date';
export * from './table';
