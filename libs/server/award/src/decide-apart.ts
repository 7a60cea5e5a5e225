import { Injectable } from '@nestjs/common';
import { isApart } from '@core/evaluation';
import type { Actor } from '@core/identity';
import { AWARD_APART } from '@core/rules';
import {
  decideApart,
  isTendererOf,
  publicityOver,
  type ApartDecision,
  type ApartWish,
  type CommitteeMember,
  type DecisionWay,
} from '@core/tender';
import { OwnFiles } from '@server/identity';
import { Ledger } from '@server/ledger';
import {
  Arrival,
  DomainError,
  Ids,
  orRefuse,
  Outbox,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import { lotAsTender, Lots, Tenders, type TenderRow } from '@server/tender';
import { AwardTender, type Awarded } from './award-tender';
import { Awards, type AwardDecision, type Candidate } from './awards.store';
import { MakeAward, type SaidOfAward } from './make-award';

/** What a committee decided, with its signed minutes, uploaded before. */
export interface CommitteeWish extends ApartWish {
  readonly lot: number;
  readonly fileId: string;
}

/** A decision as its tenderer and the supervisor read it. */
export interface DecisionRecord extends Omit<AwardDecision, 'members'> {
  readonly members: readonly CommitteeMember[];
}

const WAYS: Readonly<Record<DecisionWay, string>> = { vote: '票决', deliberation: '集体议事' };

/**
 * The award by the tenderer's committee among candidates the panel did not rank (评定分离): only where the plan says so and the
 * rule set carries the local document. The decision is in the log before the award: its way, votes, reason and the hash of its
 * minutes; who voted how stays with the tenderer and the supervisor.
 */
@Injectable()
export class DecideApart {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly awards: Awards,
    private readonly results: AwardTender,
    private readonly making: MakeAward,
    private readonly files: OwnFiles,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Records the decision about a lot and awards it. Throws `award.ranked` where the panel ranked, and what core refuses. */
  async run(
    actor: Actor,
    tenderId: string,
    { lot, fileId, ...wish }: CommitteeWish,
  ): Promise<Awarded> {
    const { sha256 } = await this.files.get(actor, fileId);
    return this.unit.run(async () => {
      const row = await this.tenders.lock(tenderId);
      if (!isTendererOf(actor, row)) throw new DomainError('tender.not_found');
      const now = this.arrival.at();
      if (!isApart(row.plan)) throw this.ruleSets.refusal('award.ranked', row, now);
      const open = (await this.lots.ofTender(tenderId)).filter(({ state }) => state === 'open');
      const record = open.find(({ number }) => number === lot);
      if (!record) throw new DomainError('tender.wrong_state', { state: row.state });
      orRefuse(publicityOver(lotAsTender(row, record), now, this.ruleSets.of(row)));
      const standing = (await this.awards.candidates(tenderId)).filter(
        (one) => one.lot === lot && one.passedOverAt === null,
      );
      // A document that ran out since does not undo a call that was published under it.
      const law = this.ruleSets.under(row, row.publishedAt ?? now);
      const numbers = standing.map(({ rank }) => rank);
      const decision = orRefuse(decideApart(numbers, wish, law));
      const chosen = standing.find(({ rank }) => rank === decision.chosen);
      if (!chosen) throw new DomainError('award.decision_invalid', { field: 'agreed' });
      await this.results.requireFree(row, lot);
      await this.keep(row, chosen, decision, fileId);
      await this.write(actor, chosen, standing, decision, sha256);
      const award = await this.making.award(actor, row, record, chosen, said(standing, decision));
      if (open.length === 1) await this.tenders.change(row, { state: 'awarded' });
      await this.outbox.add('award.made', { tenderId, lots: [lot] });
      return award;
    });
  }

  /** The decisions of a tender with their members, for its tenderer and the supervisor; nobody else learns of them. */
  async decisions(actor: Actor, tenderId: string): Promise<readonly DecisionRecord[]> {
    await this.requireReader(actor, tenderId);
    return (await this.awards.decisions(tenderId)).map((one) => ({
      ...one,
      members: JSON.parse(one.members) as readonly CommitteeMember[],
    }));
  }

  /** The file of the minutes of a decision, for the same readers. */
  async minutes(actor: Actor, tenderId: string, id: string): Promise<string> {
    await this.requireReader(actor, tenderId);
    const found = (await this.awards.decisions(tenderId)).find((one) => one.id === id);
    if (!found) throw new DomainError('request.not_found');
    return found.fileId;
  }

  private async requireReader(actor: Actor, tenderId: string): Promise<void> {
    const row = await this.tenders.get(tenderId);
    const isReader = isTendererOf(actor, row) || actor.role === 'supervisor';
    if (!isReader) throw new DomainError('tender.not_found');
  }

  private async keep(
    { id: tenderId }: TenderRow,
    { id: candidateId, lot }: Candidate,
    { way, members, reason }: ApartDecision,
    fileId: string,
  ): Promise<void> {
    await this.awards.addDecision({
      id: this.ids.next(),
      tenderId,
      lot,
      way,
      members: JSON.stringify(members),
      candidateId,
      reason,
      fileId,
      decidedAt: this.arrival.at(),
    });
  }

  private async write(
    actor: Actor,
    { lot, tenderId }: Candidate,
    standing: readonly Candidate[],
    { way, members, chosen, votes, reason }: ApartDecision,
    sha256: string,
  ): Promise<void> {
    await this.ledger.append({
      type: 'award.decided',
      scope: tenderId,
      by: actor,
      body: {
        tender: tenderId,
        lot,
        way,
        members: members.length,
        votes: votes.map((one) => ({ name: nameOf(standing, one.number), votes: one.votes })),
        chosen: nameOf(standing, chosen),
        reason,
        minutes: sha256,
        rule: AWARD_APART,
      },
    });
  }
}

function nameOf(standing: readonly Candidate[], number: number): string {
  return standing.find(({ rank }) => rank === number)?.name ?? '';
}

/** What the award's notice says of the decision. */
function said(standing: readonly Candidate[], decision: ApartDecision): SaidOfAward {
  const { way, members, votes, reason, law } = decision;
  const counted = votes.map((one) => `${nameOf(standing, one.number)} ${one.votes} 票`);
  const words = [
    `定标方式：${WAYS[way]}（定标委员会 ${members.length} 人）`,
    ...(counted.length === 0 ? [] : [`票数：${counted.join('；')}`]),
    `定标理由：${reason}`,
    `依据：${law.citation}`,
  ];
  return {
    text: words.join('\n'),
    facts: {
      way,
      members: members.length,
      votes: votes.map((one) => ({ name: nameOf(standing, one.number), votes: one.votes })),
      reason,
      citation: law.citation,
    },
  };
}
