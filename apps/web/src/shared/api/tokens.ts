/** Where requests get their access token from. The session connects itself here when the app starts. */
export interface TokenSource {
  /** The token of the signed-in person, or null. It lives in memory only. */
  current(): string | null;
  /** Trades the refresh cookie for a new token; false when the session is over. */
  renew(): Promise<boolean>;
}

let connected: TokenSource = { current: () => null, renew: () => Promise.resolve(false) };

/** Connects the session. */
export function connectTokens(source: TokenSource): void {
  connected = source;
}

/** The connected session. */
export function tokenSource(): TokenSource {
  return connected;
}
