import { taggedHashHex } from '@core/kernel';

/** What is kept of an event of a call: nothing in it says who was called. */
export interface CallEvent {
  readonly seq: number;
  readonly callId: string;
  readonly attempt: number;
  readonly type: string;
  /** Which text was said, or how the call ended; empty where there is nothing to say. */
  readonly what: string;
  readonly key: string;
  /** Milliseconds since the call began. */
  readonly ms: number;
  /** ISO 8601, legal clock. */
  readonly at: string;
}

/** What the first event of an invitation follows. */
export const CALL_CHAIN_BEGINS = '0'.repeat(64);

/** The digest of an event and of everything before it: SHA-256 over the previous digest and the event, tagged. */
export function callEventDigest(previous: string, event: CallEvent): string {
  const { seq, callId, attempt, type, what, key, ms, at } = event;
  const body = { seq, callId, attempt, type, what, key, ms, at };
  return taggedHashHex('sunlit/call-event', { previous, event: body });
}

/** Whether events are numbered from 0 without a gap and each digest follows from those before it. */
export function verifyCallChain(
  events: readonly (CallEvent & { readonly previous: string; readonly digest: string })[],
): { readonly ok: true; readonly head: string } | { readonly ok: false; readonly at: number } {
  let head = CALL_CHAIN_BEGINS;
  for (const [at, event] of events.entries()) {
    const digest = callEventDigest(head, event);
    if (event.seq !== at || event.previous !== head || event.digest !== digest) {
      return { ok: false, at };
    }
    head = digest;
  }
  return { ok: true, head };
}
