import fc from 'fast-check';
import { identityOf, openShare, recipientOf, recoverSecret, secretOf } from '@core/escrow';
import {
  canonicalize,
  concatBytes,
  digest,
  equalBytes,
  fromBase64,
  fromHex,
  fromUtf8,
  namedKey,
  publicKeyOf,
  signPayload,
  toHex,
  utf8,
} from '@core/kernel';
import vector from '../../../../test/vectors/tp1/seal.json';
import { bidHash, checkBidObject, isSignedBid, readBid, type Bid, type BidEnvelope } from './bid';
import { piecesOf, streamOf, type ByteSource } from './byte-source';
import { closedList } from './closing';
import { factsOf, PART_BYTES, partsRoot } from './file-digest';
import {
  holderSecret,
  isHolderKey,
  makeHolderBatch,
  mayRelease,
  unwrapHolderBatch,
  wrapHolderBatch,
  type ReleaseRequest,
} from './holder';
import { judgeKeys, openEnvelope, openFile, type BlobReader } from './open';
import { checkOpening, type Opening } from './opening';
import { sealBid, type BidToSeal } from './seal';
import {
  envelopeSecret,
  openingKey,
  openingKeyText,
  parseOpeningKey,
  passphraseOf,
  secretHash,
  tidyPassphrase,
  unwrapBidSeed,
  wrapBidSeed,
} from './secrets';

const testSeed = (label: string): Uint8Array => digest(utf8(`tp1-test/${label}`));
const vectorBid = vector.bid as unknown as Bid;
const sheet = vectorBid.envelopes[0]!;
const vectorBlobs: BlobReader = (name) =>
  fromBase64((vector.blobs as Record<string, string>)[name] ?? '');

const holders = [1, 2, 3].map((x) => ({
  id: `holder${x}`,
  x,
  recipient: recipientOf(testSeed(`h/${x}`)),
}));
const opening: Opening = {
  mode: 'either',
  t: 2,
  holders,
  deadline: '2026-03-23T01:00:00Z',
  openAt: '2026-03-23T01:00:00Z',
  submitGraceSec: 120,
  bidderWindowSec: 1800,
  onBidderAbsence: 'holders',
  envelopes: [
    { id: 'sheet', visibility: 'public', stage: 1 },
    { id: 'tech', visibility: 'restricted', stage: 1 },
  ],
};

/** What Node's streams give: pieces of a subclass, one after the other. */
class Piece extends Uint8Array {}

async function* inPieces(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

interface Stored {
  readonly blobs: Map<string, Uint8Array[]>;
  readonly read: BlobReader;
}

function store(): Stored & { sink: (name: string, piece: Uint8Array) => void } {
  const blobs = new Map<string, Uint8Array[]>();
  return {
    blobs,
    sink: (name, piece) => void blobs.set(name, [...(blobs.get(name) ?? []), piece]),
    read: (name) => {
      const pieces = blobs.get(name);
      return pieces ? inPieces(pieces) : null;
    },
  };
}

function toSeal(extra: Partial<BidToSeal> = {}, content: ByteSource = utf8('form')): BidToSeal {
  return {
    tender: 'T1',
    bid: 'B1',
    bidder: 'acme',
    seq: 1,
    opening,
    seed: testSeed('bid seed'),
    envelopes: [
      {
        id: 'sheet',
        files: [{ id: 'f1', name: '投标函.txt', media: 'text/plain', source: content }],
        sheet: { price: '1.00' },
        nonce: testSeed('nonce'),
      },
      { id: 'tech', files: [], sheet: null, nonce: testSeed('nonce 2') },
    ],
    sign: (tag, payload) => signPayload(testSeed('acme'), tag, payload),
    ...extra,
  };
}

describe('the sealed bid of the vector (tp1 §4.3–4.5)', () => {
  it('has the published hash and signature', () => {
    expect(bidHash(vectorBid)).toBe(vector.bidHash);
    expect(isSignedBid(vector.bidderPub, vectorBid, vector.sig)).toBe(true);
    expect(isSignedBid(vector.bidderPub, { ...vectorBid, seq: 2 }, vector.sig)).toBe(false);
    expect(identityOf(fromHex(vector.secret))).toBe(vector.identity);
    expect(toHex(secretOf(vector.identity)!)).toBe(vector.secret);
    expect(recipientOf(fromHex(vector.secret))).toBe(sheet.recipient);
    expect(readBid(canonicalize(vectorBid))).toEqual({ ok: true, value: vectorBid });
  });

  it('opens to the published manifest and file', async () => {
    const plain: Uint8Array[] = [];
    const opened = await openEnvelope({
      bid: vectorBid,
      envelope: sheet,
      secret: vector.secret,
      blobs: vectorBlobs,
      take: (_, piece) => void plain.push(piece),
    });
    expect(opened).toMatchObject({ verdict: 'OK', manifest: vector.manifest });
    expect(fromUtf8(concatBytes(...plain))).toBe(vector.plaintext_f1);
  });

  it('has the published facts of its stored files', async () => {
    const facts = await factsOf(fromBase64(vector.blobs['sheet/f1'])!);
    const { sha256, size, parts } = sheet.files[0]!;
    expect(facts).toEqual({ sha256, size, parts });
  });

  it.each(vector.recoverCases)('recovers: $name', async ({ shares, expect: expected, ...rest }) => {
    const dealt = 'junkShares' in rest ? rest.junkShares : sheet.shares;
    const recovery = await recoverSecret({
      threshold: vector.t,
      dealt,
      ctx: { kind: 'seal', tender: vector.tender, bid: vectorBid.bid, env: 'sheet' },
      shares,
      isSecret: (secret) => recipientOf(secret) === sheet.recipient,
    });
    expect({ ...recovery, secret: recovery.secret && toHex(recovery.secret) }).toEqual(expected);
  });

  it('gives each holder its share, and nobody another’s', async () => {
    const ctx = { kind: 'seal', tender: vector.tender, bid: 'B2', env: 'sheet' } as const;
    const secret = (x: number): Uint8Array =>
      secretOf(vector.testHolderIdentities.find((holder) => holder.x === x)!.identity)!;
    const own = await openShare(secret(1), sheet.shares[0]!, ctx);
    expect(own).toEqual({ ok: true, value: vector.recoverCases[0]!.shares[0] });
    expect((await openShare(secret(2), sheet.shares[0]!, ctx)).ok).toBe(false);
    const elsewhere = await openShare(secret(1), sheet.shares[0]!, { ...ctx, env: 'tech' });
    expect(elsewhere).toMatchObject({ refusal: { code: 'escrow.not_for_this' } });
  });
});

describe('sealing and opening', () => {
  const key = namedKey('acme', testSeed('acme'));

  it('round trips any content from any kind of source', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200_000, size: 'max' }),
        fc.constantFrom('array', 'blob', 'web', 'node'),
        async (bytes, kind) => {
          const sources: Record<string, () => ByteSource> = {
            array: () => bytes,
            blob: () => new Blob([bytes.slice()]),
            web: () => streamOf(bytes),
            node: () => inPieces([Piece.from(bytes.slice(0, 7)), Piece.from(bytes.slice(7))]),
          };
          const files = store();
          const sealed = await sealBid(toSeal({}, sources[kind]!()), files.sink);
          expect(isSignedBid(key.pub, sealed.bid, sealed.sig)).toBe(true);
          const [envelope] = sealed.bid.envelopes;
          const plain: Uint8Array[] = [];
          const opened = await openEnvelope({
            bid: sealed.bid,
            envelope: envelope!,
            secret: toHex(envelopeSecret(testSeed('bid seed'), 'sheet')),
            blobs: files.read,
            take: (_, piece) => void plain.push(piece),
          });
          expect(opened).toMatchObject({ verdict: 'OK', manifest: { sheet: { price: '1.00' } } });
          expect(equalBytes(concatBytes(...plain), bytes)).toBe(true);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('hashes parts of 8 MiB', async () => {
    const bytes = new Uint8Array(PART_BYTES + 5).fill(7);
    const facts = await factsOf(inPieces([bytes.slice(0, 1000), bytes.slice(1000)]));
    expect(facts.sha256).toBe(toHex(digest(bytes)));
    const parts = [digest(bytes.slice(0, PART_BYTES)), digest(bytes.slice(PART_BYTES))];
    expect(facts.parts).toBe(partsRoot(parts));
    expect((await factsOf(new Uint8Array(0))).parts).toBe(partsRoot([digest(new Uint8Array(0))]));
  });

  it('opens one file as a stream', async () => {
    const files = store();
    await sealBid(toSeal(), files.sink);
    const secret = envelopeSecret(testSeed('bid seed'), 'sheet');
    const pieces: Uint8Array[] = [];
    for await (const piece of piecesOf(
      await openFile(secret, inPieces(files.blobs.get('sheet/f1')!)),
    )) {
      pieces.push(piece);
    }
    expect(fromUtf8(concatBytes(...pieces))).toBe('form');
  });

  const sealedOnce = (async () => {
    const files = store();
    return { files, ...(await sealBid(toSeal(), files.sink)) };
  })();

  it('tells whose fault it is', async () => {
    const { files, bid } = await sealedOnce;
    const secret = toHex(envelopeSecret(testSeed('bid seed'), 'sheet'));
    const envelope = bid.envelopes[0]!;
    const judge = async (changed: {
      bid?: Partial<Bid>;
      envelope?: Partial<BidEnvelope>;
      secret?: string;
      blobs?: BlobReader;
    }): Promise<[string, string]> => {
      const result = await openEnvelope({
        bid: { ...bid, ...changed.bid },
        envelope: { ...envelope, ...changed.envelope },
        secret: changed.secret ?? secret,
        blobs: changed.blobs ?? files.read,
      });
      return [result.verdict, result.verdict === 'OK' ? '' : result.reason];
    };
    const replaced =
      (name: string, bytes: Uint8Array): BlobReader =>
      (blob) =>
        blob === name ? bytes : files.read(blob);
    const facts = async (bytes: Uint8Array): Promise<Partial<BidEnvelope>> => ({
      manifest: await factsOf(bytes),
    });
    const flipped = concatBytes(...files.blobs.get('sheet/f1')!);
    flipped[flipped.length - 1]! ^= 1;
    const twoStanzas = utf8('age-encryption.org/v1\n-> X25519 a\n');
    expect(await judge({})).toEqual(['OK', '']);
    expect(await judge({ secret: '00'.repeat(32) })).toEqual(['WRONG_SECRET', 'recipient']);
    expect((await judge({ blobs: replaced('sheet/f1', flipped) }))[0]).toBe('PLATFORM_CORRUPT');
    expect(await judge({ blobs: () => null })).toEqual(['PLATFORM_CORRUPT', 'not stored']);
    expect(
      await judge({
        blobs: replaced('sheet/manifest', twoStanzas),
        envelope: await facts(twoStanzas),
      }),
    ).toEqual(['BIDDER_FAULT', 'header']);
    const cut = concatBytes(...files.blobs.get('sheet/manifest')!).subarray(0, -1);
    expect(
      await judge({ blobs: replaced('sheet/manifest', cut), envelope: await facts(cut) }),
    ).toEqual(['BIDDER_FAULT', 'decryption']);
    expect((await judge({ bid: { bidder: 'rival' } }))[1]).toBe('manifest belongs to another bid');
    const f1 = concatBytes(...files.blobs.get('sheet/f1')!);
    expect(
      await judge({ blobs: replaced('sheet/manifest', f1), envelope: await facts(f1) }),
    ).toEqual(['BIDDER_FAULT', 'manifest is malformed']);
    const other = store();
    await sealBid(toSeal({}, utf8('other')), other.sink);
    const foreign = concatBytes(...other.blobs.get('sheet/f1')!);
    expect(
      await judge({
        blobs: replaced('sheet/f1', foreign),
        envelope: { files: [{ id: 'f1', ...(await factsOf(foreign)) }] },
      }),
    ).toEqual(['BIDDER_FAULT', 'file is not the one of the manifest']);
  });

  it('finds the key that was handed in, or why there is none', async () => {
    const { bid } = await sealedOnce;
    const envelope = bid.envelopes[0]!;
    const ctx = { kind: 'seal', tender: 'T1', bid: 'B1', env: 'sheet' } as const;
    const shares = await Promise.all(
      [1, 3].map(async (x) => {
        const share = await openShare(testSeed(`h/${x}`), envelope.shares[x - 1]!, ctx);
        return share.ok ? share.value : { x, share: '' };
      }),
    );
    const secret = toHex(envelopeSecret(testSeed('bid seed'), 'sheet'));
    const judge = async (
      released: { secrets?: string[]; shares?: typeof shares },
      extra: Partial<Opening> = {},
    ): Promise<[string, string | null]> => {
      const { verdict, by } = await judgeKeys(
        bid,
        envelope,
        { ...opening, ...extra },
        { secrets: [], shares: [], ...released },
      );
      return [verdict, by];
    };
    expect(await judge({ secrets: [secret] })).toEqual(['OK', 'bidder']);
    expect(await judge({ shares })).toEqual(['OK', 'holders']);
    expect(await judge({ secrets: ['00'.repeat(32)], shares })).toEqual(['OK', 'holders']);
    expect(await judge({ secrets: ['00'.repeat(32)] })).toEqual(['WRONG_SECRET', null]);
    expect(await judge({ shares: shares.slice(1) })).toEqual(['TOO_FEW_SHARES', null]);
    expect(await judge({}, { onBidderAbsence: 'withdrawn' })).toEqual(['BIDDER_ABSENT', null]);
    expect(await judge({}, { mode: 'bidder' })).toEqual(['BIDDER_ABSENT', null]);
    expect(await judge({ secrets: [secret] }, { mode: 'threshold' })).toEqual([
      'TOO_FEW_SHARES',
      null,
    ]);
  });

  it('refuses nonces and seeds of the wrong length', async () => {
    const [first] = toSeal().envelopes;
    const short = toSeal({ envelopes: [{ ...first!, nonce: new Uint8Array(3) }] });
    await expect(sealBid(short, () => undefined)).rejects.toThrow(RangeError);
    expect(() => envelopeSecret(new Uint8Array(31), 'sheet')).toThrow(RangeError);
  });

  it('accepts an honest bid object and no other', async () => {
    const { bid } = await sealedOnce;
    const rules = {
      tender: 'T1',
      opening,
      maxFileBytes: 10_000,
      usedRecipients: new Set<string>(),
    };
    const reason = (changed: Partial<Bid>, extra: Partial<typeof rules> = {}): unknown => {
      const result = checkBidObject({ ...bid, ...changed }, { ...rules, ...extra });
      return result.ok || (result.refusal.params?.reason ?? result.refusal.code);
    };
    const [one, two] = bid.envelopes as [BidEnvelope, BidEnvelope];
    const withFirst = (change: Partial<BidEnvelope>): Partial<Bid> => ({
      envelopes: [{ ...one, ...change }, two],
    });
    expect(reason({})).toBe(true);
    expect(reason({ tender: 'T2' })).toBe('tender');
    expect(reason({ envelopes: [one] })).toBe('envelopes');
    expect(reason({ envelopes: [one, one] })).toBe('envelope twice');
    expect(reason(withFirst({ recipient: two.recipient }))).toBe('seal.recipient_reused');
    expect(reason(withFirst({ recipient: holders[0]!.recipient }))).toBe('seal.recipient_reused');
    expect(reason({}, { usedRecipients: new Set([two.recipient]) })).toBe('seal.recipient_reused');
    expect(reason({}, { maxFileBytes: 10 })).toBe('file size');
    expect(reason(withFirst({ files: [one.files[0]!, one.files[0]!] }))).toBe('file ids');
    expect(reason(withFirst({ manifest: { ...one.manifest, size: 2 ** 21 } }))).toBe(
      'manifest size',
    );
    expect(reason(withFirst({ shares: one.shares.slice(1) }))).toBe('shares');
    expect(
      reason(withFirst({ shares: one.shares.map((share) => ({ ...share, envelope: 'AAAA' })) })),
    ).toBe('share envelope');
    expect(reason(withFirst({ recipient: `age1${'q'.repeat(58)}` }))).toBe('recipient');
    const ofLots = { opening: { ...opening, lots: [1, 2] } };
    expect(reason({ lot: 2 }, ofLots)).toBe(true);
    expect(reason({}, ofLots)).toBe('lot');
    expect(reason({ lot: 3 }, ofLots)).toBe('lot');
    expect(reason({ lot: 1 })).toBe('lot');
    expect(readBid('{"v":1}')).toMatchObject({ refusal: { code: 'seal.bid_malformed' } });
    expect(readBid('{ }').ok).toBe(false);
  });

  it('names the lot it is for in what is signed and inside what is sealed', async () => {
    const { blobs, read, sink } = store();
    const ofLots: Opening = { ...opening, lots: [1, 2] };
    const { bid } = await sealBid(toSeal({ opening: ofLots, lot: 2 }), sink);
    expect(bid.lot).toBe(2);
    expect([...blobs.keys()].sort()).toEqual(['sheet/f1', 'sheet/manifest', 'tech/manifest']);
    const secret = toHex(envelopeSecret(testSeed('bid seed'), 'sheet'));
    const envelope = bid.envelopes[0]!;
    expect(await openEnvelope({ bid, envelope, secret, blobs: read })).toMatchObject({
      verdict: 'OK',
    });
    const moved = await openEnvelope({ bid: { ...bid, lot: 1 }, envelope, secret, blobs: read });
    expect(moved).toMatchObject({ verdict: 'BIDDER_FAULT' });
  });

  it('seals for the bidder alone when there are no holders', async () => {
    const alone: Opening = { ...opening, mode: 'bidder', t: 0, holders: [] };
    const { bid } = await sealBid(toSeal({ opening: alone }), () => undefined);
    expect(bid.envelopes[0]!.shares).toEqual([]);
    expect(checkOpening(alone).ok).toBe(true);
  });
});

describe('opening settings (tp1 §4.2)', () => {
  const entitled = { id: 'supervisor', recipient: recipientOf(testSeed('entitled')) };
  it.each([
    { openAt: '2026-03-22T01:00:00Z' },
    { deadline: 'tomorrow' },
    { t: 4 },
    { t: 1 },
    { mode: 'bidder' as const },
    { holders: [holders[0]!, holders[0]!] },
    { envelopes: [opening.envelopes![0]!, opening.envelopes![0]!] },
    { envelopes: [{ id: 'price', visibility: 'public' as const, stage: 2 }] },
    { lots: [1, 1] },
    { entitled: [entitled, entitled] },
    { entitled: [entitled, { ...entitled, id: 'room' }] },
    { entitled: [{ ...entitled, recipient: `age1${'q'.repeat(58)}` }] },
  ])('refuses %j', (change) => {
    expect(checkOpening(opening)).toEqual({ ok: true, value: true });
    expect(checkOpening({ ...opening, ...change }).ok).toBe(false);
  });
});

describe('keys people can live with (tp1 §12)', () => {
  it('makes six words of twelve bytes, each byte string another', () => {
    expect(passphraseOf(new Uint8Array(12))).toBe('babab-babab-babab-babab-babab-babab');
    // 127.0.0.1 and 63.84.220.193 are the examples of the proquint proposal.
    const known = Uint8Array.of(127, 0, 0, 1, 63, 84, 220, 193, 255, 255, 0, 0);
    expect(passphraseOf(known)).toBe('lusab-babad-gutih-tugad-zuzuz-babab');
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (bytes) => {
        expect(passphraseOf(bytes)).toMatch(/^([bdfghjklmnprstvz][aiou]){2}[a-z](-\w{5}){5}$/);
      }),
    );
    expect(() => passphraseOf(new Uint8Array(11))).toThrow(RangeError);
    expect(tidyPassphrase('  LUSAB babad_gutih ')).toBe('lusab-babad-gutih');
  });

  it('wraps the seed of a bid, for this bid and this passphrase only', async () => {
    const own = { tender: 'T1', bid: 'B1' };
    const backup = await wrapBidSeed('lusab-babad', { ...own, seed: testSeed('s') }, 10);
    expect(await unwrapBidSeed('Lusab Babad', backup, own)).toEqual(testSeed('s'));
    expect(await unwrapBidSeed('wrong', backup, own)).toBeNull();
    expect(await unwrapBidSeed('lusab-babad', backup, { ...own, bid: 'B2' })).toBeNull();
  });

  it('writes the opening key file and reads it back', () => {
    const key = openingKey('T1', 'B1', testSeed('s'), ['sheet', 'tech']);
    expect(parseOpeningKey(openingKeyText(key))).toEqual(key);
    expect(key.secrets.sheet).toBe(toHex(envelopeSecret(testSeed('s'), 'sheet')));
    expect(key.secrets.sheet).not.toBe(key.secrets.tech);
    expect(parseOpeningKey('{}')).toBeNull();
    expect(parseOpeningKey('no')).toBeNull();
    expect(secretHash('B1', 'sheet', key.secrets.sheet!)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('signs a batch of holder keys once, and derives each again', async () => {
    const sign = (tag: string, payload: object): ReturnType<typeof signPayload> =>
      signPayload(testSeed('holder'), tag, payload);
    const keys = await makeHolderBatch(testSeed('batch'), 'centre/2026-1', 1, 3, sign);
    const pub = publicKeyOf(testSeed('holder'));
    expect(keys.every((key) => isHolderKey(pub, key))).toBe(true);
    expect(new Set(keys.map((key) => key.recipient)).size).toBe(3);
    expect(isHolderKey(pub, { ...keys[0]!, tender: 'centre/2026-1/2' })).toBe(false);
    expect(recipientOf(holderSecret(testSeed('batch'), 'centre/2026-1/2'))).toBe(
      keys[1]!.recipient,
    );
    const batch = { holder: 'centre', x: 1, seed: testSeed('batch') };
    const wrapped = await wrapHolderBatch('pass', batch, 10);
    expect(await unwrapHolderBatch('pass', wrapped)).toMatchObject(batch);
    expect(await unwrapHolderBatch('other', wrapped)).toBeNull();
  });

  it('releases a share only after the closing, for a listed bid, against one closing', () => {
    const request: ReleaseRequest = {
      bid: 'B1',
      closed: 'aa',
      bids: [{ bid: 'B1' }],
      cosigned: true,
      now: 10,
      openAt: 10,
      releasedAgainst: null,
    };
    const code = (change: Partial<ReleaseRequest>): unknown => {
      const result = mayRelease({ ...request, ...change });
      return result.ok || result.refusal.code;
    };
    expect(code({})).toBe(true);
    expect(code({ releasedAgainst: 'aa' })).toBe(true);
    expect(code({ now: 9 })).toBe('seal.too_early');
    expect(code({ cosigned: false })).toBe('seal.not_cosigned');
    expect(code({ bid: 'B9' })).toBe('seal.not_in_closing');
    expect(code({ releasedAgainst: 'bb' })).toBe('seal.second_closing');
    const decision = { closed: 'aa', stage: 2, admitted: ['B1'], cosigned: true };
    const later = (change: Partial<typeof decision> | null): unknown =>
      code({ stage: 2, decision: change && { ...decision, ...change } });
    expect(later({})).toBe(true);
    expect(later(null)).toBe('seal.stage_not_decided');
    expect(code({ stage: 2 })).toBe('seal.stage_not_decided');
    expect(later({ closed: 'bb' })).toBe('seal.stage_not_decided');
    expect(later({ stage: 3 })).toBe('seal.stage_not_decided');
    expect(later({ cosigned: false })).toBe('seal.stage_not_decided');
    expect(later({ admitted: ['B2'] })).toBe('seal.not_admitted');
    expect(code({ stage: 2, decision, bid: 'B9' })).toBe('seal.not_in_closing');
  });
});

describe('closed list (tp1 §4.3)', () => {
  const one = (bid: string, bidder: string, seq: number, withdrawn = false) => ({
    bid,
    bidHash: `hash ${bid}`,
    bidder,
    seq,
    withdrawn,
  });

  it('leaves out withdrawn and superseded bids, and sorts by id', () => {
    const list = closedList([
      one('B9', 'a', 1),
      one('B2', 'b', 1),
      one('B7', 'b', 2),
      one('B3', 'c', 1, true),
      one('B4', 'd', 1),
      one('B5', 'd', 2, true),
    ]);
    expect(list.map(({ bid }) => bid)).toEqual(['B7', 'B9']);
  });

  it('never lists a bidder twice, whatever the order', () => {
    const arbitrary = fc.uniqueArray(
      fc.record({
        bidder: fc.constantFrom('a', 'b', 'c'),
        seq: fc.nat(3),
        withdrawn: fc.boolean(),
      }),
      { selector: ({ bidder, seq }) => `${bidder}${seq}` },
    );
    fc.assert(
      fc.property(arbitrary, (bids) => {
        const submitted = bids.map((bid, at) => ({ ...bid, bid: `B${at}`, bidHash: '' }));
        const list = closedList(submitted);
        expect(closedList([...submitted].reverse())).toEqual(list);
        const bidders = list.map(({ bid }) => submitted.find((s) => s.bid === bid)!.bidder);
        expect(new Set(bidders).size).toBe(bidders.length);
      }),
    );
  });
});
