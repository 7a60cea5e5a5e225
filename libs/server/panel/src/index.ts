export * from './call-panel';
export * from './disclose-panel';
export * from './panel.module';
export * from './panels.store';
export * from './request-panel';
export { SkipReport } from './skip-report';
