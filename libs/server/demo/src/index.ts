export * from './county';
export * from './demo.module';
export * from './demo-people';
