import { accept, refuse, type Refusal, type Result } from '@core/kernel';
import type { Method } from '@core/rules';

/** Methods by which works are given to members of a pool. */
export const POOL_METHODS: readonly Method[] = ['lottery', 'reasonable_low_price'];

/** Why a tender is not called among the members of a pool. */
export type PoolCallRefusal = Refusal<
  'tender.wrong_state' | 'pool.not_for_method' | 'pool.wrong_trade'
>;

/**
 * Whether a draft may be called among the members of a pool alone: by reasonable low price, in the pool's own trade. By
 * lottery it always is. Under which regime the method is lawful is the rule set's word; no authority may order it
 * (Fair Competition Review Rules art. 5), the tenderer chooses.
 */
export function callFromPool(
  tender: { readonly state: string; readonly method: Method; readonly category: string },
  pool: { readonly trade: string },
): Result<true, PoolCallRefusal> {
  const { state, method, category } = tender;
  if (state !== 'draft') return refuse('tender.wrong_state', { state });
  if (method !== 'reasonable_low_price') return refuse('pool.not_for_method', { method });
  if (category !== pool.trade) return refuse('pool.wrong_trade', { trade: pool.trade, category });
  return accept(true);
}
