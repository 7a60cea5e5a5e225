import { formatYuan } from '@core/kernel';
import type { ContractChange, Contract } from './contracts.store';
import type { TenderRow } from '@server/tender';

/** What a contract says, part by part, as it stands on paper and in its notice. */
export function contractFacts({ terms }: Pick<Contract, 'terms'>): readonly [string, string][] {
  const { price, durationDays, quality, manager, performanceBond, changeLimit } = terms;
  return [
    ['合同金额', `${formatYuan(price)} 元`],
    ['工期（服务期）', `${durationDays} 日`],
    ['质量', quality],
    ['项目负责人', manager],
    ['履约保证金', performanceBond === 0 ? '不收取' : `${formatYuan(performanceBond)} 元`],
    [
      '变更限额',
      changeLimit === null
        ? '依照法律规定'
        : `累计增加不超过合同金额的 ${changeLimit}%，超过须另行决策`,
    ],
  ];
}

function lines(facts: readonly (readonly [string, string])[]): string {
  return facts.map(([label, value]) => `${label}：${value}`).join('\n');
}

/** The winner, with the members of its consortium. */
export function winnerInWords({
  enterpriseName,
  members,
}: Pick<Contract, 'enterpriseName' | 'members'>): string {
  return members.length === 0
    ? enterpriseName
    : `${enterpriseName}（联合体牵头人，成员：${members.join('、')}）`;
}

/** The notice of a contract (合同公告). */
export function contractNotice(tender: TenderRow, contract: Contract): string {
  const { number, terms, lateReason } = contract;
  const parts = [
    `一、合同编号\n${number}`,
    `二、当事人\n招标人（采购人）：${tender.tendererName}\n中标人（供应商）：${winnerInWords(contract)}`,
    `三、主要条款\n${lines(contractFacts(contract))}`,
    `四、付款\n${terms.payment}`,
  ];
  if (lateReason !== null) parts.push(`五、逾期签订的原因\n${lateReason}`);
  return parts.join('\n\n');
}

/** The notice of a change order (合同变更公告). */
export function changeNotice(
  contract: Contract,
  change: Pick<ContractChange, 'reason' | 'priceBy' | 'daysBy' | 'manager' | 'decision'>,
  now: Pick<Contract['terms'], 'price' | 'durationDays' | 'manager'>,
): string {
  const { reason, priceBy, daysBy, manager, decision } = change;
  const sign = priceBy < 0 ? '－' : '＋';
  const facts: [string, string][] = [['合同编号', contract.number]];
  if (priceBy !== 0) {
    facts.push(['金额', `${sign}${formatYuan(Math.abs(priceBy) as never)} 元`]);
    facts.push(['变更后金额', `${formatYuan(now.price)} 元`]);
  }
  if (daysBy !== 0) facts.push(['变更后工期', `${now.durationDays} 日`]);
  if (manager !== null) facts.push(['项目负责人', now.manager]);
  if (decision !== null) facts.push(['决策文件', decision]);
  return `一、变更内容\n${lines(facts)}\n\n二、变更理由\n${reason}`;
}

/** The notice of the acceptance (验收结果公告). */
export function acceptanceNotice(
  contract: Contract,
  said: { readonly on: string; readonly text: string; readonly price: string },
): string {
  const facts: [string, string][] = [
    ['合同编号', contract.number],
    ['中标人（供应商）', contract.enterpriseName],
    ['验收日期', said.on],
    ['验收时合同金额', `${said.price} 元`],
  ];
  return `一、验收\n${lines(facts)}\n\n二、验收意见\n${said.text}`;
}
