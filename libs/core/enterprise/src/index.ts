export * from './credit-code';
export * from './enterprise';
export * from './consortium';
export * from './qualification';
