import type { CodesOf, ErrorTexts } from './error-text';

/** Texts for contracts and what is recorded under them. */
export const contractErrors: ErrorTexts<CodesOf<'contract'>> = {
  'zh-CN': {
    'contract.not_found': { happened: '没有找到这份合同', cure: '从合同列表再找一次。' },
    'contract.no_award': { happened: '这个标段还没有定标', cure: '定标、发出通知书后再拟合同。' },
    'contract.not_yours': {
      happened: '这一步由合同的另一方办理',
      safe: '合同没有变。',
      cure: '请另一方登录办理。',
    },
    'contract.duty_recorded': {
      happened: '保证金的退还以财务的记录为准',
      safe: '什么都没有记。',
      cure: '请财务办理退还，办完自动完成。',
    },
    'contract.departs': {
      happened: '合同与中标人的投标不一致',
      safe: '填写的内容都在。',
      cure: '金额、工期、质量、项目负责人以开标时宣读的为准，改过再存。',
    },
    'contract.terms_invalid': {
      happened: '付款方式、质量和项目负责人都要写明',
      safe: '填写的内容都在。',
      cure: '补上再存。',
    },
    'contract.bond_too_high': {
      happened: '履约保证金超过上限',
      safe: '填写的内容都在。',
      cure: '降到上限以内，或不收。',
    },
    'contract.signed_already': {
      happened: '这份合同已经签署',
      safe: '签署的内容有效。',
      cure: '要改合同内容，由未签署的一方退回后重新拟定；签订后走变更。',
    },
    'contract.changed': {
      happened: '合同内容在你打开后改过',
      safe: '没有签署。',
      cure: '重新打开，读过再签。',
    },
    'contract.sent_back': {
      happened: '这份合同已被退回',
      safe: '退回的理由在合同页。',
      cure: '等招标人重新拟定后再签。',
    },
    'contract.late_reason_missing': {
      happened: '已过签订期限，要写明逾期原因',
      safe: '没有签署。',
      cure: '写上原因再签；原因随合同公告公开。',
    },
    'contract.not_signed': {
      happened: '合同还没有双方签署',
      safe: '没有记录任何内容。',
      cure: '双方签署后再办。',
    },
    'contract.duty_not_due': {
      happened: '这件事现在不用办，或者已经记录',
      cure: '刷新后看还有哪些没有办。',
    },
    'contract.duty_day': {
      happened: '办理的日期要在定标以后、今天以前',
      safe: '没有记录。',
      cure: '改成实际办理的日期。',
    },
    'contract.accepted_already': {
      happened: '合同已经验收，内容不再变动',
      safe: '已有记录有效。',
      cure: '可以作履约评价。',
    },
    'contract.change_invalid': {
      happened: '变更内容不完整：要写明理由，并改动金额、工期或负责人',
      safe: '填写的内容都在。',
      cure: '补全再提交。',
    },
    'contract.change_over_law': {
      happened: '累计增加的金额超过法律允许的比例',
      safe: '合同没有变。',
      cure: '超出部分须另行依法采购。',
    },
    'contract.change_needs_decision': {
      happened: '累计增加的金额超过合同约定的变更限额',
      safe: '填写的内容都在。',
      cure: '先按约定另行决策，填上决策文件的文号再提交。',
    },
    'contract.nothing_asked': {
      happened: '没有等你答复的事项',
      cure: '刷新页面再看一次。',
    },
    'contract.answered_already': {
      happened: '这一项已经答复过',
      safe: '原来的答复有效。',
      cure: '刷新页面再看一次。',
    },
    'contract.subcontract_main': {
      happened: '主体、关键性工作不得分包',
      safe: '填写的内容都在。',
      cure: '由中标人自己完成，或改报非主体部分。',
    },
    'contract.subcontract_invalid': {
      happened: '分包内容不完整：要写明分包人（不能是自己）、部位和金额',
      safe: '填写的内容都在。',
      cure: '补全再提交。',
    },
    'contract.transferred': {
      happened: '这样分包等于把合同全部转出',
      safe: '合同没有变。',
      cure: '中标人须自己完成主要工作，减少分包金额。',
    },
    'contract.overpaid': {
      happened: '付款合计会超过合同金额',
      safe: '没有记录这一笔。',
      cure: '核对金额；合同金额确有增加的，先办变更。',
    },
    'contract.payment_invalid': {
      happened: '付款金额要大于零',
      safe: '填写的内容都在。',
      cure: '改过金额再提交。',
    },
    'contract.note_missing': {
      happened: '负责人不在岗的，要写明情况',
      safe: '填写的内容都在。',
      cure: '写上情况再提交。',
    },
    'contract.date_impossible': {
      happened: '日期不对：不能早于合同签订，也不能晚于现在',
      safe: '填写的内容都在。',
      cure: '改过日期再提交。',
    },
    'contract.filed_already': {
      happened: '这份合同已经备案',
      safe: '原来的记录有效。',
      cure: '不用再报。',
    },
  },
  en: {
    'contract.not_found': {
      happened: 'This contract was not found',
      cure: 'Look for it in the list of contracts.',
    },
    'contract.no_award': {
      happened: 'This lot is not awarded yet',
      cure: 'Write the contract after the award.',
    },
    'contract.not_yours': {
      happened: 'This is for the other side of the contract',
      safe: 'The contract stands as it was.',
      cure: 'Ask the other side to do it.',
    },
    'contract.duty_recorded': {
      happened: 'The records of finance say whether securities went back',
      safe: 'Nothing was recorded.',
      cure: 'Ask finance to refund them; the duty is done with that.',
    },
    'contract.departs': {
      happened: 'The contract departs from the winner’s bid',
      safe: 'What you typed is still here.',
      cure: 'Price, period, quality and manager are those read out at the opening.',
    },
    'contract.terms_invalid': {
      happened: 'Payment, quality and manager must be filled in',
      safe: 'What you typed is still here.',
      cure: 'Fill them in and save again.',
    },
    'contract.bond_too_high': {
      happened: 'The performance bond is above its cap',
      safe: 'What you typed is still here.',
      cure: 'Lower it to the cap, or ask for none.',
    },
    'contract.signed_already': {
      happened: 'This contract has been signed',
      safe: 'What was signed stands.',
      cure: 'A side that has not signed may send it back; after both have signed, use a change order.',
    },
    'contract.changed': {
      happened: 'The contract was changed after you opened it',
      safe: 'Nothing was signed.',
      cure: 'Open it again and read it before you sign.',
    },
    'contract.sent_back': {
      happened: 'This contract was sent back',
      safe: 'The reason is on its page.',
      cure: 'Wait until the tenderer has written it anew.',
    },
    'contract.late_reason_missing': {
      happened: 'The time for signing is over; say why it is late',
      safe: 'Nothing was signed.',
      cure: 'Give the reason. It is published with the contract.',
    },
    'contract.not_signed': {
      happened: 'The contract is not signed by both sides yet',
      safe: 'Nothing was recorded.',
      cure: 'Come back when both have signed.',
    },
    'contract.duty_not_due': {
      happened: 'This is not due, or is on record already',
      cure: 'Reload to see what is still to be done.',
    },
    'contract.duty_day': {
      happened: 'The day must lie between the award and today',
      safe: 'Nothing was recorded.',
      cure: 'Give the day on which it was done.',
    },
    'contract.accepted_already': {
      happened: 'The works are accepted; the contract changes no more',
      safe: 'All records stand.',
      cure: 'You may review the performance.',
    },
    'contract.change_invalid': {
      happened: 'The change is incomplete: give a reason, and a new price, period or manager',
      safe: 'What you typed is still here.',
      cure: 'Complete it and submit again.',
    },
    'contract.change_over_law': {
      happened: 'Additions come to more than the law allows',
      safe: 'The contract stands as it was.',
      cure: 'Buy what goes beyond in a procedure of its own.',
    },
    'contract.change_needs_decision': {
      happened: 'Additions come to more than the contract allows without a decision',
      safe: 'What you typed is still here.',
      cure: 'Have it decided first, and give the number of the decision.',
    },
    'contract.nothing_asked': {
      happened: 'Nothing waits for your answer',
      cure: 'Reload the page.',
    },
    'contract.answered_already': {
      happened: 'This was answered before',
      safe: 'That answer stands.',
      cure: 'Reload the page.',
    },
    'contract.subcontract_main': {
      happened: 'Main and key works may not be subcontracted',
      safe: 'What you typed is still here.',
      cure: 'Do them yourself, or name another part.',
    },
    'contract.subcontract_invalid': {
      happened: 'The subcontract is incomplete: name the firm (not yourself), the part and the sum',
      safe: 'What you typed is still here.',
      cure: 'Complete it and submit again.',
    },
    'contract.transferred': {
      happened: 'These subcontracts would hand the whole contract on',
      safe: 'The contract stands as it was.',
      cure: 'Do the main work yourself and give away less.',
    },
    'contract.overpaid': {
      happened: 'Payments would pass the contract price',
      safe: 'This payment was not recorded.',
      cure: 'Check the sum. If the price has risen, agree on a change order first.',
    },
    'contract.payment_invalid': {
      happened: 'A payment is more than nothing',
      safe: 'What you typed is still here.',
      cure: 'Change the sum and submit again.',
    },
    'contract.note_missing': {
      happened: 'Say what you found when the manager was not there',
      safe: 'What you typed is still here.',
      cure: 'Write it down and submit again.',
    },
    'contract.date_impossible': {
      happened: 'This date cannot be: not before the contract, and not in the future',
      safe: 'What you typed is still here.',
      cure: 'Change the date and submit again.',
    },
    'contract.filed_already': {
      happened: 'This contract is filed already',
      safe: 'That record stands.',
      cure: 'Nothing is left to do.',
    },
  },
};
