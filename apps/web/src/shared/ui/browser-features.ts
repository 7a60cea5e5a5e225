/** What sealing a bid needs of a browser; reading public pages needs none of it. */
export interface BrowserFeatures {
  readonly secure: boolean;
  readonly missing: readonly string[];
}

interface Host {
  readonly isSecureContext?: boolean;
  readonly crypto?: { readonly subtle?: unknown };
  readonly Worker?: unknown;
  readonly WebAssembly?: unknown;
  readonly ReadableStream?: unknown;
  readonly BigInt?: unknown;
}

const NEEDED: readonly (readonly [name: string, has: (host: Host) => boolean])[] = [
  ['Web Crypto', (host) => host.crypto?.subtle !== undefined],
  ['Web Worker', (host) => host.Worker !== undefined],
  ['WebAssembly', (host) => host.WebAssembly !== undefined],
  ['Streams', (host) => host.ReadableStream !== undefined],
  ['BigInt', (host) => host.BigInt !== undefined],
];

/** Looks at the browser once; over plain http `crypto.subtle` is absent everywhere but localhost. */
export function browserFeatures(host: Host): BrowserFeatures {
  return {
    secure: host.isSecureContext === true,
    missing: NEEDED.filter(([, has]) => !has(host)).map(([name]) => name),
  };
}
