import { Encrypter } from 'age-encryption';
import { dealShares, recipientOf, type Holder } from '@core/escrow';
import { canonicalBytes, canonicalObject, fromHex, signPayload, toBase64 } from '@core/kernel';
import { bidHash, factsOf, type Bid, type BidEnvelope } from '@core/sealed-bid';
import { lines, say, testSeed, type Lie, type Line } from '../lying-operator';
import bundle from '../tp1/bundle.json';
import { honest, told, type Told } from './lie';
import { insert, is, moved, record, repeated, without } from './moves';

type Loose = Record<string, unknown>;
type Blobs = Readonly<Record<string, string>>;

interface StoredBid {
  readonly bid: Bid;
  readonly blobs: Blobs;
}

const closedIs = is('bids.closed');
const VANISH = '4.1 bidder vanishes or aborts';
const CORRUPT = '4.1 bidder claims a corrupted file';
const OTHER = '4.1 bidder opens to another content';
const JUNK = '4.1 bidder deals junk shares';
const SHARE = '4.1 holder hands in a false share';
const RIVAL = '4.1 rival copies a ciphertext';
const REPLACE = '4.1 operator inserts, drops or replaces a bid';
const PRICE = '6 announced price is not the sealed price';

const bids = bundle.bids as unknown as readonly StoredBid[];
const holders = (bundle.records[0]!.record.body as unknown as { opening: { holders: Holder[] } })
  .opening.holders;
const keyOfB1 = lines().find(({ record: one }) => one && is('opening.key', { bid: 'B1' })(one));
const secretOfB1 = fromHex(keyOfB1?.record?.body.secret as string);

/** A bid sealed otherwise by its own bidder: hashed, signed, submitted, closed and locked as if it had been so. */
interface Resealed {
  readonly told: Line[];
  readonly lie: Lie;
}

function resealed(id: string, change: (stored: StoredBid) => StoredBid, from = lines()): Resealed {
  const before = bids.find(({ bid }) => bid.bid === id)!;
  const after = change(structuredClone(before));
  const [old, hash] = [bidHash(before.bid), bidHash(after.bid)];
  const sig = signPayload(testSeed(`actor/${after.bid.bidder}`), 'tp1/bid', after.bid);
  const changed = from.map((line): Line => {
    if (!line.record) return line;
    const isOwn = is('bid.submitted', { bid: id })(line.record);
    const text = JSON.stringify(isOwn ? { ...line.record.body, sig } : line.record.body);
    const body = canonicalObject(JSON.parse(text.replaceAll(old, hash)) as object);
    return { ...line, record: { ...line.record, body } };
  });
  const rest = { bids: bids.map((stored) => (stored === before ? after : stored)) };
  return { told: changed, lie: { rest } };
}

function toldResealed(
  threat: Told['threat'],
  cheat: string,
  reason: string,
  make: () => Promise<Resealed> | Resealed,
): Told {
  // Sealing is random: the log and the rest of the bundle must be of one and the same making.
  let once: Promise<Resealed> | null = null;
  const made = (): Promise<Resealed> => (once ??= Promise.resolve(make()));
  return told(
    threat,
    cheat,
    reason,
    async () => (await made()).told,
    async () => (await made()).lie,
  );
}

const onEnvelope = (stored: StoredBid, change: Partial<BidEnvelope>): Bid => ({
  ...stored.bid,
  envelopes: stored.bid.envelopes.map((envelope) => ({ ...envelope, ...change })),
});

/** B1 with another ciphertext in place of its file. */
async function withFile(bytes: Uint8Array): Promise<Resealed> {
  const facts = await factsOf(bytes);
  return resealed('B1', (stored) => ({
    bid: onEnvelope(stored, { files: [{ id: 'f1', ...facts }] }),
    blobs: { ...stored.blobs, 'sheet/f1': toBase64(bytes) },
  }));
}

async function encrypted(message: Uint8Array, ...recipients: string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(message);
}

/** The vector's bids with some blobs of B1 replaced; the bid object stays as it was. */
const withBlobs = (blobs: Blobs): Lie => ({
  rest: {
    bids: bids.map((stored) =>
      stored.bid.bid === 'B1' ? { ...stored, blobs: { ...stored.blobs, ...blobs } } : stored,
    ),
  },
});

/** An announcement turned into another one. */
const announced = (bid: string, type: string, body: Loose): Line[] =>
  lines().map((line) =>
    line.record && is('opening.opened', { bid })(line.record)
      ? {
          ...line,
          record: { ...line.record, type, body: canonicalObject({ bid, env: 'sheet', ...body }) },
        }
      : line,
  );

const closing = (change: (body: Loose) => Loose) => () => say(closedIs, change);
const opening = (change: Loose) => () =>
  say(is('tender.published'), (body) => ({
    ...body,
    opening: { ...(body.opening as Loose), ...change },
  }));
const key = (change: Loose) => () =>
  say(is('opening.key', { bid: 'B1' }), (body) => ({ ...body, ...change }));
const dropB3 = (body: Loose): Loose => ({ ...body, bids: (body.bids as Loose[]).slice(0, 2) });

/** Lies about bids and openings (tp1 §4.1, §4.5). */
export const SEAL_LIES: readonly Told[] = [
  told(
    VANISH,
    'said to be opened by the bidder who stayed away',
    'envelopes: another_verdict',
    () => say(is('opening.opened', { bid: 'B2' }), (body) => ({ ...body, by: 'bidder' })),
  ),
  told(
    VANISH,
    'a bid that opens is said to be its bidder’s fault',
    'envelopes: another_verdict',
    () => announced('B3', 'opening.failed', { verdict: 'BIDDER_FAULT', at: 'sheet/manifest' }),
  ),
  told(
    VANISH,
    'a bid is said to have no key though holders opened it',
    'envelopes: another_verdict',
    () => announced('B2', 'opening.failed', { verdict: 'TOO_FEW_SHARES', at: 'sheet' }),
  ),
  told(VANISH, 'a bid never opened', 'envelopes: never_opened', () =>
    without(is('opening.opened', { bid: 'B3' })),
  ),
  told(
    VANISH,
    'opened by holders though the tender asks the bidder alone',
    'envelopes: another_verdict',
    opening({ onBidderAbsence: 'withdrawn' }),
  ),
  told(
    VANISH,
    'opened by the bidder though the tender asks the holders alone',
    'keys: key_in_threshold_mode',
    opening({ mode: 'threshold' }),
  ),
  told(
    CORRUPT,
    'the stored file changed, and said to be opened',
    'envelopes: another_verdict',
    honest,
    withBlobs({ 'sheet/f1': bids[1]!.blobs['sheet/f1']! }),
  ),
  told(
    CORRUPT,
    'the stored file lost, and said to be opened',
    'envelopes: another_verdict',
    honest,
    withBlobs({ 'sheet/f1': '' }),
  ),
  told(
    CORRUPT,
    'the stored file changed, and said to be the bidder’s fault',
    'envelopes: another_verdict',
    () => announced('B1', 'opening.failed', { verdict: 'BIDDER_FAULT', at: 'sheet/f1' }),
    withBlobs({ 'sheet/f1': bids[1]!.blobs['sheet/f1']! }),
  ),
  told(
    OTHER,
    'a secret that fits another recipient',
    'envelopes: another_verdict',
    key({ secret: '0'.repeat(64) }),
  ),
  toldResealed(
    OTHER,
    'a file with two stanzas, so with two keys',
    'envelopes: another_verdict',
    async () =>
      withFile(
        await encrypted(
          canonicalBytes({ any: 'form' }),
          recipientOf(secretOfB1),
          recipientOf(testSeed('second key')),
        ),
      ),
  ),
  toldResealed(
    OTHER,
    'a file that is not the one of the manifest',
    'envelopes: another_verdict',
    async () =>
      withFile(await encrypted(canonicalBytes({ another: 'form' }), recipientOf(secretOfB1))),
  ),
  told(OTHER, 'another manifest announced', 'envelopes: another_manifest', () =>
    say(is('opening.opened', { bid: 'B1' }), (body) => ({
      ...body,
      manifestSha256: '0'.repeat(64),
    })),
  ),
  toldResealed(
    JUNK,
    'shares of another secret, and said to be opened by holders',
    'envelopes: another_verdict',
    async () => {
      const ctx = { kind: 'seal', tender: 'T2026-0001', bid: 'B2', env: 'sheet' } as const;
      const shares = await dealShares(testSeed('junk'), 2, holders, ctx);
      return resealed('B2', (stored) => ({ ...stored, bid: onEnvelope(stored, { shares }) }));
    },
  ),
  toldResealed(JUNK, 'a share sealed to nobody', 'bids: seal.bid_invalid', () =>
    resealed('B2', (stored) => {
      const shares = stored.bid.envelopes[0]!.shares.map((share) => ({
        ...share,
        envelope: 'AAAA',
      }));
      return { ...stored, bid: onEnvelope(stored, { shares }) };
    }),
  ),
  toldResealed(JUNK, 'a holder left without a share', 'bids: seal.bid_invalid', () =>
    resealed('B2', (stored) => {
      const shares = stored.bid.envelopes[0]!.shares.slice(1);
      return { ...stored, bid: onEnvelope(stored, { shares }) };
    }),
  ),
  told(SHARE, 'a false share, and said to be opened by holders', 'envelopes: another_verdict', () =>
    say(is('opening.share', { x: 1 }), (body) => ({ ...body, share: '0'.repeat(66) })),
  ),
  toldResealed(
    RIVAL,
    'the same ciphertext under the same recipient',
    'bids: seal.recipient_reused',
    () =>
      resealed('B3', (stored) => ({
        bid: { ...stored.bid, envelopes: bids[0]!.bid.envelopes },
        blobs: bids[0]!.blobs,
      })),
  ),
  toldResealed(
    RIVAL,
    'the same ciphertext under a recipient of its own',
    'envelopes: another_verdict',
    () =>
      resealed('B3', (stored) => ({
        bid: onEnvelope(stored, {
          manifest: bids[0]!.bid.envelopes[0]!.manifest,
          files: bids[0]!.bid.envelopes[0]!.files,
        }),
        blobs: bids[0]!.blobs,
      })),
  ),
  told(RIVAL, 'a bid submitted twice', 'bids: seal.recipient_reused', () =>
    repeated(is('bid.submitted', { bid: 'B1' })),
  ),
  told(
    REPLACE,
    'a bid dropped from the closed list',
    'closing: list',
    closing((body) => ({ ...dropB3(body), count: 2 })),
  ),
  told(REPLACE, 'count and list apart', 'closing: count', closing(dropB3)),
  told(
    REPLACE,
    'another hash in the closed list',
    'closing: list',
    closing((body) => ({
      ...body,
      bids: (body.bids as Loose[]).map((bid, at) =>
        at === 0 ? { ...bid, bidHash: '0'.repeat(64) } : bid,
      ),
    })),
  ),
  told(
    REPLACE,
    'a bid in the list that nobody submitted',
    'closing: list',
    closing((body) => ({
      ...body,
      count: 4,
      bids: [...(body.bids as Loose[]), { bid: 'B4', bidHash: '0'.repeat(64) }],
    })),
  ),
  told(REPLACE, 'two closings', 'closing: twice', () => repeated(closedIs)),
  told(REPLACE, 'closed before the deadline', 'closing: before_the_deadline', honest, {
    times: () => [1_692_800_000, 1_692_800_001, 1_692_800_002],
  }),
  told(REPLACE, 'a bid after the closing', 'bids: after_the_closing', () =>
    moved(
      is('bid.submitted', { bid: 'B3' }),
      is('draw.lock', { drawId: 'T2026-0001/coefficient/1' }),
    ),
  ),
  told(REPLACE, 'a bid after the deadline', 'bids: late', () =>
    lines().map((line) =>
      line.record && is('bid.submitted', { bid: 'B3' })(line.record)
        ? { ...line, record: { ...line.record, at: '2023-08-23T15:59:25Z' } }
        : line,
    ),
  ),
  told(REPLACE, 'an arrival after the deadline', 'bids: late', () =>
    say(is('bid.submitted', { bid: 'B3' }), (body) => ({
      ...body,
      arrivedAt: '2023-08-23T15:59:25Z',
    })),
  ),
  told(REPLACE, 'the deadline moved when it had passed', 'bids: deadline_moved_late', () =>
    insert(
      closedIs,
      record(
        'tender.amended',
        {
          opening: {
            ...(bundle.records[0]!.record.body as { opening: Loose }).opening,
            deadline: '2023-08-23T16:00:05Z',
            openAt: '2023-08-23T16:00:05Z',
          },
        },
        '2023-08-23T15:59:59Z',
      ),
    ),
  ),
  told(REPLACE, 'the bid object replaced', 'bids: hash', honest, {
    rest: {
      bids: bids.map((stored, at) =>
        at === 0 ? { ...stored, bid: { ...stored.bid, seq: 2 } } : stored,
      ),
    },
  }),
  told(REPLACE, 'the bid object withheld', 'bids: object_missing', honest, {
    rest: { bids: bids.slice(1) },
  }),
  told(REPLACE, 'a bid its bidder did not sign', 'bids: signature', () =>
    say(is('bid.submitted', { bid: 'B1' }), (body) => ({
      ...body,
      sig: { ...(body.sig as Loose), sig: '0'.repeat(128) },
    })),
  ),
  told(REPLACE, 'a bid signed by somebody else', 'bids: unknown_key', () =>
    say(is('bid.submitted', { bid: 'B1' }), (body) => ({
      ...body,
      sig: signPayload(testSeed('actor/bidder2'), 'tp1/bid', bids[0]!.bid),
    })),
  ),
  toldResealed(REPLACE, 'a bid another one replaced, still in the list', 'closing: list', () =>
    resealed('B3', (stored) => ({ ...stored, bid: { ...stored.bid, bidder: 'bidder1', seq: 2 } })),
  ),
  told(REPLACE, 'a withdrawal the bidder did not sign', 'bids: withdrawal', () =>
    insert(
      closedIs,
      record(
        'bid.withdrawn',
        { bid: 'B1', sig: bundle.records[1]!.record.body.sig },
        '2023-08-23T15:00:00Z',
        'T2026-0001/bid/B1',
      ),
    ),
  ),
  told(REPLACE, 'a withdrawn bid still in the list', 'closing: list', () =>
    insert(
      closedIs,
      record(
        'bid.withdrawn',
        {
          bid: 'B1',
          sig: signPayload(testSeed('actor/bidder1'), 'tp1/bid', {
            tender: 'T2026-0001',
            bid: 'B1',
            bidHash: bidHash(bids[0]!.bid),
            withdrawn: true,
          }),
        },
        '2023-08-23T15:00:00Z',
        'T2026-0001/bid/B1',
      ),
    ),
  ),
  told(REPLACE, 'a key released before the closing', 'keys: before_the_closing', () =>
    moved(is('opening.key', { bid: 'B1' }), closedIs),
  ),
  told(REPLACE, 'a share released before the closing', 'keys: before_the_closing', () =>
    moved(is('opening.share', { x: 1 }), closedIs),
  ),
  told(
    REPLACE,
    'a key released before the opening',
    'keys: before_the_opening',
    opening({ openAt: '2023-08-23T16:30:00Z' }),
  ),
  told(
    REPLACE,
    'a key against another closing',
    'keys: against_another_closing',
    key({ closed: '0'.repeat(64) }),
  ),
  told(
    REPLACE,
    'a key for a bid that is not in the list',
    'keys: for_a_bid_not_closed',
    key({ bid: 'B9' }),
  ),
  told(REPLACE, 'a release nobody signed', 'keys: release_decision', () =>
    insert(
      is('opening.key', { bid: 'B1' }),
      record('opening.released', { closed: '0'.repeat(64), reason: 'x', sig: {} }),
    ),
  ),
  told(PRICE, 'another price', 'envelopes: another_content', () =>
    say(is('opening.opened', { bid: 'B1' }), (body) => ({
      ...body,
      sheet: { ...(body.sheet as Loose), price: '9000000.00' },
    })),
  ),
  told(PRICE, 'a price left out', 'envelopes: another_content', () =>
    say(is('opening.opened', { bid: 'B1' }), (body) => ({ ...body, sheet: null })),
  ),
  told(PRICE, 'announced though no key was handed in', 'envelopes: another_verdict', () =>
    without(is('opening.key', { bid: 'B1' })),
  ),
  told(PRICE, 'announced twice', 'envelopes: announced_twice', () =>
    repeated(is('opening.opened', { bid: 'B3' })),
  ),
  told(
    REPLACE,
    'an opening before the deadline',
    'bids: opening',
    opening({ openAt: '2023-08-23T10:00:00Z' }),
  ),
  told(REPLACE, 'a closing under rules nobody published', 'bids: opening_missing', () =>
    say(is('tender.published'), (body) => ({ ...body, opening: null })),
  ),
  told(REPLACE, 'a key though nothing was closed', 'keys: before_the_closing', () =>
    without(closedIs),
  ),
  told(
    CORRUPT,
    'a bid that failed still feeds the coefficient',
    'draws: draw.seed_mismatch',
    () => announced('B1', 'opening.failed', { verdict: 'PLATFORM_CORRUPT', at: 'sheet/f1' }),
    withBlobs({ 'sheet/f1': bids[1]!.blobs['sheet/f1']! }),
  ),
];
