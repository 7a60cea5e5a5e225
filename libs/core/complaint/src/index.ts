export * from './complaint';
export * from './complaint-clock';
export * from './decide-complaint';
export * from './file-complaint';
export * from './figures';
export * from './review-complaint';
