export * from './county';
export { DemoCounty } from './demo-county';
export * from './demo.module';
export { DemoPeople } from './demo-people';
