import { openShare, recipientOf } from '@core/escrow';
import { concatBytes, signPayload, toBase64, toHex } from '@core/kernel';
import { leafHash, type LedgerRecord } from '@core/ledger';
import {
  deliverSecret,
  envelopeSecret,
  openEnvelope,
  sealBid,
  secretHash,
  type Bid,
  type Opening,
} from '@core/sealed-bid';
import { record } from './lies/moves';
import { rewrite, testSeed, type Lie, type Line } from './lying-operator';

const TENDER = 'T2026-0002';
const SUBMITTED_AT = '2023-08-23T15:00:00Z';
const BIDS = ['B1', 'B2', 'B3'] as const;
const holders = [1, 2, 3].map((x) => ({
  id: `holder${x}`,
  x,
  recipient: recipientOf(testSeed(`two-stage/holder${x}`)),
}));
const opening: Opening = {
  mode: 'either',
  t: 2,
  holders,
  deadline: '2023-08-23T15:59:24Z',
  openAt: '2023-08-23T15:59:24Z',
  submitGraceSec: 120,
  bidderWindowSec: 1800,
  onBidderAbsence: 'holders',
  envelopes: [
    { id: 'tech', visibility: 'restricted', stage: 1 },
    { id: 'price', visibility: 'public', stage: 2 },
  ],
  entitled: [
    { id: 'room', recipient: recipientOf(testSeed('two-stage/room')) },
    { id: 'supervisor', recipient: recipientOf(testSeed('two-stage/supervisor')) },
  ],
};

interface Sealed {
  readonly bid: Bid;
  readonly hash: string;
  readonly sig: object;
  readonly blobs: Readonly<Record<string, string>>;
  /** SHA-256 of the opened manifests, by envelope. */
  readonly manifests: Readonly<Record<string, string>>;
}

const secretOf = (bid: string, env: string): string =>
  toHex(envelopeSecret(testSeed(`two-stage/${bid}`), env));

async function sealed(id: string, at: number): Promise<Sealed> {
  const pieces = new Map<string, Uint8Array>();
  const { bid, bidHash, sig } = await sealBid(
    {
      tender: TENDER,
      bid: id,
      bidder: `bidder${at + 1}`,
      seq: 1,
      opening,
      seed: testSeed(`two-stage/${id}`),
      envelopes: ['tech', 'price'].map((env) => ({
        id: env,
        files: [],
        sheet: env === 'price' ? { price: `${100 + at}.00` } : { method: `of ${id}` },
        nonce: testSeed(`two-stage/${id}/${env}`),
      })),
      sign: (tag, payload) => signPayload(testSeed(`actor/bidder${at + 1}`), tag, payload),
    },
    (name, piece) =>
      void pieces.set(name, concatBytes(pieces.get(name) ?? new Uint8Array(), piece)),
  );
  const manifests: Record<string, string> = {};
  for (const envelope of bid.envelopes) {
    const opened = await openEnvelope({
      bid,
      envelope,
      secret: secretOf(id, envelope.id),
      blobs: (name) => pieces.get(name) ?? null,
    });
    if (opened.verdict === 'OK') manifests[envelope.id] = opened.manifestSha256;
  }
  const blobs = Object.fromEntries([...pieces].map(([name, bytes]) => [name, toBase64(bytes)]));
  return { bid, hash: bidHash, sig: { ...sig }, blobs, manifests };
}

/** Where the closing stood before the log is written again: what refers to it follows it. */
const CLOSED = toHex(leafHash(testSeed('two-stage/line/4')));

async function sharesOf({ bid }: Sealed, env: string, xs: readonly number[]): Promise<object[]> {
  const shares: object[] = [];
  for (const x of xs) {
    const dealt = bid.envelopes.find(({ id }) => id === env)!.shares.find((one) => one.x === x)!;
    const ctx = { kind: 'seal', tender: TENDER, bid: bid.bid, env } as const;
    const opened = await openShare(testSeed(`two-stage/holder${x}`), dealt, ctx);
    if (!opened.ok) throw new Error(opened.refusal.code);
    const own = { bid: bid.bid, env, closed: CLOSED, x };
    shares.push(
      env === 'tech' ? { ...own, commit: dealt.commit } : { ...own, share: opened.value.share },
    );
  }
  return shares;
}

/** A tender in two stages: restricted technical envelopes first, then the prices of those that go on. */
export interface TwoStages {
  readonly lines: readonly Line[];
  readonly lie: Lie;
}

async function make(): Promise<TwoStages> {
  const bids = await Promise.all(BIDS.map(sealed));
  const [b1, b2, b3] = bids as [Sealed, Sealed, Sealed];
  const keyOf = ({ bid: { bid } }: Sealed, env: string): Line =>
    record('opening.key', {
      bid,
      env,
      closed: CLOSED,
      ...(env === 'tech'
        ? { secretHash: secretHash(bid, env, secretOf(bid, env)) }
        : { secret: secretOf(bid, env) }),
    });
  const openedOf = (one: Sealed, env: string, by: string): Line => {
    const { bid, bidder } = one.bid;
    const sheet = { price: `${99 + Number(bidder.slice(-1))}.00` };
    const hash = secretHash(bid, env, secretOf(bid, env));
    const said = env === 'tech' ? { secretHash: hash } : { sheet };
    return record('opening.opened', { bid, env, by, manifestSha256: one.manifests[env], ...said });
  };
  const shareLines = async (one: Sealed, env: string, xs: readonly number[]): Promise<Line[]> =>
    (await sharesOf(one, env, xs)).map((body) => record('opening.share', body));
  const delivered: Line[] = [];
  for (const { bid } of [b1.bid, b2.bid, b3.bid]) {
    const name = { tender: TENDER, bid, env: 'tech' };
    const made = await deliverSecret(name, secretOf(bid, 'tech'), opening.entitled!);
    delivered.push(record('opening.delivered', made.record));
  }
  const all = [
    record('tender.published', { tender: TENDER, opening }, SUBMITTED_AT),
    ...bids.map(({ bid: { bid }, hash, sig }) =>
      record('bid.submitted', { bid, bidHash: hash, sig }, SUBMITTED_AT, `${TENDER}/bid/${bid}`),
    ),
    record('bids.closed', {
      tender: TENDER,
      count: bids.length,
      bids: bids.map(({ bid, hash }) => ({ bid: bid.bid, bidHash: hash })),
    }),
    keyOf(b1, 'tech'),
    keyOf(b3, 'tech'),
    ...(await shareLines(b2, 'tech', [1, 3])),
    openedOf(b1, 'tech', 'bidder'),
    openedOf(b2, 'tech', 'holders'),
    openedOf(b3, 'tech', 'bidder'),
    ...delivered,
    record('opening.stage', { closed: CLOSED, stage: 2, admitted: ['B1', 'B2'], sig: null }),
    keyOf(b1, 'price'),
    ...(await shareLines(b2, 'price', [1, 2])),
    openedOf(b1, 'price', 'bidder'),
    openedOf(b2, 'price', 'holders'),
    record('tender.closed', { tender: TENDER }),
  ];
  return {
    lines: all.map((line, at): Line => ({
      ...line,
      record: line.record && {
        ...line.record,
        scope: line.record.type === 'bid.submitted' ? line.record.scope : TENDER,
      },
      salt: line.salt && toHex(testSeed(`two-stage/salt/${at}`)),
      opaque: toBase64(testSeed(`two-stage/line/${at}`)),
    })),
    lie: {
      sizes: all.map((_, at) => at + 1),
      times: (size) => [0, 1, 2].map((at) => (size <= 4 ? 1_692_806_300 : 1_692_806_700) + at),
      forge: signedBySupervisor,
      rest: {
        scope: TENDER,
        bids: bids.map(({ bid, blobs }) => ({ bid, blobs })),
        secrets: [{ bid: 'B1', env: 'tech', secret: secretOf('B1', 'tech') }],
      },
    },
  };
}

/** Decisions that carry no signature get the supervisor's, over what they say at last. */
function signedBySupervisor(said: LedgerRecord): LedgerRecord {
  if (said.type !== 'opening.stage' || said.body.sig !== null) return said;
  const { closed, stage, admitted } = said.body;
  const payload = { closed, stage, admitted };
  const sig = signPayload(testSeed('actor/supervisor'), 'tp1/opening/stage', payload);
  return { ...said, body: { ...said.body, sig: { ...sig } } };
}

let made: Promise<TwoStages> | null = null;

/** The tender, sealed once in a run. */
export function twoStages(): Promise<TwoStages> {
  return (made ??= make());
}

/** The bundle of the tender, with other lines or another lie where somebody cheats. */
export async function twoStageBundle(
  change: (lines: readonly Line[]) => readonly Line[] = (lines) => lines,
  rest: Readonly<Record<string, unknown>> = {},
  lie: Lie = {},
): Promise<Record<string, unknown>> {
  const honest = await twoStages();
  const whole = { ...honest.lie, ...lie, rest: { ...honest.lie.rest, ...rest } };
  return rewrite(change(honest.lines), whole);
}

/** The secret of an envelope of that tender. */
export function twoStageSecret(bid: string, env: string): string {
  return secretOf(bid, env);
}
