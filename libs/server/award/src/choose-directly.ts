import { Injectable } from '@nestjs/common';
import { eligible } from '@core/enterprise';
import type { Actor } from '@core/identity';
import { fenToYuan, formatYuan, type Fen } from '@core/kernel';
import type { LocalBand } from '@core/rules';
import { chooseDirectly, isTendererOf, lawOn, type MethodBasis } from '@core/tender';
import { eligibilityOf, Enterprises, type Enterprise } from '@server/enterprise';
import { Ledger } from '@server/ledger';
import { Arrival, DomainError, Ids, orRefuse, RuleSets, UnitOfWork } from '@server/platform';
import { Projects, RecordCollective } from '@server/project';
import { BandOfTender, noticeTitle, Tenders, toTender, type TenderRow } from '@server/tender';
import { AwardTender } from './award-tender';
import type { Candidate } from './awards.store';

/** Whom the tenderer chooses (直接择优), for how much and why. */
export interface DirectWish {
  readonly creditCode: string;
  readonly price: Fen;
  readonly reason: string;
}

/**
 * A small purchase for which nobody bids: the tenderer chooses, the choice is published with its reason and the document that
 * allows it, and stands open to objections like every result.
 */
@Injectable()
export class ChooseDirectly {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly tenders: Tenders,
    private readonly projects: Projects,
    private readonly collective: RecordCollective,
    private readonly enterprises: Enterprises,
    private readonly bands: BandOfTender,
    private readonly results: AwardTender,
    private readonly ruleSets: RuleSets,
    private readonly arrival: Arrival,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** Publishes the choice. Throws `direct.unknown_firm`, why the firm may not take part, and what core refuses. */
  async run(actor: Actor, tenderId: string, wish: DirectWish): Promise<readonly Candidate[]> {
    return this.unit.run(async () => {
      const firm = await this.enterprises.byCreditCode(wish.creditCode);
      if (!firm) throw new DomainError('direct.unknown_firm');
      const draft = await this.tenders.lock(tenderId);
      if (!isTendererOf(actor, draft)) throw new DomainError('tender.not_found');
      if (await this.tenders.publication(tenderId)) throw new DomainError('publication.prepared');
      await this.requireAlone(draft);
      const now = this.arrival.at();
      const set = this.ruleSets.of(draft);
      const local = await this.bands.of(draft, now);
      const facts = { set, basis: draft.basis, local };
      const { reason, findings } = orRefuse(chooseDirectly(toTender(draft), facts, wish, now));
      this.collective.require(await this.projects.get(draft.projectId), lawOn(draft, set, now));
      orRefuse(eligible(eligibilityOf(firm), set, now));
      const change = {
        ruleSetHash: set.hash,
        publishedAt: now,
        timetable: null,
        deadline: null,
      };
      await this.tenders.change(draft, change);
      const row: TenderRow = { ...draft, ...change, version: draft.version + 1 };
      await this.tenders.addNotice({
        id: this.ids.next(),
        tenderId,
        kind: 'direct_choice_notice',
        title: noticeTitle(row.title, 'direct_choice_notice'),
        text: noticeText(row, firm, { price: wish.price, reason, local }),
        facts: { findings },
        fileId: null,
        publishedAt: now,
      });
      await this.ledger.append({
        type: 'direct.chosen',
        scope: tenderId,
        by: actor,
        body: {
          tender: tenderId,
          code: row.code,
          title: row.title,
          regime: row.regime,
          ruleSet: set.id,
          ruleSetHash: set.hash,
          name: firm.name,
          price: fenToYuan(wish.price),
          reason,
          ...(local === null ? {} : { document: local.documentNumber }),
          ...(row.basis === null ? {} : { minutes: minutesOf(row.basis) }),
        },
      });
      const { id: enterpriseId, name } = firm;
      return this.results.publishRanked(actor, row, [
        { lot: 1, rank: 1, enterpriseId, name, price: wish.price },
      ]);
    });
  }

  /** A project is given away directly once, and in no other way beside: its parts together decide the band. */
  private async requireAlone({ id, projectId }: TenderRow): Promise<void> {
    await this.projects.lock(projectId);
    const others = (await this.tenders.ofProject(projectId)).filter(
      (one) => one.id !== id && one.state !== 'failed' && one.state !== 'terminated',
    );
    if (others.some(({ state }) => state !== 'draft')) {
      throw new DomainError('direct.project_used');
    }
  }
}

function minutesOf({ documentNumber, sha256 }: MethodBasis): Record<string, string> {
  return { documentNumber, sha256 };
}

/** What everybody reads of a choice, in the words of the document that allows it. */
function noticeText(
  row: TenderRow,
  firm: Enterprise,
  choice: { readonly price: Fen; readonly reason: string; readonly local: LocalBand | null },
): string {
  const { local } = choice;
  return [
    `项目名称：${row.title}`,
    `采购人：${row.tendererName}`,
    `选定单位：${firm.name}（${firm.creditCode}）`,
    `价格：${formatYuan(choice.price)} 元`,
    `理由：${choice.reason}`,
    ...(local === null
      ? []
      : [
          `依据：《${local.title}》（${local.documentNumber}），${formatYuan(local.from)} 元以上、${formatYuan(local.below)} 元以下`,
        ]),
    ...(local === null || local.decidedBy === '' ? [] : [`决定：${local.decidedBy}`]),
    ...(row.basis === null ? [] : [`会议纪要：${row.basis.documentNumber}`]),
    '公示期内可以提出异议。',
  ].join('\n');
}
