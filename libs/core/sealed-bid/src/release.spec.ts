import { encryptTo, openShare, recoverSecret, recipientOf } from '@core/escrow';
import {
  canonicalize,
  canonicalObject,
  digest,
  fromBase64,
  fromHex,
  namedKey,
  signPayload,
  toBase64,
  toHex,
  utf8,
} from '@core/kernel';
import {
  addSignatures,
  checkpointText,
  cosign,
  COSIGNATURE,
  entryOf,
  inclusionProof,
  leafHash,
  LOG_SIGNATURE,
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
import { holderSecret, makeHolderKey, unsignedHolders, type ShownHolderKey } from './holder';
import type { Opening } from './opening';
import { releaseShares, type HeldTender, type HolderFacts } from './release';
import { sealBid } from './seal';
import { envelopeSecret } from './secrets';
import { deliverSecret, openDelivery } from './delivery';
import type { StageDecision } from './stage';

const testSeed = (label: string): Uint8Array => digest(utf8(`tp1-test/${label}`));
const log = noteSigner('log.example.org/x', LOG_SIGNATURE, testSeed('log'));
const witnesses = ['a', 'b', 'c'].map((name) =>
  noteSigner(`${name}.example.org/w`, COSIGNATURE, testSeed(name)),
);
const policy: LogPolicy = {
  log: log.key,
  witnesses: witnesses.map(({ key }) => key),
  quorum: 2,
  demo: false,
};
const TENDER = 'T1';
const OPEN_AT = '2026-03-23T01:00:00Z';
const slotOf = (x: number): string => `batch${x}/1`;
const holders = [1, 2, 3].map((x) => ({
  id: `holder${x}`,
  x,
  recipient: recipientOf(holderSecret(testSeed(`batch ${x}`), slotOf(x))),
}));
const opening: Opening = {
  mode: 'either',
  t: 2,
  holders,
  deadline: OPEN_AT,
  openAt: OPEN_AT,
  submitGraceSec: 120,
  bidderWindowSec: 1800,
  onBidderAbsence: 'holders',
};

async function sealed(bid: string, tender = TENDER): Promise<Bid> {
  const made = await sealBid(
    {
      tender,
      bid,
      bidder: `firm of ${bid}`.replaceAll(' ', '-'),
      seq: 1,
      opening,
      seed: testSeed(bid),
      envelopes: [{ id: 'sheet', files: [], sheet: { price: '1.00' }, nonce: testSeed('n') }],
      sign: (tag, payload) => signPayload(testSeed('firm'), tag, payload),
    },
    () => undefined,
  );
  return made.bid;
}

/** A receipt of this record at the end of a small log, cosigned by so many witnesses. */
function receipt(
  change: Partial<LedgerRecord>,
  cosigners = 3,
  salt: string | null = null,
): Receipt {
  const record: LedgerRecord = {
    v: 1,
    type: 'bids.closed',
    scope: TENDER,
    n: 0,
    prev: NO_PREVIOUS,
    at: OPEN_AT,
    actor: '0'.repeat(16),
    body: {},
    ...change,
  };
  const leaves = [testSeed('x'), testSeed('y')].map(leafHash);
  leaves.push(leafHash(entryOf(record, salt === null ? null : fromHex(salt))));
  const text = checkpointText({ origin: log.key.name, size: 3, root: treeRoot(leaves) });
  const lines = witnesses.slice(0, cosigners).map((one) => cosign(text, 1_774_227_700, one));
  const checkpoint = addSignatures(signNote(text, log), lines);
  const proof = tlogProof({ index: 2, hashes: inclusionProof(leaves, 2, 3), checkpoint });
  return { record, salt, proof };
}

describe('a holder releases its shares (tp1 §4.5, 3)', () => {
  let bids: Bid[];
  let closing: LedgerRecord['body'];

  beforeAll(async () => {
    bids = [await sealed('B1'), await sealed('B2')];
    const list = bids.map((bid) => ({ bid: bid.bid, bidHash: bidHash(bid) }));
    closing = canonicalObject({ tender: TENDER, count: 2, bids: list });
  });

  const facts = (x: number, change: Partial<HolderFacts> = {}): HolderFacts => ({
    batchSeed: testSeed(`batch ${x}`),
    policy,
    now: Date.parse('2026-03-23T01:40:00.000Z'),
    releasedAgainst: null,
    ...change,
  });
  const held = (x: number, change: Partial<HeldTender> = {}): HeldTender => ({
    tender: TENDER,
    x,
    slot: slotOf(x),
    openAt: OPEN_AT,
    closing: receipt({ body: closing }),
    bids: bids.map((bid) => canonicalize(bid)),
    ...change,
  });
  const refusal = async (
    change: Partial<HeldTender>,
    known: Partial<HolderFacts> = {},
  ): Promise<unknown> => {
    const released = await releaseShares(facts(1, known), held(1, change));
    return released.ok || released.refusal.code;
  };

  it('and two of three open every bid of the closing', async () => {
    const [one, three] = [
      await releaseShares(facts(1), held(1)),
      await releaseShares(facts(3), held(3)),
    ];
    if (!one.ok || !three.ok) throw new Error('refused');
    expect(one.value.closed).toMatch(/^[0-9a-f]{64}$/);
    expect(one.value.closed).toBe(three.value.closed);
    expect(one.value.unopened).toEqual([]);
    for (const { bid, envelopes } of bids) {
      const [envelope] = envelopes;
      const recovery = await recoverSecret({
        threshold: 2,
        dealt: envelope!.shares,
        ctx: { kind: 'seal', tender: TENDER, bid, env: 'sheet' },
        shares: [...one.value.shares, ...three.value.shares].filter((share) => share.bid === bid),
        isSecret: (secret) => recipientOf(secret) === envelope!.recipient,
      });
      expect(recovery.secret).toEqual(envelopeSecret(testSeed(bid), 'sheet'));
    }
    const again = { releasedAgainst: one.value.closed };
    expect(await refusal({}, again)).toBe(true);
  });

  it('but nothing for a closing that is none', async () => {
    const none = 'seal.closing_false';
    expect(await refusal({ closing: { ...receipt({ body: closing }), proof: '' } })).toBe(none);
    expect(await refusal({ closing: {} as Receipt })).toBe(none);
    expect(await refusal({ closing: receipt({ body: closing, type: 'tender.closed' }) })).toBe(
      none,
    );
    expect(await refusal({ closing: receipt({ body: closing, scope: 'T2' }) })).toBe(none);
    expect(await refusal({ closing: receipt({ body: { ...closing, tender: 'T2' } }) })).toBe(none);
    expect(await refusal({ closing: receipt({ body: { tender: TENDER } }) })).toBe(none);
    const stranger = {
      ...policy,
      log: noteSigner('log.example.org/x', LOG_SIGNATURE, testSeed('s')).key,
    };
    expect(await refusal({}, { policy: stranger })).toBe(none);
  });

  it('nor for a bid that is not in it, word for word', async () => {
    expect(await refusal({ bids: ['{ }'] })).toBe('seal.bid_malformed');
    const changed = canonicalize({ ...bids[0]!, seq: 2 });
    expect(await refusal({ bids: [canonicalize(bids[1]!), changed] })).toBe('seal.bid_not_closed');
    const other = await sealed('B3');
    expect(await refusal({ bids: [canonicalize(other)] })).toBe('seal.bid_not_closed');
    const foreign = await sealed('B1', 'T2');
    expect(await refusal({ bids: [canonicalize(foreign)] })).toBe('seal.bid_not_closed');
  });

  it('nor too early, nor without the witnesses, nor against a second closing', async () => {
    expect(await refusal({}, { now: Date.parse('2026-03-23T00:59:59.999Z') })).toBe(
      'seal.too_early',
    );
    expect(await refusal({ openAt: 'soon' })).toBe('seal.too_early');
    const weak = receipt({ body: closing }, 1);
    expect(await refusal({ closing: weak })).toBe('seal.not_cosigned');
    expect(await refusal({}, { releasedAgainst: '0'.repeat(64) })).toBe('seal.second_closing');
  });

  it('and says which envelopes its batch does not open', async () => {
    for (const wrong of [{ x: 9 }, { slot: 'another/1' }]) {
      const released = await releaseShares(facts(1), held(1, wrong));
      expect(released).toMatchObject({
        ok: true,
        value: {
          shares: [],
          unopened: [
            { bid: 'B1', env: 'sheet' },
            { bid: 'B2', env: 'sheet' },
          ],
        },
      });
    }
  });
});

describe('two stages and restricted envelopes (tp1 §4.2, §4.5)', () => {
  const ROOM = testSeed('evaluation room');
  const twoStages: Opening = {
    ...opening,
    envelopes: [
      { id: 'tech', visibility: 'restricted', stage: 1 },
      { id: 'price', visibility: 'public', stage: 2 },
    ],
    entitled: [{ id: 'room', recipient: recipientOf(ROOM) }],
  };
  const supervisor = namedKey('supervisor', testSeed('supervisor')).pub;
  let bids: Bid[];
  let closing: Receipt;

  beforeAll(async () => {
    bids = [];
    for (const bid of ['B1', 'B2']) {
      const nonce = testSeed('n');
      const made = await sealBid(
        {
          tender: TENDER,
          bid,
          bidder: `firm-${bid}`,
          seq: 1,
          opening: twoStages,
          seed: testSeed(bid),
          envelopes: ['tech', 'price'].map((id) => ({ id, files: [], sheet: null, nonce })),
          sign: (tag, payload) => signPayload(testSeed('firm'), tag, payload),
        },
        () => undefined,
      );
      bids.push(made.bid);
    }
    const list = bids.map((bid) => ({ bid: bid.bid, bidHash: bidHash(bid) }));
    closing = receipt({ body: canonicalObject({ tender: TENDER, count: 2, bids: list }) });
  });

  const sealedReceipt = (change: Partial<LedgerRecord>, cosigners = 3): Receipt =>
    receipt(change, cosigners, '11'.repeat(32));
  const notice = (change: Partial<LedgerRecord> = {}): Receipt =>
    sealedReceipt({
      type: 'tender.published',
      body: canonicalObject({ opening: twoStages }),
      ...change,
    });
  const leafOf = (one: Receipt): string => toHex(leafHash(entryOf(one.record, null)));
  function decided(
    change: Partial<Omit<StageDecision, 'sig'>> = {},
    place: Partial<LedgerRecord> = {},
    cosigners = 3,
  ): Receipt {
    const payload = { closed: leafOf(closing), stage: 2, admitted: ['B2'], ...change };
    const sig = signPayload(testSeed('supervisor'), 'tp1/opening/stage', payload);
    const body = canonicalObject({ ...payload, sig: { ...sig } });
    return sealedReceipt({ type: 'opening.stage', body, ...place }, cosigners);
  }
  const released = (
    change: Partial<HeldTender> = {},
    known: Partial<HolderFacts> = {},
  ): ReturnType<typeof releaseShares> =>
    releaseShares(
      {
        batchSeed: testSeed('batch 1'),
        policy,
        now: Date.parse('2026-03-23T01:40:00.000Z'),
        releasedAgainst: null,
        supervisor,
        ...known,
      },
      {
        tender: TENDER,
        x: 1,
        slot: slotOf(1),
        openAt: OPEN_AT,
        closing,
        bids: bids.map((bid) => canonicalize(bid)),
        notice: notice(),
        ...change,
      },
    );
  const names = (list: readonly { bid: string; env: string }[]): string[] =>
    list.map(({ bid, env }) => `${bid} ${env}`);

  it('lets out the first stage, to those entitled, and keeps the second', async () => {
    const out = await released();
    if (!out.ok) throw new Error(out.refusal.code);
    const { shares, deliveries, waiting, unopened } = out.value;
    expect([shares, unopened]).toEqual([[], []]);
    expect(names(deliveries)).toEqual(['B1 tech', 'B2 tech']);
    expect(names(waiting)).toEqual(['B1 price', 'B2 price']);
    const [{ bid, env, commit, to }] = deliveries as [(typeof deliveries)[number]];
    expect(commit).toBe(bids[0]!.envelopes[0]!.shares[0]!.commit);
    const ctx = { kind: 'seal', tender: TENDER, bid, env } as const;
    expect((await openShare(ROOM, to[0]!.share, ctx)).ok).toBe(true);
    expect((await openShare(testSeed('platform'), to[0]!.share, ctx)).ok).toBe(false);
  });

  it('lets out the second once it is decided, for the bids that go on', async () => {
    const out = await released({ decision: decided() });
    if (!out.ok) throw new Error(out.refusal.code);
    expect(names(out.value.shares)).toEqual(['B2 price']);
    expect(names(out.value.waiting)).toEqual(['B1 price']);
  });

  it('but not by a decision that is none', async () => {
    const refusal = async (decision: Receipt, known: Partial<HolderFacts> = {}) => {
      const out = await released({ decision }, known);
      return out.ok ? names(out.value.shares) : out.refusal.code;
    };
    const none = 'seal.decision_false';
    expect(await refusal({} as Receipt)).toBe(none);
    expect(await refusal(decided({}, { scope: 'T2' }))).toBe(none);
    expect(await refusal(decided({}, { type: 'opening.released' }))).toBe(none);
    expect(await refusal(decided({}, { body: {} }))).toBe(none);
    expect(await refusal(decided(), { supervisor: undefined })).toBe(none);
    expect(await refusal(decided(), { supervisor: namedKey('x', testSeed('x')).pub })).toBe(none);
    expect(await refusal(decided({ closed: '0'.repeat(64) }))).toEqual([]);
    expect(await refusal(decided({}, {}, 1))).toEqual([]);
  });

  it('and nothing where the rules of the envelopes are not shown', async () => {
    for (const wrong of [
      undefined,
      {} as Receipt,
      notice({ scope: 'T2' }),
      notice({ type: 'tender.other' }),
      notice({ body: {} }),
      notice({ body: canonicalObject({ opening: { ...twoStages, openAt: 'soon' } }) }),
    ]) {
      const out = await released({ notice: wrong });
      expect(out.ok || out.refusal.code).toBe('seal.notice_false');
    }
  });

  it('delivers a key to those entitled and to nobody else', async () => {
    const secret = toHex(envelopeSecret(testSeed('B1'), 'tech'));
    const name = { tender: TENDER, bid: 'B1', env: 'tech' };
    const { record, files } = await deliverSecret(name, secret, twoStages.entitled!);
    expect(record.to).toEqual([{ id: 'room', sha256: toHex(digest(fromBase64(files[0]!.file)!)) }]);
    const expected = { ...name, secretHash: record.secretHash };
    const { file } = files[0]!;
    expect(await openDelivery(ROOM, file, expected)).toBe(secret);
    expect(await openDelivery(testSeed('platform'), file, expected)).toBeNull();
    expect(await openDelivery(ROOM, 'no', expected)).toBeNull();
    expect(await openDelivery(ROOM, file, { ...expected, bid: 'B2' })).toBeNull();
    expect(await openDelivery(ROOM, file, { ...expected, secretHash: '0'.repeat(64) })).toBeNull();
    const foreign = toBase64(await encryptTo(recipientOf(ROOM), utf8('{}')));
    expect(await openDelivery(ROOM, foreign, expected)).toBeNull();
    const loose = toBase64(await encryptTo(recipientOf(ROOM), utf8('no')));
    expect(await openDelivery(ROOM, loose, expected)).toBeNull();
  });
});

describe('the keys a tender shows for its holders (tp1 §4.2)', () => {
  const keys = holders.map(({ id }) => namedKey(id, testSeed(id)));

  it('are signed by each holder, for this tender or a slot of a batch', async () => {
    const shown: ShownHolderKey[] = [];
    for (const [at, { id, x }] of holders.entries()) {
      const key = await makeHolderKey(testSeed(`batch ${x}`), slotOf(x), x, (tag, payload) =>
        signPayload(testSeed(id), tag, payload),
      );
      const { recipient, sig: signature } = key;
      shown.push({ x, recipient, publicKey: keys[at]!.pub, signature, slot: slotOf(x) });
    }
    expect(unsignedHolders(TENDER, holders, shown)).toEqual([]);
    expect(unsignedHolders(TENDER, holders, shown.slice(1))).toEqual(['holder1']);
    const [first, ...rest] = shown;
    for (const wrong of [
      { ...first!, signature: 'none' },
      { ...first!, signature: shown[1]!.signature },
      { ...first!, slot: undefined },
      { ...first!, publicKey: keys[1]!.pub },
      { ...first!, recipient: shown[1]!.recipient },
      { ...first!, x: 9 },
    ]) {
      expect(unsignedHolders(TENDER, holders, [wrong, ...rest])).toEqual(['holder1']);
    }
  });
});
