import { Injectable, type OnModuleInit } from '@nestjs/common';
import { identityCommitment, poolRows, rowsPool } from '@core/draw';
import { eligible } from '@core/enterprise';
import type { Actor } from '@core/identity';
import {
  checkInvited,
  INVITATION_STRATUM,
  isByInvitation,
  isPastDeadline,
  mayTakePart,
  mayDrawInvited,
  randomInvitation,
  runsTender,
  type RandomInvitation,
} from '@core/tender';
import { legalDate, type LegalDate } from '@core/rules';
import { ConductDraw, DRAW_DRAWN, DrawnSeats, Draws } from '@server/draw';
import { eligibilityOf, Enterprises, type Enterprise } from '@server/enterprise';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  DomainError,
  Ids,
  orRefuse,
  Outbox,
  Randomness,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import {
  Admission,
  PublishTender,
  ReTender,
  Tenders,
  toTender,
  type TenderRow,
} from '@server/tender';
import { Invitations, type InvitationDraw, type InvitedFirm } from './invitations.store';

/** Said when invitations have gone out: the invited are told. */
export const TENDER_INVITED = 'tender.invited';

/** What the tenderer sees of his invitations. */
export interface InvitationState {
  readonly firms: readonly InvitedFirm[];
  readonly draw: InvitationDraw | null;
  /** Whether the rules let the firms be drawn by lot from a list. */
  readonly mayDraw: boolean;
}

/** Invited tenders: firms named or drawn by lot, invited with the publication, and nobody else taking part. */
@Injectable()
export class InviteFirms implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly publication: PublishTender,
    private readonly reTender: ReTender,
    private readonly admission: Admission,
    private readonly enterprises: Enterprises,
    private readonly invitations: Invitations,
    private readonly conduct: ConductDraw,
    private readonly draws: Draws,
    private readonly seats: DrawnSeats,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly randomness: Randomness,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.publication.requires((row) => this.requireEnough(row));
    this.reTender.carries((from, to) => this.carry(from, to));
    this.admission.add((row, enterpriseId) => this.requireInvited(row, enterpriseId));
    this.outbox.consume('invitation-sent', 'tender.published', ({ payload }) =>
      this.send(String(payload.tenderId)),
    );
    this.outbox.consume('invitation-drawn', DRAW_DRAWN, async ({ payload }) => {
      if (payload.purpose === 'other') await this.drawn(String(payload.tenderId));
    });
  }

  /** The firms the tenderer names; in the place of those named before. */
  async name(actor: Actor, tenderId: string, creditCodes: readonly string[]): Promise<void> {
    const firms = await this.firms(creditCodes);
    await this.unit.run(async () => {
      const row = await this.draft(actor, tenderId);
      await this.stillUndrawn(row);
      orRefuse(checkInvited(this.ruleSets.of(row), row.regime, creditCodes, this.today));
      this.requireEligible(row, firms);
      await this.list(tenderId, firms, false);
      await this.record(actor, 'invitation.named', tenderId, firms.length);
    });
  }

  /** Begins a random invitation: from now on the list cannot be changed, and the lot decides. */
  async draw(actor: Actor, tenderId: string, wish: RandomInvitation): Promise<InvitationDraw> {
    const firms = await this.firms(wish.list);
    return this.unit.run(async () => {
      const row = await this.draft(actor, tenderId);
      await this.stillUndrawn(row);
      const set = this.ruleSets.of(row);
      const rules = orRefuse(randomInvitation(set, row.regime, wish, this.today));
      this.requireEligible(row, firms);
      const listed = firms.map((firm) => ({ firm, idSalt: this.randomness.hex(32) }));
      const rows = poolRows(
        listed.map(({ firm: { creditCode, name }, idSalt }) => ({
          idSalt,
          who: { creditCode, name },
          salt: this.randomness.hex(32),
          strata: [INVITATION_STRATUM],
          tags: {},
        })),
      );
      const draw = await this.conduct.begin({
        tenderId,
        purpose: 'other',
        pool: rowsPool(rows),
        rows,
        rules,
        firms: null,
        disclose: 'after-award',
      });
      const state: InvitationDraw = {
        id: tenderId,
        drawId: draw.id,
        count: wish.count,
        firms: listed.map(({ firm: { id, creditCode, name }, idSalt }) => ({
          row: rowOfFirm(rows, idSalt, { creditCode, name }),
          enterpriseId: id,
          name,
          idSalt,
        })),
        watchers: wish.watchers.map((one) => one.trim()),
        begunAt: this.arrival.at(),
        drawnAt: null,
      };
      // Who was named before is not: only the lot decides from now on.
      await this.list(tenderId, [], false);
      await this.invitations.addDraw(state);
      await this.record(actor, 'invitation.draw_begun', tenderId, firms.length);
      return state;
    });
  }

  /** What the tenderer may see of his own, and the supervisor once the deadline is over. */
  async find(actor: Actor, tenderId: string): Promise<InvitationState> {
    const row = await this.tenders.get(tenderId);
    const over = isPastDeadline(toTender(row), this.arrival.at());
    if (!runsTender(actor, row) && !(actor.role === 'supervisor' && over))
      throw new DomainError('tender.not_found');
    // The draw first: whoever sees that it is over sees the firms it drew.
    const draw = await this.invitations.draw(tenderId);
    return {
      firms: await this.invitations.ofTender(tenderId),
      draw,
      mayDraw: mayDrawInvited(this.ruleSets.of(row), row.regime, this.today),
    };
  }

  /** Whoever was invited to one call is on the list of the next, named or drawn; the tenderer may change it. */
  private async carry(from: TenderRow, to: TenderRow): Promise<void> {
    if (!isByInvitation(to.method)) return;
    const listedAt = this.arrival.at();
    const firms = await this.invitations.ofTender(from.id);
    await this.invitations.replace(
      to.id,
      firms.map((firm) => ({
        ...firm,
        id: this.ids.next(),
        tenderId: to.id,
        listedAt,
        invitedAt: null,
      })),
    );
  }

  private async drawn(tenderId: string): Promise<void> {
    const state = await this.invitations.draw(tenderId);
    const draw = await this.draws.latest(tenderId, 'other');
    if (!draw || state?.drawnAt !== null) return;
    const chosen = new Set((await this.seats.seated(draw)).map(({ row }) => row));
    const firms = await this.enterprises.byIds(
      state.firms.filter(({ row }) => chosen.has(row)).map(({ enterpriseId }) => enterpriseId),
    );
    await this.unit.run(async () => {
      await this.list(tenderId, [...firms.values()], true);
      await this.invitations.drawn(tenderId, this.arrival.at());
    });
  }

  private async send(tenderId: string): Promise<void> {
    const row = await this.tenders.get(tenderId);
    if (!isByInvitation(row.method)) return;
    await this.unit.run(async () => {
      await this.invitations.send(tenderId, this.arrival.at());
      await this.outbox.add(TENDER_INVITED, { tenderId });
    });
  }

  private get today(): LegalDate {
    return legalDate(this.arrival.at());
  }

  private async requireEnough(row: TenderRow): Promise<void> {
    if (!isByInvitation(row.method)) return;
    const firms = await this.invitations.ofTender(row.id);
    const ids = firms.map(({ enterpriseId }) => enterpriseId);
    orRefuse(checkInvited(this.ruleSets.of(row), row.regime, ids, this.today));
  }

  private async requireInvited(row: TenderRow, enterpriseId: string): Promise<void> {
    if (!isByInvitation(row.method)) return;
    const invited = await this.invitations.isInvited(row.id, enterpriseId);
    orRefuse(mayTakePart(this.ruleSets.of(row), row.regime, invited, this.today));
  }

  private async list(
    tenderId: string,
    firms: readonly Enterprise[],
    drawn: boolean,
  ): Promise<void> {
    const listedAt = this.arrival.at();
    await this.invitations.replace(
      tenderId,
      firms.map(({ id, name }) => ({
        id: this.ids.next(),
        tenderId,
        enterpriseId: id,
        name,
        drawn: drawn ? 1 : 0,
        listedAt,
        invitedAt: null,
      })),
    );
  }

  private async firms(creditCodes: readonly string[]): Promise<Enterprise[]> {
    const firms: Enterprise[] = [];
    for (const creditCode of creditCodes) {
      const firm = await this.enterprises.byCreditCode(creditCode);
      if (!firm) throw new DomainError('invite.unknown_firm', { creditCode });
      firms.push(firm);
    }
    return firms;
  }

  private requireEligible(row: TenderRow, firms: readonly Enterprise[]): void {
    const set = this.ruleSets.of(row);
    for (const firm of firms) orRefuse(eligible(eligibilityOf(firm), set, this.arrival.at()));
  }

  private async record(actor: Actor, type: string, tenderId: string, firms: number): Promise<void> {
    await this.ledger.append({
      type,
      scope: `${tenderId}/internal`,
      by: actor,
      body: { tender: tenderId, firms },
    });
  }

  private async stillUndrawn(row: TenderRow): Promise<void> {
    if (!(await this.invitations.draw(row.id))) return;
    throw this.ruleSets.refusal('invite.drawn', row, this.arrival.at());
  }

  private async draft(actor: Actor, id: string): Promise<TenderRow> {
    const row = await this.tenders.lock(id);
    if (!runsTender(actor, row)) throw new DomainError('tender.not_found');
    if (row.state !== 'draft') throw new DomainError('tender.wrong_state', { state: row.state });
    if (!isByInvitation(row.method)) throw new DomainError('invite.other_method');
    if (await this.tenders.publication(id)) throw new DomainError('publication.prepared');
    return row;
  }
}

function rowOfFirm(
  rows: ReturnType<typeof poolRows>,
  idSalt: string,
  who: { readonly creditCode: string; readonly name: string },
): number {
  const idc = identityCommitment(idSalt, who);
  return rows.find((row) => row.idc === idc)?.i ?? -1;
}
