/** The few functions `expect` takes from packages that need Node: only how a failure is written depends on them. */
export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value;
export const formatStackTrace = (stack: string): string => stack;
export const separateMessageFromStack = (text: string): { message: string; stack: string } => ({
  message: text,
  stack: '',
});
