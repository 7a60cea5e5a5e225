/** What people are told of contracts, and of what the law asks for around them, in both languages. */
export const CONTRACT_TOPICS = {
  'contract.written': {
    'zh-CN': {
      title: '合同已拟定',
      text: '{title} 的合同 {number} 已由招标人拟定，请核对后签署或退回。',
    },
    en: {
      title: 'A contract to sign',
      text: 'Contract {number} for {title} is written. Please compare it with your bid, and sign it or send it back.',
    },
  },
  'contract.signed': {
    'zh-CN': { title: '合同等你方签署', text: '{title} 的合同 {number} 对方已签署，等你方签署。' },
    en: {
      title: 'Your signature is next',
      text: 'The other side has signed contract {number} for {title}.',
    },
  },
  'contract.declined': {
    'zh-CN': {
      title: '合同被退回',
      text: '{title} 的合同 {number} 被中标人退回，理由见合同页，请重新拟定。',
    },
    en: {
      title: 'A contract came back',
      text: 'The winner sent contract {number} for {title} back; its page says why.',
    },
  },
  'contract.concluded': {
    'zh-CN': { title: '合同已签订', text: '{title} 的合同 {number} 双方已签署，合同公告已发布。' },
    en: {
      title: 'The contract is signed',
      text: 'Both sides have signed contract {number} for {title}. It is published.',
    },
  },
  'contract.asked': {
    'zh-CN': {
      title: '合同有事项等你答复',
      text: '{title} 的合同 {number} 有变更或分包等你答复。',
    },
    en: {
      title: 'A change to answer',
      text: 'A change or a subcontract of contract {number} for {title} waits for your answer.',
    },
  },
  'contract.answered': {
    'zh-CN': {
      title: '合同事项已答复',
      text: '{title} 的合同 {number} 你方提出的事项，对方已答复。',
    },
    en: {
      title: 'The other side has answered',
      text: 'What you asked about contract {number} for {title} is answered.',
    },
  },
  'duty.due': {
    'zh-CN': {
      title: '法定期限将到',
      text: '{code} {title} 有一项事还没有办，最迟 {until} 办理（{citation}）。请登录查看。',
    },
    en: {
      title: 'A time limit of the law is near',
      text: 'Something is still to be done about {code} {title}, on {until} at the latest ({citation}). Please sign in.',
    },
  },
  'duty.late': {
    'zh-CN': {
      title: '法定期限已过',
      text: '{code} {title} 有一项事最迟应在 {until} 办理，现在还没有办（{citation}）。',
    },
    en: {
      title: 'A time limit of the law has passed',
      text: 'Something had to be done about {code} {title} on {until} at the latest and is not ({citation}).',
    },
  },
  'contract.accepted': {
    'zh-CN': { title: '工程已验收', text: '{title} 的合同 {number} 已记录验收。' },
    en: {
      title: 'The works are accepted',
      text: 'The acceptance of contract {number} for {title} is recorded.',
    },
  },
} as const;
