export * from './bid-security.module';
export * from './bid-securities.store';
export * from './deposit-terms';
export { FollowCourse, type FollowedSecurity } from './follow-course';
export * from './keep-money';
export * from './lodge-security';
export * from './read-securities';
