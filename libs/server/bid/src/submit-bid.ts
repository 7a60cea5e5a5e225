import { Injectable } from '@nestjs/common';
import { eligible } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { protocolTime, verifyPayload, type CanonicalValue, type Instant } from '@core/kernel';
import { bidScope } from '@core/ledger';
import {
  bidHash,
  checkBidObject,
  factsOf,
  isSignedBid,
  readBid,
  withdrawalPayload,
  type Bid,
} from '@core/sealed-bid';
import { lotOf, takeBeforeDeadline, takeBid, takesSealedBids } from '@core/tender';
import { Clarifications } from '@server/clarification';
import { eligibilityOf, Enterprises, versionInForce } from '@server/enterprise';
import { OwnFiles } from '@server/identity';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  Config,
  DomainError,
  FileStore,
  Ids,
  orRefuse,
  Randomness,
  RuleSets,
  UnitOfWork,
  violates,
  type StoredFile,
} from '@server/platform';
import { Consortia, Parties } from '@server/sign-up';
import { Admission, Lots, openingOf, Tenders, toTender, type TenderRow } from '@server/tender';
import { Bids, type BidRecord } from './bids.store';

/** What a bidder hands in. */
export interface SubmitBidCommand {
  /** The bid object, canonical JSON, exactly as signed. */
  readonly bidObject: string;
  readonly signature: unknown;
  readonly publicKey: string;
  /** Uploaded ciphertexts: `<env>/<file>` → file id. */
  readonly blobs: readonly { readonly name: string; readonly fileId: string }[];
  readonly backup: string | null;
}

interface Checked {
  readonly bid: Bid;
  readonly files: readonly { readonly name: string; readonly file: StoredFile }[];
}

/**
 * Sealed submission. A bid is on time by the arrival of its submit request, after all its parts are stored; what is
 * uploaded but not submitted does not exist (Electronic Measures art. 27).
 */
@Injectable()
export class SubmitBid {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly admission: Admission,
    private readonly lots: Lots,
    private readonly parties: Parties,
    private readonly consortia: Consortia,
    private readonly enterprises: Enterprises,
    private readonly clarifications: Clarifications,
    private readonly bids: Bids,
    private readonly files: FileStore,
    private readonly ownFiles: OwnFiles,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly config: Config,
    private readonly ledger: Ledger,
  ) {}

  /** Reserves the id and number to seal under, for one lot; a replacement gets the next number. */
  async reserve(actor: Actor, tenderId: string, lot = 1): Promise<BidRecord> {
    try {
      return await this.unit.run(async () => {
        const tender = await this.tenders.published(tenderId);
        await this.mayBid(actor, tender, lot, this.arrival.at());
        const all = await this.bids.ofEnterprise(tenderId, actor.organisationId);
        const earlier = all.filter((one) => one.lot === lot);
        const last = earlier.at(-1);
        if (last?.state === 'reserved') return last;
        const firm = await this.enterprises.get(actor.organisationId);
        const row: BidRecord = {
          id: this.ids.next(),
          tenderId,
          lot,
          enterpriseId: firm.id,
          enterpriseVersion: versionInForce(firm) ?? firm.version,
          seq: (last?.seq ?? 0) + 1,
          state: 'reserved',
          publicKey: null,
          bidObject: null,
          bidHash: null,
          signature: null,
          backup: null,
          receipt: null,
          recordId: null,
          createdAt: this.arrival.at(),
          arrivedAt: null,
          withdrawnAt: null,
        };
        await this.bids.add(row);
        return row;
      });
    } catch (error) {
      const columns = ['tenderId', 'lot', 'enterpriseId', 'seq'];
      if (!violates(error, 'uq_bid_lot_enterprise_seq', 'bid', columns)) throw error;
      return this.reserve(actor, tenderId, lot);
    }
  }

  /** Takes the bid, or says why not; the receipt comes with the same answer. A repeat gets the same receipt. */
  async submit(actor: Actor, bidId: string, command: SubmitBidCommand): Promise<BidRecord> {
    const arrivedAt = this.arrival.at();
    const row = await this.own(actor, bidId);
    const leave = await this.bids.enter(row.tenderId, arrivedAt);
    try {
      const tender = await this.tenders.published(row.tenderId);
      await this.mayBid(actor, tender, row.lot, arrivedAt);
      const checked = await this.check(actor, row, tender, command);
      return await this.unit.run(() => this.record(actor, bidId, checked, command, arrivedAt));
    } finally {
      await leave();
    }
  }

  /** Withdraws a submitted bid, signed with the bid's own key; until the deadline only. */
  async withdraw(actor: Actor, bidId: string, signature: unknown): Promise<BidRecord> {
    const arrivedAt = this.arrival.at();
    const { tenderId } = await this.own(actor, bidId);
    return this.unit.run(async () => {
      const tender = await this.tenders.lock(tenderId);
      orRefuse(takeBeforeDeadline(toTender(tender), arrivedAt, this.ruleSets.of(tender)));
      const row = await this.bids.lock(bidId);
      if (row.state !== 'submitted' || row.bidHash === null || row.publicKey === null) {
        throw new DomainError('bid.wrong_state', { state: row.state });
      }
      const payload = withdrawalPayload(tenderId, bidId, row.bidHash);
      if (!verifyPayload(row.publicKey, 'tp1/bid', payload, signature)) {
        throw new DomainError('bid.signature_wrong');
      }
      const change = { state: 'withdrawn' as const, withdrawnAt: arrivedAt };
      await this.bids.change(bidId, change);
      const { lot, enterpriseId } = row;
      await this.parties.retire({ tenderId, lot, enterpriseId }, 'hasBid');
      await this.ledger.append({
        type: 'bid.withdrawn',
        scope: bidScope(tenderId, bidId),
        by: actor,
        body: { bid: bidId, sig: signature as CanonicalValue },
      });
      return { ...row, ...change };
    });
  }

  private async record(
    actor: Actor,
    bidId: string,
    { bid, files }: Checked,
    command: SubmitBidCommand,
    arrivedAt: Instant,
  ): Promise<BidRecord> {
    const before = await this.bids.get(bidId);
    const tender = await this.tenders.lock(before.tenderId);
    orRefuse(takeBid(toTender(tender), arrivedAt, this.ruleSets.of(tender)));
    const row = await this.bids.lock(bidId);
    const hash = bidHash(bid);
    if (row.state === 'submitted' && row.bidHash === hash) return row;
    if (row.state !== 'reserved') throw new DomainError('bid.wrong_state', { state: row.state });
    const { tenderId, lot, enterpriseId } = row;
    await this.parties.enter({ tenderId, lot, enterpriseId }, 'hasBid');
    for (const envelope of bid.envelopes) {
      await this.bids.claimRecipient(row.tenderId, bidId, envelope.recipient);
    }
    for (const { name, file } of files) await this.bids.addBlob(bidId, name, file.id);
    const recordId = await this.ledger.append({
      type: 'bid.submitted',
      scope: bidScope(row.tenderId, bidId),
      by: actor,
      body: {
        bid: bidId,
        bidHash: hash,
        sig: command.signature as CanonicalValue,
        arrivedAt: protocolTime(arrivedAt),
      },
    });
    const change: Partial<BidRecord> = {
      state: 'submitted',
      publicKey: command.publicKey,
      bidObject: command.bidObject,
      bidHash: hash,
      signature: command.signature,
      backup: command.backup,
      receipt: this.randomness.code('R'),
      recordId,
      arrivedAt,
    };
    await this.bids.change(bidId, change);
    return { ...row, ...change };
  }

  /** Everything that can be checked without looking inside, before any lock is taken. */
  private async check(
    actor: Actor,
    row: BidRecord,
    tender: TenderRow,
    command: SubmitBidCommand,
  ): Promise<Checked> {
    const at = this.arrival.at();
    const bid = this.ruleSets.orRefuse(readBid(command.bidObject), tender, at);
    const isOwn = bid.bid === row.id && bid.bidder === row.enterpriseId && bid.seq === row.seq;
    if (!isOwn || (bid.lot ?? 1) !== row.lot) {
      throw this.ruleSets.refusal('seal.bid_invalid', tender, at, { reason: 'binding' });
    }
    const repeated = row.state === 'submitted';
    const used = repeated ? [] : await this.bids.recipients(row.tenderId);
    const checked = checkBidObject(bid, {
      tender: row.tenderId,
      opening: openingOf(tender, await this.lots.ofTender(tender.id)),
      maxFileBytes: this.config.settings.MAX_UPLOAD_MB * 1024 * 1024,
      usedRecipients: new Set(used),
    });
    this.ruleSets.orRefuse(checked, tender, at);
    if (!isSignedBid(command.publicKey, bid, command.signature)) {
      throw new DomainError('bid.signature_wrong');
    }
    return { bid, files: await this.storedBlobs(actor, bid, command) };
  }

  private async storedBlobs(
    actor: Actor,
    bid: Bid,
    command: SubmitBidCommand,
  ): Promise<Checked['files']> {
    const sent = new Map(command.blobs.map(({ name, fileId }) => [name, fileId]));
    const files: { name: string; file: StoredFile }[] = [];
    for (const envelope of bid.envelopes) {
      const wanted = [{ id: 'manifest', ...envelope.manifest, parts: null }, ...envelope.files];
      for (const { id, sha256, size, parts } of wanted) {
        const name = `${envelope.id}/${id}`;
        const file = await this.ownFiles.find(actor, sent.get(name) ?? '');
        if (!file) throw new DomainError('bid.blob_missing', { name });
        const same =
          file.sha256 === sha256 &&
          file.size === size &&
          (parts === null || (await factsOf(this.files.stream(file))).parts === parts);
        if (!same) throw new DomainError('bid.blob_differs', { name });
        files.push({ name, file });
      }
    }
    return files;
  }

  private async mayBid(actor: Actor, tender: TenderRow, lot: number, at: Instant): Promise<void> {
    const set = this.ruleSets.of(tender);
    orRefuse(takeBid(toTender(tender), at, set));
    if (!takesSealedBids(tender.method)) {
      throw new DomainError('bid.not_this_method', { method: tender.method });
    }
    orRefuse(lotOf(await this.lots.ofTender(tender.id), lot));
    orRefuse(eligible(eligibilityOf(await this.enterprises.get(actor.organisationId)), set, at));
    await this.admission.require(tender, actor.organisationId);
    await this.mayTakePart(actor, tender, lot, at);
    const [unseen] = await this.clarifications.unseen(tender.id, actor.organisationId);
    if (unseen) {
      const { number } = unseen;
      throw this.ruleSets.refusal('bid.clarification_unseen', tender, at, { number });
    }
  }

  /** A member of a consortium bids through its leader, and the leader once all have confirmed. */
  private async mayTakePart(
    actor: Actor,
    tender: TenderRow,
    lot: number,
    at: Instant,
  ): Promise<void> {
    const place = { tenderId: tender.id, lot, enterpriseId: actor.organisationId };
    const party = await this.parties.find(place);
    if (party?.role === 'member') {
      throw this.ruleSets.refusal('lot.member_of_consortium', tender, at);
    }
    if (party?.consortiumId == null) return;
    const { state } = await this.consortia.get(party.consortiumId);
    if (state !== 'complete') throw this.ruleSets.refusal('consortium.incomplete', tender, at);
  }

  private async own(actor: Actor, bidId: string): Promise<BidRecord> {
    const row = await this.bids.get(bidId);
    if (row.enterpriseId !== actor.organisationId) throw new DomainError('bid.not_found');
    return row;
  }
}
