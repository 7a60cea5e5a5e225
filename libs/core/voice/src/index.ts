export * from './call-chain';
export * from './dialogue';
export * from './outcomes';
export * from './policy';
export * from './script';
export * from './spoken';
