export * from './changes';
export * from './duties';
export * from './fingerprint';
export * from './payments';
export * from './signing';
export * from './subcontract';
export * from './terms';
