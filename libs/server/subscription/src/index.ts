export { savedOf, searchPath } from './saved-search';
export { Subscribe, type Asked } from './subscribe';
export type { SavedSearch, SubscriptionLanguage } from './subscription.entity';
export { SubscriptionModule } from './subscription.module';
