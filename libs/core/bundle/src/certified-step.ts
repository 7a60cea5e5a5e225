import { DRAW_FINAL, DRAW_LOCK, DRAW_VOID, lockHash, type DrawInput } from '@core/draw';
import {
  certifiedOf,
  read,
  verifyCertified,
  type Encodable,
  type PayloadSignature,
  type Shape,
  type Sm2Verifier,
} from '@core/kernel';
import type { LoggedRecord } from '@core/ledger';
import { bidHash, withdrawalPayload } from '@core/sealed-bid';
import type { ClosedBids } from './bid-steps';
import { BundleFault, type Findings } from './bundle';
import type { VerifiedLog } from './log-steps';

/** A signature of a record, with what it is over. */
interface Signed {
  readonly index: number;
  readonly tag: string;
  readonly payload: Encodable;
  readonly sig: unknown;
}

function body<T>(shape: Shape<T>, { record }: LoggedRecord): T | null {
  const given = read(shape, record.body);
  return given.ok ? given.value : null;
}

function bidSignature(logged: LoggedRecord, closed: ClosedBids | null): Signed[] {
  const { type, body: said } = logged.record;
  const bid = typeof said.bid === 'string' ? closed?.objects.get(said.bid) : undefined;
  if (!bid) return [];
  const payload =
    type === 'bid.submitted' ? bid : withdrawalPayload(bid.tender, bid.bid, bidHash(bid));
  return [{ index: logged.index, tag: 'tp1/bid', payload: payload, sig: said.sig }];
}

function inputSignature(index: number, drawId: string, specHash: string, input: DrawInput): Signed {
  const { id, sig, nonce, commit } = input;
  const value = nonce === undefined ? { commit: commit ?? '' } : { nonce };
  return { index, tag: 'tp1/draw/input', payload: { drawId, id, specHash, ...value }, sig };
}

function drawSignatures(logged: LoggedRecord, records: readonly LoggedRecord[]): Signed[] {
  const { index } = logged;
  const all = (tag: string, payload: Encodable, sigs: readonly PayloadSignature[]): Signed[] =>
    sigs.map((sig) => ({ index, tag, payload, sig }));
  switch (logged.record.type) {
    case 'draw.lock': {
      const lock = body(DRAW_LOCK, logged);
      if (!lock) return [];
      return lock.inputs.map((one) => inputSignature(index, lock.drawId, lock.specHash, one));
    }
    case 'draw.void': {
      const voided = body(DRAW_VOID, logged);
      if (!voided) return [];
      const { drawId, reason, sigs = [] } = voided;
      return all('tp1/draw/void', { drawId, reason }, sigs);
    }
    case 'draw.final': {
      const final = body(DRAW_FINAL, logged);
      if (!final || !('sigs' in final)) return [];
      const { drawId } = final;
      const locked = records
        .filter(({ record }) => record.type === 'draw.lock' && record.body.drawId === drawId)
        .map((one) => body(DRAW_LOCK, one))
        .find((one) => one !== null);
      if (!locked) return [];
      const payload = { drawId, lockHash: lockHash(locked), symbols: final.final.symbols };
      return all('tp1/draw/physical', payload, final.sigs);
    }
    default:
      return [];
  }
}

function signaturesOf(log: VerifiedLog, closed: ClosedBids | null): Signed[] {
  return log.records.flatMap((logged) => {
    const { type } = logged.record;
    if (type === 'bid.submitted' || type === 'bid.withdrawn') return bidSignature(logged, closed);
    return type.startsWith('draw.') ? drawSignatures(logged, log.records) : [];
  });
}

/**
 * Certified signatures beside the Ed25519 ones (tp1 §5): each that is present must be over the same bytes, by the key of
 * its own certificate. Without a verifier for SM2 they are counted and told as unchecked; integrity does not rest on
 * them.
 */
export function verifyCertifiedSignatures(
  log: VerifiedLog,
  closed: ClosedBids | null,
  sm2: Sm2Verifier | null,
  findings: Findings,
): void {
  let count = 0;
  for (const { index, tag, payload, sig } of signaturesOf(log, closed)) {
    for (const certified of certifiedOf(sig)) {
      count++;
      if (sm2 && !verifyCertified(sm2, tag, payload, certified)) {
        throw new BundleFault('records', 'certified_signature', { index, tag });
      }
    }
  }
  if (count > 0) {
    findings.warn('records', sm2 ? 'certified_checked' : 'certified_unchecked', { count });
  }
}
