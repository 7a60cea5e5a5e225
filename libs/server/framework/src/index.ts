export { FollowOrder, ORDER_MOVED, type OrderReview } from './follow-order';
export * from './framework.module';
export { isOpen } from './framework-desk';
export { Frameworks, type Framework, type FrameworkSupplier } from './frameworks.store';
export { COMPETITION_MOVED, HoldCompetition, type QuoteRequest } from './hold-competition';
export { LeadFramework, SUPPLIER_REMOVED } from './lead-framework';
export {
  FrameworkOrders,
  type FrameworkOrder,
  type FrameworkTurn,
  type OrderTotals,
} from './orders.store';
export { ORDER_PLACED, PlaceOrder, type OrderRequest } from './place-order';
export { PrepareFramework, SUPPLIERS_ADMITTED } from './prepare-framework';
export { Quotes, type Quote, type QuoteCall } from './quotes.store';
export {
  AGREEMENT_CONCLUDED,
  AGREEMENT_READY,
  FRAMEWORK_ENDED,
  SignAgreement,
  type Agreement,
} from './sign-agreement';
