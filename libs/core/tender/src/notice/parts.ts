import { accept, formatYuan, type Refusal, type Result } from '@core/kernel';
import { judge, refuseByLaw, ruleFor, type Finding, type Regime, type UnderLaw } from '@core/rules';
import {
  inWords,
  noticeGaps,
  openLines,
  validityLine,
  type NoticeFacts,
  type WrittenNotice,
} from './templates';

/** The rule that says what a tender notice of a regime holds. */
export const NOTICE_RULES = {
  A: 'n10-notice-7',
  B: 'gp-notice-content',
  C: 'below-notice-content',
  D: 'below-notice-content',
} as const satisfies Readonly<Record<Regime, string>>;

/** Something a notice must hold: a line its tenderer writes, or a value the platform knows and the text must say as it is. */
type NoticePart =
  | { readonly name: string; readonly line: string }
  | { readonly name: string; readonly value: (facts: NoticeFacts) => string | null }
  | { readonly name: string; readonly pattern: RegExp };

const TITLE: NoticePart = { name: '项目名称', value: ({ title }) => title };
const SUBJECT: NoticePart = { name: '内容、范围和规模', line: '内容、范围和规模' };
const WHO: NoticePart = { name: '投标资格', line: '资质和业绩' };
const TENDERER: NoticePart = { name: '招标人', value: ({ tendererName }) => tendererName };
const AGENCY: NoticePart = { name: '代理机构', value: ({ agencyName }) => agencyName };
const ADDRESS: NoticePart = { name: '地址', line: '地址' };
const CONTACT: NoticePart = { name: '联系人和电话', line: '联系人和电话' };
const DOCUMENTS: NoticePart = {
  name: '获取招标文件的时间',
  value: ({ timetable }) => timetable && inWords(timetable.documentsUntil),
};
const DEADLINE: NoticePart = {
  name: '投标截止时间',
  value: ({ timetable }) => timetable && `截止时间：${inWords(timetable.deadline)}`,
};
/** Guarantees are taken by the period the tender says, so its notice says the same. */
const VALIDITY: NoticePart = {
  name: '投标有效期',
  value: ({ bidValidityDays: days }) => (days === null ? null : validityLine(days)),
};
const OPENING: NoticePart = {
  name: '开标时间和地点',
  value: ({ timetable }) => timetable && `开标时间：${inWords(timetable.openAt)}`,
};
const PLATFORM: NoticePart = { name: '电子交易平台的网址', pattern: /https?:\/\/[^\s，。；、]+/ };

/** The parts of Order 10 of 2017, art. 5, which small works and villages follow too. */
const TENDER_PARTS: readonly NoticePart[] = [
  TITLE,
  SUBJECT,
  { name: '资金来源', line: '资金来源' },
  WHO,
  { name: '是否接受联合体', line: '是否接受联合体' },
  DOCUMENTS,
  DEADLINE,
  VALIDITY,
  { name: '递交投标文件的方式', line: '方式' },
  TENDERER,
  AGENCY,
  ADDRESS,
  CONTACT,
  PLATFORM,
];

/** Those of a notice of procurement (Order 87 of the Ministry of Finance, art. 13). */
const PROCUREMENT_PARTS: readonly NoticePart[] = [
  TENDERER,
  AGENCY,
  ADDRESS,
  TITLE,
  { name: '预算金额', line: '预算金额' },
  {
    name: '最高限价',
    value: ({ ceiling }) => (ceiling === null ? null : formatYuan(ceiling)),
  },
  SUBJECT,
  WHO,
  DOCUMENTS,
  { name: '公告期限', line: '公告期限' },
  DEADLINE,
  VALIDITY,
  OPENING,
  CONTACT,
  PLATFORM,
];

const PARTS: Readonly<Record<Regime, readonly NoticePart[]>> = {
  A: TENDER_PARTS,
  B: PROCUREMENT_PARTS,
  C: TENDER_PARTS,
  D: TENDER_PARTS,
};

const packed = (text: string): string => text.replace(/\s/g, '');

function holds(text: string, part: NoticePart, facts: NoticeFacts): boolean {
  if ('pattern' in part) return part.pattern.test(text);
  if ('value' in part) {
    const value = part.value(facts);
    return value === null || packed(text).includes(packed(value));
  }
  return text.split('\n').some((line) => {
    const [, said] = /^([^：:]*)[：:](.*)$/u.exec(line.trim()) ?? [];
    const [label] = line.trim().split(/[：:]/u);
    return said !== undefined && label?.trim() === part.line && says(line);
  });
}

/** Whether something stands behind the colon of a line that is more than an open place. */
function says(line: string): boolean {
  const said = line.slice(line.search(/[：:]/u) + 1);
  return openLines(said) === 0 && /[\p{L}\p{N}]/u.test(said);
}

/**
 * What a tender notice of this regime must hold and does not, in the order of the article. Values the platform knows (title,
 * dates, sums, names) count as there only where the text says exactly them; what only its tenderer knows stands in a line
 * with the label of the template.
 */
export function missingParts(text: string, facts: NoticeFacts, regime: Regime): readonly string[] {
  return PARTS[regime].filter((part) => !holds(text, part, facts)).map(({ name }) => name);
}

/** Parts of a notice that are missing, and how many lines of it are open: of a tender notice by the rules of its regime. */
export function gapsOf(
  kind: WrittenNotice,
  text: string,
  about: { readonly facts: NoticeFacts; readonly regime: Regime } | null,
): { readonly missing: readonly string[]; readonly open: number } {
  const { missing, open } = noticeGaps(kind, text);
  const isHeld = kind === 'tender_notice' && about !== null;
  return { missing: isHeld ? missingParts(text, about.facts, about.regime) : missing, open };
}

/**
 * Whether a tender notice may go out: not while a line of it waits to be filled in, nor while it lacks a part that the rule of
 * its regime demands. Gives the finding, or null where no rule demands any.
 */
export function checkNotice(
  text: string,
  facts: NoticeFacts,
  law: UnderLaw,
): Result<Finding | null, Refusal<'tender.notice_open' | 'tender.notice_incomplete'>> {
  const open = openLines(text);
  if (open > 0) return refuseByLaw('tender.notice_open', law, { open });
  const rule = ruleFor(law.set, NOTICE_RULES[law.regime], law.regime, law.on);
  if (!rule) return accept(null);
  const missing = missingParts(text, facts, law.regime).join('、');
  if (missing !== '') return refuseByLaw('tender.notice_incomplete', law, { missing });
  return accept(judge(rule, true, {}));
}
