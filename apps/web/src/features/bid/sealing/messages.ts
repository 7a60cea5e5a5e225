import type { Opening, SealedBid } from '@core/sealed-bid';

/** What is read aloud, as the bidder typed it. */
export interface Sheet {
  /** Yuan with two places. */
  readonly price: string;
  readonly durationDays: number;
  readonly quality: string;
  readonly manager: string;
}

/** A bid to seal in the worker. The seed never leaves this computer except in the key file and the wrapped backup. */
export interface SealRequest {
  readonly kind: 'seal';
  readonly tender: string;
  readonly bid: string;
  readonly bidder: string;
  readonly seq: number;
  /** The lot it is for, where the tender has several. */
  readonly lot: number | undefined;
  readonly opening: Opening;
  readonly seed: Uint8Array;
  readonly nonce: Uint8Array;
  readonly sheet: Sheet;
  readonly files: readonly File[];
  /** Wraps the seed for the platform's backup; null for a rehearsal. */
  readonly passphrase: string | null;
}

/** Unlocks a backup with its passphrase. */
export interface UnlockRequest {
  readonly kind: 'unlock';
  readonly passphrase: string;
  /** Base64, as the platform keeps it. */
  readonly backup: string;
  readonly tender: string;
  readonly bid: string;
}

/** One sealed blob, to be uploaded. */
export interface SealedBlob {
  readonly name: string;
  readonly blob: Blob;
  readonly sha256: string;
}

/** What sealing gives: ciphertexts, the signed object, and what the bidder must keep. */
export interface Sealed {
  readonly sealed: SealedBid;
  readonly publicKey: string;
  readonly blobs: readonly SealedBlob[];
  /** The text of the opening key file. */
  readonly keyText: string;
  readonly backup: string | null;
  /** The price as it was read back with the key, in fen. */
  readonly priceFen: string;
}

/** The steps the worker goes through. */
export type SealStep = 'seal' | 'check' | 'wrap';

/** What the worker says. */
export type WorkerAnswer =
  | { readonly kind: 'step'; readonly step: SealStep }
  | { readonly kind: 'progress'; readonly bytes: number }
  | { readonly kind: 'sealed'; readonly sealed: Sealed }
  | { readonly kind: 'unlocked'; readonly seed: Uint8Array | null }
  | { readonly kind: 'failed'; readonly why: string };
