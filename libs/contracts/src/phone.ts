/** What the server sends to the page of a signed-in expert (namespace `/phone`, `auth: {token}`). Names carry a version. */
export interface PhoneServerEvents {
  /** Somebody calls: the page rings. What it is about is said only after the answer. */
  readonly 'phone.ring.v1': (message: { readonly callId: string }) => void;
  /** Says a text, in place of whatever is being said. */
  readonly 'phone.say.v1': (message: { readonly callId: string; readonly text: string }) => void;
  /** The call is over, or another page of the same person has it. */
  readonly 'phone.bye.v1': (message: { readonly callId: string }) => void;
}

/** What the page sends. */
export interface PhoneClientEvents {
  readonly 'phone.ringing.v1': (message: { readonly callId: string }) => void;
  readonly 'phone.answer.v1': (message: { readonly callId: string }) => void;
  readonly 'phone.key.v1': (message: { readonly callId: string; readonly key: string }) => void;
  readonly 'phone.hangup.v1': (message: { readonly callId: string }) => void;
}
