import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isApart, planLines, type LotAssessment } from '@core/evaluation';
import { decimal, formatYuan } from '@core/kernel';
import { Evaluations, type Evaluation, type LotComputation } from '@server/evaluation';
import { Openings } from '@server/opening';
import { Outbox, UnitOfWork } from '@server/platform';
import { Print, type Block } from '@server/print';
import { Tenders, type TenderRow } from '@server/tender';
import { namesInOrder, orderName } from './drawn-orders';

/** Names of the bidders by bid. */
type Names = ReadonlyMap<string, string>;

/** A mean as people read it: two places, whatever its exact form is. */
function shown(exact: string): string {
  const [above = '0', below = '1'] = exact.split('/');
  return decimal(above).over(decimal(below)).toFixed(2, 'half-up');
}

function nameIn(names: Names, bidId: string): string {
  return names.get(bidId) ?? bidId;
}

/** The ranked bids; where candidates are not ranked, in the order of their ids and without places. */
function resultBlocks(
  ranked: readonly Extract<LotAssessment, { outcome: 'ranked' }>[],
  names: Names,
  isApart: boolean,
): readonly Block[] {
  const isDivided = ranked.some(({ lot }) => lot !== undefined);
  const listed = isApart
    ? [...ranked].sort((one, other) => (one.bidId < other.bidId ? -1 : 1))
    : ranked;
  const place = ({ lot, rank }: (typeof ranked)[number]): string => {
    if (isApart) return isDivided ? `第${lot ?? 1}标段` : '不排序';
    return isDivided ? `第${lot ?? 1}标段－${rank}` : String(rank);
  };
  return [
    { kind: 'heading', text: isApart ? '评审结果（不排序）' : '排序' },
    {
      kind: 'table',
      head: [isApart ? '标段' : '名次', '投标人', '评标价（元）', '得分'],
      widths: [2, 6, 4, 2],
      rows: listed.map((one) => [
        place(one),
        nameIn(names, one.bidId),
        formatYuan(one.price),
        one.score ?? '—',
      ]),
    },
  ];
}

function rankedBlocks(
  assessments: readonly LotAssessment[],
  names: Names,
  isApart: boolean,
): readonly Block[] {
  const ranked = assessments.flatMap((one) => (one.outcome === 'ranked' ? [one] : []));
  const rejected = assessments.flatMap((one) => (one.outcome === 'rejected' ? [one] : []));
  return [
    ...resultBlocks(ranked, names, isApart),
    ...(rejected.length === 0
      ? []
      : ([
          { kind: 'heading', text: '否决的投标' },
          {
            kind: 'table',
            head: ['投标人', '理由'],
            widths: [5, 9],
            rows: rejected.map(({ bidId, grounds }) => [
              nameIn(names, bidId),
              grounds.map((one) => (one === 'above_ceiling' ? '高于最高投标限价' : one)).join('；'),
            ]),
          },
        ] satisfies Block[])),
  ];
}

/** What a draw made of a bid, in the words of the report. */
const DRAWN_REASONS: Readonly<Partial<Record<string, string>>> = {
  in_sample: '抽中，计入基准价',
  not_in_sample: '未抽中',
  out_of_range: '在合成范围外',
  tie_broken_by_draw: '同分，按抽签次序',
};

/** The benchmark and, where the panel scored, the means of the items: what the ranks follow from. */
function computationBlocks(
  { plan }: TenderRow,
  { lot, benchmarkYuan, bids }: LotComputation,
  names: Names,
): readonly Block[] {
  const titleOf = (itemId: string): string =>
    plan?.items.find(({ id }) => id === itemId)?.title ?? itemId;
  const drawnBy = bids.flatMap(({ bidId, reasons }) => {
    const notes = reasons.flatMap(({ code }) => DRAWN_REASONS[code] ?? []);
    return notes.length === 0 ? [] : [[nameIn(names, bidId), notes.join('；')]];
  });
  const scored = bids.flatMap(({ bidId, items, priceScore }) => [
    ...items.map(({ itemId, mean }) => [nameIn(names, bidId), titleOf(itemId), shown(mean)]),
    ...(priceScore === null ? [] : [[nameIn(names, bidId), '价格（百分制）', shown(priceScore)]]),
  ]);
  return [
    {
      kind: 'facts',
      facts: [[`第${lot}标段评标基准价`, benchmarkYuan === null ? '—' : `${benchmarkYuan} 元`]],
    },
    ...(drawnBy.length === 0
      ? []
      : ([
          { kind: 'heading', text: '抽取的样本和并列次序' },
          { kind: 'table', head: ['投标人', '抽取结果'], widths: [6, 8], rows: drawnBy },
        ] satisfies Block[])),
    ...(scored.length === 0
      ? []
      : ([
          { kind: 'heading', text: '分项得分（全体评委的平均值）' },
          {
            kind: 'table',
            head: ['投标人', '评审项', '得分'],
            widths: [6, 5, 3],
            rows: scored,
          },
        ] satisfies Block[])),
  ];
}

function findingBlocks({ findings }: Evaluation): readonly Block[] {
  if (!findings || findings.length === 0) return [];
  return [
    { kind: 'heading', text: '有效投标不足三家的论证' },
    {
      kind: 'table',
      head: ['标段', '结论', '理由'],
      widths: [2, 4, 8],
      rows: findings.map(({ lot, verdict, reason }) => [
        String(lot),
        verdict === 'sufficient' ? '仍有竞争' : '明显缺乏竞争，否决全部投标',
        reason,
      ]),
    },
  ];
}

const NOTHING_DRAWN = { drawn: null, orders: null };

/** The notices that publish what the panel found. */
const RESULTS: ReadonlySet<string> = new Set(['candidates_notice', 'admission_notice']);

/**
 * Prints how the bids were evaluated (评标情况) beside the candidates: plan, coefficients, benchmark, ranks and scores,
 * rejections with their grounds. Public with the candidates and not before; names of members stand nowhere in it.
 */
@Injectable()
export class PrintEvaluation implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly print: Print,
    private readonly tenders: Tenders,
    private readonly openings: Openings,
    private readonly evaluations: Evaluations,
  ) {}

  onModuleInit(): void {
    this.outbox.consume('print-evaluation', 'candidates.published', ({ payload }) =>
      this.run(String(payload.tenderId)),
    );
  }

  private async run(tenderId: string): Promise<void> {
    const evaluation = await this.evaluations.find(tenderId);
    const opening = await this.openings.ofTender(tenderId);
    const notice = (await this.tenders.notices(tenderId)).find(
      ({ kind, fileId }) => RESULTS.has(kind) && fileId === null,
    );
    // A lottery has candidates without an evaluation.
    if (!evaluation?.assessments || !opening || !notice) return;
    const tender = await this.tenders.get(tenderId);
    const bids = await this.openings.openedBids(opening.id);
    const names = new Map(bids.map(({ id, bidderName }) => [id, bidderName]));
    const { drawn, orders } = (await this.openings.hall(opening.id)).coefficients ?? NOTHING_DRAWN;
    const values = Object.entries(drawn ?? {}).map(([key, value]) => `${key} = ${value}`);
    const { fileId } = await this.print.make({
      tenderId,
      issuer: tender.tendererName,
      ruleSet: tender.ruleSetId,
      kind: 'evaluation_record',
      title: '评标情况',
      number: tender.code,
      blocks: [
        {
          kind: 'facts',
          facts: [
            ['项目名称', tender.title],
            ['评标办法', planLines(tender.plan, 'zh').join('；')],
            ...(values.length === 0 ? [] : [['评标系数', values.join('、')] as const]),
            ...Object.entries(orders ?? {}).map(
              ([kind, order]) => [orderName(kind), namesInOrder(order, names).join('、')] as const,
            ),
            ['报告指纹', evaluation.reportDigest ?? ''],
          ],
        },
        ...(evaluation.computations ?? []).flatMap((one) => computationBlocks(tender, one, names)),
        ...rankedBlocks(evaluation.assessments, names, isApart(tender.plan)),
        ...findingBlocks(evaluation),
      ],
      signatures: [],
    });
    await this.unit.run(() => this.tenders.attach(notice.id, fileId));
  }
}
