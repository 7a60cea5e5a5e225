export * from './ask-bidder';
export { CandidatePlaces, type Places } from './candidate-places';
export { ElectLeader } from './elect-leader';
export { type LotComputation } from './evaluation.entity';
export * from './evaluation.module';
export * from './evaluations.store';
export * from './judge-bids';
export * from './make-report';
export * from './read-letters';
