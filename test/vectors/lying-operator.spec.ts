import { verifyBundle } from '@core/bundle';
import { fromBase64, toHex } from '@core/kernel';
import {
  addCheckpointBody,
  checkpointText,
  consistencyProof,
  COSIGNATURE,
  decideAddCheckpoint,
  leafHash,
  noteSigner,
  signNote,
  treeRoot,
} from '@core/ledger';
import { BID_DRAW_LIES, honestBidDraw } from './lies/bid-draw-lies';
import { BASE_PRICE_LIES, HONEST_BASE_PRICES } from './lies/base-price-lies';
import { DRAW_LIES } from './lies/draw-lies';
import type { Threat } from './lies/lie';
import { LOG_LIES } from './lies/log-lies';
import { SEAL_LIES } from './lies/seal-lies';
import { STAGE_LIES } from './lies/stage-lies';
import { NOT_SHOWN } from './lies/threats';
import { hasPython, secondOpinions } from './second';
import { lines, LOG, rewrite, say, testSeed } from './lying-operator';
import { everySize, is } from './lies/moves';
import bundle from './tp1/bundle.json';

const LIES = [
  ...LOG_LIES,
  ...DRAW_LIES,
  ...SEAL_LIES,
  ...STAGE_LIES,
  ...BASE_PRICE_LIES,
  ...BID_DRAW_LIES,
].map((lie) => {
  let made: Promise<unknown> | null = null;
  return { ...lie, bundle: () => (made ??= Promise.resolve(lie.bundle())) };
});
/** The rows of the tables in tp1 §2.1, §3.1 and §4.1. */
const ROWS = 23;

async function verdict(value: unknown): Promise<string> {
  const result = await verifyBundle(value);
  return result.ok ? 'ok' : `${result.step}: ${result.reason}`;
}

describe('a lying operator whose log is consistent (tp1 §2.1, §3.1, §4.1, §6)', () => {
  it('is believed when he does not lie', async () => {
    expect(await verdict(rewrite(lines()))).toBe('ok');
  });

  it.each(Object.entries(HONEST_BASE_PRICES))(
    'is believed with a base price: %s',
    async (_how, made) => {
      expect(await verdict(rewrite(made(), everySize))).toBe('ok');
    },
  );

  it('is believed with bids drawn in the hall', async () => {
    expect(await verdict(rewrite(await honestBidDraw(), everySize))).toBe('ok');
  });

  it.each(LIES)('$threat: $cheat → $reason', async ({ reason, bundle: made }) => {
    expect(await verdict(await made())).toBe(reason);
  });

  it('is shown in every way the protocol names, or it is said why not', () => {
    const shown = new Set<Threat>(LIES.map(({ threat }) => threat));
    const named = new Set([...shown, ...Object.keys(NOT_SHOWN)]);
    expect([...named].filter((threat) => /^[234]\.1/.test(threat))).toHaveLength(ROWS);
    expect(Object.keys(NOT_SHOWN).filter((threat) => shown.has(threat as Threat))).toEqual([]);
  });

  it('finds no witness for a second history', () => {
    const leaves = bundle.entries.map((entry) => leafHash(fromBase64(entry)!));
    const other = rewrite(
      say(is('opening.opened', { bid: 'B1' }), (body) => ({ ...body, by: 'x' })),
    );
    const forked = (other.entries as string[]).map((entry) => leafHash(fromBase64(entry)!));
    const offer = (hashes: readonly Uint8Array[]): number =>
      decideAddCheckpoint(
        addCheckpointBody({
          oldSize: 24,
          proof: consistencyProof(hashes, 24, 32),
          note: signNote(
            checkpointText({ origin: LOG.key.name, size: 32, root: treeRoot(hashes) }),
            LOG,
          ),
        }),
        {
          logs: [LOG.key],
          latest: () => ({ size: 24, root: toHex(treeRoot(leaves.slice(0, 24))) }),
          signer: noteSigner('w.example', COSIGNATURE, testSeed('w')),
          time: 1_692_806_700,
        },
      ).status;
    expect(offer(leaves)).toBe(200);
    expect(offer(forked)).toBe(422);
  });
});

(hasPython ? describe : describe.skip)('the second implementation', () => {
  it('believes who does not lie about a base price', () => {
    const honest = Object.values(HONEST_BASE_PRICES).map((made) => rewrite(made(), everySize));
    expect(secondOpinions(honest)).toEqual(['ok', 'ok']);
  });

  it('believes who does not lie about bids drawn in the hall', async () => {
    expect(secondOpinions([rewrite(await honestBidDraw(), everySize)])).toEqual(['ok']);
  });

  it('rejects every lie at the same step', async () => {
    const bundles: unknown[] = [];
    for (const lie of LIES) bundles.push(await lie.bundle());
    const steps = secondOpinions(bundles).map((line) => line.split(':')[0]);
    const table = LIES.map(({ cheat }, at) => [cheat, steps[at]]);
    expect(table).toEqual(LIES.map(({ cheat, reason }) => [cheat, reason.split(':')[0]]));
  });
});
