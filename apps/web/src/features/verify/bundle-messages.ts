import type { BundleResult } from '@core/bundle';

/** A bundle to verify away from the page. */
export interface BundleRequest {
  readonly bundle: unknown;
}

/** What the worker found. */
export type BundleAnswer =
  | { readonly kind: 'result'; readonly result: BundleResult }
  | { readonly kind: 'failed'; readonly why: string };
