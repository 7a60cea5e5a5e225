import { bls12_381 } from '@noble/curves/bls12-381.js';
import { bigEndian64, digest, fromHex, toHex } from '@core/kernel';
import type { DrandSource, DrawFinal } from './spec';

/** drand quicknet: the one network `tp1` names; a spec with other parameters is refused (tp1 §3.3 A). */
export const QUICKNET = {
  kind: 'drand',
  chain: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
  scheme: 'bls-unchained-g1-rfc9380',
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c' +
    '8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb' +
    '5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  genesis: 1_692_803_367,
  period: 3,
} as const;

/** Least seconds between the cosigned lock and the round: witnesses' clocks may differ by less. */
export const LEAST_GAP = 30;

/** A lock names the first round at least this many seconds ahead. */
export const ROUND_LEAD = 60;

const DOMAIN = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';

/** Whether a source is drand quicknet and no look-alike with a key of somebody's own. */
export function isQuicknet(source: DrandSource): boolean {
  return (
    source.chain === QUICKNET.chain &&
    source.publicKey === QUICKNET.publicKey &&
    source.genesis === QUICKNET.genesis &&
    source.period === QUICKNET.period
  );
}

/** When a round is emitted, seconds since 1970. */
export function roundTime(source: DrandSource, round: number): number {
  return source.genesis + (round - 1) * source.period;
}

/** The round a lock made at `now` (seconds since 1970) must name. */
export function roundFor(source: DrandSource, now: number): number {
  return Math.max(1, Math.ceil((now + ROUND_LEAD - source.genesis) / source.period) + 1);
}

/** Whether `signature` (96 hexadecimal digits) is drand's for that round. Works offline, takes some 30 ms. */
export function isBeacon(source: DrandSource, round: number, signature: string): boolean {
  const scheme = bls12_381.shortSignatures;
  try {
    const message = scheme.hash(digest(bigEndian64(round)), DOMAIN);
    return scheme.verify(fromHex(signature), message, fromHex(source.publicKey));
  } catch {
    return false;
  }
}

/** The public randomness of a round: SHA-256 of its signature. */
export function beaconRandomness(signature: string): string {
  return toHex(digest(fromHex(signature)));
}

/** Body of `draw.final` for a round somebody brought. The caller MUST have checked {@link isBeacon}. */
export function drandFinal(drawId: string, round: number, signature: string): DrawFinal {
  return {
    drawId,
    final: { kind: 'drand', round, randomness: beaconRandomness(signature) },
    signature,
  };
}
