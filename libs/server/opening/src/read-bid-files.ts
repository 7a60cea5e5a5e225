import { Injectable } from '@nestjs/common';
import type { ReadableStream } from 'node:stream/web';
import { digest, fromHex, fromUtf8, read, toHex } from '@core/kernel';
import { blobName, judgeKeys, MANIFEST, openFile, readBid, type Manifest } from '@core/sealed-bid';
import { Bids } from '@server/bid';
import { DomainError, FileStore, orRefuse } from '@server/platform';
import { Lots, openingOf, Tenders } from '@server/tender';
import { Openings } from './openings.store';

const ENVELOPE = 'sheet';
const MOST_KNOWN = 500;

/** A file of an opened bid, as its manifest describes it. */
export type BidFile = Manifest['files'][number];

/** The files of opened bids, decrypted as they are read: nothing is kept in the clear. */
@Injectable()
export class ReadBidFiles {
  /** Manifests of opened bids never change. */
  private readonly known = new Map<string, readonly BidFile[]>();

  constructor(
    private readonly openings: Openings,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly bids: Bids,
    private readonly files: FileStore,
  ) {}

  /** What is in an opened bid beside its sheet, in the bidder's order. */
  async list(bidId: string): Promise<readonly BidFile[]> {
    const before = this.known.get(bidId);
    if (before) return before;
    const opened = await this.openings.openedBid(bidId);
    if (!opened) throw new DomainError('opening.unknown_bid');
    const pieces: Uint8Array[] = [];
    for await (const piece of await this.decrypted(bidId, 'manifest')) pieces.push(piece);
    const bytes = new Uint8Array(Buffer.concat(pieces));
    const manifest = read(MANIFEST, JSON.parse(fromUtf8(bytes) ?? 'null'));
    if (!manifest.ok || toHex(digest(bytes)) !== opened.manifestSha256) {
      throw new Error(`bid ${bidId}: the manifest is not the one that was opened`);
    }
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(bidId, manifest.value.files);
    return manifest.value.files;
  }

  /** The plaintext of a file of an opened bid; throws `request.not_found`. */
  async stream(bidId: string, fileId: string): Promise<ReadableStream<Uint8Array>> {
    if (!(await this.list(bidId)).some(({ id }) => id === fileId)) {
      throw new DomainError('request.not_found');
    }
    return this.decrypted(bidId, fileId);
  }

  private async decrypted(bidId: string, file: string): Promise<ReadableStream<Uint8Array>> {
    const name = blobName(ENVELOPE, file);
    const blob = (await this.bids.blobs(bidId)).find((one) => one.name === name);
    if (!blob) throw new DomainError('request.not_found');
    const secret = await this.secretOf(bidId);
    const stored = await this.files.get(blob.fileId);
    return await openFile(fromHex(secret), this.files.stream(stored));
  }

  /** The key the envelope was opened with: its bidder's, or put together from the holders' shares again. */
  private async secretOf(bidId: string): Promise<string> {
    const row = await this.bids.get(bidId);
    const bid = orRefuse(readBid(row.bidObject ?? ''));
    const envelope = bid.envelopes.find((one) => one.id === ENVELOPE);
    if (!envelope) throw new DomainError('opening.unknown_bid');
    const tender = await this.tenders.get(row.tenderId);
    const keys = await this.openings.keys(bidId, ENVELOPE);
    const { secret } = await judgeKeys(
      bid,
      envelope,
      openingOf(tender, await this.lots.ofTender(tender.id)),
      {
        secrets: keys.filter(({ x }) => x === 0).map(({ value }) => value),
        shares: keys.filter(({ x }) => x > 0).map(({ x, value }) => ({ x, share: value })),
      },
    );
    if (secret === null) throw new DomainError('opening.unknown_bid');
    return secret;
  }
}
