import type { CodesOf, ErrorTexts } from './error-text';

type PoolCode = CodesOf<'pool' | 'lottery' | 'performance'>;

/** Texts for contractor pools, lotteries, and how works were done. */
export const poolErrors: ErrorTexts<PoolCode> = {
  'zh-CN': {
    'pool.not_found': { happened: '没有找到这个预选库', cure: '从预选库列表再找一次。' },
    'pool.already_applied': {
      happened: '你单位已经申请过或已在库中',
      safe: '原来的申请有效。',
      cure: '等交易中心办理。',
    },
    'pool.not_applied': { happened: '这家企业没有待办的入库申请', cure: '刷新列表再看一次。' },
    'pool.not_a_member': {
      happened: '你单位不在这个项目的预选库中',
      cure: '先申请入库；入库后才能参加抽取。',
    },
    'lottery.not_found': { happened: '没有找到这次摇号', cure: '从项目页再找一次。' },
    'lottery.not_this_method': {
      happened: '这个项目不用摇号方式',
      cure: '按公告写明的方式参加。',
    },
    'lottery.already_in': {
      happened: '你单位已经确认参加',
      safe: '确认有效。',
      cure: '等截止后公布号码。',
    },
    'lottery.too_few': {
      happened: '确认参加的企业不足三家，摇号不能进行',
      safe: '没有产生结果。',
      cure: '招标人依法重新组织。',
    },
    'lottery.not_drawn': { happened: '摇号还没有结果', cure: '等抽取完成后再公示。' },
    'pool.trade_taken': {
      happened: '这个类别已经有预选库',
      safe: '没有另开一个。',
      cure: '在原来的库里办理。',
    },
    'pool.terms_invalid': {
      happened: '预选库的条件不完整或不合理',
      safe: '填写的内容都在。',
      cure: '按提示的栏目改过再提交；至少要有一个档次。',
    },
    'pool.conditions_unmet': {
      happened: '资质或许可还不符合入库条件：{missing}',
      safe: '没有提交申请，也没有记录。',
      cure: '先在企业信息库补齐证书，核验后再申请。',
    },
    'pool.cooling_off': {
      happened: '你单位被清退后还在冷静期内',
      safe: '信息库登记不受影响。',
      cure: '冷静期满后可以重新申请。',
    },
    'pool.wrong_state': {
      happened: '这家企业现在的入库状态办不了这件事',
      safe: '什么都没有改。',
      cure: '刷新页面，看它现在的状态。',
    },
    'pool.decision_incomplete': {
      happened: '决定还缺内容：{missing}',
      safe: '填写的内容都在。',
      cure: '补上再提交。',
    },
    'pool.not_called': {
      happened: '合理低价只在预选库成员中进行，还没有选预选库',
      safe: '公告没有发布，草稿还在。',
      cure: '在草稿页选预选库；对所有企业开放的，改用公开招标，评标办法照旧。',
    },
    'pool.objected_already': {
      happened: '你单位已对这家企业的入库提过异议',
      cure: '等登记员答复；有新情况的，向监督部门反映。',
    },
    'pool.publicity_over': {
      happened: '这家企业不在入库公示期内',
      safe: '异议没有提交。',
      cure: '入库后发现问题，请向监督部门反映。',
    },
    'pool.member_not_found': { happened: '没有找到这条入库记录', cure: '从预选库页面再找一次。' },
    'pool.member_suspended': {
      happened: '你单位在这个预选库中已被暂停',
      safe: '库内记录都在。',
      cure: '暂停期满自动恢复；不服可以向作出决定的部门申诉。',
    },
    'pool.review_overdue': {
      happened: '年度复核已到期，复核前不能参加抽取',
      safe: '库内资格保留。',
      cure: '请联系交易中心办理年度复核。',
    },
    'pool.review_failed': {
      happened: '上次年度复核没有通过，现在不能参加抽取',
      safe: '库内资格保留。',
      cure: '按复核意见整改后，请交易中心重新复核。',
    },
    'pool.above_tier': {
      happened: '项目金额超过你单位所在档次的上限',
      safe: '没有提交。',
      cure: '参加本档次以内的项目，或取得更高资质后重新复核。',
    },
    'pool.at_capacity': {
      happened: '你单位已有 {unfinished} 个未完工的库内项目，达到上限（{most} 个）',
      safe: '没有提交。',
      cure: '有项目完成验收和履约评价后即可再参加。',
    },
    'pool.not_for_method': {
      happened: '只有经评审的合理低价法可以选择在预选库内发包',
      safe: '公告草稿没有改。',
      cure: '换用合理低价法，或不限定预选库。',
    },
    'pool.wrong_trade': {
      happened: '这个预选库不适用本项目的类别',
      safe: '公告草稿没有改。',
      cure: '选择同类别的预选库，或不限定。',
    },
    'performance.no_award': {
      happened: '这个标段还没有定标',
      cure: '定标、完工验收后再作履约评价。',
    },
    'performance.reviewed': {
      happened: '这个标段已经作过履约评价',
      safe: '原来的评价有效。',
      cure: '评价只作一次；有异议请向监督部门反映。',
    },
    'performance.not_accepted': {
      happened: '工程还没有验收',
      safe: '填写的内容都在。',
      cure: '先在合同页记录验收，再作履约评价。',
    },
    'performance.reason_missing': {
      happened: '评为合格或不合格要写明理由',
      safe: '填写的内容都在。',
      cure: '写上理由再提交。',
    },
  },
  en: {
    'pool.not_found': {
      happened: 'This contractor pool was not found',
      cure: 'Look for it in the list of pools.',
    },
    'pool.already_applied': {
      happened: 'Your firm has applied or is a member already',
      safe: 'That application stands.',
      cure: 'Wait for the centre to decide.',
    },
    'pool.not_applied': {
      happened: 'This firm has no open application',
      cure: 'Reload the list.',
    },
    'pool.not_a_member': {
      happened: 'Your firm is not a member of the pool of this tender',
      cure: 'Apply for the pool first.',
    },
    'lottery.not_found': {
      happened: 'This lottery was not found',
      cure: 'Look for it from the tender.',
    },
    'lottery.not_this_method': {
      happened: 'This tender is not awarded by lottery',
      cure: 'Take part in the way its notice says.',
    },
    'lottery.already_in': {
      happened: 'Your firm has confirmed already',
      safe: 'The confirmation stands.',
      cure: 'Numbers are published after the deadline.',
    },
    'lottery.too_few': {
      happened: 'Fewer than three firms confirmed; the lottery cannot be held',
      safe: 'There is no result.',
      cure: 'The tenderer has to organise it again.',
    },
    'lottery.not_drawn': {
      happened: 'The lottery has no result yet',
      cure: 'Publish it when the draw is done.',
    },
    'pool.trade_taken': {
      happened: 'This category has a pool already',
      safe: 'No second one was opened.',
      cure: 'Use the one there is.',
    },
    'pool.terms_invalid': {
      happened: 'The terms of the pool are incomplete or make no sense',
      safe: 'What you typed is kept.',
      cure: 'Correct the fields named; a pool has at least one tier.',
    },
    'pool.conditions_unmet': {
      happened: 'Licences do not meet the terms of the pool: {missing}',
      safe: 'No application was made.',
      cure: 'Add the certificates to your record, have it verified, and apply again.',
    },
    'pool.cooling_off': {
      happened: 'Your firm was removed, and its cool-off is not over',
      safe: 'Your record in the register stands.',
      cure: 'Apply again after the cool-off.',
    },
    'pool.wrong_state': {
      happened: 'This membership is in a state that does not allow it',
      safe: 'Nothing was changed.',
      cure: 'Reload the page to see where it stands.',
    },
    'pool.decision_incomplete': {
      happened: 'The decision lacks: {missing}',
      safe: 'What you typed is kept.',
      cure: 'Add it and submit again.',
    },
    'pool.not_called': {
      happened: 'Reasonable low price is held among the members of a pool, and no pool is chosen',
      safe: 'Nothing was published; the draft is as it was.',
      cure: 'Choose the pool on the draft, or make it an open tender with the same way of evaluating.',
    },
    'pool.objected_already': {
      happened: 'Your firm has objected to this admission already',
      cure: 'Wait for the answer; turn to the supervisor with what is new.',
    },
    'pool.publicity_over': {
      happened: 'This admission is not being published',
      safe: 'No objection was filed.',
      cure: 'Tell the supervising authority what you found.',
    },
    'pool.member_not_found': {
      happened: 'This membership was not found',
      cure: 'Look for it on the page of the pool.',
    },
    'pool.member_suspended': {
      happened: 'Your firm is suspended from this pool',
      safe: 'Its membership is kept.',
      cure: 'It ends by itself with its period; you may appeal to the authority that decided.',
    },
    'pool.review_overdue': {
      happened: 'The yearly review is overdue; until then your firm sits out',
      safe: 'Its membership is kept.',
      cure: 'Ask the centre for the review.',
    },
    'pool.review_failed': {
      happened: 'The last yearly review was not passed; your firm sits out',
      safe: 'Its membership is kept.',
      cure: 'Mend what the review says and ask for a new one.',
    },
    'pool.above_tier': {
      happened: 'The sum is above the limit of your firm’s tier',
      safe: 'Nothing was submitted.',
      cure: 'Take part in works of your tier, or be reviewed with a higher licence.',
    },
    'pool.at_capacity': {
      happened:
        'Your firm has {unfinished} unfinished works from this pool, the most there may be ({most})',
      safe: 'Nothing was submitted.',
      cure: 'Take part again when one is accepted and reviewed.',
    },
    'pool.not_for_method': {
      happened: 'Only a tender by reasonable low price may be called among the members of a pool',
      safe: 'The draft is as it was.',
      cure: 'Choose that method, or call it to everybody.',
    },
    'pool.wrong_trade': {
      happened: 'This pool is for another category',
      safe: 'The draft is as it was.',
      cure: 'Choose the pool of the same category, or call it to everybody.',
    },
    'performance.no_award': {
      happened: 'This lot is not awarded',
      cure: 'Review it after the award, when the work is accepted.',
    },
    'performance.reviewed': {
      happened: 'The work of this lot is reviewed already',
      safe: 'That review stands.',
      cure: 'A work is reviewed once; tell the supervising authority if it is wrong.',
    },
    'performance.not_accepted': {
      happened: 'The works are not accepted yet',
      safe: 'What you typed is still here.',
      cure: 'Record the acceptance on the page of the contract first.',
    },
    'performance.reason_missing': {
      happened: 'A pass or a fail says why',
      safe: 'What you typed is kept.',
      cure: 'Add the reason.',
    },
  },
};
