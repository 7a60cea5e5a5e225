import { formatYuan, type Fen, type Instant } from '@core/kernel';
import type { Method } from '@core/rules';
import { inWords, type NoticeFacts } from './templates';

/** A candidate as the notice names him. */
export interface NoticedCandidate {
  readonly lot: number;
  readonly rank: number;
  readonly name: string;
  readonly price: Fen | null;
  /** What was offered and read aloud; null where nobody offers anything (a lottery, a direct choice). */
  readonly offer: {
    readonly durationDays: number;
    readonly quality: string;
    readonly manager: string;
    /** Certificates of the manager in the county register: type and number. */
    readonly certificates: readonly string[];
  } | null;
}

/** What was judged: bids that were opened, and those the panel rejected. */
export interface JudgedBids {
  readonly bids: number;
  readonly rejected: number;
}

function offered({ offer }: NoticedCandidate): string[] {
  if (offer === null) return [];
  const { durationDays, quality, manager, certificates } = offer;
  const proved = certificates.length === 0 ? '企业库未登记' : certificates.join('、');
  return [
    `工期（交货期）${durationDays} 日`,
    `质量：${quality}`,
    `项目负责人：${manager}（证书：${proved}）`,
  ];
}

function lineOf(one: NoticedCandidate, isDivided: boolean, isApart: boolean): string {
  const lot = isDivided ? `第 ${one.lot} 标段` : '';
  const place = `${lot}${isApart ? '候选人' : `第 ${one.rank} 名`}：${one.name}`;
  const price = one.price === null ? [] : [`投标报价 ${formatYuan(one.price)} 元`];
  return [place, ...price, ...offered(one)].join('；');
}

/** Where nobody judges: how the result came about, and how those in it were looked at. */
const UNJUDGED: Partial<Readonly<Record<Method, readonly [result: string, fitness: string]>>> = {
  lottery: [
    '公开摇号产生，不评标；名单、号码和抽取过程公开，可以重算。',
    '参加摇号的成员在名单冻结时逐一核对了资格条件。',
  ],
  direct_choice: [
    '采购人直接择优选定，不评标；理由和依据见直接择优公告。',
    '选定单位在企业库登记有效，未被暂停。',
  ],
};
const OTHERWISE = ['没有评标。', '见公告载明的条件。'] as const;

function judgement({ bids, rejected }: JudgedBids, isApart: boolean): string {
  const out = rejected === 0 ? '没有否决投标' : `否决 ${rejected} 份，理由见评标情况`;
  const shown = isApart ? '评标办法和得分' : '评标办法、得分和排序';
  return `开标的投标 ${bids} 份，${out}。${shown}见随本公示公开的评标情况。`;
}

/** What it means that nobody is ranked, and by which document (评定分离). */
function apartLine(citation: string): string {
  return `以上候选人不排序，列出的先后没有优劣之分；公示期满后由招标人的定标委员会在其中确定中标人（依据：${citation}）。`;
}

interface Words {
  readonly winners: string;
  readonly none: string;
  readonly qualified: string;
}

const CANDIDATES: Words = {
  winners: '中标候选人',
  none: '没有可以推荐的中标候选人。',
  qualified: '中标候选人对招标文件要求的资格能力条件全部响应，经评标委员会评审符合。',
};
/** A framework takes several suppliers, in the order of their prices (Order 110 art. 28). */
const ADMITTED: Words = {
  winners: '入围供应商（按排序）',
  none: '没有入围供应商。',
  qualified: '入围供应商满足征集文件要求的资格条件和实质性要求，经评审小组评审符合。',
};

/**
 * The publication of candidates with everything it has to say (中标候选人公示; Order 10 of 2017, art. 6): rank, name, price,
 * quality, period, how they were judged, the manager with his certificates, the answer to the qualifications asked for, and
 * where to object. `apart`: the document by which nobody is ranked; null: they are.
 */
export function candidatesNotice(
  facts: Pick<NoticeFacts, 'title' | 'code' | 'tendererName' | 'agencyName' | 'site' | 'method'>,
  candidates: readonly NoticedCandidate[],
  judged: JudgedBids | null,
  {
    until,
    isDivided,
    apart,
  }: {
    readonly until: Instant;
    readonly isDivided: boolean;
    readonly apart: string | null;
  },
): string {
  const { title, code, tendererName, agencyName, site, method } = facts;
  const [how, fitness] = UNJUDGED[method] ?? OTHERWISE;
  const words = method === 'framework_agreement' ? ADMITTED : CANDIDATES;
  return [
    '一、项目',
    `名称：${title}`,
    `编号：${code}`,
    `招标人：${tendererName}`,
    ...(agencyName === null ? [] : [`代理机构：${agencyName}`]),
    '',
    `二、${words.winners}`,
    ...(candidates.length === 0
      ? [words.none]
      : candidates.map((one) => lineOf(one, isDivided, apart !== null))),
    ...(apart === null ? [] : [apartLine(apart)]),
    '',
    '三、评标情况',
    judged === null ? how : judgement(judged, apart !== null),
    '',
    '四、资格能力条件的响应',
    judged === null ? fitness : words.qualified,
    '',
    '五、公示期和提出异议的渠道',
    `公示至 ${inWords(until)}。`,
    `投标人和其他利害关系人对结果有异议的，公示期内在本平台（${site}）登录后从项目页提出，由${tendererName}答复；对答复不服的，向监督部门投诉。`,
  ].join('\n');
}
