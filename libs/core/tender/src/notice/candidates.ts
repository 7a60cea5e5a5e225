import { formatYuan, type Fen, type Instant } from '@core/kernel';
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
  const proved = certificates.length === 0 ? '投标文件载明' : certificates.join('、');
  return [
    `工期（交货期）${durationDays} 日`,
    `质量：${quality}`,
    `项目负责人：${manager}（证书：${proved}）`,
  ];
}

function lineOf(one: NoticedCandidate, isDivided: boolean): string {
  const place = `${isDivided ? `第 ${one.lot} 标段` : ''}第 ${one.rank} 名：${one.name}`;
  const price = one.price === null ? [] : [`投标报价 ${formatYuan(one.price)} 元`];
  return [place, ...price, ...offered(one)].join('；');
}

function judgement(judged: JudgedBids | null): string {
  if (judged === null) return '没有评标：按公布的规则产生，过程记录公开可验。';
  const { bids, rejected } = judged;
  const out = rejected === 0 ? '没有否决投标' : `否决 ${rejected} 份，理由见评标情况`;
  return `开标的投标 ${bids} 份，${out}。评标办法、得分和排序见随本公示公开的评标情况。`;
}

/**
 * The publication of candidates with everything it has to say (中标候选人公示; Order 10 of 2017, art. 6): rank, name, price,
 * quality, period, how they were judged, the manager with his certificates, the answer to the qualifications asked for, and
 * where to object.
 */
export function candidatesNotice(
  facts: Pick<NoticeFacts, 'title' | 'code' | 'tendererName' | 'agencyName' | 'site'>,
  candidates: readonly NoticedCandidate[],
  judged: JudgedBids | null,
  until: Instant,
): string {
  const isDivided = new Set(candidates.map(({ lot }) => lot)).size > 1;
  const { title, code, tendererName, agencyName, site } = facts;
  return [
    '一、项目',
    `名称：${title}`,
    `编号：${code}`,
    `招标人：${tendererName}`,
    ...(agencyName === null ? [] : [`代理机构：${agencyName}`]),
    '',
    '二、中标候选人',
    ...(candidates.length === 0
      ? ['没有可以推荐的中标候选人。']
      : candidates.map((one) => lineOf(one, isDivided))),
    '',
    '三、评标情况',
    judgement(judged),
    '',
    '四、资格能力条件的响应',
    judged === null
      ? '参加人的资格条件在产生结果之前已经逐一核对。'
      : '中标候选人对招标文件要求的资格能力条件全部响应，经评标委员会评审符合。',
    '',
    '五、公示期和提出异议的渠道',
    `公示至 ${inWords(until)}。`,
    `投标人和其他利害关系人对结果有异议的，公示期内在本平台（${site}）登录后从项目页提出，由${tendererName}答复；对答复不服的，向监督部门投诉。`,
  ].join('\n');
}
