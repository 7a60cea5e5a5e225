import { Injectable } from '@nestjs/common';
import {
  Arrival,
  type DomainError,
  forUpdate,
  Ids,
  Reads,
  RuleSets,
  UnitOfWork,
  violates,
} from '@server/platform';
import { Tenders } from '@server/tender';
import { LotPartyRow, type PartyRole } from '../sign-up.entity';

/** That a firm takes part in a lot, and how. */
export type LotParty = LotPartyRow;

/** A firm in a lot. */
export interface Place {
  readonly tenderId: string;
  readonly lot: number;
  readonly enterpriseId: string;
}

/** By what a firm takes part. */
type Part = 'signedUp' | 'hasBid';

/** Who takes part in which lot. One row for a firm and a lot: its unique key decides between two that come at once. */
@Injectable()
export class Parties {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly ids: Ids,
    private readonly tenders: Tenders,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
  ) {}

  async find({ tenderId, lot, enterpriseId }: Place): Promise<LotParty | null> {
    const manager = await this.reads.manager();
    return manager.getRepository(LotPartyRow).findOneBy({ tenderId, lot, enterpriseId });
  }

  /** Everybody in a tender's lots. */
  async ofTender(tenderId: string): Promise<LotParty[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(LotPartyRow)
      .find({ where: { tenderId }, order: { lot: 'ASC', id: 'ASC' } });
  }

  /** Whether a firm stands signed up for a lot of the tender: alone, or in a consortium whose leader signed up. */
  async isSignedUp(tenderId: string, enterpriseId: string): Promise<boolean> {
    const rows = (await this.reads.manager()).getRepository(LotPartyRow);
    for (const { signedUp, consortiumId } of await rows.findBy({ tenderId, enterpriseId })) {
      if (signedUp === 1) return true;
      if (consortiumId === null) continue;
      if (await rows.existsBy({ tenderId, consortiumId, signedUp: 1 })) return true;
    }
    return false;
  }

  /** Takes a free place in a consortium. Throws `lot.takes_part` when the firm takes part in the lot already. */
  async join(place: Place, role: PartyRole, consortiumId: string): Promise<void> {
    const { tenderId, lot, enterpriseId } = place;
    await this.insert({ tenderId, lot, enterpriseId, role, consortiumId, signedUp: 0, hasBid: 0 });
  }

  /** Gives all places of a consortium up. */
  async leave(consortiumId: string): Promise<void> {
    await this.unit.manager.getRepository(LotPartyRow).delete({ consortiumId });
  }

  /**
   * Notes that a firm signed up or bids for a lot: alone, or as the leader of its consortium. Throws
   * `lot.member_of_consortium` for a member, for whom its leader acts.
   */
  async enter(place: Place, part: Part): Promise<LotParty> {
    const row = await this.lock(place);
    if (row?.role === 'member') throw await this.refusal('lot.member_of_consortium', place);
    if (!row) {
      const { tenderId, lot, enterpriseId } = place;
      const fresh = {
        role: 'alone' as const,
        consortiumId: null,
        signedUp: 0,
        hasBid: 0,
        [part]: 1,
      };
      return this.insert({ tenderId, lot, enterpriseId, ...fresh });
    }
    if (row[part] === 0) await this.change(row.id, { [part]: 1 });
    return { ...row, [part]: 1 };
  }

  /** Takes that note back; a firm alone with neither a sign-up nor a bid takes part no more. */
  async retire(place: Place, part: Part): Promise<void> {
    const row = await this.lock(place);
    if (!row) return;
    const left = { ...row, [part]: 0 };
    const isGone = left.role === 'alone' && left.signedUp === 0 && left.hasBid === 0;
    const rows = this.unit.manager.getRepository(LotPartyRow);
    if (isGone) await rows.delete({ id: row.id });
    else await this.change(row.id, { [part]: 0 });
  }

  /** Locks a firm's place in a lot; null when it has none. */
  async lock({ tenderId, lot, enterpriseId }: Place): Promise<LotParty | null> {
    return this.unit.manager
      .getRepository(LotPartyRow)
      .findOne({ where: { tenderId, lot, enterpriseId }, ...forUpdate(this.unit) });
  }

  private async change(id: string, change: Partial<LotPartyRow>): Promise<void> {
    await this.unit.manager.getRepository(LotPartyRow).update({ id }, change);
  }

  private async insert(row: Omit<LotPartyRow, 'id'>): Promise<LotParty> {
    const whole = { id: this.ids.next(), ...row };
    try {
      await this.unit.manager.getRepository(LotPartyRow).insert(whole);
    } catch (error) {
      const columns = ['tenderId', 'lot', 'enterpriseId'];
      if (!violates(error, 'uq_lot_party', 'lot_party', columns)) throw error;
      throw await this.refusal('lot.takes_part', row);
    }
    return whole;
  }

  /** The refusal with the law of the tender it is about. */
  private async refusal(
    code: 'lot.takes_part' | 'lot.member_of_consortium',
    { tenderId, lot }: Pick<Place, 'tenderId' | 'lot'>,
  ): Promise<DomainError> {
    const tender = await this.tenders.get(tenderId);
    return this.ruleSets.refusal(code, tender, this.arrival.at(), { lot });
  }
}
