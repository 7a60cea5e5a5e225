import type { CodesOf, ErrorTexts } from './error-text';

/** Evaluation and award. */
export const evaluationErrors: ErrorTexts<CodesOf<'evaluation' | 'award'>> = {
  'zh-CN': {
    'evaluation.not_found': {
      happened: '没有找到这场评标',
      cure: '从评标列表里再找一次。',
    },
    'evaluation.not_declared': {
      happened: '还没有签回避声明',
      cure: '先签声明，再看投标文件。',
    },
    'evaluation.panel_incomplete': {
      happened: '评标委员会还没有到齐',
      safe: '评审记录都保留着。',
      cure: '等成员都签了声明再汇总。',
    },
    'evaluation.leader_voted': { happened: '这一轮你已经推举过了', cure: '等其他成员推举。' },
    'evaluation.leader_unknown': {
      happened: '评标委员会没有这个席位',
      safe: '没有记录。',
      cure: '从成员里重新选择。',
    },
    'evaluation.leader_reports': {
      happened: '评标报告由推举的负责人生成',
      safe: '报告没有生成。',
      cure: '请负责人操作。',
    },
    'evaluation.still_blind': {
      happened: '暗标评审还没有结束，单位名称尚未公开',
      safe: '已交的分数都保留着。',
      cure: '先按编号给每份技术部分打分；全部评委的分数交齐后，再做符合性评审、询问和报告。',
    },
    'evaluation.reported': {
      happened: '评标报告已经形成，不能再改评审',
      safe: '评审记录都保留着。',
      cure: '有不同意见，在签字时写明。',
    },
    'evaluation.no_report': {
      happened: '评标报告还没有形成',
      safe: '评审记录都保留着。',
      cure: '完成全部评审并汇总之后再签。',
    },
    'evaluation.already_signed': {
      happened: '你已经签过这份报告',
      safe: '原来的签字有效。',
      cure: '不用再签。',
    },
    'award.report_not_signed': {
      happened: '评标报告还没有签齐',
      safe: '评审记录都保留着。',
      cure: '等全体评委签字之后再公示。',
    },
    'award.letter_not_found': {
      happened: '没有找到这份通知书',
      cure: '从我的通知书里再找一次。',
    },
    'evaluation.reviews_missing': {
      happened: '还有 {missing} 项评审没有完成',
      safe: '已经填的评审都保留着。',
      cure: '全部完成后再汇总。',
    },
    'evaluation.ground_missing': {
      happened: '否决投标必须写明理由',
      safe: '评审还没有提交。',
      cure: '写明依据招标文件的哪一条。',
    },
    'evaluation.all_rejected': {
      happened: '所有投标都被否决，没有可以推荐的候选人',
      safe: '评审记录都保留着。',
      cure: '按规定重新招标。',
    },
    'evaluation.tie': {
      happened: '有报价相同的投标，不能自动排名',
      safe: '评审记录都保留着。',
      cure: '由评标委员会按招标文件规定的办法确定次序。',
    },
    'evaluation.letter_not_found': {
      happened: '没有找到这份澄清函',
      cure: '从我的投标里再找一次。',
    },
    'evaluation.answered_already': {
      happened: '这份澄清函已经答复过',
      safe: '原来的答复有效。',
      cure: '不用再答复；评标委员会需要时会另发一份。',
    },
    'evaluation.answer_late': {
      happened: '答复期限已过，或评标报告已经形成',
      safe: '投标文件没有变。',
      cure: '有异议的，在候选人公示期间提出。',
    },
    'evaluation.no_marks': {
      happened: '这次招标不按分项打分',
      safe: '评审记录都保留着。',
      cure: '按评标办法评审即可。',
    },
    'evaluation.marks_missing': {
      happened: '还有 {missing} 项评分没有完成',
      safe: '已经打的分都保留着。',
      cure: '每位评委对每家每项各打一次分。',
    },
    'evaluation.mark_outside': {
      happened: '“{item}”的评分 {points} 不对，应在 0 到 {most} 之间，最多两位小数',
      safe: '评分没有保存。',
      cure: '改好再保存。',
    },
    'evaluation.reason_missing': {
      happened: '各位评委的评分已经公开，再改要写明理由',
      safe: '原来的评分没有变。',
      cure: '写明理由再保存。',
    },
    'evaluation.not_asked': {
      happened: '还没有请投标人说明报价，不能以低于成本否决，也不能直接汇总',
      safe: '评审记录都保留着。',
      cure: '先发低价说明函，等答复或期限届满。',
    },
    'evaluation.still_answering': {
      happened: '已经请投标人说明报价，期限还没有到',
      safe: '评审记录都保留着。',
      cure: '等答复，或期限届满之后再办。',
    },
    'evaluation.finding_missing': {
      happened: '第 {lot} 标段有效投标只有 {valid} 家，不足三家',
      safe: '评审记录都保留着。',
      cure: '写明是否仍有竞争的论证结论和理由，再汇总。',
    },
    'evaluation.finding_needless': {
      happened: '第 {lot} 标段有效投标有 {valid} 家，不用论证竞争性',
      safe: '评审记录都保留着。',
      cure: '去掉论证再汇总。',
    },
    'award.objection_open': {
      happened: '还有 {open} 份异议没有答复，不能定标',
      safe: '公示和候选人没有变。',
      cure: '先答复异议，再定标。',
    },
    'award.complaint_suspended': {
      happened: '监督部门正在处理投诉，已责令暂停',
      cure: '暂停解除或者作出处理决定后再办。',
    },
    'award.objection_upheld': {
      happened: '有 {upheld} 份异议成立，还没有记录处理结果，不能定标',
      safe: '公示和候选人没有变。',
      cure: '在异议下面记录：顺延下一名、复核后结果不变，或者重新招标。',
    },
    'award.publicity_running': {
      happened: '公示期还没有结束',
      safe: '候选人公示不受影响。',
      cure: '公示期满、异议答复后再定标。',
    },
    'award.ranked': {
      happened: '候选人已由评标委员会排序，不由定标委员会另行确定',
      safe: '没有定标。',
      cure: '公示期满后，直接定标给排名第一的候选人。',
    },
    'award.decision_missing': {
      happened: '这个项目评定分离，还没有定标委员会的决定',
      safe: '没有定标。',
      cure: '在“定标”里记录定标委员会的成员、方式、理由和会议记录。',
    },
    'award.decision_invalid': {
      happened: '定标记录不完整，或者投给了候选人以外的单位',
      safe: '没有定标，已填的内容都在。',
      cure: '写全每位成员的姓名、单位职务和投票，写明理由，再记录。',
    },
    'award.committee_too_small': {
      happened: '定标委员会只有 {members} 人，地方规定至少 {least} 人',
      safe: '没有定标，已填的内容都在。',
      cure: '补齐成员，重新表决后记录。',
    },
    'award.vote_tied': {
      happened: '得票最多的候选人票数相同',
      safe: '没有定标，已填的内容都在。',
      cure: '由定标委员会在得票相同的候选人中再投一次，记录最后一次的票，会议记录里写明全过程。',
    },
    'award.not_first_ranked': {
      happened: '应当确定排名第一的候选人',
      safe: '没有定标。',
      cure: '第一名放弃或不合格时，写明理由再选下一名。',
    },
  },
  en: {
    'evaluation.not_found': {
      happened: 'This evaluation was not found',
      cure: 'Look for it in the list of evaluations.',
    },
    'evaluation.not_declared': {
      happened: 'The declaration has not been made',
      cure: 'Make the declaration before reading the bids.',
    },
    'evaluation.panel_incomplete': {
      happened: 'The panel is not complete yet',
      safe: 'The reviews are kept.',
      cure: 'Sum up once every member has declared.',
    },
    'evaluation.leader_voted': {
      happened: 'You have voted in this round already',
      cure: 'Wait for the others.',
    },
    'evaluation.leader_unknown': {
      happened: 'The panel has no such seat',
      safe: 'Nothing was recorded.',
      cure: 'Choose one of its members.',
    },
    'evaluation.leader_reports': {
      happened: 'The leader the panel elected makes the report',
      safe: 'No report was made.',
      cure: 'Ask the leader to make it.',
    },
    'evaluation.still_blind': {
      happened: 'The blind review is not over: names are still hidden',
      safe: 'The scores that were given are kept.',
      cure: 'Score every technical part by its code first; reviews, letters and the report come when all scores are in.',
    },
    'evaluation.reported': {
      happened: 'The report exists; reviews can no longer change',
      safe: 'The reviews are kept.',
      cure: 'State a dissent when you sign.',
    },
    'evaluation.no_report': {
      happened: 'There is no report yet',
      safe: 'The reviews are kept.',
      cure: 'Sign after all reviews are summed up.',
    },
    'evaluation.already_signed': {
      happened: 'You have signed this report already',
      safe: 'The signature stands.',
      cure: 'Nothing more is needed.',
    },
    'award.report_not_signed': {
      happened: 'The report has not been signed by everybody',
      safe: 'The reviews are kept.',
      cure: 'Publish after the whole panel has signed.',
    },
    'award.letter_not_found': {
      happened: 'This letter was not found',
      cure: 'Look for it among your letters.',
    },
    'evaluation.reviews_missing': {
      happened: '{missing} {missing|review is|reviews are} missing',
      safe: 'The reviews entered are kept.',
      cure: 'Complete them before summing up.',
    },
    'evaluation.ground_missing': {
      happened: 'A rejection needs its ground',
      safe: 'The review has not been submitted.',
      cure: 'Name the clause of the documents it rests on.',
    },
    'evaluation.all_rejected': {
      happened: 'All bids were rejected; nobody can be recommended',
      safe: 'The reviews are kept.',
      cure: 'The tender has to be repeated as the rules say.',
    },
    'evaluation.tie': {
      happened: 'Some prices are equal and cannot be ranked by themselves',
      safe: 'The reviews are kept.',
      cure: 'The panel decides the order as the documents say.',
    },
    'evaluation.letter_not_found': {
      happened: 'This letter was not found',
      cure: 'Look for it again among your bids.',
    },
    'evaluation.answered_already': {
      happened: 'This letter has been answered',
      safe: 'The answer given stands.',
      cure: 'Nothing more is needed; the panel writes again if it wants to know more.',
    },
    'evaluation.answer_late': {
      happened: 'The term is over, or the report has been made',
      safe: 'The bid is as it was.',
      cure: 'An objection may be raised while the candidates are published.',
    },
    'evaluation.no_marks': {
      happened: 'This tender is not scored item by item',
      safe: 'All reviews are kept.',
      cure: 'Review the bids by its own plan.',
    },
    'evaluation.marks_missing': {
      happened: '{missing} marks are still missing',
      safe: 'All marks so far are kept.',
      cure: 'Every member marks every item of every bid once.',
    },
    'evaluation.mark_outside': {
      happened:
        'The mark {points} for “{item}” must lie between 0 and {most}, with two places at most',
      safe: 'Nothing was saved.',
      cure: 'Correct it and save again.',
    },
    'evaluation.reason_missing': {
      happened: 'The marks of all members are open; changing one needs a reason',
      safe: 'The marks are as they were.',
      cure: 'Say why, and save again.',
    },
    'evaluation.not_asked': {
      happened:
        'The bidder has not been asked about its price: no rejection as below cost, and no report yet',
      safe: 'All reviews are kept.',
      cure: 'Send a letter about the price first, and wait for the answer or the end of its term.',
    },
    'evaluation.still_answering': {
      happened: 'The bidder has been asked about its price, and its term is not over',
      safe: 'All reviews are kept.',
      cure: 'Wait for the answer, or for the end of the term.',
    },
    'evaluation.finding_missing': {
      happened: 'Lot {lot} has only {valid} valid bids, fewer than three',
      safe: 'All reviews are kept.',
      cure: 'State, with reasons, whether competition is still sufficient; then make the report.',
    },
    'evaluation.finding_needless': {
      happened: 'Lot {lot} has {valid} valid bids and needs no finding',
      safe: 'All reviews are kept.',
      cure: 'Take the finding away and make the report.',
    },
    'award.objection_open': {
      happened: '{open} objections wait for an answer: no award yet',
      safe: 'Publication and candidates stay as they are.',
      cure: 'Answer them first.',
    },
    'award.complaint_suspended': {
      happened: 'The authority has suspended the procedure because of a complaint',
      cure: 'Go on when the suspension has ended or the complaint is decided.',
    },
    'award.objection_upheld': {
      happened: '{upheld} objections were upheld and nothing follows from them yet: no award',
      safe: 'Publication and candidates stay as they are.',
      cure: 'Record under the objection what follows: the next candidate, the same result, or a new call.',
    },
    'award.publicity_running': {
      happened: 'The publicity period is still running',
      safe: 'The publication is unaffected.',
      cure: 'Award after it ends and objections are answered.',
    },
    'award.ranked': {
      happened: 'The panel ranked the candidates; no committee decides among them',
      safe: 'Nothing was awarded.',
      cure: 'Award to the first candidate once the publication is over.',
    },
    'award.decision_missing': {
      happened: 'The award of this tender is decided apart, and no committee has decided yet',
      safe: 'Nothing was awarded.',
      cure: 'Record the committee’s members, way, reason and minutes under “Decide the award”.',
    },
    'award.decision_invalid': {
      happened:
        'The record of the decision is incomplete, or a vote is for somebody who is no candidate',
      safe: 'Nothing was awarded, and what you typed is here.',
      cure: 'Fill in every member’s name, post and vote, and the reason.',
    },
    'award.committee_too_small': {
      happened: 'The committee has {members} members; the local document asks for {least} at least',
      safe: 'Nothing was awarded, and what you typed is here.',
      cure: 'Complete the committee, vote again, and record that.',
    },
    'award.vote_tied': {
      happened: 'The candidates with the most votes have the same number',
      safe: 'Nothing was awarded, and what you typed is here.',
      cure: 'The committee votes again between them; record the last vote, and the whole course in the minutes.',
    },
    'award.not_first_ranked': {
      happened: 'The first-ranked candidate has to be chosen',
      safe: 'Nothing was awarded.',
      cure: 'If the first withdraws or is disqualified, record why before choosing the next.',
    },
  },
};
