import { publicKeyOf, signPayload, toBase64 } from '@core/kernel';
import { readSheet, sheetValue } from '@core/opening';
import {
  blobName,
  envelopeSecret,
  openEnvelope,
  openingKey,
  openingKeyText,
  sealBid,
  wrapBidSeed,
  type BidEnvelope,
  type SealedBid,
} from '@core/sealed-bid';
import type { Sealed, SealedBlob, SealRequest, SealStep } from './messages';

/** The public envelope: the sheet that is read aloud, and the files. */
export const SHEET_ENVELOPE = 'sheet';
/** The key that signs the bid comes from the same seed, so that one file or passphrase can also withdraw it. */
export const SIGNING = 'signing';

/** Ciphertext is handed to the browser's blob store in pieces of this size, so that memory stays small. */
const FLUSH = 4 * 1024 * 1024;

/** Collects one ciphertext without holding it in memory. */
class BlobBuilder {
  private readonly parts: Blob[] = [];
  private waiting: Uint8Array<ArrayBuffer>[] = [];
  private size = 0;

  add(piece: Uint8Array): void {
    this.waiting.push(new Uint8Array(piece));
    this.size += piece.length;
    if (this.size >= FLUSH) this.flush();
  }

  finish(): Blob {
    this.flush();
    return new Blob(this.parts, { type: 'application/octet-stream' });
  }

  private flush(): void {
    this.parts.push(new Blob(this.waiting));
    this.waiting = [];
    this.size = 0;
  }
}

/** What is told while sealing. */
export interface SealWatch {
  readonly step: (step: SealStep) => void;
  readonly bytes: (count: number) => void;
}

function mediaOf(file: File): string {
  return /^[\x21-\x7e]{1,120}$/.test(file.type) ? file.type : 'application/octet-stream';
}

async function encrypt(request: SealRequest, watch: SealWatch) {
  const { tender, bid, bidder, seq, lot, opening, seed, nonce, sheet, files } = request;
  const blobs = new Map<string, BlobBuilder>();
  const signer = envelopeSecret(seed, SIGNING);
  const envelope = {
    id: SHEET_ENVELOPE,
    nonce,
    sheet: sheetValue(sheet),
    files: files.map((file, index) => ({
      id: `f${index + 1}`,
      name: file.name,
      media: mediaOf(file),
      source: file,
    })),
  };
  const sealed = await sealBid(
    {
      tender,
      bid,
      bidder,
      seq,
      lot,
      opening,
      seed,
      envelopes: [envelope],
      sign: (tag, payload) => signPayload(signer, tag, payload),
    },
    (name, piece) => {
      const builder = blobs.get(name) ?? new BlobBuilder();
      blobs.set(name, builder);
      builder.add(piece);
      watch.bytes(piece.length);
    },
  );
  return { sealed, publicKey: publicKeyOf(signer), blobs };
}

function digestOf(envelope: BidEnvelope, name: string): string {
  const file = envelope.files.find((one) => blobName(envelope.id, one.id) === name);
  return file?.sha256 ?? envelope.manifest.sha256;
}

/** Opens what was just sealed, with the key that will be saved: what fails at the opening fails here first. */
async function readBack(
  sealed: SealedBid,
  secret: string,
  blobs: ReadonlyMap<string, Blob>,
): Promise<string> {
  const [envelope] = sealed.bid.envelopes;
  if (envelope === undefined) throw new Error('no envelope');
  const opened = await openEnvelope({
    bid: sealed.bid,
    envelope,
    secret,
    blobs: (name) => blobs.get(name) ?? null,
  });
  if (opened.verdict !== 'OK') throw new Error(`${opened.verdict}: ${opened.reason}`);
  const sheet = readSheet(opened.manifest.sheet ?? null);
  if (!sheet.ok) throw new Error(sheet.refusal.code);
  return String(sheet.value.price);
}

/** Seals a bid, opens it once with its key, and wraps the key for the backup. */
export async function sealHere(request: SealRequest, watch: SealWatch): Promise<Sealed> {
  const { tender, bid, seed, passphrase } = request;
  watch.step('seal');
  const { sealed, publicKey, blobs: builders } = await encrypt(request, watch);
  const blobs = new Map([...builders].map(([name, builder]) => [name, builder.finish()]));
  watch.step('check');
  const key = openingKey(tender, bid, seed, [SHEET_ENVELOPE, SIGNING]);
  const priceFen = await readBack(sealed, key.secrets[SHEET_ENVELOPE] ?? '', blobs);
  watch.step('wrap');
  const wrapped = passphrase === null ? null : await wrapBidSeed(passphrase, { tender, bid, seed });
  const [envelope] = sealed.bid.envelopes;
  return {
    sealed,
    publicKey,
    blobs: [...blobs].map(([name, blob]): SealedBlob => ({
      name,
      blob,
      sha256: envelope === undefined ? '' : digestOf(envelope, name),
    })),
    keyText: openingKeyText(key),
    backup: wrapped === null ? null : toBase64(wrapped),
    priceFen,
  };
}
