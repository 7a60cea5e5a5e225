import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import type {
  DrawCourse,
  DrawEvent,
  DrawParty,
  DrawPurpose,
  PoolRow,
  SourceChoice,
} from '@core/draw';
import type { Instant } from '@core/kernel';
import { DomainError, forUpdate, Ids, Reads, UnitOfWork, violates } from '@server/platform';
import { DrawEventRow, DrawPartyRow, DrawPoolRow, DrawRow } from './draw.entity';

/** An attempt at a draw. */
export type Draw = DrawRow;
/** A party of a draw and what it gave. */
export type DrawPartyState = DrawPartyRow;

/** The core value of a draw and its parties. */
export function courseOf(draw: Draw, parties: readonly DrawPartyState[]): DrawCourse {
  const given = <T>(pick: (party: DrawPartyState) => T | null): T[] =>
    parties.map(pick).filter((one) => one !== null);
  return {
    phase: draw.phase,
    enrolled: parties.map(({ party, publicKey, recipient }) => ({
      id: party,
      publicKey,
      recipient,
    })),
    spec: draw.spec,
    inputs: given((party) => party.input),
    lock: draw.lock,
    deposits: given((party) => party.deposit),
    reveals: given((party) => party.reveal),
    forced: given((party) => party.forced),
    final: draw.final,
    thrown:
      draw.symbols === null
        ? null
        : {
            symbols: draw.symbols,
            sigs: parties.flatMap(({ party, throwSig }) =>
              throwSig ? [{ id: party, sig: throwSig }] : [],
            ),
          },
  };
}

/** The source of a draw. */
export function chosenSource(draw: Draw): SourceChoice {
  return draw.source ?? { kind: 'escrow' };
}

/** Draws, their parties, pools and events. */
@Injectable()
export class Draws {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly reads: Reads,
    private readonly ids: Ids,
  ) {}

  /** The draw with this id; throws `draw.not_found`. */
  async get(id: string): Promise<Draw> {
    const row = await (await this.reads.manager()).getRepository(DrawRow).findOneBy({ id });
    if (!row) throw new DomainError('draw.not_found');
    return row;
  }

  /** Locks the draw's row; throws `draw.not_found`. */
  async lock(id: string): Promise<Draw> {
    const row = await this.unit.manager
      .getRepository(DrawRow)
      .findOne({ where: { id }, ...forUpdate(this.unit) });
    if (!row) throw new DomainError('draw.not_found');
    return row;
  }

  /** All attempts of a tender, the oldest first. */
  async ofTender(tenderId: string): Promise<Draw[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(DrawRow)
      .find({ where: { tenderId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** How many finished draws each of these tenders has. */
  async drawnCounts(tenderIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (tenderIds.length === 0) return new Map();
    const rows = await (
      await this.reads.manager()
    )
      .getRepository(DrawRow)
      .createQueryBuilder('d')
      .select('d.tenderId', 'id')
      .addSelect('COUNT(*)', 'count')
      .where("d.phase = 'drawn' AND d.tenderId IN (:...ids)", { ids: [...tenderIds] })
      .groupBy('d.tenderId')
      .getRawMany<{ id: string; count: number | string }>();
    return new Map(rows.map((row) => [row.id, Number(row.count)]));
  }

  /** The last attempt of a tender's draw for a purpose; null when there was none. */
  async latest(tenderId: string, purpose: DrawPurpose): Promise<Draw | null> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(DrawRow)
      .findOne({ where: { tenderId, purpose }, order: { attempt: 'DESC' } });
  }

  /** The attempts of a tender's draw for a purpose, the first first. */
  async attempts(tenderId: string, purpose: DrawPurpose): Promise<Draw[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(DrawRow)
      .find({ where: { tenderId, purpose }, order: { attempt: 'ASC' } });
  }

  /** Draws that are neither finished nor void, the newest first. */
  async underWay(tenderIds: readonly string[] | null): Promise<Draw[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(DrawRow).find({
      where: {
        phase: Not(In(['drawn', 'void'])),
        ...(tenderIds === null ? {} : { tenderId: In([...tenderIds]) }),
      },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: 200,
    });
  }

  /** Locked draws that wait for a round or for dice. */
  async awaiting(): Promise<Draw[]> {
    const manager = await this.reads.manager();
    return manager.getRepository(DrawRow).findBy({ phase: 'awaiting' });
  }

  /** Draws that wait for one of these records to be cosigned. */
  async waitingFor(recordIds: readonly string[]): Promise<Draw[]> {
    if (recordIds.length === 0) return [];
    const manager = await this.reads.manager();
    return manager.getRepository(DrawRow).findBy({ pendingRecordId: In([...recordIds]) });
  }

  /** Adds an attempt; refuses a second one of the same number with `draw.under_way`. */
  async add(row: DrawRow): Promise<void> {
    try {
      await this.unit.manager.getRepository(DrawRow).insert(row);
    } catch (error) {
      const columns = ['tenderId', 'purpose', 'attempt'];
      if (violates(error, 'uq_draw_tender_attempt', 'draw', columns)) {
        throw new DomainError('draw.under_way');
      }
      throw error;
    }
  }

  async change(id: string, change: Partial<DrawRow>): Promise<void> {
    await this.unit.manager.getRepository(DrawRow).update({ id }, change);
  }

  async parties(drawRowId: string): Promise<DrawPartyState[]> {
    const manager = await this.reads.manager();
    return manager
      .getRepository(DrawPartyRow)
      .find({ where: { drawRowId }, order: { enrolledAt: 'ASC', id: 'ASC' } });
  }

  async addParty(row: DrawPartyRow): Promise<void> {
    await this.unit.manager.getRepository(DrawPartyRow).insert(row);
  }

  async changeParty(
    drawRowId: string,
    party: DrawParty,
    change: Partial<DrawPartyRow>,
  ): Promise<void> {
    await this.unit.manager.getRepository(DrawPartyRow).update({ drawRowId, party }, change);
  }

  /** The private rows of a pool, by index; empty for a pool of values. */
  async rows(drawRowId: string): Promise<PoolRow[]> {
    const manager = await this.reads.manager();
    const rows = await manager
      .getRepository(DrawPoolRow)
      .find({ where: { drawRowId }, order: { i: 'ASC' } });
    return rows.map(({ row }) => row);
  }

  async addRows(drawRowId: string, rows: readonly PoolRow[]): Promise<void> {
    for (const row of rows) {
      const stored = { id: this.ids.next(), drawRowId, i: row.i, row };
      await this.unit.manager.getRepository(DrawPoolRow).insert(stored);
    }
  }

  async events(drawRowId: string): Promise<DrawEvent[]> {
    const manager = await this.reads.manager();
    const rows = await manager
      .getRepository(DrawEventRow)
      .find({ where: { drawRowId }, order: { seq: 'ASC' } });
    return rows.map(({ event }) => event);
  }

  async addEvent(drawRowId: string, event: DrawEvent, at: Instant): Promise<void> {
    const row = { id: this.ids.next(), drawRowId, seq: event.seq, event, at };
    await this.unit.manager.getRepository(DrawEventRow).insert(row);
  }
}
