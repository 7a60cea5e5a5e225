import { planLines, type EvaluationPlan } from '@core/evaluation';
import { formatYuan, type Fen, type Instant } from '@core/kernel';
import type { Method, Regime, Timetable } from '@core/rules';

/** Kinds of notices with a form: somebody writes an open part, or the platform says what happened. The others are facts alone. */
export const WRITTEN_NOTICES = [
  'tender_notice',
  'clarification_notice',
  'termination_notice',
  'suspension_notice',
  'resumption_notice',
  'failed_notice',
  'lot_failed_notice',
  'result_changed_notice',
] as const;
export type WrittenNotice = (typeof WRITTEN_NOTICES)[number];

/** What a template is filled with; what is not known yet stays an open line for the tenderer to fill in. */
export interface NoticeFacts {
  readonly title: string;
  readonly code: string;
  readonly unifiedCode: string | null;
  readonly tendererName: string;
  /** The agency that acts for the tenderer; null: none. */
  readonly agencyName: string | null;
  readonly region: string;
  readonly regime: Regime;
  readonly method: Method;
  /** The budget of a procurement, which its notice publishes; of others it is not said. */
  readonly estimate: Fen;
  readonly ceiling: Fen | null;
  readonly bidBond: Fen;
  /** For how long bids bind, days from the deadline; null: it is not said. */
  readonly bidValidityDays: number | null;
  /** Whether consortia may bid. */
  readonly consortia: boolean;
  readonly timetable: Timetable | null;
  /** How bids are compared; null: by lowest evaluated price. */
  readonly plan: EvaluationPlan | null;
  /** Whether the documents are given to those who signed up only, as the rule set says. */
  readonly signUpFirst: boolean;
  /** Address of the platform. */
  readonly site: string;
}

/** A part every notice of its kind must have, by its heading. */
interface Section {
  readonly heading: string;
  readonly body: (facts: NoticeFacts) => string;
}

/** What stands where something is still to be written. */
export const OPEN_LINE = '（请填写）';
/** For how long bids bind, as a notice says it. */
export function validityLine(days: number): string {
  return `投标有效期：自投标截止之日起 ${days} 日`;
}

/** An open line however it was typed: any brackets, any spaces, Chinese or English. */
const ANY_OPEN = /[（(【[［]\s*(?:请填写|please fill in|to be filled in)\s*[）)】\]］]/giu;

/** `2026年3月23日 09:30`, Beijing time. */
export function inWords(at: Instant): string {
  const local = new Date(at + 8 * 3_600_000).toISOString();
  const [year, month, day] = local.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日 ${local.slice(11, 16)}`;
}

const when = (facts: NoticeFacts, key: keyof Timetable): string =>
  facts.timetable === null ? OPEN_LINE : inWords(facts.timetable[key]);
const yuan = (amount: Fen | null, none: string): string =>
  amount === null || amount === 0 ? none : `${formatYuan(amount)} 元`;

/** The number of the tender, and the unified transaction code it is known by everywhere. */
function numbered({ code, unifiedCode }: NoticeFacts): string {
  return `编号：${code}${unifiedCode === null ? '' : `（统一交易标识码 ${unifiedCode}）`}`;
}

/** What a notice is about, and whose it is: the tenderer first. */
function named(facts: NoticeFacts): string {
  const { title, tendererName, agencyName } = facts;
  return [
    `名称：${title}`,
    numbered(facts),
    `招标人：${tendererName}`,
    ...(agencyName === null ? [] : [`代理机构：${agencyName}`]),
  ].join('\n');
}

/** Who may take part, by method: open to all, invited, or the members of a pool. */
const WHO: Readonly<Record<Method, string>> = {
  open_tender: '具备下列条件的企业都可以投标',
  invited_tender: '收到投标邀请书的企业可以投标',
  comparison: '收到询价邀请的企业可以报价',
  direct_choice: '采购人直接择优，不接受报价',
  reasonable_low_price: '预选承包商名录的成员可以参加',
  lottery: '预选承包商名录的成员可以参加',
  framework_agreement: '具备下列条件的供应商都可以响应',
};

const CONSORTIUM = '是否接受联合体：';

function consortiumLine(consortia: boolean): string {
  return `${CONSORTIUM}${consortia ? '接受' : '不接受'}`;
}

const PLAN = '评标办法：';

/** Methods that say by themselves how the result comes about. */
const WITHOUT_PLAN: Partial<Readonly<Record<Method, string>>> = {
  lottery: '摇号，不评标',
  framework_agreement:
    '价格优先法，按响应单价从低到高排序，按公布的淘汰率和上限确定入围供应商；框架协议条款随公告公开',
};

/** How bids are compared, in one line; a lottery compares none. */
function planLine({ method, plan }: Pick<NoticeFacts, 'method' | 'plan'>): string {
  return `${PLAN}${WITHOUT_PLAN[method] ?? planLines(plan, 'zh').join('；')}`;
}

/** Seven parts of a tender notice (Order 10 of 2017, art. 5), in the order of the article. */
const TENDER_NOTICE: readonly Section[] = [
  {
    heading: '一、招标项目',
    body: (facts) =>
      [
        `名称：${facts.title}`,
        numbered(facts),
        `地点：${facts.region}`,
        `内容、范围和规模：${OPEN_LINE}`,
        `资金来源：${OPEN_LINE}`,
        ...(facts.regime === 'B' ? [`预算金额：${yuan(facts.estimate, OPEN_LINE)}`] : []),
        `最高投标限价：${yuan(facts.ceiling, '不设')}`,
      ].join('\n'),
  },
  {
    heading: '二、投标资格',
    body: (facts) =>
      `${WHO[facts.method]}：\n资质和业绩：${OPEN_LINE}\n${consortiumLine(facts.consortia)}`,
  },
  {
    heading: '三、获取招标文件',
    body: (facts) =>
      facts.signUpFirst
        ? `公告发布起至 ${when(facts, 'documentsUntil')}，在 ${facts.site} 报名后下载，不收费。`
        : `公告发布起至 ${when(facts, 'documentsUntil')}，在 ${facts.site} 免费下载，不用报名，不收费。`,
  },
  {
    heading: '四、递交投标文件',
    body: (facts) =>
      [
        `截止时间：${when(facts, 'deadline')}，以平台时间为准`,
        '方式：在平台上加密递交，取得递交回执才算递交；逾期不收',
        `投标保证金：${yuan(facts.bidBond, '不收')}`,
        ...(facts.bidValidityDays === null ? [] : [validityLine(facts.bidValidityDays)]),
        `开标时间：${when(facts, 'openAt')}，网上开标大厅，任何人可以观看`,
      ].join('\n'),
  },
  {
    heading: '五、招标人和联系方式',
    body: (facts) =>
      `招标人：${facts.tendererName}\n地址：${OPEN_LINE}\n联系人和电话：${OPEN_LINE}\n代理机构：${facts.agencyName ?? '无'}`,
  },
  {
    heading: '六、电子交易平台',
    body: (facts) =>
      `${facts.site}。注册、下载、投标都不收费；投标在自己的浏览器里加密，开标前任何人打不开。`,
  },
  {
    heading: '七、其他',
    body: (facts) =>
      [
        planLine(facts),
        ...(facts.regime === 'B' ? [`公告期限：${OPEN_LINE}`] : []),
        `提问截止：${when(facts, 'clarifyUntil')}`,
        `对招标文件提出异议截止：${when(facts, 'objectUntil')}`,
        '投诉由有管辖权的行政监督部门受理',
      ].join('\n'),
  },
];

const CLARIFICATION: readonly Section[] = [
  { heading: '一、项目', body: named },
  { heading: '二、澄清或修改的内容', body: () => OPEN_LINE },
  {
    heading: '三、时间',
    body: (facts) =>
      `投标截止时间：${when(facts, 'deadline')}\n影响投标文件编制的，截止时间已按规定顺延，以本公告所列时间为准。`,
  },
];

const TERMINATION: readonly Section[] = [
  { heading: '一、项目', body: named },
  { heading: '二、终止的原因', body: () => OPEN_LINE },
  {
    heading: '三、退还',
    body: () => '已递交的投标不会被打开。收取的投标保证金连同银行同期存款利息退还。',
  },
];

const SUSPENSION: readonly Section[] = [
  { heading: '一、项目', body: named },
  { heading: '二、暂停的原因', body: () => OPEN_LINE },
  {
    heading: '三、暂停期间',
    body: () =>
      '暂停期间不接收投标、不开标；已递交的投标仍然密封。恢复时另行公告，投标截止时间按暂停的天数顺延。',
  },
];

const RESUMPTION: readonly Section[] = [
  { heading: '一、项目', body: named },
  { heading: '二、恢复的原因', body: () => OPEN_LINE },
  {
    heading: '三、时间',
    body: (facts) =>
      [
        `投标截止时间：${when(facts, 'deadline')}`,
        `开标时间：${when(facts, 'openAt')}`,
        `提问截止：${when(facts, 'clarifyUntil')}`,
        `对招标文件提出异议截止：${when(facts, 'objectUntil')}`,
        '暂停前递交的投标继续有效，截止前可以修改或者撤回。',
      ].join('\n'),
  },
];

const AFTER_FAILURE = '没有打开的投标不再打开，收取的投标保证金依法退还。重新招标的，另行公告。';

const FAILURE: readonly Section[] = [
  { heading: '一、项目', body: named },
  { heading: '二、招标失败的原因', body: () => OPEN_LINE },
  { heading: '三、后续', body: () => AFTER_FAILURE },
];

const LOT_FAILURE: readonly Section[] = [
  { heading: '一、项目', body: named },
  { heading: '二、标段和失败的原因', body: () => OPEN_LINE },
  { heading: '三、后续', body: () => `${AFTER_FAILURE}\n有其他标段的，其他标段继续进行。` },
];

const RESULT_CHANGE: readonly Section[] = [
  { heading: '一、项目', body: named },
  { heading: '二、变更的内容和原因', body: () => OPEN_LINE },
  {
    heading: '三、后续',
    body: () => '其余中标候选人依次递补。公示期满，异议都处理完毕以后定标，另行公告。',
  },
];

/** Why nobody won for want of bidders, in the words of a notice; the rule's citation where there is one. */
export function tooFewInWords(
  { bids, minimum }: { readonly bids: number; readonly minimum: number },
  citation: string | null,
): string {
  const said = `至截止时间，投标人 ${bids} 家，少于 ${minimum} 家，不开标。`;
  return citation === null ? said : `${said}\n依据：${citation}`;
}

/** A reason with its basis, in the words of a notice. */
export function reasonInWords(reason: string, citation: string | null): string {
  return citation === null ? reason : `${reason.trim()}\n依据：${citation}`;
}

const SECTIONS: Readonly<Record<WrittenNotice, readonly Section[]>> = {
  tender_notice: TENDER_NOTICE,
  clarification_notice: CLARIFICATION,
  termination_notice: TERMINATION,
  suspension_notice: SUSPENSION,
  resumption_notice: RESUMPTION,
  failed_notice: FAILURE,
  lot_failed_notice: LOT_FAILURE,
  result_changed_notice: RESULT_CHANGE,
};

/** The text of a notice of this kind, filled with what is known; open lines say （请填写）. */
export function draftNotice(kind: WrittenNotice, facts: NoticeFacts): string {
  return SECTIONS[kind].map(({ heading, body }) => `${heading}\n${body(facts)}`).join('\n\n');
}

/** Notices of which the tenderer writes one part, and all the rest is known. */
export type FilledNotice = Exclude<WrittenNotice, 'tender_notice'>;

/** The whole text of such a notice, with what its tenderer says in the place of its open line. */
export function filledNotice(kind: FilledNotice, facts: NoticeFacts, said: string): string {
  return filledIn(draftNotice(kind, facts), said);
}

/** A text with one open line, and what is said in its place. */
export function filledIn(text: string, said: string): string {
  return text.replace(OPEN_LINE, () => said.trim());
}

const DATE = /\d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}|（请填写）/g;

/** What a line is known by, whatever its values: the words before its colon, or all but its dates. */
function labelOf(line: string): string {
  const colon = line.indexOf('：');
  return colon > 0 ? line.slice(0, colon + 1) : line.replace(DATE, '');
}

/**
 * The notice of an earlier call as the next one begins with it: what was typed stays, what the platform knows (title, codes,
 * sums, dates) is that of the new call.
 */
export function carriedNotice(text: string, facts: NoticeFacts): string {
  const lines = draftNotice('tender_notice', facts).split('\n');
  const known = new Map(lines.map((line) => [labelOf(line), line]));
  return text
    .split('\n')
    .map((line) => {
      const fresh = known.get(labelOf(line));
      return fresh === undefined || fresh.endsWith(OPEN_LINE) ? line : fresh;
    })
    .join('\n');
}

/** The notice with what it says of consortia made to follow the tender's term; a text without that line stays as it is. */
export function withConsortiumTerm(text: string, consortia: boolean): string {
  return text
    .split('\n')
    .map((line) => (line.startsWith(CONSORTIUM) ? consortiumLine(consortia) : line))
    .join('\n');
}

/** The same for how bids are compared. */
export function withPlan(text: string, terms: Pick<NoticeFacts, 'method' | 'plan'>): string {
  return text
    .split('\n')
    .map((line) => (line.startsWith(PLAN) ? planLine(terms) : line))
    .join('\n');
}

/** How many places of a text are still to be filled in. */
export function openLines(text: string): number {
  return [...text.matchAll(ANY_OPEN)].length;
}

/** What a notice still lacks: parts that are gone or empty, and lines nobody has filled in. */
export interface NoticeGaps {
  /** Headings, as the template has them. */
  readonly missing: readonly string[];
  /** How many open lines are left. */
  readonly open: number;
}

/** Looks whether a notice has every part of its kind, with something in it. */
export function noticeGaps(kind: WrittenNotice, text: string): NoticeGaps {
  const headings = SECTIONS[kind].map((one) => one.heading);
  const missing = headings.filter((heading) => {
    const [, after] = text.split(`${heading}\n`);
    if (after === undefined) return true;
    const next = headings.flatMap((other) => (after.includes(other) ? [after.indexOf(other)] : []));
    return after.slice(0, Math.min(after.length, ...next)).trim() === '';
  });
  return { missing, open: openLines(text) };
}
