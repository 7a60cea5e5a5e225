import { Injectable } from '@nestjs/common';
import { isApart } from '@core/evaluation';
import type { Actor } from '@core/identity';
import { protocolTime, type Encodable, type Instant } from '@core/kernel';
import {
  publishAnew,
  resultNotice,
  type LeftOfLot,
  type PassOverGround,
  type ResultChange,
  type ResultNotice,
} from '@core/tender';
import { Calendars } from '@server/calendar';
import { KeepCredit } from '@server/enterprise';
import { Evaluations } from '@server/evaluation';
import { Ledger } from '@server/ledger';
import { Arrival, Ids, orRefuse, Outbox, RuleSets } from '@server/platform';
import {
  FactsOfNotice,
  Lots,
  noticeTitle,
  Tenders,
  toTender,
  type TenderRow,
} from '@server/tender';
import { Awards, type Candidate } from './awards.store';

/** Said when a result was changed after an upheld objection: `{tenderId, lot}`. */
export const RESULT_CHANGED = 'result.changed';

/** Why a result changes, as the notice says it. */
export interface ChangeOfResult {
  readonly lot: number;
  readonly text: string;
  readonly citation: string | null;
}

/** Whom a lot does without now; null: everybody. */
export type LeftOut = (
  tender: TenderRow,
  lot: number,
  enterpriseId: string | null,
) => Promise<void>;

/** Changes a published result after an upheld objection. Everything here runs in the unit that has locked the tender. */
@Injectable()
export class ChangeResult {
  private readonly listeners: LeftOut[] = [];

  constructor(
    private readonly awards: Awards,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly evaluations: Evaluations,
    private readonly credit: KeepCredit,
    private readonly ruleSets: RuleSets,
    private readonly calendars: Calendars,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly facts: FactsOfNotice,
  ) {}

  /** Adds what else follows when a candidate of a lot is left out, or all of them are. In the same unit. */
  onLeftOut(tell: LeftOut): void {
    this.listeners.push(tell);
  }

  /** What is left of a lot without the candidate of this rank; null: without its present first one. */
  async left(
    row: TenderRow,
    lot: number,
    rank: number | null,
  ): Promise<Omit<LeftOfLot, 'contractSigned' | 'state'>> {
    const all = await this.ofLot(row.id, lot);
    const standing = all.filter(({ passedOverAt }) => passedOverAt === null);
    const out = all.length - standing.length + 1;
    const assessments = (await this.evaluations.find(row.id))?.assessments ?? null;
    const ranked =
      assessments?.filter((one) => one.outcome === 'ranked' && (one.lot ?? 1) === lot).length ??
      all.length;
    const left = { candidates: all.length - out, qualified: ranked - out };
    const { who, isFirst } = await this.leftOut(row, lot, rank);
    if (!who) {
      return { ...left, place: rank === null && !isApart(row.plan) ? 'first' : 'unknown' };
    }
    return { ...left, place: isFirst || left.candidates === 0 ? 'first' : 'later' };
  }

  /** What changes when a candidate of a lot is left out on this ground, or, without one, nobody is chosen. */
  async planned(
    row: TenderRow,
    lot: number,
    out: { readonly rank: number | null; readonly ground: PassOverGround } | null,
    citation: string | null,
  ): Promise<ResultChange> {
    const lots = await this.lots.ofTender(row.id);
    const title = lots.find(({ number }) => number === lot)?.title ?? '';
    const { who, isFirst } = await this.leftOut(row, lot, out?.rank ?? null);
    const hasAward = (await this.awards.ofTender(row.id)).some((one) => one.lot === lot);
    return {
      remedy: out === null ? 'failed' : 'passed_over',
      lot: lots.length > 1 ? `${lot} ${title}` : null,
      passedOver: out === null ? null : (who?.name ?? null),
      ground: out?.ground ?? null,
      isVoid: hasAward && (out === null || isFirst),
      citation,
    };
  }

  /** The notice of a change, before it goes out or as it does. */
  notice(row: TenderRow, change: ResultChange, said: string): ResultNotice & { title: string } {
    const { kind, text } = resultNotice(this.facts.of(row), change, said);
    return { kind, text, title: noticeTitle(row.title, kind) };
  }

  /**
   * Leaves a candidate of a lot out; where he stands first, an award the lot had is void and the others are published anew.
   * Whether there was one. Who stands later leaves the award as it is.
   */
  async passOver(
    actor: Actor,
    row: TenderRow,
    { lot, text, citation }: ChangeOfResult,
    { rank, ground }: { readonly rank: number | null; readonly ground: PassOverGround },
  ): Promise<boolean> {
    const { who, isFirst } = await this.leftOut(row, lot, rank);
    if (!who) return false;
    const at = this.arrival.at();
    const change = await this.planned(row, lot, { rank, ground }, citation);
    await this.awards.changeCandidate(who.id, { passedOverAt: at, passedOverGround: ground });
    for (const tell of this.listeners) await tell(row, lot, who.enterpriseId);
    const isVoid = isFirst && (await this.voidAward(row, lot, at));
    if (isVoid) await this.publishAnew(row, lot, at);
    const { name } = who;
    await this.announce(row, this.notice(row, change, text), {
      lot,
      passedOver: name,
      rank: who.rank,
      ground,
      citation,
      isVoid,
    });
    await this.write(actor, row, 'candidate.passed_over', {
      lot,
      name,
      rank: who.rank,
      ground,
      isVoid,
    });
    return isVoid;
  }

  /** The candidates of a lot are public anew, for a period of its own: the other lots keep theirs. */
  private async publishAnew(row: TenderRow, lot: number, at: Instant): Promise<void> {
    const { until } = orRefuse(
      publishAnew(toTender(row), at, this.ruleSets.of(row), await this.calendars.current()),
    );
    const publicityUntil = Math.max(row.publicityUntil ?? until, until);
    await this.tenders.change(row, { state: 'publicity', publicityUntil });
    await this.lots.change(row.id, lot, { publicityUntil: until });
  }

  /** A lot for which nobody can be chosen; its award is void. The tender fails when no lot is left. */
  async fail(actor: Actor, row: TenderRow, { lot, text, citation }: ChangeOfResult): Promise<void> {
    const at = this.arrival.at();
    const change = await this.planned(row, lot, null, citation);
    for (const tell of this.listeners) await tell(row, lot, null);
    await this.voidAward(row, lot, at);
    await this.lots.change(row.id, lot, { state: 'failed' });
    const states = (await this.lots.ofTender(row.id)).map(({ state }) => state);
    if (!states.includes('open')) {
      const state = states.includes('awarded') ? ('awarded' as const) : ('failed' as const);
      if (state !== row.state) await this.tenders.change(row, { state });
    }
    const facts = { lot, citation, withoutCandidate: true };
    await this.announce(row, this.notice(row, change, text), facts);
    await this.write(actor, row, 'lot.without_result', { lot });
  }

  /** Takes an award back, with its place in the credit record; whether there was one. */
  private async voidAward(row: TenderRow, lot: number, at: Instant): Promise<boolean> {
    const award = (await this.awards.ofTender(row.id)).find((one) => one.lot === lot);
    if (!award) return false;
    await this.awards.void(award, at);
    await this.lots.change(row.id, lot, { state: 'open' });
    const number = lot === 1 ? row.code : `${row.code}/${lot}`;
    await this.credit.withdrawAward(award.enterpriseId, number);
    return true;
  }

  /**
   * The candidate of this rank among those who are left, null for the first; and whether he stands first. Where candidates are
   * not ranked the first is whom the lot was awarded to: before that there is none.
   */
  private async leftOut(
    row: TenderRow,
    lot: number,
    rank: number | null,
  ): Promise<{ readonly who: Candidate | undefined; readonly isFirst: boolean }> {
    const standing = (await this.ofLot(row.id, lot)).filter((one) => one.passedOverAt === null);
    const first = isApart(row.plan) ? await this.awarded(row.id, standing) : standing[0];
    const who = rank === null ? first : standing.find((one) => one.rank === rank);
    return { who, isFirst: who !== undefined && who === first };
  }

  private async awarded(
    tenderId: string,
    standing: readonly Candidate[],
  ): Promise<Candidate | undefined> {
    const awards = await this.awards.ofTender(tenderId);
    return standing.find(({ lot, enterpriseId }) =>
      awards.some((one) => one.lot === lot && one.enterpriseId === enterpriseId),
    );
  }

  private async ofLot(tenderId: string, lot: number): Promise<readonly Candidate[]> {
    return (await this.awards.candidates(tenderId)).filter((one) => one.lot === lot);
  }

  private async announce(
    row: TenderRow,
    { kind, title, text }: ReturnType<ChangeResult['notice']>,
    facts: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.tenders.addNotice({
      id: this.ids.next(),
      tenderId: row.id,
      kind,
      title,
      text,
      facts: { ...facts },
      fileId: null,
      publishedAt: this.arrival.at(),
    });
  }

  private async write(
    actor: Actor,
    row: TenderRow,
    type: string,
    { lot, ...body }: Readonly<Record<string, Encodable>> & { readonly lot: number },
  ): Promise<void> {
    const at = protocolTime(this.arrival.at());
    await this.ledger.append({
      type,
      scope: row.id,
      by: actor,
      body: { tender: row.id, lot, at, ...body },
    });
    await this.outbox.add(RESULT_CHANGED, { tenderId: row.id, lot });
  }
}
