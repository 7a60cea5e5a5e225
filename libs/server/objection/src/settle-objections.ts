import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { concernsLot, isAwarded, isUnremedied, type Remedy } from '@core/tender';
import { Arrival, Outbox, RuleSets } from '@server/platform';
import { Lots, type TenderRow } from '@server/tender';
import { OBJECTION_REMEDIED, ObjectionLog } from './objection-log';
import { Objections, toUpheld, type ObjectionRecord, type RemedyRecord } from './objections.store';

/** What an objection has led to, and the lots in which something is still to follow. */
export interface OutcomeOfObjection {
  readonly remedies: readonly RemedyRecord[];
  readonly waitsFor: readonly number[];
}

/**
 * Says where an upheld objection still has to lead to something, and closes it when that is nowhere: each of its lots has its
 * remedy, came to nothing, or the tender was given up.
 */
@Injectable()
export class SettleObjections {
  constructor(
    private readonly lots: Lots,
    private readonly objections: Objections,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly log: ObjectionLog,
    private readonly outbox: Outbox,
  ) {}

  /** What became of each objection of a tender, by its id. */
  async outcomes(row: TenderRow): Promise<ReadonlyMap<string, OutcomeOfObjection>> {
    const [all, remedies] = [
      await this.objections.ofTender(row.id),
      await this.objections.remedies(row.id),
    ];
    const [concerned, byOrder] = [await this.concerned(row), await this.concerned(row, true)];
    return new Map(
      all.map((one) => {
        const own = remedies.filter(({ objectionId }) => objectionId === one.id);
        return [
          one.id,
          {
            remedies: own,
            waitsFor: waitsFor(one, own, one.ordered === null ? concerned : byOrder),
          },
        ];
      }),
    );
  }

  /**
   * The lots in which an upheld objection to the result of the tender, as it is now, has to lead to something; what a decision
   * on a complaint orders, after the award too.
   */
  async concerned(row: TenderRow, isOrdered = false): Promise<readonly number[]> {
    if (row.state !== 'publicity' && !isAwarded(row.state)) return [];
    const set = this.ruleSets.of(row);
    const at = this.arrival.at();
    return (await this.lots.ofTender(row.id))
      .filter(({ state }) => concernsLot(row, state, set, at, isOrdered))
      .map(({ number }) => number);
  }

  /** Closes the upheld objections of the locked tender that wait for nothing any more; in the present unit. */
  async run(actor: Actor, row: TenderRow): Promise<void> {
    const outcomes = await this.outcomes(row);
    for (const one of await this.objections.ofTender(row.id)) {
      if (!isUnremedied(toUpheld(one))) continue;
      const last = (outcomes.get(one.id)?.remedies ?? []).at(-1);
      const remedy = this.leadsTo(row, one, outcomes.get(one.id)?.waitsFor ?? [], last);
      if (remedy === null) continue;
      await this.note(actor, one, remedy, last?.text ?? '', last?.ground ?? null);
    }
  }

  /** Writes down what an objection led to in the end; in the present unit. */
  async note(
    actor: Actor,
    objection: ObjectionRecord,
    remedy: Remedy,
    remedyText: string,
    remedyGround: string | null,
  ): Promise<void> {
    const remediedAt = this.arrival.at();
    await this.objections.change(objection.id, { remedy, remedyText, remedyGround, remediedAt });
    await this.log.write(actor, OBJECTION_REMEDIED, objection, `${remedy} ${remedyText}`);
    await this.outbox.add(OBJECTION_REMEDIED, { objectionId: objection.id });
  }

  private leadsTo(
    { state }: TenderRow,
    { stage }: ObjectionRecord,
    waiting: readonly number[],
    last: RemedyRecord | undefined,
  ): Remedy | null {
    if (state === 'terminated') return 'terminated';
    // What was ordered before there is a result waits for it.
    const isBefore = state === 'opening' || state === 'evaluation';
    if (stage === 'documents' || isBefore || waiting.length > 0) return null;
    return last?.remedy ?? 'failed';
  }
}

/** The lots, of those concerned, in which an upheld objection has not led to anything yet. */
function waitsFor(
  objection: ObjectionRecord,
  remedies: readonly RemedyRecord[],
  concerned: readonly number[],
): readonly number[] {
  const upheld = toUpheld(objection);
  if (upheld.stage !== 'result' || !isUnremedied(upheld)) return [];
  return concerned.filter(
    (lot) =>
      (objection.lot === null || objection.lot === lot) && !remedies.some((one) => one.lot === lot),
  );
}
