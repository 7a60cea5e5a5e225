export * from './dialogue';
export * from './outcomes';
