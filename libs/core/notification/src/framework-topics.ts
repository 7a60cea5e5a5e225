/** What people are told of framework agreements and of what is bought under them, in both languages. */
export const FRAMEWORK_TOPICS = {
  'framework.admitted': {
    'zh-CN': {
      title: '入围框架协议',
      text: '你们入围了 {code} {title}，请填写产品信息并签署框架协议。',
    },
    en: {
      title: 'You are admitted to a framework',
      text: 'You are admitted to {code} {title}. Please say what you deliver, and sign the agreement.',
    },
  },
  'framework.ready': {
    'zh-CN': {
      title: '框架协议等你方签署',
      text: '{supplier} 已填写 {code} {title} 的产品信息，协议文本可以签署。',
    },
    en: {
      title: 'An agreement to sign',
      text: '{supplier} has said what it delivers under {code} {title}; the agreement can be signed.',
    },
  },
  'framework.concluded': {
    'zh-CN': {
      title: '框架协议已签订',
      text: '{supplier} 与征集人签订了 {code} {title} 的框架协议。',
    },
    en: {
      title: 'A framework agreement is signed',
      text: 'The agreement with {supplier} under {code} {title} is signed.',
    },
  },
  'framework.removed': {
    'zh-CN': {
      title: '被清退出框架协议',
      text: '你们被清退出 {code} {title}，情形和依据见公告。',
    },
    en: {
      title: 'You were removed from a framework',
      text: 'You were removed from {code} {title}; the notice says on what ground.',
    },
  },
  'framework.ended': {
    'zh-CN': {
      title: '框架协议已到期',
      text: '{code} {title} 已到期，请在十个工作日内发布成交结果汇总公告。',
    },
    en: {
      title: 'A framework has run out',
      text: 'The agreements of {code} {title} have run out; publish the summary within ten working days.',
    },
  },
  'order.placed': {
    'zh-CN': { title: '新订单', text: '{buyer} 下了订单 {order}，请确认。' },
    en: { title: 'A new order', text: '{buyer} placed order {order}. Please confirm it.' },
  },
  'order.moved': {
    'zh-CN': { title: '订单有进展', text: '订单 {order} 有了新的进展，请登录查看。' },
    en: { title: 'An order moved on', text: 'Order {order} moved on. Please sign in.' },
  },
  'quotes.called': {
    'zh-CN': {
      title: '邀请参加二次竞价',
      text: '{buyer} 发起竞价 {call}，报价截止 {at}，请密封报价。',
    },
    en: {
      title: 'You are asked for a quote',
      text: '{buyer} calls competition {call} until {at}. Please seal your quote.',
    },
  },
  'quotes.closed': {
    'zh-CN': {
      title: '请开启报价',
      text: '竞价 {call} 已截止，请在 {at} 前开启你方的报价，不开启的不参加比较。',
    },
    en: {
      title: 'Please open your quote',
      text: 'Competition {call} is closed. Open your quote before {at}, or it is not compared.',
    },
  },
  'quotes.over': {
    'zh-CN': { title: '竞价已有结果', text: '竞价 {call} 已经结束，结果见框架协议页。' },
    en: { title: 'A competition is over', text: 'Competition {call} is over; see its framework.' },
  },
} as const;
