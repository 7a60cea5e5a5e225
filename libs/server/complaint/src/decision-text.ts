import type { ComplaintOutcome, ComplaintSubject } from '@core/complaint';
import type { ComplaintOrder } from '@core/tender';
import type { TenderRow } from '@server/tender';
import type { ComplaintRecord } from './complaints.store';

/** What a complaint is about, as a decision says it. */
export const SUBJECT_WORDS: Readonly<Record<ComplaintSubject, string>> = {
  documents: '招标（采购）文件',
  opening: '开标',
  result: '评标（评审）结果',
  other: '其他事项',
};

/** What comes of it. */
export const OUTCOME_WORDS: Readonly<Record<ComplaintOutcome, string>> = {
  upheld: '投诉事项成立',
  dismissed: '驳回投诉',
};

/** What a decision orders, as it says so. */
export const ORDER_WORDS: Readonly<Record<ComplaintOrder, string>> = {
  correct_documents: '责令修改招标（采购）文件，修改发布前暂停招标投标活动',
  leave_out: '取消所涉候选人的资格，已经定标的中标结果无效，依法另行确定或者重新招标',
  look_again: '责令重新核查评审，据实确定结果',
  call_again: '责令重新招标（重新开展采购活动）',
  none: '不影响结果，活动继续进行',
};

/** What a decision says of its parties and of itself, part by part. */
export function decisionFacts(
  tender: Pick<TenderRow, 'title' | 'code' | 'tendererName'>,
  complaint: ComplaintRecord,
): readonly (readonly [string, string])[] {
  const { lot, subject, outcome, ordered } = complaint;
  return [
    ['项目', lot === null ? tender.title : `${tender.title}　第${lot}标段`],
    ['招标编号', tender.code],
    ['投诉人', complaint.enterpriseName],
    ['被投诉人', tender.tendererName],
    ['投诉事项', SUBJECT_WORDS[subject]],
    ['处理结果', outcome === null ? '—' : OUTCOME_WORDS[outcome]],
    ...(ordered === null ? [] : ([['处理决定', ORDER_WORDS[ordered]]] as const)),
  ];
}

/** The notice of a decision (投诉处理决定公告). */
export function decisionNotice(tender: TenderRow, complaint: ComplaintRecord): string {
  const facts = decisionFacts(tender, complaint);
  return [
    `一、决定\n${facts.map(([label, value]) => `${label}：${value}`).join('\n')}`,
    `二、查明的事实\n${complaint.findings ?? ''}`,
    `三、依据\n${complaint.basis ?? ''}`,
    `四、作出决定的部门\n${complaint.authorityName ?? ''}`,
  ].join('\n\n');
}
