import { Injectable, type OnModuleInit } from '@nestjs/common';
import { blindCodes, blindCommitment, isBlind, type BlindCode } from '@core/evaluation';
import { PLATFORM_ACTOR } from '@core/identity';
import { Ledger } from '@server/ledger';
import { Openings } from '@server/opening';
import { Arrival, DomainError, NotifierBox, Outbox, Randomness } from '@server/platform';
import { Tenders, type TenderRow } from '@server/tender';
import { Evaluations } from './evaluations.store';

/** How the id of a bid reads as long as nobody knows whose it is. */
const HIDDEN = 'blind-';

/** A blind review under way or over. */
export interface BlindState {
  /** Whether the names are still hidden from the panel. */
  readonly isHidden: boolean;
  readonly nonce: string;
  readonly closed: string;
  /** None before the bids are closed. */
  readonly codes: readonly BlindCode[];
}

/** The id under which a panel knows a bid while names are hidden. */
export function hiddenId(code: string): string {
  return HIDDEN + code;
}

/**
 * Blind reviews (暗标评审): the platform commits itself to a nonce when the tender is published, gives the closed bids their
 * codes by it, keeps from the panel whose they are until every score is in, and shows the nonce then.
 */
@Injectable()
export class BlindReview implements OnModuleInit {
  constructor(
    private readonly tenders: Tenders,
    private readonly openings: Openings,
    private readonly evaluations: Evaluations,
    private readonly box: NotifierBox,
    private readonly randomness: Randomness,
    private readonly arrival: Arrival,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.consume('blind-review', 'tender.published', ({ payload }) =>
      this.commit(String(payload.tenderId)),
    );
  }

  /** The blind review of a tender; null where its plan has none. */
  async of({ id, plan }: Pick<TenderRow, 'id' | 'plan'>): Promise<BlindState | null> {
    if (!isBlind(plan)) return null;
    const row = await this.evaluations.blind(id);
    if (!row) throw new Error(`tender ${id} has a blind review without a commitment`);
    const { nonce } = this.box.open(context(id), row.nonce) as { nonce: string };
    const opening = await this.openings.ofTender(id);
    const closed = opening?.closedLeaf ?? '';
    const bids = opening ? (await this.openings.hall(opening.id)).bids : [];
    const codes =
      closed === ''
        ? []
        : blindCodes({ tender: id, nonce, closed, bids: bids.map(({ bidId }) => bidId) });
    return { isHidden: row.openedAt === null, nonce, closed, codes };
  }

  /** Throws as long as the panel does not know whose bids it scores: nothing that names a bid is done before. */
  async requireNames(tender: Pick<TenderRow, 'id' | 'plan'>): Promise<void> {
    if ((await this.of(tender))?.isHidden === true) throw new DomainError('evaluation.still_blind');
  }

  /** The bid a member means: by its code while names are hidden, else by its id. */
  bidOf(blind: BlindState | null, given: string): string {
    if (!blind?.isHidden) return given;
    const found = blind.codes.find(({ code }) => hiddenId(code) === given);
    if (!found) throw new DomainError('opening.unknown_bid');
    return found.bid;
  }

  /** Opens the names: every score is in. In the present unit. */
  async open(tenderId: string, { nonce, closed, codes }: BlindState): Promise<void> {
    await this.evaluations.changeBlind(tenderId, { openedAt: this.arrival.at() });
    await this.ledger.append({
      type: 'evaluation.blind_opened',
      scope: tenderId,
      by: PLATFORM_ACTOR,
      body: { tender: tenderId, nonce, closed, codes: codes.map((one) => ({ ...one })) },
    });
  }

  private async commit(tenderId: string): Promise<void> {
    const { plan } = await this.tenders.get(tenderId);
    if (!isBlind(plan) || (await this.evaluations.blind(tenderId))) return;
    const nonce = this.randomness.hex(32);
    await this.evaluations.addBlind({
      id: tenderId,
      nonce: this.box.seal(context(tenderId), { nonce }),
      committedAt: this.arrival.at(),
      openedAt: null,
    });
    await this.ledger.append({
      type: 'evaluation.blind_committed',
      scope: tenderId,
      by: PLATFORM_ACTOR,
      body: { tender: tenderId, commit: blindCommitment(tenderId, nonce) },
    });
  }
}

function context(tenderId: string): string {
  return `blind/${tenderId}`;
}
