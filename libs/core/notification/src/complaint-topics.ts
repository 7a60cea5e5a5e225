/** What people are told of complaints, in both languages. */
export const COMPLAINT_TOPICS = {
  'complaint.filed': {
    'zh-CN': {
      title: '收到投诉',
      text: '{code} {title} 收到投诉 {number}，请在 {until} 前审查并决定是否受理。',
    },
    en: {
      title: 'A complaint to review',
      text: 'Complaint {number} about {code} {title} has arrived. Whether it is accepted is to be decided before {until}.',
    },
  },
  'complaint.deficient': {
    'zh-CN': {
      title: '投诉书要补正',
      text: '你方投诉 {number}（{code} {title}）要补正的已经一次性列出，请在 {until} 前补正。',
    },
    en: {
      title: 'Your complaint needs more',
      text: 'Everything complaint {number} about {code} {title} lacks is listed at once. Please add it before {until}.',
    },
  },
  'complaint.corrected': {
    'zh-CN': {
      title: '投诉书已补正',
      text: '{code} {title} 的投诉 {number} 已经补正，请在 {until} 前决定是否受理。',
    },
    en: {
      title: 'A complaint was corrected',
      text: 'Complaint {number} about {code} {title} was corrected. Whether it is accepted is to be decided before {until}.',
    },
  },
  'complaint.accepted': {
    'zh-CN': {
      title: '投诉已受理',
      text: '{code} {title} 的投诉 {number} 已受理，请登录查看各项时限。',
    },
    en: {
      title: 'A complaint is accepted',
      text: 'Complaint {number} about {code} {title} is accepted. Sign in to see its clocks.',
    },
  },
  'complaint.not_accepted': {
    'zh-CN': {
      title: '投诉不予受理',
      text: '你方投诉 {number}（{code} {title}）不予受理，理由请登录查看。',
    },
    en: {
      title: 'Your complaint is not accepted',
      text: 'Complaint {number} about {code} {title} is not accepted. Sign in to read why.',
    },
  },
  'complaint.transferred': {
    'zh-CN': {
      title: '投诉请向其他部门提出',
      text: '你方投诉 {number}（{code} {title}）由其他部门管辖，请登录查看向谁提出。',
    },
    en: {
      title: 'Another authority is competent',
      text: 'Complaint {number} about {code} {title} belongs to another authority. Sign in to see which.',
    },
  },
  'complaint.answered': {
    'zh-CN': {
      title: '被投诉人已答复',
      text: '{code} {title} 的投诉 {number} 有了被投诉人的书面说明。',
    },
    en: {
      title: 'The respondent has answered',
      text: 'The answer to complaint {number} about {code} {title} is in.',
    },
  },
  'complaint.stopped': {
    'zh-CN': {
      title: '投诉处理时限已中止',
      text: '{code} {title} 的投诉 {number} 需要检验、检测、鉴定或专家评审，所需时间不计入处理时限。',
    },
    en: {
      title: 'A clock stands still',
      text: 'The clock of complaint {number} about {code} {title} stands still for a test, an appraisal or an expert review.',
    },
  },
  'complaint.continued': {
    'zh-CN': {
      title: '投诉处理时限继续计算',
      text: '{code} {title} 的投诉 {number} 处理时限继续计算。',
    },
    en: {
      title: 'A clock runs again',
      text: 'The clock of complaint {number} about {code} {title} runs again.',
    },
  },
  'complaint.suspended': {
    'zh-CN': {
      title: '因投诉暂停活动',
      text: '{code} {title} 因投诉处理暂停：不定标、不签订合同。',
    },
    en: {
      title: 'The procedure is suspended',
      text: '{code} {title} is suspended while a complaint is dealt with: no award, no contract.',
    },
  },
  'complaint.resumed': {
    'zh-CN': { title: '活动恢复', text: '{code} {title} 因投诉处理的暂停已解除。' },
    en: {
      title: 'The procedure goes on',
      text: 'The suspension of {code} {title} because of a complaint has ended.',
    },
  },
  'complaint.withdrawal_asked': {
    'zh-CN': {
      title: '投诉人请求撤回',
      text: '{code} {title} 的投诉 {number}，投诉人请求撤回，请决定是否准予。',
    },
    en: {
      title: 'A complaint is to be withdrawn',
      text: 'The firm wants to withdraw complaint {number} about {code} {title}. Please decide whether it may.',
    },
  },
  'complaint.withdrawal_refused': {
    'zh-CN': {
      title: '撤回投诉未获准',
      text: '你方撤回投诉 {number}（{code} {title}）的请求未获准，调查继续。',
    },
    en: {
      title: 'The complaint goes on',
      text: 'Complaint {number} about {code} {title} may not be withdrawn. The inquiry goes on.',
    },
  },
  'complaint.withdrawn': {
    'zh-CN': { title: '投诉已终止', text: '{code} {title} 的投诉 {number} 已撤回，处理终止。' },
    en: {
      title: 'A complaint has ended',
      text: 'Complaint {number} about {code} {title} was withdrawn.',
    },
  },
  'complaint.decided': {
    'zh-CN': {
      title: '投诉已作出处理决定',
      text: '{code} {title} 的投诉 {number} 已作出处理决定，决定书已公开。',
    },
    en: {
      title: 'A complaint is decided',
      text: 'Complaint {number} about {code} {title} is decided. The decision is published.',
    },
  },
  'complaint.due': {
    'zh-CN': {
      title: '投诉时限将到',
      text: '{code} {title} 的投诉 {number} 有一项时限到 {until}（{citation}），请登录办理。',
    },
    en: {
      title: 'A clock of a complaint is running out',
      text: 'A clock of complaint {number} about {code} {title} ends on {until} ({citation}). Please sign in.',
    },
  },
  'complaint.late': {
    'zh-CN': {
      title: '投诉办理逾期',
      text: '{code} {title} 的投诉 {number} 有一项时限 {until} 已到，还没有办（{citation}）。',
    },
    en: {
      title: 'A clock of a complaint has run out',
      text: 'A clock of complaint {number} about {code} {title} ended on {until} and it is not done ({citation}).',
    },
  },
} as const;
