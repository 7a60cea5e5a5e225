/** What people are told of the expert pool, in both languages. Never who judges what. */
export const EXPERT_TOPICS = {
  'expert.returned': {
    'zh-CN': {
      title: '专家入库申请要补材料',
      text: '你的入库申请缺的材料已经一次性列出，请登录查看。',
    },
    en: {
      title: 'Your application to the expert pool needs more',
      text: 'Everything that is missing in your application is listed at once. Please sign in.',
    },
  },
  'expert.published': {
    'zh-CN': {
      title: '专家入库申请已公示',
      text: '你的入库申请审核通过，正在公示；期满没有未答复的异议即聘任。',
    },
    en: {
      title: 'Your admission to the expert pool is published',
      text: 'Your application was found in order and is published. The appointment follows by itself.',
    },
  },
  'expert.appointed': {
    'zh-CN': { title: '已聘任为评标专家', text: '你已聘任为评标专家，聘期至 {until}。' },
    en: { title: 'You are appointed to the expert pool', text: 'You are appointed until {until}.' },
  },
  'expert.refused': {
    'zh-CN': { title: '专家入库申请未通过', text: '你的申请不予入库，理由请登录查看。' },
    en: {
      title: 'Your application to the expert pool was refused',
      text: 'Your application was refused. Sign in to read why.',
    },
  },
  'expert.recorded': {
    'zh-CN': {
      title: '专家档案有新的记录',
      text: '你的专家档案有新的记录（复核、警示、暂停或决定），请登录查看。',
    },
    en: {
      title: 'Something was entered in your expert record',
      text: 'A review, a warning, a pause or a decision was entered in your record. Please sign in.',
    },
  },
  'expert.objected': {
    'zh-CN': { title: '有人对专家入库提出异议', text: '公示中的专家入库收到一件异议，请答复。' },
    en: {
      title: 'An objection to an expert’s admission',
      text: 'An objection to an admission that is published waits for its answer.',
    },
  },
} as const;
