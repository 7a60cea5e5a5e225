import { canonicalize, signPayload, publicKeyOf, toHex } from '@core/kernel';
import { sheetValue } from '@core/opening';
import { envelopeSecret, sealBid, type Opening } from '@core/sealed-bid';
import type { Client } from '../support/client';
import { random, until } from './world';
import { uploadFile } from './upload';

/** What a bidder offers. */
export interface Offer {
  readonly price: string;
  readonly durationDays: number;
  readonly quality: string;
  readonly manager: string;
  /** A file of the technical part, for a blind review. */
  readonly technical?: { readonly name: string; readonly text: string };
}

/** A bid that has been handed in, with the secrets only its bidder has. */
export interface HandedIn {
  readonly client: Client;
  readonly bidId: string;
  readonly receipt: string;
  readonly arrivedAt: string;
  readonly seed: Uint8Array;
  readonly body: Record<string, unknown>;
}

interface ReservedBid {
  readonly id: string;
  readonly bidder: string;
  readonly seq: number;
  readonly opening: Opening;
}

interface BidAnswer {
  readonly state: string;
  readonly receipt: string;
  readonly arrivedAt: string;
  readonly logReceipt: object | null;
}

function technicalFile({ technical }: Offer): SealedFile[] {
  if (!technical) return [];
  const source = new TextEncoder().encode(technical.text);
  return [{ id: 'tech', name: technical.name, media: 'application/pdf', source }];
}

interface SealedFile {
  readonly id: string;
  readonly name: string;
  readonly media: string;
  readonly source: Uint8Array;
}

/** Seals an offer on the bidder's own machine and uploads the ciphertexts; nothing is submitted yet. */
export async function prepareBid(
  client: Client,
  tenderId: string,
  offer: Offer,
  lot?: number,
): Promise<{ bidId: string; seed: Uint8Array; body: Record<string, unknown> }> {
  const wanted = lot === undefined ? {} : { lot };
  const reserved = await client.post<ReservedBid>(`/api/tenders/${tenderId}/bids`, wanted);
  const key = random();
  const seed = random();
  const blobs = new Map<string, Uint8Array[]>();
  const sealed = await sealBid(
    {
      tender: tenderId,
      bid: reserved.id,
      bidder: reserved.bidder,
      seq: reserved.seq,
      lot,
      opening: reserved.opening,
      seed,
      envelopes: [
        {
          id: 'sheet',
          files: [
            {
              id: 'bid',
              name: '投标函.txt',
              media: 'text/plain',
              source: new TextEncoder().encode(`报价 ${offer.price} 元`),
            },
            ...technicalFile(offer),
          ],
          sheet: sheetValue(offer),
          nonce: random(),
        },
      ],
      sign: (tag, payload) => signPayload(key, tag, payload),
    },
    (blob, piece) => {
      blobs.set(blob, [...(blobs.get(blob) ?? []), piece]);
    },
  );
  const uploaded: { name: string; fileId: string }[] = [];
  for (const [name, pieces] of blobs) {
    const bytes = new Uint8Array(Buffer.concat(pieces));
    const file = await uploadFile(client, `${name}.age`, 'application/octet-stream', bytes);
    uploaded.push({ name, fileId: file.id });
  }
  const body = {
    bidObject: canonicalize(sealed.bid),
    signature: sealed.sig,
    publicKey: publicKeyOf(key),
    blobs: uploaded,
  };
  return { bidId: reserved.id, seed, body };
}

/** Seals, uploads and submits, and waits for the witnessed receipt. */
export async function handIn(
  client: Client,
  tenderId: string,
  offer: Offer,
  lot?: number,
): Promise<HandedIn> {
  const { bidId, seed, body } = await prepareBid(client, tenderId, offer, lot);
  const answer = await client.post<BidAnswer>(`/api/bids/${bidId}/submit`, body);
  if (answer.state !== 'submitted') throw new Error(`not submitted: ${answer.state}`);
  await until('the witnessed receipt of a bid', async () => {
    const { logReceipt } = await client.get<BidAnswer>(`/api/bids/${bidId}`);
    return logReceipt;
  });
  const { receipt, arrivedAt } = answer;
  return { client, bidId, receipt, arrivedAt, seed, body };
}

/** The key that opens a bid's public envelope. */
export function openingSecret(bid: HandedIn): string {
  return toHex(envelopeSecret(bid.seed, 'sheet'));
}
