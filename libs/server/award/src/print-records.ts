import { Injectable, type OnModuleInit } from '@nestjs/common';
import { fenFromYuan, formatYuan } from '@core/kernel';
import type { Attending, Hall, HallBasePrice, Unsealing } from '@core/opening';
import { Enterprises } from '@server/enterprise';
import { Openings } from '@server/opening';
import { Ids, Outbox, UnitOfWork } from '@server/platform';
import { beijingText, Print, type Block, type PrintOrder } from '@server/print';
import { Lots, noticeTitle, Tenders, type LotRecord, type TenderRow } from '@server/tender';
import { Awards, type Award, type Candidate, type Letter } from './awards.store';
import { namesInOrder, orderName } from './drawn-orders';

const SIGNED = '平台确认（非CA电子签名）';

function unsealedWord(unsealing: Unsealing): string {
  switch (unsealing.state) {
    case 'failed':
      return unsealing.verdict;
    case 'returned':
      return '标段流标，退回';
    default:
      return '已解封';
  }
}

function yuan(price: Award['price']): string {
  return price === null ? '—' : `${formatYuan(price)} 元`;
}

function openedPrice({ opened }: HallBasePrice): string {
  const price = opened && fenFromYuan(opened.price);
  return price?.ok ? yuan(price.value) : '标底未公布';
}

/** What the record says of the base prices; it says so too when none was opened, or none was set. */
function basePriceFact({ basePrices, lots }: Hall): readonly [string, string] {
  const said = basePrices.map((one) =>
    lots.length > 1 ? `第${one.lot}标段 ${openedPrice(one)}` : openedPrice(one),
  );
  return ['标底', said.length === 0 ? '未设' : `${said.join('；')}（仅供参考）`];
}

/** What was drawn after the reading, where the plan draws anything. */
function coefficientFacts({ coefficients, bids }: Hall): (readonly [string, string])[] {
  if (coefficients === null) return [];
  const { offered, drawn, orders, bidOrders, drawId } = coefficients;
  const values = Object.entries(drawn ?? {}).map(([key, value]) => `${key} = ${value}`);
  const byDraw = (parts: readonly string[]): string =>
    parts.length === 0 ? '未抽取' : `${parts.join('、')}（抽取 ${drawId ?? ''}）`;
  const names = new Map(bids.map(({ bidId, bidderName }) => [bidId, bidderName]));
  return [
    ...(Object.keys(offered).length === 0 ? [] : [['评标系数', byDraw(values)] as const]),
    ...bidOrders.map(
      (kind) => [orderName(kind), byDraw(namesInOrder(orders?.[kind] ?? [], names))] as const,
    ),
  ];
}

function verdictWord({ verdict }: Attending): string {
  if (verdict === null) return '未登记';
  return verdict === 'confirmed' ? '身份已确认' : '未到场';
}

function registeredWord({ attendee, isRegistered }: Attending): string {
  if (attendee === null) return '—';
  return isRegistered === true ? '与企业登记一致' : '与企业登记不一致';
}

/** Who attended, where a rule asks for legal representatives; it is recorded and shown, and excludes nobody. */
function attendanceBlocks({ attendance }: Hall): readonly Block[] {
  if (attendance === null) return [];
  return [
    { kind: 'heading', text: '法定代表人到场签到' },
    {
      kind: 'table',
      head: ['投标人', '到场人', '与企业登记', '主持人核验'],
      widths: [6, 3, 4, 3],
      rows: attendance.firms.map((one) => [
        one.firmName,
        one.attendee ?? '—',
        registeredWord(one),
        verdictWord(one),
      ]),
    },
    { kind: 'text', text: `依据：${attendance.law.citation}。只作记录，不影响投标效力。` },
  ];
}

/** Prints the opening record when a hall closes, and the letters when an award is made; both from stored facts. */
@Injectable()
export class PrintRecords implements OnModuleInit {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly print: Print,
    private readonly tenders: Tenders,
    private readonly lots: Lots,
    private readonly openings: Openings,
    private readonly enterprises: Enterprises,
    private readonly awards: Awards,
    private readonly ids: Ids,
  ) {}

  onModuleInit(): void {
    this.outbox.consume('print-opening', 'opening.closed', ({ payload }) =>
      this.openingRecord(String(payload.tenderId)),
    );
    this.outbox.consume('print-letters', 'award.made', ({ payload }) =>
      this.letters(String(payload.tenderId)),
    );
  }

  /** The opening record (开标记录表), published as a notice. */
  async openingRecord(tenderId: string): Promise<void> {
    const tender = await this.tenders.get(tenderId);
    const opening = await this.openings.ofTender(tenderId);
    if (!opening) return;
    const hall = await this.openings.hall(opening.id);
    const isDivided = hall.lots.length > 1;
    const rows = hall.bids.map((bid, index) => [
      isDivided ? `${bid.lot}－${index + 1}` : String(index + 1),
      bid.members.length > 0 ? `${bid.members.join('、')}（联合体）` : bid.bidderName,
      bid.reading?.priceFen ? formatYuan(Number(bid.reading.priceFen) as never) : '—',
      bid.reading?.durationDays ? `${bid.reading.durationDays} 日` : '—',
      bid.reading?.manager ?? '—',
      unsealedWord(bid.unsealing),
    ]);
    const blocks: Block[] = [
      {
        kind: 'facts',
        facts: [
          ['项目名称', tender.title],
          ['招标人', tender.tendererName],
          ['开标时间', beijingText(opening.openedAt)],
          ['最高限价', tender.ceiling === null ? '未设' : yuan(tender.ceiling)],
          basePriceFact(hall),
          ...coefficientFacts(hall),
        ],
      },
      {
        kind: 'table',
        head: ['序', '投标人', '报价（元）', '工期', '项目负责人', '解封'],
        widths: [1, 6, 4, 2, 3, 2],
        rows,
      },
      ...attendanceBlocks(hall),
      { kind: 'heading', text: '现场异议' },
      hall.objections.length === 0
        ? { kind: 'text', text: '无。' }
        : {
            kind: 'table',
            head: ['提出人', '异议', '答复'],
            widths: [3, 5, 5],
            rows: hall.objections.map((one) => [one.byName, one.text, one.answer ?? '']),
          },
    ];
    const printed = await this.print.make({
      ...this.frame(tender),
      kind: 'opening_record',
      title: '开标记录表',
      number: tender.code,
      blocks,
      signatures: hall.signatures.map((one) => `${one.byName}　${SIGNED}`),
    });
    await this.unit.run(() =>
      this.tenders.addNotice({
        id: this.ids.next(),
        tenderId,
        kind: 'opening_record',
        title: noticeTitle(tender.title, 'opening_record'),
        text: '',
        facts: { fingerprint: printed.fingerprint },
        fileId: printed.fileId,
        publishedAt: printed.producedAt,
      }),
    );
  }

  /** The award letter (中标通知书) to the winner and the result letters to all others. */
  async letters(tenderId: string): Promise<void> {
    const tender = await this.tenders.get(tenderId);
    const awards = await this.awards.ofTender(tenderId);
    const lots = await this.lots.ofTender(tenderId);
    for (const letter of await this.awards.letters(tenderId)) {
      if (letter.fileId !== null) continue;
      const result = await this.resultOf(tender, letter.lot, awards);
      if (result === null) continue;
      const lot = lots.length > 1 ? lots.find(({ number }) => number === letter.lot) : undefined;
      const printed = await this.print.make(await this.letter(tender, result, letter, lot));
      await this.unit.run(() =>
        this.awards.fileLetter(letter.id, printed.fileId, printed.fingerprint),
      );
    }
  }

  /** What the letters of a lot say of its result; null: it has none. */
  private async resultOf(
    tender: TenderRow,
    lot: number,
    awards: readonly Award[],
  ): Promise<LetterWords | null> {
    if (tender.method === 'framework_agreement') {
      const listed = (await this.awards.candidates(tender.id)).filter(
        (one) => one.lot === lot && one.passedOverAt === null,
      );
      return admissionWords(listed);
    }
    const award = awards.find((one) => one.lot === lot);
    return award ? awardWords(award) : null;
  }

  private async letter(
    tender: TenderRow,
    words: LetterWords,
    letter: Letter,
    lot: LotRecord | undefined,
  ): Promise<PrintOrder> {
    const firm = await this.enterprises.get(letter.enterpriseId);
    const won = letter.kind === 'award';
    const what = lot ? `${tender.title}　第${lot.number}标段　${lot.title}` : tender.title;
    const about = `“${what}”（${tender.code}）`;
    const text = `${firm.name}：\n${won ? words.won(about, letter.enterpriseId) : words.lost(about)}`;
    return {
      ...this.frame(tender),
      kind: won ? 'award_letter' : 'result_letter',
      title: won ? words.title : words.resultTitle,
      number: letter.number,
      blocks: [
        { kind: 'text', text },
        {
          kind: 'facts',
          facts: [
            ['招标人', tender.tendererName],
            ['发出时间', beijingText(letter.sentAt)],
            ['依据', words.law],
          ],
        },
      ],
      signatures: [`${tender.tendererName}　${SIGNED}`],
    };
  }

  private frame(tender: TenderRow): Pick<PrintOrder, 'tenderId' | 'issuer' | 'ruleSet'> {
    return { tenderId: tender.id, issuer: tender.tendererName, ruleSet: tender.ruleSetId };
  }
}

/** What the letters of a result say. `about` is the project, quoted. */
interface LetterWords {
  readonly title: string;
  readonly resultTitle: string;
  readonly law: string;
  readonly won: (about: string, enterpriseId: string) => string;
  readonly lost: (about: string) => string;
}

function awardWords({ name, price }: Award): LetterWords {
  return {
    title: '中标通知书',
    resultTitle: '中标结果通知书',
    law: '招标投标法 第45条、第46条',
    won: (about) =>
      `你方在${about}中被确定为中标人，中标价 ${yuan(price)}。请自本通知书发出之日起三十日内，按照招标文件和你方的投标文件与招标人订立书面合同。`,
    lost: (about) => `${about}已确定中标人：${name}，中标价 ${yuan(price)}。感谢你方参加投标。`,
  };
}

/** A framework takes several suppliers, each at its own price (Order 110 art. 28, 29). */
function admissionWords(listed: readonly Candidate[]): LetterWords {
  const names = listed.map(({ name }) => name).join('、');
  return {
    title: '入围通知书',
    resultTitle: '入围结果通知书',
    law: '政府采购框架协议采购方式管理暂行办法 第28条、第29条',
    won: (about, enterpriseId) => {
      const price = listed.find((one) => one.enterpriseId === enterpriseId)?.price ?? null;
      return `你方在${about}中入围，协议价格（单价）${yuan(price)}。请自本通知书发出之日起三十日内，按照征集文件和你方的响应文件与征集人签订框架协议。`;
    },
    lost: (about) => `${about}已确定入围供应商：${names}。感谢你方响应。`,
  };
}
