import { Injectable } from '@nestjs/common';
import type { Actor } from '@core/identity';
import { protocolTime, type Encodable, type Instant } from '@core/kernel';
import {
  publishCandidates,
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

/** Changes a published result after an upheld objection. Everything here runs in the unit that has locked the tender. */
@Injectable()
export class ChangeResult {
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

  /** What is left of a lot without its present first candidate. */
  async left(tenderId: string, lot: number): Promise<Omit<LeftOfLot, 'contractSigned'>> {
    const all = await this.ofLot(tenderId, lot);
    const out = all.filter(({ passedOverAt }) => passedOverAt !== null).length + 1;
    const assessments = (await this.evaluations.find(tenderId))?.assessments ?? null;
    const ranked =
      assessments?.filter((one) => one.outcome === 'ranked' && (one.lot ?? 1) === lot).length ??
      all.length;
    return { candidates: all.length - out, qualified: ranked - out };
  }

  /** What changes when the first candidate of a lot is left out on this ground, or, without one, nobody is chosen. */
  async planned(
    row: TenderRow,
    lot: number,
    ground: PassOverGround | null,
    citation: string | null,
  ): Promise<ResultChange> {
    const lots = await this.lots.ofTender(row.id);
    const title = lots.find(({ number }) => number === lot)?.title ?? '';
    const [first] = (await this.ofLot(row.id, lot)).filter((one) => one.passedOverAt === null);
    return {
      remedy: ground === null ? 'failed' : 'passed_over',
      lot: lots.length > 1 ? `${lot} ${title}` : null,
      passedOver: ground === null ? null : (first?.name ?? null),
      ground,
      isVoid: (await this.awards.ofTender(row.id)).some((one) => one.lot === lot),
      citation,
    };
  }

  /** The notice of a change, before it goes out or as it does. */
  notice(row: TenderRow, change: ResultChange, said: string): ResultNotice & { title: string } {
    const { kind, text } = resultNotice(this.facts.of(row), change, said);
    return { kind, text, title: noticeTitle(row.title, kind) };
  }

  /** Leaves the first candidate of a lot out; an award it had is void, and the others are published anew. */
  async passOver(
    actor: Actor,
    row: TenderRow,
    { lot, text, citation }: ChangeOfResult,
    ground: PassOverGround,
  ): Promise<void> {
    const [first] = (await this.ofLot(row.id, lot)).filter((one) => one.passedOverAt === null);
    if (!first) return;
    const at = this.arrival.at();
    const change = await this.planned(row, lot, ground, citation);
    await this.awards.changeCandidate(first.id, { passedOverAt: at, passedOverGround: ground });
    const isVoid = await this.voidAward(row, lot, at);
    if (isVoid) {
      const { until } = orRefuse(
        publishCandidates(toTender(row), at, this.ruleSets.of(row), await this.calendars.current()),
      );
      await this.tenders.change(row, { state: 'publicity', publicityUntil: until });
    }
    await this.announce(row, this.notice(row, change, text), {
      lot,
      passedOver: first.name,
      ground,
      citation,
      isVoid,
    });
    await this.write(actor, row, 'candidate.passed_over', {
      lot,
      name: first.name,
      ground,
      isVoid,
    });
  }

  /** A lot for which nobody can be chosen; its award is void. The tender fails when no lot is left. */
  async fail(actor: Actor, row: TenderRow, { lot, text, citation }: ChangeOfResult): Promise<void> {
    const at = this.arrival.at();
    const change = await this.planned(row, lot, null, citation);
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
