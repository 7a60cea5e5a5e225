import { Injectable } from '@nestjs/common';
import {
  concludedAt,
  CONTRACT_DUTIES,
  DECLARED_DUTIES,
  dutiesDue,
  REPORT_DUTIES,
  type DeclaredDuty,
  type Duty,
  type DueDuty,
} from '@core/contract';
import type { Actor } from '@core/identity';
import type { Instant } from '@core/kernel';
import { AWARDED_STATES, type TenderState } from '@core/tender';
import { Awards, AwardTender, type Award } from '@server/award';
import { Calendars } from '@server/calendar';
import { Evaluations } from '@server/evaluation';
import { LegalClock, RuleSets, UnitOfWork } from '@server/platform';
import { Lots, Tenders, type TenderRow } from '@server/tender';
import { Contracts, type Contract } from './contracts.store';

/** A duty, and when it was done; null: not yet. */
export interface DutyState<D extends Duty = Duty> extends DueDuty<D> {
  readonly doneAt: Instant | null;
  /** Whether records say whether it was done, and nobody's word does. */
  readonly isRecorded: boolean;
}

/**
 * When a duty was done by the records of another capability; null: they say it is not done yet; undefined: they say nothing of
 * it, and its tenderer's word counts.
 */
export type DutyRecords = (
  tender: TenderRow,
  award: Award,
  duty: DeclaredDuty,
) => Promise<Instant | null | undefined>;

/** A duty of a tender, or of one of its lots. */
export interface TenderDuty extends DutyState {
  readonly tender: TenderRow;
  readonly lot: number | null;
}

/** The states in which a result is still to be followed up. */
const FOLLOWED_UP: readonly TenderState[] = ['evaluation', 'publicity', ...AWARDED_STATES];

/** What the law asks of a tenderer within a time, from the report of the panel to the filing of the contract. */
@Injectable()
export class DueDuties {
  private readonly records: DutyRecords[] = [];

  constructor(
    private readonly unit: UnitOfWork,
    private readonly clock: LegalClock,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly evaluations: Evaluations,
    private readonly awards: Awards,
    private readonly results: AwardTender,
    private readonly contracts: Contracts,
    private readonly calendars: Calendars,
    private readonly ruleSets: RuleSets,
  ) {}

  /** Adds records that say whether a duty was done. */
  recordedBy(records: DutyRecords): void {
    this.records.push(records);
  }

  /** What waits to be done: for whoever runs a tender his own, for a supervisor everybody's, the first last day first. */
  async waitingFor(actor: Actor): Promise<readonly TenderDuty[]> {
    const isSupervisor = actor.role === 'supervisor';
    if (!isSupervisor && actor.role !== 'tenderer') return [];
    return this.waiting(isSupervisor ? null : actor.organisationId);
  }

  /** What waits to be done in the tenders an organisation runs; null: in all of them. */
  async waiting(organisationId: string | null): Promise<readonly TenderDuty[]> {
    const found: TenderDuty[] = [];
    for (const tender of await this.tenders.unsettled(FOLLOWED_UP, organisationId)) {
      found.push(...(await this.of(tender)).filter(({ doneAt }) => doneAt === null));
    }
    return found.sort((one, other) => (one.until ?? Infinity) - (other.until ?? Infinity));
  }

  /** Notes of archived tenders that nothing is due of them any more, so that nobody looks through them again. */
  async settle(): Promise<void> {
    for (const { id } of await this.tenders.unsettled(['archived'], null)) {
      await this.unit.run(async () => {
        const tender = await this.tenders.lock(id);
        const isDone = (await this.of(tender)).every(({ doneAt }) => doneAt !== null);
        if (isDone) await this.tenders.settle(tender, this.clock.now());
      });
    }
  }

  /** Everything that is or was due in a tender. */
  async of(tender: TenderRow): Promise<readonly TenderDuty[]> {
    const found: TenderDuty[] = [];
    for (const one of await this.ofReport(tender)) found.push({ ...one, tender, lot: null });
    for (const award of await this.awards.ofTender(tender.id)) {
      const contract = await this.contracts.ofLot(tender.id, award.lot);
      for (const one of await this.ofAward(tender, award, contract)) {
        found.push({ ...one, tender, lot: award.lot });
      }
    }
    return found;
  }

  /** What is due of a lot after its award, and after its contract. The notice of the result goes out with the award. */
  async ofAward(
    tender: TenderRow,
    award: Award,
    contract: Contract | null,
  ): Promise<readonly DutyState<(typeof CONTRACT_DUTIES)[number]>[]> {
    const { awardedAt } = award;
    const concluded = contract && concludedAt(contract);
    const { bidBond } = await this.lots.get(tender.id, award.lot);
    const declared = (await this.contracts.dutiesDone(tender.id)).filter(
      ({ awardId }) => awardId === award.id,
    );
    const recorded = await this.recorded(tender, award);
    const declaredAt = (duty: DeclaredDuty): Instant | null => {
      const at = recorded.get(duty);
      return at === undefined ? (declared.find((one) => one.duty === duty)?.doneAt ?? null) : at;
    };
    const moments = { reportedAt: null, awardedAt, concludedAt: concluded };
    const law = this.ruleSets.under(tender, awardedAt);
    const done = {
      announce: awardedAt,
      refund_losers: declaredAt('refund_losers'),
      report: declaredAt('report'),
      refund: declaredAt('refund'),
      sign: concluded,
      publish: concluded,
      file: contract?.filedAt ?? null,
    };
    const due = dutiesDue(CONTRACT_DUTIES, moments, law, await this.calendars.current());
    const isOwed = ({ duty }: DueDuty): boolean =>
      bidBond > 0 || (duty !== 'refund' && duty !== 'refund_losers');
    return due.filter(isOwed).map((one) => ({
      ...one,
      doneAt: done[one.duty],
      isRecorded: recorded.has(one.duty),
    }));
  }

  /** What records say of the duties that else are done by a word. */
  private async recorded(
    tender: TenderRow,
    award: Award,
  ): Promise<ReadonlyMap<Duty, Instant | null>> {
    const found = new Map<Duty, Instant | null>();
    for (const duty of DECLARED_DUTIES) {
      for (const records of this.records) {
        const at = await records(tender, award, duty);
        if (at !== undefined) found.set(duty, at);
      }
    }
    return found;
  }

  private async ofReport(
    tender: TenderRow,
  ): Promise<readonly DutyState<(typeof REPORT_DUTIES)[number]>[]> {
    const reportedAt = (await this.evaluations.find(tender.id))?.signedAt ?? null;
    if (reportedAt === null) return [];
    const moments = { reportedAt, awardedAt: null, concludedAt: null };
    const law = this.ruleSets.under(tender, reportedAt);
    const [candidate] = await this.awards.candidates(tender.id);
    const done = {
      publish_candidates: candidate?.publishedAt ?? null,
      award: await this.awardedAt(tender.id),
    };
    const all = dutiesDue(REPORT_DUTIES, moments, law, await this.calendars.current());
    // While an objection holds the award back it is the answer that is due, with a clock of its own.
    const isHeld = done.award === null && (await this.results.isHeld(tender));
    const due = all.filter(({ duty }) => duty !== 'award' || !isHeld);
    return due.map((one) => ({ ...one, doneAt: done[one.duty], isRecorded: false }));
  }

  /** When the last lot had its award, void ones included: what follows from a query has a clock of its own. */
  private async awardedAt(tenderId: string): Promise<Instant | null> {
    const made = await this.awards.everMade(tenderId);
    const lots = (await this.lots.ofTender(tenderId)).filter(({ state }) => state !== 'failed');
    const first = lots.map(({ number }) => made.find(({ lot }) => lot === number)?.awardedAt);
    return first.reduce<Instant | null>(
      (last, at) => (last === null || at === undefined ? null : Math.max(last, at)),
      0,
    );
  }
}
