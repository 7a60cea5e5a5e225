import { Injectable } from '@nestjs/common';
import { PLATFORM_ACTOR, type Actor } from '@core/identity';
import type { CanonicalValue } from '@core/kernel';
import { readSheet, recordUnsealing, type OpeningSheet } from '@core/opening';
import { can, runsTender } from '@core/tender';
import { judgeKeys, openEnvelope, readBid, type Bid } from '@core/sealed-bid';
import { Bids, type BidRecord } from '@server/bid';
import { Enterprises } from '@server/enterprise';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, FileStore, orRefuse, RuleSets, UnitOfWork } from '@server/platform';
import { NATIVE_ENGINE } from '@server/sealing';
import { Lots, openingOf, Tenders, toTender } from '@server/tender';
import { HallLog } from './hall-log';
import { Openings, type Opening } from './openings.store';

/** A key for one envelope: the bidder's secret, or a holder's share. */
export type HandedInKey =
  { readonly secret: string } | { readonly x: number; readonly share: string };

type Outcome =
  | {
      readonly ok: true;
      readonly by: 'bidder' | 'holders';
      readonly sheet: OpeningSheet;
      readonly raw: CanonicalValue;
      readonly manifestSha256: string;
    }
  | {
      readonly ok: false;
      readonly verdict: string;
      readonly at: string;
      readonly badHolders: readonly number[];
    };

const ENVELOPE = 'sheet';

function failed(verdict: string, at: string, badHolders: readonly number[] = []): Outcome {
  return { ok: false, verdict, at, badHolders };
}

/**
 * Takes keys and opens bids. The decryption runs before the unit, the outcome is recorded inside it: two keys that
 * come at once open a bid once. What cannot be opened gets the verdict that says whose fault it is (tp1 §4.5).
 */
@Injectable()
export class UnsealBid {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly openings: Openings,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly bids: Bids,
    private readonly enterprises: Enterprises,
    private readonly files: FileStore,
    private readonly log: HallLog,
    private readonly ledger: Ledger,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
  ) {}

  /** The bidder hands in the secret of its own bid. A wrong one is answered, not punished: it may try again. */
  async byBidder(actor: Actor, openingId: string, bidId: string, secret: string): Promise<void> {
    const row = await this.bids.get(bidId);
    if (row.enterpriseId !== actor.organisationId) throw new DomainError('bid.not_found');
    const opening = await this.open(openingId, row);
    const outcome = await this.judge(row, { secrets: [secret], shares: [] });
    if (!outcome.ok && outcome.verdict === 'WRONG_SECRET') {
      throw new DomainError('opening.wrong_key');
    }
    await this.record(actor, opening, row, { secret }, outcome);
  }

  /** A holder hands in a share; the bid opens when enough good ones are there. Only after the bidders' window. */
  async byHolder(
    actor: Actor,
    openingId: string,
    bidId: string,
    key: { readonly x: number; readonly share: string },
  ): Promise<void> {
    const row = await this.bids.get(bidId);
    const opening = await this.open(openingId, row);
    const tender = await this.tenders.get(row.tenderId);
    if (actor.role === 'tenderer' && !runsTender(actor, tender)) {
      throw new DomainError('tender.not_allowed');
    }
    if (this.arrival.at() < opening.windowEndsAt) throw new DomainError('opening.window_open');
    const known = await this.openings.keys(bidId, ENVELOPE);
    const shares = [
      ...known
        .filter((one) => one.x > 0 && one.x !== key.x)
        .map(({ x, value }) => ({ x, share: value })),
      key,
    ];
    const outcome = await this.judge(row, { secrets: [], shares });
    // A share its commitment denies is not kept: nobody may take a holder's place with junk.
    if (!outcome.ok && outcome.badHolders.includes(key.x))
      throw new DomainError('opening.wrong_key');
    await this.record(
      actor,
      opening,
      row,
      key,
      !outcome.ok && outcome.verdict === 'TOO_FEW_SHARES' ? null : outcome,
    );
  }

  /**
   * After the window: what is still sealed is settled with what was handed in. Where holders may open, too few shares
   * are the holders' fault (TOO_FEW_SHARES); where they may not, the bidder is absent (tp1 §4.5).
   */
  async settleAbsent(actor: Actor, openingId: string): Promise<void> {
    const hall = await this.openings.hall(openingId);
    const opening = await this.openings.get(openingId);
    const row = await this.tenders.get(opening.tenderId);
    const at = this.arrival.at();
    if (!can(actor, 'host', toTender(row), at)) throw this.ruleSets.right('host', row, at);
    if (at < opening.windowEndsAt) throw new DomainError('opening.window_open');
    for (const bid of hall.bids.filter((one) => one.unsealing.state === 'sealed')) {
      const row = await this.bids.get(bid.bidId);
      const known = await this.openings.keys(bid.bidId, ENVELOPE);
      const shares = known.filter(({ x }) => x > 0).map(({ x, value }) => ({ x, share: value }));
      const outcome = await this.judge(row, { secrets: [], shares });
      await this.record(actor, opening, row, null, outcome);
    }
  }

  private async open(openingId: string, row: BidRecord): Promise<Opening> {
    const opening = await this.openings.get(openingId);
    if (opening.tenderId !== row.tenderId) throw new DomainError('bid.not_found');
    if (opening.closedLeaf === null) throw new DomainError('opening.not_cosigned');
    return opening;
  }

  private async judge(
    row: BidRecord,
    released: {
      readonly secrets: readonly string[];
      readonly shares: readonly { readonly x: number; readonly share: string }[];
    },
  ): Promise<Outcome> {
    const bid = this.objectOf(row);
    const envelope = bid.envelopes.find((one) => one.id === ENVELOPE);
    const tender = await this.tenders.get(row.tenderId);
    if (!envelope) return failed('BIDDER_FAULT', ENVELOPE);
    const terms = openingOf(tender, await this.lots.ofTender(tender.id));
    const key = await judgeKeys(bid, envelope, terms, released);
    if (key.secret === null || key.by === null) {
      return failed(key.verdict, `${ENVELOPE}/manifest`, key.badHolders);
    }
    const blobs = new Map((await this.bids.blobs(row.id)).map((one) => [one.name, one.fileId]));
    const opened = await openEnvelope({
      bid,
      envelope,
      secret: key.secret,
      blobs: async (name) => {
        const file = await this.files.find(blobs.get(name) ?? '');
        return file ? this.files.stream(file) : null;
      },
      engine: NATIVE_ENGINE,
    });
    if (opened.verdict !== 'OK') {
      return failed(opened.verdict, opened.at);
    }
    const raw = (opened.manifest.sheet ?? null) as CanonicalValue;
    const sheet = readSheet(raw);
    if (!sheet.ok) return failed('BIDDER_FAULT', `${ENVELOPE}/manifest`);
    const { manifestSha256 } = opened;
    return { ok: true, by: key.by, sheet: sheet.value, raw, manifestSha256 };
  }

  private objectOf(row: BidRecord): Bid {
    return orRefuse(readBid(row.bidObject ?? ''));
  }

  private async record(
    actor: Actor,
    seen: Opening,
    row: BidRecord,
    key: HandedInKey | null,
    outcome: Outcome | null,
  ): Promise<void> {
    await this.unit.run(async () => {
      const opening = await this.openings.lock(seen.id);
      const hall = await this.openings.hall(opening.id);
      if (hall.phase !== 'unsealing') {
        throw new DomainError('opening.wrong_phase', { phase: hall.phase });
      }
      const bid = hall.bids.find(({ bidId }) => bidId === row.id);
      if (bid?.unsealing.state === 'returned') {
        throw new DomainError('opening.lot_failed', { lot: bid.lot });
      }
      if (key) await this.keep(actor, opening, row, key);
      if (!outcome) return;
      const event = orRefuse(recordUnsealing(hall, row.id, outcome));
      if (outcome.ok) {
        const firm = await this.enterprises.get(row.enterpriseId);
        const { price, durationDays, quality, manager } = outcome.sheet;
        await this.openings.addOpenedBid({
          id: row.id,
          openingId: opening.id,
          lot: row.lot,
          enterpriseId: row.enterpriseId,
          bidderName: firm.name,
          price,
          durationDays,
          quality,
          manager,
          manifestSha256: outcome.manifestSha256,
        });
      }
      await this.ledger.append({
        type: outcome.ok ? 'opening.opened' : 'opening.failed',
        scope: row.tenderId,
        by: PLATFORM_ACTOR,
        body: outcome.ok
          ? {
              bid: row.id,
              env: ENVELOPE,
              by: outcome.by,
              manifestSha256: outcome.manifestSha256,
              sheet: outcome.raw,
            }
          : { bid: row.id, env: ENVELOPE, verdict: outcome.verdict, at: outcome.at },
      });
      await this.log.write(actor, opening, hall, event);
    });
  }

  private async keep(
    actor: Actor,
    opening: Opening,
    row: BidRecord,
    key: HandedInKey,
  ): Promise<void> {
    const isSecret = 'secret' in key;
    await this.openings.addKey({
      openingId: opening.id,
      bidId: row.id,
      env: ENVELOPE,
      x: isSecret ? 0 : key.x,
      value: isSecret ? key.secret : key.share,
      at: this.arrival.at(),
    });
    const common = { bid: row.id, env: ENVELOPE, closed: opening.closedLeaf ?? '' };
    await this.ledger.append({
      type: isSecret ? 'opening.key' : 'opening.share',
      scope: row.tenderId,
      by: actor,
      body: isSecret
        ? { ...common, secret: key.secret }
        : { ...common, x: key.x, share: key.share },
    });
  }
}
