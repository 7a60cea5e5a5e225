import {
  fromBase64,
  sm2KeyId,
  sm2KeyOf,
  type PayloadSignature,
  type Sm2Verifier,
} from '@core/kernel';
import type { LoggedRecord } from '@core/ledger';
import certificates from '../../../../test/vectors/certificates.json';
import { BundleFault, Findings } from './bundle';
import { verifyCertifiedSignatures } from './certified-step';
import type { VerifiedLog } from './log-steps';

const hash = 'ab'.repeat(32);
const certified = {
  alg: 'Ed25519',
  kid: 'ab'.repeat(8),
  sig: 'cd'.repeat(64),
  beside: [
    {
      alg: 'SM2',
      kid: sm2KeyId(sm2KeyOf(fromBase64(certificates.sm2)!)!),
      sig: '3006020101020101',
      cert: [certificates.sm2],
    },
  ],
} as unknown as PayloadSignature;
const input = { id: 'supervisor', sig: certified };
const lock = (given: object): object => ({
  v: 1,
  drawId: 'T/panel/1',
  specHash: hash,
  round: null,
  bids: null,
  inputs: [{ ...input, ...given }],
});
const voided = { drawId: 'T/panel/1', reason: 'power', offender: null, sigs: [certified] };

function told(records: readonly (readonly [string, object])[], sm2: Sm2Verifier | null): string[] {
  const log = {
    records: records.map(([type, body], index) => ({ index, record: { type, body } })),
  } as unknown as { records: readonly LoggedRecord[] };
  const warnings: string[] = [];
  const findings = new Findings(() => undefined);
  verifyCertifiedSignatures(log as VerifiedLog, null, sm2, findings);
  for (const { code } of findings.warnings) warnings.push(code);
  return warnings;
}

const anyone: Sm2Verifier = { verify: () => true };
const nobody: Sm2Verifier = { verify: () => false };

describe('certified signatures in the log (tp1 §5)', () => {
  it.each([
    ['the inputs of a draw, in the clear', 'draw.lock', lock({ nonce: hash })],
    ['the inputs of a draw, committed', 'draw.lock', lock({ commit: hash })],
    ['a void', 'draw.void', voided],
  ])('are checked under %s', (_what, type, body) => {
    expect(told([[type, body]], anyone)).toEqual(['certified_checked']);
    expect(told([[type, body]], null)).toEqual(['certified_unchecked']);
    expect(() => told([[type, body]], nobody)).toThrow(BundleFault);
  });

  it('are left alone where a record is none of its kind, or signed by nobody', () => {
    const broken = ['draw.lock', 'draw.void', 'draw.final', 'bid.submitted', 'bid.withdrawn'];
    expect(
      told(
        broken.map((type) => [type, { drawId: 7 }] as const),
        nobody,
      ),
    ).toEqual([]);
    expect(
      told([['draw.void', { drawId: 'T/panel/1', reason: 'power', offender: null }]], nobody),
    ).toEqual([]);
    expect(told([['draw.spec', voided]], nobody)).toEqual([]);
  });
});
