import { Injectable } from '@nestjs/common';
import type { Bundle } from '@core/bundle';
import { isBlind } from '@core/evaluation';
import { keyId, toBase64, type PublicKey } from '@core/kernel';
import { bidScope } from '@core/ledger';
import { closedList } from '@core/sealed-bid';
import { areBidsOpen, isBundleOpen, mayDisclose } from '@core/tender';
import { Bids, type BidRecord } from '@server/bid';
import { ExportBundle } from '@server/ledger';
import { Openings } from '@server/opening';
import { Arrival, DomainError, FileStore, RuleSets } from '@server/platform';
import { Tenders, type TenderRow } from '@server/tender';

/** Makes what anybody may take home of a tender and verify: the log, and of the tender what is public by now. */
@Injectable()
export class PublishBundle {
  constructor(
    private readonly tenders: Tenders,
    private readonly bids: Bids,
    private readonly openings: Openings,
    private readonly files: FileStore,
    private readonly bundles: ExportBundle,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
  ) {}

  /** The bundle of a tender, from its opening on. */
  async run(tenderId: string): Promise<Bundle> {
    const tender = await this.tenders.published(tenderId);
    if (!isBundleOpen(tender.state)) {
      throw this.ruleSets.refusal('tender.too_early', tender, this.arrival.at(), {
        state: tender.state,
      });
    }
    const closed = await this.closedBids(tenderId);
    const facts = {
      tenderId,
      state: tender.state,
      isBlind: isBlind(tender.plan),
      bidScopes: new Set(closed.map(({ id }) => bidScope(tenderId, id))),
    };
    const bids: Bundle['bids'][number][] = [];
    const opening = await this.openings.ofTender(tenderId);
    // Bids of a tender or a lot that failed with too few go back unopened: nobody gets their ciphertexts either.
    const isWithheld = facts.isBlind && !areBidsOpen(facts);
    const isReturned = opening?.phase === 'failed' || isWithheld;
    const returned = opening ? await this.returned(opening.id) : new Set<string>();
    for (const bid of closed) {
      bids.push(await this.withBlobs(bid, isReturned || returned.has(bid.id)));
    }
    const bundle = await this.bundles.run(tenderId, {
      discloses: ({ record }) => mayDisclose(record, facts),
      keys: keysOf(tender, closed),
      bids,
    });
    if (!bundle) throw new DomainError('request.not_found');
    return bundle;
  }

  private async returned(openingId: string): Promise<ReadonlySet<string>> {
    const { bids } = await this.openings.hall(openingId);
    const back = bids.filter(({ unsealing }) => unsealing.state === 'returned');
    return new Set(back.map(({ bidId }) => bidId));
  }

  private async closedBids(tenderId: string): Promise<BidRecord[]> {
    const submitted = await this.bids.submitted(tenderId);
    const closed = closedList(
      submitted.map((bid) => ({
        bid: bid.id,
        bidHash: bid.bidHash ?? '',
        bidder: bid.enterpriseId,
        lot: bid.lot,
        seq: bid.seq,
        withdrawn: bid.state === 'withdrawn',
      })),
    );
    return submitted.filter(({ id }) => closed.some(({ bid }) => bid === id));
  }

  private async withBlobs(bid: BidRecord, isReturned: boolean): Promise<Bundle['bids'][number]> {
    const blobs: Record<string, string> = {};
    for (const { name, fileId } of isReturned ? [] : await this.bids.blobs(bid.id)) {
      const file = await this.files.get(fileId);
      blobs[name] = toBase64(new Uint8Array(await this.files.bytes(file)));
    }
    return { bid: JSON.parse(bid.bidObject ?? 'null') as unknown, blobs };
  }
}

/** Keys of bidders (under their enterprise's id) and of key holders, each once. */
function keysOf(tender: TenderRow, bids: readonly BidRecord[]): PublicKey[] {
  const known = new Map<string, PublicKey>();
  const add = (id: string, pub: string): void => {
    const kid = keyId(pub);
    if (!known.has(kid)) known.set(kid, { id, kid, pub });
  };
  for (const { enterpriseId, publicKey } of bids) if (publicKey) add(enterpriseId, publicKey);
  for (const { id, publicKey } of tender.sealing?.holders ?? []) add(id, publicKey);
  return [...known.values()];
}
