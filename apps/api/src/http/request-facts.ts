import type { Caller } from '@server/identity';

/** What handlers may know of a request; the only view of the HTTP adapter's object outside this folder. */
export interface RequestFacts {
  readonly id: string;
  readonly ip: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: unknown;
  user?: Caller;
}
