/** What people are told of bid securities, in both languages. */
export const SECURITY_TOPICS = {
  'security.received': {
    'zh-CN': { title: '投标保证金已到账', text: '{code} {title} 的投标保证金已登记到账。' },
    en: {
      title: 'Your bid security has arrived',
      text: 'The bid security for {code} {title} is recorded as arrived.',
    },
  },
  'security.returned': {
    'zh-CN': {
      title: '投标保证金已退还',
      text: '{code} {title} 的投标保证金已记录退还，请查收。',
    },
    en: {
      title: 'Your bid security went back',
      text: 'The bid security for {code} {title} is recorded as given back. Please look for it.',
    },
  },
  'security.forfeited': {
    'zh-CN': {
      title: '投标保证金不予退还',
      text: '{code} {title} 的投标保证金已记录不予退还，情形和依据请登录查看。',
    },
    en: {
      title: 'Your bid security is kept',
      text: 'The bid security for {code} {title} is recorded as kept. Sign in to see on what ground.',
    },
  },
  'security.due': {
    'zh-CN': {
      title: '投标保证金要退还',
      text: '{code} {title} 有投标保证金要退还，最迟 {until}（{citation}）。请登录办理。',
    },
    en: {
      title: 'A bid security is to be given back',
      text: 'A bid security for {code} {title} is due back on {until} at the latest ({citation}). Please sign in.',
    },
  },
  'security.late': {
    'zh-CN': {
      title: '投标保证金逾期未退',
      text: '{code} {title} 有投标保证金最迟应在 {until} 退还，现在还没有退（{citation}）。',
    },
    en: {
      title: 'A bid security is overdue',
      text: 'A bid security for {code} {title} had to go back on {until} at the latest and has not ({citation}).',
    },
  },
} as const;
