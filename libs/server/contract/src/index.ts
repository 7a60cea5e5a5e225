export * from './change-contract';
export * from './contract.entity';
export * from './contract.module';
export * from './contracts.store';
export * from './follow-contract';
export * from './read-contract';
export * from './sign-contract';
export * from './write-contract';
