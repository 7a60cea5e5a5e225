import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  checkFindings,
  isFullySigned,
  mayReport,
  priceHeard,
  recommendLots,
  suspiciouslyLow,
  type AssessedLot,
  type CompetitionFinding,
  type LotAssessment,
  type LotRecommendation,
  type RankedInLot,
} from '@core/evaluation';
import { PLATFORM_ACTOR, type Actor } from '@core/identity';
import { taggedHashHex } from '@core/kernel';
import { filledNotice } from '@core/tender';
import { Ledger } from '@server/ledger';
import { Openings } from '@server/opening';
import {
  Arrival,
  DomainError,
  Ids,
  orRefuse,
  Outbox,
  RuleSets,
  UnitOfWork,
} from '@server/platform';
import { Consortia, Parties } from '@server/sign-up';
import { FactsOfNotice, Lots, noticeTitle, Tenders, type TenderRow } from '@server/tender';
import { BlindReview } from './blind-review';
import { CandidatePlaces } from './candidate-places';
import { Evaluations } from './evaluations.store';
import { PanelDesk } from './panel-desk';
import { reportBody } from './report-body';

/** Said when the last member has signed: `{tenderId}`. */
const SIGNED = 'evaluation.signed';
/** Said when a panel has rejected every bid of a tender: `{tenderId}`. */
export const ALL_REJECTED = 'evaluation.all_rejected';

/** The panel's report: ranks by the published plan, findings, signatures. */
@Injectable()
export class MakeReport implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly desk: PanelDesk,
    private readonly blind: BlindReview,
    private readonly evaluations: Evaluations,
    private readonly openings: Openings,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly parties: Parties,
    private readonly consortia: Consortia,
    private readonly places: CandidatePlaces,
    private readonly ruleSets: RuleSets,
    private readonly facts: FactsOfNotice,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.outbox.consume('evaluation-failed', SIGNED, ({ payload }) =>
      this.failIfRejected(String(payload.tenderId)),
    );
  }

  /**
   * Ranks the bids lot by lot by the published plan and fixes the report, once every member has reviewed and marked every
   * bid, suspiciously low prices have been asked about, and lots with few valid bids have their reasoned finding.
   */
  async report(
    actor: Actor,
    tenderId: string,
    findings: readonly CompetitionFinding[] = [],
  ): Promise<readonly LotAssessment[]> {
    return this.desk.asMember(actor, tenderId, async (evaluation, me) => {
      if (evaluation.reportedAt !== null) throw new DomainError('evaluation.reported');
      const tender = await this.tenders.get(tenderId);
      if (tender.state !== 'evaluation') {
        throw new DomainError('tender.wrong_state', { state: tender.state });
      }
      const judges = await this.evaluations.judges(tenderId);
      if (judges.length < evaluation.seats) {
        throw this.ruleSets.refusal('evaluation.panel_incomplete', tender, this.arrival.at(), {
          present: judges.length,
          seats: evaluation.seats,
        });
      }
      await this.blind.requireNames(tender);
      orRefuse(mayReport(evaluation.leaderSeat, me.seat));
      const assessed = await this.desk.assess(tender);
      await this.pricesHeard(tender, assessed);
      orRefuse(checkFindings(assessed, findings, this.desk.law(tender)));
      return this.fix(actor, tender, assessed, findings);
    });
  }

  /** Who is recommended for each lot, best first: from a report, under the tender's limit of lots one may win. */
  async recommended(
    tenderId: string,
    assessments: readonly LotAssessment[],
  ): Promise<readonly LotRecommendation[]> {
    const tender = await this.tenders.get(tenderId);
    const ranked: RankedInLot[] = [];
    for (const one of assessments) {
      if (one.outcome !== 'ranked') continue;
      const { bidId, rank, lot = 1 } = one;
      ranked.push({ lot, bidId, rank, firms: await this.firmsBehind(tenderId, bidId) });
    }
    return recommendLots(ranked, tender.winLimit, await this.places.of(tender));
  }

  /** Signs the report, with or without dissent; the last signature hands it to the tenderer. */
  async sign(actor: Actor, tenderId: string, dissent: string | null): Promise<void> {
    await this.desk.asMember(actor, tenderId, async (evaluation, me) => {
      if (evaluation.reportedAt === null) throw new DomainError('evaluation.no_report');
      if (me.signedAt !== null) throw new DomainError('evaluation.already_signed');
      const at = this.arrival.at();
      await this.evaluations.changeJudge(me.id, { signedAt: at, dissent });
      await this.ledger.append({
        type: 'evaluation.signed',
        scope: tenderId,
        by: actor,
        body: { tender: tenderId, seat: me.seat, report: evaluation.reportDigest, dissent },
      });
      const judges = await this.evaluations.judges(tenderId);
      const experts = judges.map((one) => one.personId);
      const signatures = judges.flatMap((one) =>
        one.signedAt === null ? [] : [{ expertId: one.personId, dissent: one.dissent }],
      );
      if (!isFullySigned(experts, signatures)) return;
      await this.evaluations.change(tenderId, { signedAt: at });
      await this.outbox.add(SIGNED, { tenderId });
    });
  }

  private async fix(
    actor: Actor,
    tender: TenderRow,
    assessed: readonly AssessedLot[],
    findings: readonly CompetitionFinding[],
  ): Promise<readonly LotAssessment[]> {
    const { id: tenderId } = tender;
    const isDivided = (await this.lots.ofTender(tenderId)).length > 1;
    const assessments = assessed.flatMap(({ lot, assessments: all }) => {
      const finding = findings.find((one) => one.lot === lot);
      const judged = finding?.verdict === 'reject-all' ? rejectAll(all, finding.reason) : all;
      return judged.map((one): LotAssessment => (isDivided ? { ...one, lot } : one));
    });
    const computations = assessed.flatMap(({ lot, computation }) =>
      computation === null ? [] : [{ lot, ...computation }],
    );
    const judges = await this.evaluations.judges(tenderId);
    const body = reportBody({
      tenderId,
      assessments,
      computations,
      findings,
      recommended: await this.recommended(tenderId, assessments),
      drawn: await this.desk.drawn(tenderId),
      marks: await this.evaluations.marks(tenderId),
      seats: new Map(judges.map(({ personId, seat }) => [personId, seat])),
      letters: await this.evaluations.letters(tenderId),
      blind: await this.blind.of(tender),
    });
    await this.evaluations.change(tenderId, {
      assessments,
      computations: computations.length === 0 ? null : computations,
      findings: findings.length === 0 ? null : findings,
      reportDigest: taggedHashHex('sunlit/report', body),
      reportedAt: this.arrival.at(),
    });
    await this.ledger.append({ type: 'evaluation.reported', scope: tenderId, by: actor, body });
    return assessments;
  }

  /** A price so low that the plan asks about it was asked about, whatever became of the bid, unless it was rejected anyhow. */
  private async pricesHeard(tender: TenderRow, assessed: readonly AssessedLot[]): Promise<void> {
    const letters = await this.evaluations.letters(tender.id);
    const now = this.arrival.at();
    for (const { lot, ceiling, bids } of await this.desk.judgedLots(tender)) {
      const priced = bids.map(({ id, price }) => ({ bidId: id, price }));
      const ranked = assessed.find((one) => one.lot === lot)?.assessments ?? [];
      for (const bidId of suspiciouslyLow(tender.plan, priced, ceiling)) {
        const isJudged = ranked.some((one) => one.bidId === bidId && one.outcome === 'ranked');
        if (isJudged) orRefuse(priceHeard(bidId, letters, now, this.desk.law(tender)));
      }
    }
  }

  private async firmsBehind(tenderId: string, bidId: string): Promise<readonly string[]> {
    const bid = await this.openings.openedBid(bidId);
    if (!bid) throw new DomainError('opening.unknown_bid');
    const { lot, enterpriseId } = bid;
    const party = await this.parties.find({ tenderId, lot, enterpriseId });
    if (!party?.consortiumId) return [enterpriseId];
    return (await this.consortia.members(party.consortiumId)).map((one) => one.enterpriseId);
  }

  /** A tender of which the panel has rejected every bid comes to nothing; it may be called again. */
  private async failIfRejected(tenderId: string): Promise<void> {
    await this.unit.run(async () => {
      const tender = await this.tenders.lock(tenderId);
      const evaluation = await this.evaluations.find(tenderId);
      if (tender.state !== 'evaluation' || evaluation === null) return;
      const assessments = evaluation.assessments ?? [];
      const recommended = await this.recommended(tenderId, assessments);
      if (recommended.some(({ candidates }) => candidates.length > 0)) return;
      const rejected = assessments.filter(({ outcome }) => outcome === 'rejected').length;
      const valid = assessments.length - rejected;
      await this.tenders.change(tender, { state: 'failed' });
      for (const { number, state } of await this.lots.ofTender(tenderId)) {
        if (state === 'open') await this.lots.change(tenderId, number, { state: 'failed' });
      }
      await this.tenders.addNotice({
        id: this.ids.next(),
        tenderId,
        kind: 'failed_notice',
        title: noticeTitle(tender.title, 'failed_notice'),
        text: filledNotice(
          'failed_notice',
          this.facts.of(tender),
          valid === 0
            ? `评标委员会评审后，${rejected} 份投标全部被否决，没有中标候选人。`
            : `评审后有效的 ${valid} 份，不足法定家数，没有入围供应商。`,
        ),
        facts: { bids: rejected, rejected },
        fileId: null,
        publishedAt: this.arrival.at(),
      });
      await this.ledger.append({
        type: 'evaluation.failed',
        scope: tenderId,
        by: PLATFORM_ACTOR,
        body: { tender: tenderId, rejected },
      });
      await this.outbox.add(ALL_REJECTED, { tenderId });
    });
  }
}

function rejectAll(
  assessments: AssessedLot['assessments'],
  reason: string,
): AssessedLot['assessments'] {
  return assessments.map((one) =>
    one.outcome === 'ranked' ? { bidId: one.bidId, outcome: 'rejected', grounds: [reason] } : one,
  );
}
