import fc from 'fast-check';
import { recipientOf } from '@core/escrow';
import {
  canonicalize,
  digest,
  fromHex,
  parseProtocolTime,
  publicKeyOf,
  SECOND,
  signPayload,
  utf8,
} from '@core/kernel';
import {
  addSignatures,
  checkpointText,
  cosign,
  COSIGNATURE,
  entryOf,
  leafHash,
  LOG_SIGNATURE,
  logPolicy,
  NO_PREVIOUS,
  noteSigner,
  signNote,
  tlogProof,
  treeRoot,
  type LedgerRecord,
  type LogPolicy,
  type Receipt,
} from '@core/ledger';
import { bidHash, type Bid } from './bid';
import { holderSecret, makeHolderBatch, unsignedHolders, type HolderKey } from './holder';
import { judgeKeys } from './open';
import type { Opening } from './opening';
import { releaseShares, type HeldTender, type HolderFacts } from './release';
import { sealBid } from './seal';

const secret = (label: string): Uint8Array => digest(utf8(`release/${label}`));
const TENDER = 'T1';
const OPEN_AT = '2026-03-23T01:00:00Z';
const NOW = parseProtocolTime(OPEN_AT)! + SECOND;
const log = noteSigner('log.example.org/tp', LOG_SIGNATURE, secret('log'));
const witness = noteSigner('witness.example.org', COSIGNATURE, secret('witness'));

function policy(): LogPolicy {
  const made = logPolicy({ log: log.key.text, witnesses: [witness.key.text], quorum: 1 });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}

/** The receipt of a log whose only entry is this closing. */
function receiptOf(bids: readonly Bid[], isCosigned = true, tender = TENDER): Receipt {
  const closed = bids.map((bid) => ({ bid: bid.bid, bidHash: bidHash(bid) }));
  const record: LedgerRecord = {
    v: 1,
    type: 'bids.closed',
    scope: tender,
    n: 0,
    prev: NO_PREVIOUS,
    at: OPEN_AT,
    actor: '0'.repeat(16),
    body: { tender, count: closed.length, bids: closed },
  };
  const root = treeRoot([leafHash(entryOf(record, null))]);
  const text = checkpointText({ origin: log.key.name, size: 1, root });
  const lines = isCosigned ? [cosign(text, NOW / SECOND, witness)] : [];
  const checkpoint = addSignatures(signNote(text, log), lines);
  return { record, salt: null, proof: tlogProof({ index: 0, hashes: [], checkpoint }) };
}

interface Made {
  readonly opening: Opening;
  readonly keys: readonly HolderKey[];
  readonly bids: readonly Bid[];
}

const made = (async (): Promise<Made> => {
  const keys: HolderKey[] = [];
  for (const x of [1, 2, 3]) {
    const batch = await makeHolderBatch(secret(`batch ${x}`), 'b', x, 2, (tag, payload) =>
      signPayload(secret(`holder ${x}`), tag, payload),
    );
    keys.push(batch[1]!);
  }
  const opening: Opening = {
    mode: 'either',
    t: 2,
    holders: keys.map(({ x, recipient }) => ({ id: `holder${x}`, x, recipient })),
    deadline: OPEN_AT,
    openAt: OPEN_AT,
    submitGraceSec: 120,
    bidderWindowSec: 1800,
    onBidderAbsence: 'holders',
  };
  const bids: Bid[] = [];
  for (const bid of ['B1', 'B2', 'B3']) {
    const sealed = await sealBid(
      {
        tender: TENDER,
        bid,
        bidder: `firm ${bid}`.replace(' ', '-'),
        seq: 1,
        opening,
        seed: secret(`seed ${bid}`),
        envelopes: [{ id: 'sheet', files: [], sheet: null, nonce: secret(`nonce ${bid}`) }],
        sign: (tag, payload) => signPayload(secret(bid), tag, payload),
      },
      () => undefined,
    );
    bids.push(sealed.bid);
  }
  return { opening, keys, bids };
})();

const facts = (x: number, change: Partial<HolderFacts> = {}): HolderFacts => ({
  batchSeed: secret(`batch ${x}`),
  policy: policy(),
  now: NOW,
  releasedAgainst: null,
  ...change,
});

async function held(x: number, change: Partial<HeldTender> = {}): Promise<HeldTender> {
  const { bids } = await made;
  const sealed = [canonicalize(bids[0]!)];
  const closing = receiptOf(bids);
  return { tender: TENDER, x, slot: 'b/2', openAt: OPEN_AT, closing, bids: sealed, ...change };
}

const code = (result: Awaited<ReturnType<typeof releaseShares>>): string | null =>
  result.ok ? null : result.refusal.code;

describe('the holder’s one button', () => {
  it('gives the shares that open a bid, with any two of three', async () => {
    const { bids, opening } = await made;
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([1, 2, 3], { minLength: 2 }), async (holders) => {
        const shares = [];
        for (const x of holders) {
          const released = await releaseShares(facts(x), await held(x));
          if (!released.ok) throw new Error(released.refusal.code);
          expect(released.value.unopened).toEqual([]);
          shares.push(...released.value.shares.map(({ share }) => ({ x, share })));
        }
        const [envelope] = bids[0]!.envelopes;
        const keys = await judgeKeys(bids[0]!, envelope!, opening, { secrets: [], shares });
        expect(keys).toMatchObject({ verdict: 'OK', by: 'holders' });
        expect(recipientOf(fromHex(keys.secret!))).toBe(envelope!.recipient);
      }),
      { numRuns: 6 },
    );
  });

  it('lets nothing out for a platform that lies', async () => {
    const { bids } = await made;
    const [first, second] = bids;
    const without = receiptOf(bids.slice(1));
    const other = canonicalize({ ...first!, seq: 2 });
    const receipt = receiptOf(bids);
    const forged = { ...receipt.record, body: { ...receipt.record.body, count: 9 } };
    const lies: [string, Partial<HeldTender>, Partial<HolderFacts>][] = [
      ['seal.too_early', {}, { now: NOW - 2 * SECOND }],
      ['seal.too_early', { openAt: 'soon' }, {}],
      ['seal.not_cosigned', { closing: receiptOf(bids, false) }, {}],
      ['seal.closing_false', { closing: receiptOf(bids, true, 'T2') }, {}],
      ['seal.closing_false', { closing: { ...receipt, record: forged } }, {}],
      ['seal.closing_false', { tender: 'T2' }, {}],
      ['seal.bid_not_closed', { closing: without }, {}],
      ['seal.bid_not_closed', { bids: [canonicalize(second!), other] }, {}],
      ['seal.bid_malformed', { bids: ['{}'] }, {}],
      ['seal.second_closing', {}, { releasedAgainst: '0'.repeat(64) }],
    ];
    for (const [expected, heldChange, factsChange] of lies) {
      const asked = await held(1, heldChange);
      expect(code(await releaseShares(facts(1, factsChange), asked))).toBe(expected);
    }
  });

  it('answers the same closing again, and says which envelopes are not for this batch', async () => {
    const first = await releaseShares(facts(1), await held(1));
    if (!first.ok) throw new Error(first.refusal.code);
    const again = facts(1, { releasedAgainst: first.value.closed });
    expect(await releaseShares(again, await held(1))).toEqual(first);
    const wrong = await releaseShares(facts(2), await held(1));
    expect(wrong).toMatchObject({
      value: { shares: [], unopened: [{ bid: 'B1', env: 'sheet' }] },
    });
  });
});

describe('holders a bid may be sealed to', () => {
  it('are those who signed their key for the slot, and no look-alike', async () => {
    const { opening, keys } = await made;
    const shown = keys.map(({ x, recipient, sig }) => ({
      x,
      recipient,
      publicKey: publicKeyOf(secret(`holder ${x}`)),
      signature: sig,
      slot: 'b/2',
    }));
    expect(unsignedHolders(TENDER, opening.holders, shown)).toEqual([]);
    expect(unsignedHolders(TENDER, opening.holders, shown.slice(1))).toEqual(['holder1']);
    const swapped = opening.holders.map((holder) =>
      holder.x === 2
        ? { ...holder, recipient: recipientOf(holderSecret(secret('thief'), 'b/2')) }
        : holder,
    );
    expect(unsignedHolders(TENDER, swapped, shown)).toEqual(['holder2']);
    const elsewhere = shown.map(({ slot: _, ...key }) => key);
    expect(unsignedHolders(TENDER, opening.holders, elsewhere)).toHaveLength(3);
    const junk = shown.map((key) => ({ ...key, signature: null }));
    expect(unsignedHolders(TENDER, opening.holders, junk)).toHaveLength(3);
  });
});
