import { NO_PREVIOUS, type LoggedRecord } from '@core/ledger';
import { BundleFault, type Findings } from './bundle';
import type { VerifiedLog } from './log-steps';

/** How far the chain of the tender could be followed. */
export interface ChainState {
  /** Whether `tender.closed` is there: nothing may be missing then. */
  readonly complete: boolean;
  readonly holes: number;
}

function byScope(records: readonly LoggedRecord[]): Map<string, LoggedRecord[]> {
  const scopes = new Map<string, LoggedRecord[]>();
  for (const logged of records) {
    const { scope } = logged.record;
    scopes.set(scope, [...(scopes.get(scope) ?? []), logged]);
  }
  return scopes;
}

/** Follows one scope; returns how many of its numbers are not disclosed. */
function follow(chain: readonly LoggedRecord[]): number {
  let holes = 0;
  let expected = 0;
  let previous = NO_PREVIOUS;
  for (const { index, leaf, record } of chain) {
    if (record.n < expected)
      throw new BundleFault('chains', 'number_twice', { index, n: record.n });
    if (record.n === expected && record.prev !== previous) {
      throw new BundleFault('chains', 'broken', { index, n: record.n });
    }
    holes += record.n - expected;
    expected = record.n + 1;
    previous = leaf;
  }
  return holes;
}

function closingOf(chain: readonly LoggedRecord[], scope: string): LoggedRecord | null {
  const closings = chain.filter((logged) => logged.record.type === 'tender.closed');
  const [closing] = closings;
  if (!closing) return null;
  const { n, body } = closing.record;
  if (closings.length > 1 || body.n !== n || body.tender !== scope) {
    throw new BundleFault('chains', 'tender_closed', { index: closing.index });
  }
  if (chain.at(-1) !== closing) throw new BundleFault('chains', 'after_tender_closed', { n });
  return closing;
}

/** Step five: every scope is one chain, the tender's own is there; once the tender is closed, its own chain has no hole. */
export function verifyChains(log: VerifiedLog, scope: string, findings: Findings): ChainState {
  const scopes = byScope(log.records);
  // Of another tender's log everything holds, and nothing is said.
  const own = scopes.get(scope);
  if (!own) throw new BundleFault('chains', 'nothing_of_it', { scope });
  let holes = 0;
  for (const [name, chain] of scopes) {
    const missing = follow(chain);
    if (name === scope) holes = missing;
    else if (missing > 0) throw new BundleFault('chains', 'hole', { scope: name, missing });
  }
  const closing = closingOf(own, scope);
  if (closing && holes > 0) throw new BundleFault('chains', 'hole', { scope, missing: holes });
  if (!closing) findings.warn('chains', 'tender_still_open');
  if (holes > 0) findings.warn('chains', 'not_disclosed_yet', { count: holes });
  findings.done('chains', { scopes: scopes.size, records: log.records.length });
  return { complete: closing !== null, holes };
}
