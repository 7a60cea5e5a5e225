export * from './chi-square';
export * from './report';
export * from './watch';
