import { Injectable } from '@nestjs/common';
import type { Pause } from '@core/complaint';
import type { Actor } from '@core/identity';
import { taggedHashHex, type Encodable, type Instant } from '@core/kernel';
import type { UnderLaw } from '@core/rules';
import { OwnFiles, People } from '@server/identity';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  DomainError,
  Ids,
  Outbox,
  RuleSets,
  UnitOfWork,
  type StoredFile,
} from '@server/platform';
import { Tenders, type TenderRow } from '@server/tender';
import type { EvidenceSide } from './complaint.entity';
import { Complaints, toPause, type ComplaintRecord } from './complaints.store';

/** Said at each step of a complaint: `{complaintId, step}`. Those concerned are told. */
export const COMPLAINT_MOVED = 'complaint.moved';

/** The steps people are told of. */
export const COMPLAINT_STEPS = [
  'filed',
  'deficient',
  'corrected',
  'accepted',
  'not_accepted',
  'transferred',
  'answered',
  'stopped',
  'continued',
  'suspended',
  'resumed',
  'withdrawal_asked',
  'withdrawal_refused',
  'withdrawn',
  'decided',
] as const;
export type ComplaintStep = (typeof COMPLAINT_STEPS)[number];

/** A complaint in somebody's hands: its tender's row is locked. */
export interface ComplaintAtHand {
  readonly complaint: ComplaintRecord;
  readonly pauses: readonly (Pause & { readonly id: string })[];
  readonly tender: TenderRow;
  readonly at: Instant;
  readonly law: UnderLaw;
}

/** What every command on a complaint does the same way: lock the tender, read, write down, tell. */
@Injectable()
export class ComplaintDesk {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly complaints: Complaints,
    private readonly people: People,
    private readonly files: OwnFiles,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Acts as a firm on its own complaint. Throws `complaint.not_found`, which is all others learn of it. */
  async asComplainant<T>(
    actor: Actor,
    id: string,
    act: (hand: ComplaintAtHand) => Promise<T>,
  ): Promise<T> {
    return this.holding(id, async (hand) => {
      const isOwn = actor.role === 'bidder' && hand.complaint.enterpriseId === actor.organisationId;
      if (!isOwn) throw new DomainError('complaint.not_found');
      return act(hand);
    });
  }

  /**
   * Acts as the supervising authority: the one that took the complaint up, or whichever takes it up with this. Nobody else
   * ever decides: not the centre, not the tenderer.
   */
  async asAuthority<T>(
    actor: Actor,
    id: string,
    act: (hand: ComplaintAtHand) => Promise<T>,
  ): Promise<T> {
    return this.holding(id, async (hand) => {
      const { authorityId } = hand.complaint;
      if (actor.role !== 'supervisor' || actor.organisationKind !== 'authority') {
        throw new DomainError('complaint.not_found');
      }
      if (authorityId !== null && authorityId !== actor.organisationId) {
        throw new DomainError('complaint.other_authority');
      }
      if (authorityId !== null) return act(hand);
      const name = (await this.people.organisation(actor.organisationId))?.name ?? '';
      const taken = { authorityId: actor.organisationId, authorityName: name };
      await this.complaints.change(id, taken);
      return act({ ...hand, complaint: { ...hand.complaint, ...taken } });
    });
  }

  /** Acts on a complaint whose tender is locked; whether the actor may is for the caller to ask. */
  async holding<T>(id: string, act: (hand: ComplaintAtHand) => Promise<T>): Promise<T> {
    const { tenderId } = await this.complaints.get(id);
    return this.unit.run(async () => {
      const tender = await this.tenders.lock(tenderId);
      const complaint = await this.complaints.get(id);
      const pauses = (await this.complaints.pauses(id)).map(toPause);
      const at = this.arrival.at();
      return act({ complaint, pauses, tender, at, law: this.ruleSets.under(tender, at) });
    });
  }

  /** Files of the actor's organisation, to be attached. Throws `file.not_found`. */
  async own(actor: Actor, fileIds: readonly string[]): Promise<StoredFile[]> {
    const found: StoredFile[] = [];
    for (const id of new Set(fileIds)) found.push(await this.files.get(actor, id));
    return found;
  }

  /** Attaches files to a complaint, in the present unit. */
  async attach(
    complaintId: string,
    side: EvidenceSide,
    files: readonly StoredFile[],
    addedAt: Instant,
  ): Promise<void> {
    for (const { id: fileId, name, sha256, size } of files) {
      const id = this.ids.next();
      await this.complaints.addFile({ id, complaintId, side, fileId, name, sha256, size, addedAt });
    }
  }

  /**
   * Writes a step into the log and tells those concerned, in the present unit. What was said is in the log as its fingerprint:
   * until the decision a complaint is for its parties and the authority.
   */
  async step(
    actor: Actor,
    { id, tenderId }: Pick<ComplaintRecord, 'id' | 'tenderId'>,
    step: ComplaintStep,
    said: string,
    files: readonly StoredFile[] = [],
    more: Readonly<Record<string, Encodable>> = {},
  ): Promise<void> {
    await this.ledger.append({
      type: `complaint.${step}`,
      scope: `${tenderId}/internal`,
      by: actor,
      body: {
        complaint: id,
        text: taggedHashHex('sunlit/text', said),
        ...(files.length === 0 ? {} : { evidence: files.map(({ sha256 }) => sha256) }),
        ...more,
      },
    });
    await this.outbox.add(COMPLAINT_MOVED, { complaintId: id, step });
  }
}
