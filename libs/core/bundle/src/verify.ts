import { drawIds, verifyDraw, type DrawReport } from '@core/draw';
import { keyId, read, type Sm2Verifier } from '@core/kernel';
import type { LogPolicy } from '@core/ledger';
import { verifyBasePrices } from './base-price-step';
import { verifyBids, type ClosedBids } from './bid-steps';
import {
  BUNDLE,
  BundleFault,
  Findings,
  type Bundle,
  type BundleWarning,
  type StepName,
  type StepReport,
  type StepWatcher,
} from './bundle';
import { verifyCertifiedSignatures } from './certified-step';
import { verifyChains } from './chain-step';
import { verifyEvaluation } from './evaluation-step';
import { verifyLog, type VerifiedLog } from './log-steps';
import { verifyFailedLots } from './lot-step';
import { verifyEnvelopes, verifyKeys, type EnvelopeReport, type OpenedBids } from './opening-steps';
import { verifyResult } from './result-step';

/** What a bundle that is in order shows. */
export interface BundleReport {
  /** The log is a demo or test: its clock may have been moved. A reader MUST be told first. */
  readonly demo: boolean;
  readonly scope: string;
  readonly log: {
    readonly origin: string;
    readonly size: number;
    readonly root: string;
    readonly witnesses: readonly string[];
    readonly quorum: number;
    /** Quorum times of the first and last cosigned checkpoint, seconds since 1970. */
    readonly from: number | null;
    readonly to: number | null;
  };
  /** Whether the tender is closed, so that nothing of it can be missing. */
  readonly complete: boolean;
  readonly steps: readonly StepReport[];
  readonly envelopes: readonly EnvelopeReport[];
  readonly draws: readonly DrawReport[];
  readonly warnings: readonly BundleWarning[];
}

/** The outcome: a report, or the first thing that is wrong. */
export type BundleResult =
  | { readonly ok: true; readonly report: BundleReport }
  | {
      readonly ok: false;
      readonly step: StepName;
      readonly reason: string;
      readonly detail: Readonly<Record<string, unknown>>;
    };

function readBundle(value: unknown): Bundle {
  const bundle = read(BUNDLE, value);
  if (!bundle.ok) throw new BundleFault('format', 'malformed', bundle.refusal.params);
  const { keys } = bundle.value;
  const wrong = keys.find((key) => keyId(key.pub) !== key.kid);
  if (wrong) throw new BundleFault('format', 'key_id', { id: wrong.id });
  if (new Set(keys.map((key) => key.kid)).size !== keys.length) {
    throw new BundleFault('format', 'key_twice');
  }
  return bundle.value;
}

async function verifyDraws(
  bundle: Bundle,
  log: VerifiedLog,
  closed: ClosedBids | null,
  opened: OpenedBids,
  complete: boolean,
  findings: Findings,
): Promise<DrawReport[]> {
  const records = log.records.filter((logged) => logged.record.scope === bundle.scope);
  const reports: DrawReport[] = [];
  for (const drawId of drawIds(records)) {
    const result = await verifyDraw(drawId, {
      scope: bundle.scope,
      records,
      gate: log.gate,
      keys: bundle.keys,
      closed,
      opened: opened.outcomes,
      complete,
    });
    if (!result.ok) {
      throw new BundleFault('draws', result.refusal.code, { ...result.refusal.params });
    }
    reports.push(result.value);
    for (const code of result.value.warnings) findings.warn('draws', code, { drawId });
    if (result.value.status !== 'verified') {
      findings.warn('draws', `draw.${result.value.status}`, { drawId });
    }
  }
  findings.done('draws', {
    draws: reports.length,
    verified: reports.filter((report) => report.status === 'verified').length,
  });
  return reports;
}

async function verify(
  value: unknown,
  expected: LogPolicy | null,
  watch: StepWatcher,
  sm2: Sm2Verifier | null,
): Promise<BundleReport> {
  const findings = new Findings(watch);
  const bundle = readBundle(value);
  const log = verifyLog(bundle, expected, findings);
  const { complete } = verifyChains(log, bundle.scope, findings);
  const closed = verifyFailedLots(bundle, log, verifyBids(bundle, log, findings), findings);
  const released = verifyKeys(bundle, log, closed, findings);
  const opened = await verifyEnvelopes(bundle, log, closed, released, complete, findings);
  verifyBasePrices(bundle, log, closed, findings);
  const draws = await verifyDraws(bundle, log, closed, opened, complete, findings);
  verifyEvaluation(bundle, log, closed, opened, draws, findings);
  verifyResult(bundle, log, draws, findings);
  verifyCertifiedSignatures(log, closed, sm2, findings);
  const times = log.checkpoints.map(({ quorumTime }) => quorumTime).filter((time) => time !== null);
  return {
    demo: log.policy.demo,
    scope: bundle.scope,
    log: {
      origin: log.policy.log.name,
      size: log.size,
      root: log.root,
      witnesses: log.policy.witnesses.map((key) => key.name),
      quorum: log.policy.quorum,
      from: times[0] ?? null,
      to: times.at(-1) ?? null,
    },
    complete,
    steps: findings.steps,
    envelopes: opened.reports,
    draws,
    warnings: findings.warnings,
  };
}

/**
 * Verifies a bundle offline (tp1 §6): log, chains, bids, keys, contents, base prices, draws, evaluation, result, in that order; the first
 * fault ends it. `policy` is whom the reader trusts; without it the bundle's own word is taken, and a warning says so. `watch`
 * hears of every step that held, as it ends.
 * `sm2` checks certified signatures; without it they are told as unchecked.
 */
export async function verifyBundle(
  value: unknown,
  policy: LogPolicy | null = null,
  watch: StepWatcher = () => undefined,
  sm2: Sm2Verifier | null = null,
): Promise<BundleResult> {
  try {
    return { ok: true, report: await verify(value, policy, watch, sm2) };
  } catch (error) {
    if (!(error instanceof BundleFault)) throw error;
    return { ok: false, step: error.step, reason: error.reason, detail: error.detail };
  }
}
