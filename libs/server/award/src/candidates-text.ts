import { Injectable } from '@nestjs/common';
import type { EnterpriseContent } from '@core/enterprise';
import { isApart } from '@core/evaluation';
import type { Instant } from '@core/kernel';
import { AWARD_APART, judge, legalDate, ruleFor, type Finding } from '@core/rules';
import { candidatesNotice, type JudgedBids, type NoticedCandidate } from '@core/tender';
import { Bids } from '@server/bid';
import { contentOf, Enterprises, readContent } from '@server/enterprise';
import { Evaluations } from '@server/evaluation';
import { Openings, type OpenedBid } from '@server/opening';
import { RuleSets } from '@server/platform';
import { FactsOfNotice, Lots, type TenderRow } from '@server/tender';
import type { RankedBidder } from './awards.store';

/** What the publication of candidates holds: a manager without a certificate in the register is seen here. */
const HOLDS = 'n10-candidate-5';

/** The words in which candidates are published, taken from what was read aloud, judged and registered. */
@Injectable()
export class CandidatesText {
  constructor(
    private readonly facts: FactsOfNotice,
    private readonly lots: Lots,
    private readonly openings: Openings,
    private readonly evaluations: Evaluations,
    private readonly bids: Bids,
    private readonly enterprises: Enterprises,
    private readonly ruleSets: RuleSets,
  ) {}

  /** The text of the publication of these candidates, public until `until`, with the rule about what it holds. */
  async of(
    row: TenderRow,
    ranked: readonly RankedBidder[],
    { now, until }: { readonly now: Instant; readonly until: Instant },
  ): Promise<{ readonly text: string; readonly findings: readonly Finding[] }> {
    const opening = await this.openings.ofTender(row.id);
    const bids = opening ? await this.openings.openedBids(opening.id) : [];
    const noticed: NoticedCandidate[] = [];
    for (const { lot, rank, name, price, enterpriseId } of ranked) {
      const bid = bids.find((one) => one.lot === lot && one.enterpriseId === enterpriseId);
      const offer = bid ? await this.offerOf(bid) : null;
      noticed.push({ lot, rank, name, price, offer });
    }
    const text = candidatesNotice(this.facts.of(row), noticed, await this.judged(row.id), {
      until,
      isDivided: (await this.lots.ofTender(row.id)).length > 1,
      apart: this.apartBy(row, now),
    });
    const rule = ruleFor(this.ruleSets.of(row), HOLDS, row.regime, legalDate(now));
    if (!rule) return { text, findings: [] };
    const isWhole = noticed.every(({ offer }) => (offer?.certificates.length ?? 0) > 0);
    return { text, findings: [judge(rule, isWhole, { candidates: noticed.length })] };
  }

  /** The document by which the panel does not rank; null: it does. */
  private apartBy(row: TenderRow, now: Instant): string | null {
    if (!isApart(row.plan)) return null;
    const { set, regime, on } = this.ruleSets.under(row, row.publishedAt ?? now);
    return ruleFor(set, AWARD_APART, regime, on)?.citation ?? '';
  }

  private async judged(tenderId: string): Promise<JudgedBids | null> {
    const assessments = (await this.evaluations.find(tenderId))?.assessments;
    if (!assessments) return null;
    const rejected = assessments.filter(({ outcome }) => outcome === 'rejected').length;
    return { bids: assessments.length, rejected };
  }

  private async offerOf(bid: OpenedBid): Promise<NoticedCandidate['offer']> {
    const { durationDays, quality, manager, enterpriseId } = bid;
    const { staff } = await this.registered(bid.id, enterpriseId);
    const certificates = staff
      .filter(({ name }) => name === manager.trim())
      .map(({ certificateType, certificate }) => `${certificateType} ${certificate}`);
    return { durationDays, quality, manager, certificates };
  }

  /** The bidder as it was registered when it bid: what its bid refers to, whatever was changed since. */
  private async registered(bidId: string, enterpriseId: string): Promise<EnterpriseContent> {
    const { enterpriseVersion } = await this.bids.get(bidId);
    const then = await this.enterprises.version(enterpriseId, enterpriseVersion);
    return then ? readContent(then.content) : contentOf(await this.enterprises.get(enterpriseId));
  }
}
