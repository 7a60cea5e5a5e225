import type { CodesOf, ErrorTexts } from './error-text';

/** Texts for the expert pool. */
export const expertErrors: ErrorTexts<CodesOf<'expert'>> = {
  'zh-CN': {
    'expert.not_found': { happened: '没有找到你的专家档案', cure: '请交易中心核对专家库。' },
    'expert.no_pool': {
      happened: '这个县还没有设专家库',
      cure: '找交易中心。',
    },
    'expert.application_not_found': {
      happened: '没有找到这份入库申请',
      cure: '刷新列表再看一次。',
    },
    'expert.application_incomplete': {
      happened: '申请还不齐全',
      safe: '已填的内容都在。',
      cure: '补齐页面上列出的各项再提交。',
    },
    'expert.pause_not_own': {
      happened: '这次暂停是库管方作出的，不能自行恢复',
      safe: '暂停没有变。',
      cure: '请联系专家库的登记员恢复。',
    },
    'expert.wrong_state': {
      happened: '现在的状态不能办这一步',
      safe: '什么都没有改变。',
      cure: '刷新页面，看现在的状态。',
    },
    'expert.id_number_invalid': {
      happened: '身份证号不对',
      cure: '对照证件重新填写。',
    },
    'expert.too_many_specialties': {
      happened: '所选专业超过本库允许的数量，或不在同一大类',
      cure: '减到本库条件写明的数量，只选同一大类。',
    },
    'expert.too_old': {
      happened: '超过本库的年龄条件',
      cure: '见本库条件。',
    },
    'expert.too_short_in_field': {
      happened: '从事相关领域工作的年限不够',
      safe: '已填的内容都在。',
      cure: '满年限后再申请。',
    },
    'expert.decision_incomplete': {
      happened: '还有必填的没有填',
      cure: '填写页面上标出的各项。',
    },
    'expert.objected_already': {
      happened: '你已经对这次入库提出过异议',
      safe: '原来的异议有效。',
      cure: '等候答复。',
    },
    'expert.publicity_over': {
      happened: '公示已经结束，不能再提异议',
      cure: '有问题向监督部门反映。',
    },
    'expert.term_running': {
      happened: '聘期还长，现在不续聘',
      safe: '现在的聘任有效。',
      cure: '到期前六十天内再办。',
    },
    'expert.review_overdue': {
      happened: '复核没有通过，或已经过期',
      cure: '先做复核。',
    },
    'expert.pause_too_soon': {
      happened: '暂停评标申请得太晚',
      cure: '把开始日期往后推。',
    },
    'expert.pause_too_long': {
      happened: '暂停的时间不对，或超过每次的上限',
      cure: '改日期；要更长，期满后再申请。',
    },
    'expert.warned_too_often': {
      happened: '警示次数已满，复核不能通过',
      cure: '按未通过记录，写明理由。',
    },
    'expert.authority_only': {
      happened: '只有监督部门能作这个决定',
      safe: '什么都没有改变。',
      cure: '把情况报给监督部门。',
    },
    'expert.names_sealed': {
      happened: '评委名单还没有公开，现在不能评价',
      cure: '结果公布、名单公开以后再评价。',
    },
    'expert.assessed_already': {
      happened: '你单位已经评价过这位专家',
      cure: '原来的评价有效。',
    },
    'expert.invitation_unknown': {
      happened: '邀请码不对，或已经用过',
      cure: '对照收到的邀请码重新填；没有的留空，自己填申请。',
    },
  },
  en: {
    'expert.not_found': {
      happened: 'Your expert record was not found',
      cure: 'Ask the centre to check the expert pool.',
    },
    'expert.no_pool': {
      happened: 'This county has no expert pool yet',
      cure: 'Ask the trading centre.',
    },
    'expert.application_not_found': {
      happened: 'There is no such application',
      cure: 'Refresh the list.',
    },
    'expert.application_incomplete': {
      happened: 'The application is not complete',
      safe: 'What you filled in is kept.',
      cure: 'Fill in what the page lists, then hand it in.',
    },
    'expert.pause_not_own': {
      happened: 'The keeper of the pool made this pause; it is not yours to end',
      safe: 'The pause is as it was.',
      cure: 'Ask the registrar of the pool to end it.',
    },
    'expert.wrong_state': {
      happened: 'This cannot be done in the present state',
      safe: 'Nothing was changed.',
      cure: 'Refresh the page and see where it stands.',
    },
    'expert.id_number_invalid': {
      happened: 'The identity number is wrong',
      cure: 'Type it again from the card.',
    },
    'expert.too_many_specialties': {
      happened: 'Too many specialties, or not of one branch',
      cure: 'Keep to the number the terms name, of one branch.',
    },
    'expert.too_old': {
      happened: 'Over the age the pool allows',
      cure: 'See the terms of the pool.',
    },
    'expert.too_short_in_field': {
      happened: 'Not long enough in the field',
      safe: 'What you filled in is kept.',
      cure: 'Apply when the years are complete.',
    },
    'expert.decision_incomplete': {
      happened: 'Something that must be said is missing',
      cure: 'Fill in what the page marks.',
    },
    'expert.objected_already': {
      happened: 'You have objected to this admission already',
      safe: 'Your objection stands.',
      cure: 'Wait for the answer.',
    },
    'expert.publicity_over': {
      happened: 'The publication is over',
      cure: 'Turn to the supervising authority.',
    },
    'expert.term_running': {
      happened: 'The term runs on',
      safe: 'The present appointment stands.',
      cure: 'Give the next term within sixty days of its end.',
    },
    'expert.review_overdue': {
      happened: 'The review was not passed, or is overdue',
      cure: 'Review first.',
    },
    'expert.pause_too_soon': {
      happened: 'The pause is asked for too late',
      cure: 'Let it begin later.',
    },
    'expert.pause_too_long': {
      happened: 'The pause is too long, or its dates are wrong',
      cure: 'Change the dates; ask again when it is over.',
    },
    'expert.warned_too_often': {
      happened: 'There are too many warnings to pass the review',
      cure: 'Record it as failed, with the reason.',
    },
    'expert.authority_only': {
      happened: 'Only a supervising authority decides this',
      safe: 'Nothing was changed.',
      cure: 'Report it to the authority.',
    },
    'expert.names_sealed': {
      happened: 'The names of the panel are not public yet',
      cure: 'Assess when the result is out.',
    },
    'expert.assessed_already': {
      happened: 'Your organisation has assessed this expert already',
      cure: 'The assessment stands.',
    },
    'expert.invitation_unknown': {
      happened: 'The code is wrong, or was used',
      cure: 'Type the code as you got it; without one leave it empty and apply yourself.',
    },
  },
};
