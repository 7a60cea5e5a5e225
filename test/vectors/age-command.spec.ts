import { recipientOf } from '@core/escrow';
import {
  digest,
  fromBase64,
  fromUtf8,
  parseCanonical,
  signPayload,
  toHex,
  utf8,
} from '@core/kernel';
import {
  bidHash,
  envelopeSecret,
  factsOf,
  openEnvelope,
  sealBid,
  type Bid,
  type Opening,
} from '@core/sealed-bid';
import { ageDecrypt, ageEncrypt, describeWithAge } from '../support/age-command';

const CHUNK = 64 * 1024;
/** Around the borders of age's chunks: nothing, one byte, a chunk less or more one, several chunks. */
const SIZES = [
  0,
  1,
  CHUNK - 1,
  CHUNK,
  CHUNK + 1,
  2 * CHUNK,
  2 * CHUNK + 1,
  5 * CHUNK - 1,
  7 * CHUNK + 321,
];

const testSeed = (label: string): Uint8Array => digest(utf8(`tp1-test/${label}`));
const seed = testSeed('age command');
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

/** A message of this size that repeats nowhere. */
function message(size: number): Uint8Array {
  return Uint8Array.from(
    { length: size },
    (_, at) => (at * 31 + (at >> 8) * 17 + (at >> 16)) & 255,
  );
}

interface Sealed {
  readonly bid: Bid;
  readonly blobs: ReadonlyMap<string, Buffer>;
}

async function sealed(size: number): Promise<Sealed> {
  const pieces = new Map<string, Uint8Array[]>();
  const files = [{ id: 'f1', name: 'a.bin', media: 'x/y', source: message(size) }];
  const { bid } = await sealBid(
    {
      tender: 'T1',
      bid: 'B1',
      bidder: 'acme',
      seq: 1,
      opening,
      seed,
      envelopes: ['sheet', 'tech'].map((id) => ({
        id,
        files,
        sheet: id === 'sheet' ? { price: '1.00' } : null,
        nonce: testSeed(`nonce ${id}`),
      })),
      sign: (tag, payload) => signPayload(testSeed('acme'), tag, payload),
    },
    (name, piece) => void pieces.set(name, [...(pieces.get(name) ?? []), piece]),
  );
  const blobs = new Map([...pieces].map(([name, parts]) => [name, Buffer.concat(parts)]));
  return { bid, blobs };
}

const secretOf = (env: string): Uint8Array => envelopeSecret(seed, env);

describeWithAge('the stock age command (tp1 §4.3, §4.7)', () => {
  describe.each(SIZES)('with a file of %d bytes', (size) => {
    const once = sealed(size);

    it.each(['sheet', 'tech'])('opens our envelope %s: the file and its manifest', async (env) => {
      const { blobs } = await once;
      const plain = ageDecrypt(secretOf(env), blobs.get(`${env}/f1`)!);
      expect(plain.equals(message(size))).toBe(true);
      const manifest = ageDecrypt(secretOf(env), blobs.get(`${env}/manifest`)!);
      const parsed = parseCanonical(new Uint8Array(manifest));
      expect(parsed).toMatchObject({ ok: true, value: { env, files: [{ id: 'f1', size }] } });
    });

    it.each(['sheet', 'tech'])('seals what we open as envelope %s', async (env) => {
      const { bid, blobs } = await once;
      const recipient = recipientOf(secretOf(env));
      const own = new Map<string, Uint8Array>();
      for (const [id, plain] of [
        ['f1', message(size)],
        ['manifest', ageDecrypt(secretOf(env), blobs.get(`${env}/manifest`)!)],
      ] as const) {
        own.set(`${env}/${id}`, ageEncrypt([recipient], plain));
      }
      const envelope = {
        ...bid.envelopes.find(({ id }) => id === env)!,
        manifest: await factsOf(own.get(`${env}/manifest`)!),
        files: [{ id: 'f1', ...(await factsOf(own.get(`${env}/f1`)!)) }],
      };
      const taken: Uint8Array[] = [];
      const opened = await openEnvelope({
        bid,
        envelope,
        secret: toHex(secretOf(env)),
        blobs: (name) => own.get(name) ?? null,
        take: (_, piece) => void taken.push(piece),
      });
      expect(opened.verdict).toBe('OK');
      expect(Buffer.concat(taken).equals(message(size))).toBe(true);
    });
  });

  it('opens the share of a holder', async () => {
    const { bid } = await sealed(1);
    for (const { id, shares } of bid.envelopes) {
      for (const { x, envelope } of shares) {
        const plain = ageDecrypt(testSeed(`h/${x}`), fromBase64(envelope)!);
        const share: unknown = JSON.parse(fromUtf8(new Uint8Array(plain))!);
        expect(share).toMatchObject({ v: 1, x, ctx: { kind: 'seal', bid: 'B1', env: id } });
      }
    }
    expect(bidHash(bid)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('refuses a file of ours with one byte changed', async () => {
    const { blobs } = await sealed(CHUNK + 1);
    const broken = Buffer.from(blobs.get('tech/f1')!);
    broken[broken.length - 1]! ^= 1;
    expect(() => ageDecrypt(secretOf('tech'), broken)).toThrow(/age/);
  });

  it('may seal to two; we then refuse the file', async () => {
    const { bid, blobs } = await sealed(1);
    const two = [recipientOf(secretOf('tech')), recipientOf(testSeed('another'))];
    const file = ageEncrypt(two, message(1));
    const envelope = {
      ...bid.envelopes[1]!,
      files: [{ id: 'f1', ...(await factsOf(file)) }],
    };
    const opened = await openEnvelope({
      bid,
      envelope,
      secret: toHex(secretOf('tech')),
      blobs: (name) => (name === 'tech/f1' ? file : (blobs.get(name) ?? null)),
    });
    expect(opened).toMatchObject({ verdict: 'BIDDER_FAULT', at: 'tech/f1', reason: 'header' });
  });
});
