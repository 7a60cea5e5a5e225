import { parseCanonical, verifyPayload } from '@core/kernel';
import {
  bidHash,
  isSignedBid,
  openingKey,
  parseOpeningKey,
  withdrawalPayload,
} from '@core/sealed-bid';
import { signWithdrawal } from './bid-key';
import type { SealRequest } from './messages';
import { sealHere, SHEET_ENVELOPE, SIGNING } from './seal';

const seed = new Uint8Array(32).fill(7);
const request: SealRequest = {
  kind: 'seal',
  tender: 't1',
  bid: 'b1',
  bidder: 'e1',
  seq: 1,
  lot: undefined,
  opening: {
    mode: 'bidder',
    t: 0,
    holders: [],
    deadline: '2026-12-08T01:30:00Z',
    openAt: '2026-12-08T01:30:00Z',
    submitGraceSec: 120,
    bidderWindowSec: 1800,
    onBidderAbsence: 'holders',
    envelopes: [{ id: 'sheet', visibility: 'public', stage: 1 }],
  },
  seed,
  nonce: new Uint8Array(32).fill(9),
  sheet: { price: '12051600.00', durationDays: 300, quality: '合格', manager: '李工' },
  files: [new File([new Uint8Array(100_000)], '技术标.pdf', { type: 'application/pdf' })],
  passphrase: null,
};

describe('sealing in the browser', () => {
  it('seals, reads the price back with the key, and signs', async () => {
    const steps: string[] = [];
    const sealed = await sealHere(request, {
      step: (step) => steps.push(step),
      bytes: () => undefined,
    });
    expect(steps).toEqual(['seal', 'check', 'wrap']);
    expect(sealed.priceFen).toBe('1205160000');
    expect(sealed.blobs.map((blob) => blob.name).sort()).toEqual(['sheet/f1', 'sheet/manifest']);
    expect(sealed.sealed.bidHash).toBe(bidHash(sealed.sealed.bid));
    expect(isSignedBid(sealed.publicKey, sealed.sealed.bid, sealed.sealed.sig)).toBe(true);
    expect(parseCanonical(sealed.keyText.trim()).ok).toBe(true);
  });

  it('withdraws with the key file of the bid', async () => {
    const sealed = await sealHere(request, { step: () => undefined, bytes: () => undefined });
    const key = parseOpeningKey(sealed.keyText);
    expect(key).toEqual(openingKey('t1', 'b1', seed, [SHEET_ENVELOPE, SIGNING]));
    const { bidHash: hash, publicKey } = { ...sealed.sealed, publicKey: sealed.publicKey };
    const signature = key === null ? null : signWithdrawal(key, hash);
    const payload = withdrawalPayload('t1', 'b1', hash);
    expect(verifyPayload(publicKey, 'tp1/bid', payload, signature)).toBe(true);
  });
});
