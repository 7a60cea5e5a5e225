import type { CodesOf, ErrorTexts } from './error-text';

/** Projects and what was bought on the spot. */
export const projectErrors: ErrorTexts<CodesOf<'project'>> = {
  'zh-CN': {
    'project.not_found': {
      happened: '没有找到这个项目',
      cure: '它可能属于别的单位。从项目列表里再找一次。',
    },
    'project.wrong_state': {
      happened: '项目现在的状态不能做这一步',
      safe: '没有改动任何记录。',
      cure: '刷新后看现在的状态。',
    },
    'project.not_registered': {
      happened: '项目还没有登记',
      safe: '没有改动任何记录。',
      cure: '登记员核对完整后才能发起交易。',
    },
    'project.not_an_agency': {
      happened: '选的单位不是招标代理机构',
      safe: '没有记录委托。',
      cure: '从代理机构名单里选。',
    },
    'project.contract_missing': {
      happened: '还没有填委托合同编号',
      safe: '没有记录委托。',
      cure: '填写书面委托合同的编号再提交。',
    },
    'project.no_agency': {
      happened: '这个项目没有委托代理机构',
      cure: '刷新后再看。',
    },
    'project.draft_not_found': {
      happened: '没有找到这份草稿',
      cure: '它可能已经提交，或被本单位的人扔掉了。从项目列表里再看一次。',
    },
    'project.told_once': {
      happened: '有的缺项以前没有告知过',
      safe: '没有退回，项目还在核对中。',
      cure: '写明当时为什么没有说，再退回。',
    },
    'project.reason_missing': {
      happened: '还没有写理由',
      cure: '写明理由再提交。',
    },
    'project.has_tender': {
      happened: '这个项目还有招标在进行',
      safe: '项目没有终止。',
      cure: '先终止或办完招标，再终止项目。',
    },
    'project.local_not_allowed': {
      happened: '这个项目不能就地采购',
      safe: '没有提交。',
      cure: '只有农林项目、并且本地规则允许时才可以。去掉“就地采购”再提交。',
    },
    'project.local_not_chosen': {
      happened: '这个项目登记时没有选就地采购',
      cure: '从项目页起草公告，按招标办。',
    },
    'project.local_no_items': {
      happened: '还没有写买了什么',
      cure: '至少写一行：卖方、品名和数量、金额。',
    },
    'project.collective_invalid': {
      happened: '决策记录对不上：记录名称、日期的先后，或者应到、实到、同意的人数',
      safe: '你填的内容还在。',
      cure: '对照会议记录改好再提交。',
    },
    'project.collective_unlawful': {
      happened: '这次决策不符合法律规定，不能记录',
      safe: '你填的内容还在。',
      cure: '看下面的依据；需要的话，依法重新研究、开会或者公布。',
    },
    'project.collective_fixed': {
      happened: '项目已经按这次决策公开了，决策记录不能再换',
      safe: '原来的记录没有改动。',
      cure: '记录有误的，先终止招标，说明原因，再依法重新办理。',
    },
    'project.collective_missing': {
      happened: '村集体项目要先有民主决策的记录',
      safe: '你填的内容还在。',
      cure: '写明会议、日期和表决结果，上传会议记录，再提交。',
    },
    'project.exemption_unproven': {
      happened: '主张可以不招标，要写明依据并上传证明文件',
      safe: '你填的内容还在。',
      cure: '写明依据文号和事实，上传证明文件；没有就不要选。',
    },
    'project.lots_invalid': {
      happened: '标段不能这样填',
      safe: '你填的内容还在。',
      cure: '每个标段填名称和大于 0 的金额，名称不重复，最多 50 个。',
    },
    'project.lots_exceed': {
      happened: '各标段金额之和超过了合同估算价',
      safe: '你填的内容还在。',
      cure: '核对各标段的金额；确实要超，先改合同估算价。',
    },
    'project.local_over_estimate': {
      happened: '合计超过了登记的估算价',
      safe: '没有公布。',
      cure: '核对金额；确实要超，另行登记项目。',
    },
    'project.local_published': {
      happened: '这个项目的就地采购结果已经公布',
      safe: '公布的结果没有变。',
      cure: '刷新页面看结果。',
    },
    'project.local_only': {
      happened: '这个项目选了就地采购，不起草招标公告',
      cure: '在项目页公布就地采购的结果。',
    },
  },
  en: {
    'project.not_found': {
      happened: 'This project was not found',
      cure: 'It may belong to another organisation. Look for it in the list of projects.',
    },
    'project.wrong_state': {
      happened: 'This cannot be done in the present state of the project',
      safe: 'No record was changed.',
      cure: 'Reload to see its state.',
    },
    'project.not_registered': {
      happened: 'The project is not registered yet',
      safe: 'No record was changed.',
      cure: 'A tender can begin once the registrar has checked it.',
    },
    'project.not_an_agency': {
      happened: 'This organisation is no tendering agency',
      safe: 'No commission was recorded.',
      cure: 'Choose one from the list of agencies.',
    },
    'project.contract_missing': {
      happened: 'The number of the contract is missing',
      safe: 'No commission was recorded.',
      cure: 'Give the number of the written contract.',
    },
    'project.no_agency': {
      happened: 'No agency is commissioned for this project',
      cure: 'Reload and look again.',
    },
    'project.draft_not_found': {
      happened: 'This draft is not there',
      cure: 'It may have been handed in, or thrown away by a colleague. Look at the list of projects.',
    },
    'project.told_once': {
      happened: 'Some of this was not named before',
      safe: 'Nothing was returned; the project is still being checked.',
      cure: 'Say why it was not named the first time, then return it.',
    },
    'project.reason_missing': {
      happened: 'The reason is missing',
      cure: 'Give the reason and try again.',
    },
    'project.has_tender': {
      happened: 'A tender of this project is still running',
      safe: 'The project has not ended.',
      cure: 'End or finish the tender first.',
    },
    'project.local_not_allowed': {
      happened: 'This project may not be bought on the spot',
      safe: 'Nothing was handed in.',
      cure: 'Only agro-forestry projects may, where the local rules allow it. Untick it and hand in again.',
    },
    'project.local_not_chosen': {
      happened: 'The project was not registered to be bought on the spot',
      cure: 'Draft a notice from the page of the project.',
    },
    'project.local_no_items': {
      happened: 'Nothing was entered yet',
      cure: 'Enter at least one row: seller, what and how much, amount.',
    },
    'project.collective_invalid': {
      happened:
        'The record of the decision does not add up: the minutes’ name, the order of its dates, or the heads with a vote, present and in favour',
      safe: 'What you typed is still here.',
      cure: 'Correct it by the minutes and record again.',
    },
    'project.collective_unlawful': {
      happened: 'A decision like this is not lawful and is not recorded',
      safe: 'What you typed is still here.',
      cure: 'See the basis below; if need be, discuss, meet or publish again as the law wants.',
    },
    'project.collective_fixed': {
      happened: 'The project was published upon this decision; its record stands',
      safe: 'The record is unchanged.',
      cure: 'If it is wrong, end the tender with the reason and begin anew as the law provides.',
    },
    'project.collective_missing': {
      happened: 'A village project needs the record of its collective decision first',
      safe: 'What you typed is still here.',
      cure: 'Name the meeting, its date and the votes, upload its minutes, and hand in again.',
    },
    'project.exemption_unproven': {
      happened: 'A claim that no tender is needed must be shown in words and by a file',
      safe: 'What you typed is still here.',
      cure: 'Name the document and the facts and upload the proof, or do not make the claim.',
    },
    'project.lots_invalid': {
      happened: 'The lots cannot be taken like this',
      safe: 'What you typed is still here.',
      cure: 'Give each lot a name of its own and an amount above zero; 50 at most.',
    },
    'project.lots_exceed': {
      happened: 'The lots together come to more than the estimated contract price',
      safe: 'What you typed is still here.',
      cure: 'Check the amounts of the lots; if they are right, change the estimate first.',
    },
    'project.local_over_estimate': {
      happened: 'The total exceeds the registered estimate',
      safe: 'Nothing was published.',
      cure: 'Check the amounts; for more than that register another project.',
    },
    'project.local_published': {
      happened: 'The result of this project is published already',
      safe: 'What was published has not changed.',
      cure: 'Reload the page to see it.',
    },
    'project.local_only': {
      happened: 'This project is bought on the spot; no notice is drafted for it',
      cure: 'Publish what was bought on the page of the project.',
    },
  },
};
