import type { CodesOf, ErrorTexts } from './error-text';

/** Texts for framework agreements, and for what is bought under them. */
export const frameworkErrors: ErrorTexts<CodesOf<'framework' | 'order'>> = {
  'zh-CN': {
    'framework.unknown': { happened: '没有找到这个框架协议', cure: '回到列表再找一次。' },
    'framework.no_supplier': { happened: '没有找到这家入围供应商', cure: '刷新页面，从名单里选。' },
    'framework.no_call': { happened: '没有找到这次竞价', cure: '回到竞价列表。' },
    'framework.no_quote': {
      happened: '你方没有递交过密封报价',
      cure: '截止前没有递交的，不能参加开启。',
    },
    'framework.other_method': {
      happened: '这个项目不是框架协议采购',
      safe: '没有保存。',
      cure: '先把采购方式改为框架协议。',
    },
    'framework.terms_invalid': {
      happened: '框架协议条款不完整，或者数字不对',
      safe: '没有保存。',
      cure: '核对淘汰率、入围上限、期限、成交方式、计量单位和适用范围。',
    },
    'framework.terms_missing': {
      happened: '框架协议条款还没有填写',
      safe: '公告没有发布。',
      cure: '先填写并保存条款。',
    },
    'framework.ceiling_missing': {
      happened: '有采购包没有最高限制单价',
      safe: '公告没有发布。',
      cure: '给每个采购包填写最高限制单价。',
    },
    'framework.no_security': {
      happened: '框架协议征集不收保证金',
      safe: '公告没有发布。',
      cure: '把各采购包的保证金改为 0。',
    },
    'framework.held': {
      happened: '对入围结果的质疑还没有处理完',
      safe: '没有签署。',
      cure: '先答复质疑；质疑成立的，先处理入围结果。',
    },
    'framework.not_works': {
      happened: '工程不能采用框架协议采购',
      safe: '没有保存。',
      cure: '换一种采购方式。',
    },
    'framework.too_few': {
      happened: '有效响应不足法定家数',
      cure: '这个采购包没有入围供应商，需要重新征集。',
    },
    'framework.product_invalid': {
      happened: '产品信息不完整',
      safe: '没有保存。',
      cure: '填写名称、技术参数（服务内容）和供货服务。',
    },
    'framework.product_missing': {
      happened: '供应商还没有填写产品信息',
      cure: '填写以后，协议文本才会生成。',
    },
    'framework.signed_already': {
      happened: '这份协议已经签署',
      safe: '已签的内容没有变。',
      cure: '刷新页面。',
    },
    'framework.agreement_changed': {
      happened: '协议内容刚刚改过',
      safe: '没有签署。',
      cure: '重新读一遍再签。',
    },
    'framework.not_signed': {
      happened: '框架协议还没有签订',
      safe: '没有改动。',
      cure: '双方签订以后再办理。',
    },
    'framework.filed_already': { happened: '已经备案', cure: '刷新页面。' },
    'framework.removed_already': { happened: '这家供应商已经清退', cure: '刷新页面。' },
    'framework.reason_missing': {
      happened: '没有写明依据',
      safe: '没有办理。',
      cure: '写明事实和证明材料。',
    },
    'framework.price_not_lower': {
      happened: '协议价格只能降低',
      safe: '价格没有变。',
      cure: '填写低于现在的价格。',
    },
    'framework.bound': {
      happened: '封闭式框架协议的供应商不能自行退出',
      cure: '有正当理由的，向征集人提出。',
    },
    'framework.not_over': {
      happened: '框架协议还没有到期',
      safe: '没有发布。',
      cure: '到期后十个工作日内发布汇总公告。',
    },
    'framework.summarised_already': { happened: '汇总公告已经发布', cure: '刷新页面。' },
    'framework.quote_late': {
      happened: '已经过了时间',
      safe: '没有收下。',
      cure: '以平台时间为准；下次请早些办理。',
    },
    'framework.quote_early': {
      happened: '还没有到截止时间',
      safe: '报价仍然密封。',
      cure: '截止以后再开启。',
    },
    'framework.quote_differs': {
      happened: '和密封时的报价不一致',
      safe: '没有开启。',
      cure: '用密封时保存的报价文件开启。',
    },
    'framework.quote_over': {
      happened: '报价高于协议价格',
      safe: '没有开启。',
      cure: '报价不能高于协议价格，这份报价无效。',
    },
    'framework.quoted_already': { happened: '你方已经办理过', cure: '刷新页面。' },
    'framework.nonce_short': {
      happened: '密封用的随机数不合要求',
      safe: '没有收下。',
      cure: '在平台页面上密封报价。',
    },
    'framework.deadline_short': {
      happened: '留给供应商的时间太短',
      safe: '没有发出。',
      cure: '截止时间至少在两小时以后。',
    },
    'framework.call_over': { happened: '这次竞价已经结束', cure: '看成交结果。' },
    'order.unknown': { happened: '没有找到这个订单', cure: '回到订单列表。' },
    'order.no_buyer': {
      happened: '代理机构不能下单',
      safe: '没有下单。',
      cure: '由采购人自己下单。',
    },
    'order.wrong_state': {
      happened: '订单现在不能这样办理',
      safe: '订单没有变。',
      cure: '刷新页面看订单进度。',
    },
    'order.not_running': {
      happened: '框架协议不在有效期内',
      safe: '没有下单。',
      cure: '有效期内才能下单。',
    },
    'order.way_not_agreed': {
      happened: '框架协议没有约定这种成交方式',
      safe: '没有下单。',
      cure: '按协议约定的方式采购。',
    },
    'order.supplier_not_bound': {
      happened: '这家供应商没有签订协议，或者已经清退',
      safe: '没有下单。',
      cure: '换一家供应商。',
    },
    'order.quantity': {
      happened: '数量不对',
      safe: '没有下单。',
      cure: '填写大于零的整数。',
    },
    'order.over_price': {
      happened: '单价高于协议价格',
      safe: '没有下单。',
      cure: '协议价格是最高限价。',
    },
    'order.reason_missing': {
      happened: '没有写理由',
      safe: '没有办理。',
      cure: '写明理由，会公开。',
    },
    'order.nobody_left': {
      happened: '这个采购包没有可以轮到的供应商',
      safe: '没有下单。',
      cure: '联系征集人。',
    },
    'order.reviewed_already': { happened: '这个订单已经评价过', cure: '刷新页面。' },
  },
  en: {
    'framework.unknown': {
      happened: 'There is no such framework agreement',
      cure: 'Go back to the list.',
    },
    'framework.no_supplier': {
      happened: 'There is no such supplier in this framework',
      cure: 'Reload the page and choose from the list.',
    },
    'framework.no_call': {
      happened: 'There is no such competition',
      cure: 'Go back to the list of competitions.',
    },
    'framework.no_quote': {
      happened: 'You handed in no sealed quote',
      cure: 'Only what came before the deadline can be opened.',
    },
    'framework.other_method': {
      happened: 'This is no framework agreement',
      safe: 'Nothing was saved.',
      cure: 'Choose the framework agreement as the method first.',
    },
    'framework.terms_invalid': {
      happened: 'The terms are incomplete, or a number is wrong',
      safe: 'Nothing was saved.',
      cure: 'Check the elimination rate, the most suppliers, the months, the ways, the unit and who may buy.',
    },
    'framework.terms_missing': {
      happened: 'The terms of the framework are not there yet',
      safe: 'Nothing was published.',
      cure: 'Fill in and save the terms first.',
    },
    'framework.ceiling_missing': {
      happened: 'A package has no ceiling for its unit price',
      safe: 'Nothing was published.',
      cure: 'Give every package a ceiling.',
    },
    'framework.no_security': {
      happened: 'A framework asks for no bid security',
      safe: 'Nothing was published.',
      cure: 'Set the security of every package to 0.',
    },
    'framework.held': {
      happened: 'A query about the list of suppliers is not settled yet',
      safe: 'Nothing was signed.',
      cure: 'Answer the query first; if it is upheld, settle what follows from it.',
    },
    'framework.not_works': {
      happened: 'Works are not bought by framework agreement',
      safe: 'Nothing was saved.',
      cure: 'Choose another method.',
    },
    'framework.too_few': {
      happened: 'Fewer responses are valid than the law wants',
      cure: 'The package has no supplier; collect anew.',
    },
    'framework.product_invalid': {
      happened: 'The product is incomplete',
      safe: 'Nothing was saved.',
      cure: 'Give its name, its parameters and how it is delivered.',
    },
    'framework.product_missing': {
      happened: 'The supplier has not said yet what it delivers',
      cure: 'The agreement is written once it has.',
    },
    'framework.signed_already': {
      happened: 'This agreement is signed already',
      safe: 'What was signed is unchanged.',
      cure: 'Reload the page.',
    },
    'framework.agreement_changed': {
      happened: 'The agreement was changed just now',
      safe: 'Nothing was signed.',
      cure: 'Read it again, then sign.',
    },
    'framework.not_signed': {
      happened: 'The agreement is not signed yet',
      safe: 'Nothing was changed.',
      cure: 'Sign it first.',
    },
    'framework.filed_already': { happened: 'It is filed already', cure: 'Reload the page.' },
    'framework.removed_already': {
      happened: 'This supplier was removed already',
      cure: 'Reload the page.',
    },
    'framework.reason_missing': {
      happened: 'Nothing says why',
      safe: 'Nothing was done.',
      cure: 'Say what happened and what shows it.',
    },
    'framework.price_not_lower': {
      happened: 'A price of the agreement only falls',
      safe: 'The price is unchanged.',
      cure: 'Give one below the present price.',
    },
    'framework.bound': {
      happened: 'A supplier of a closed framework does not leave by itself',
      cure: 'With a just cause, turn to whoever concluded the agreement.',
    },
    'framework.not_over': {
      happened: 'The agreements still run',
      safe: 'Nothing was published.',
      cure: 'The summary is published within ten working days after their end.',
    },
    'framework.summarised_already': {
      happened: 'The summary is published already',
      cure: 'Reload the page.',
    },
    'framework.quote_late': {
      happened: 'The time is over',
      safe: 'Nothing was taken.',
      cure: 'The platform’s clock counts; come earlier next time.',
    },
    'framework.quote_early': {
      happened: 'The deadline has not come yet',
      safe: 'Your quote stays sealed.',
      cure: 'Open it after the deadline.',
    },
    'framework.quote_differs': {
      happened: 'This is not what you sealed',
      safe: 'Nothing was opened.',
      cure: 'Open it with the quote file you kept.',
    },
    'framework.quote_over': {
      happened: 'The quote is above the price of the agreement',
      safe: 'It was not opened.',
      cure: 'The price of the agreement is the ceiling; this quote does not count.',
    },
    'framework.quoted_already': {
      happened: 'You have done this already',
      cure: 'Reload the page.',
    },
    'framework.nonce_short': {
      happened: 'The random number of the seal is not what it should be',
      safe: 'Nothing was taken.',
      cure: 'Seal your quote on the page of the platform.',
    },
    'framework.deadline_short': {
      happened: 'Suppliers have too little time',
      safe: 'Nobody was asked.',
      cure: 'Leave them two hours at least.',
    },
    'framework.call_over': {
      happened: 'This competition is over',
      cure: 'See its result.',
    },
    'order.unknown': { happened: 'There is no such order', cure: 'Go back to the list of orders.' },
    'order.no_buyer': {
      happened: 'An agency places no orders',
      safe: 'Nothing was ordered.',
      cure: 'The buyer orders for itself.',
    },
    'order.wrong_state': {
      happened: 'This cannot be done to the order now',
      safe: 'The order is unchanged.',
      cure: 'Reload the page to see where it stands.',
    },
    'order.not_running': {
      happened: 'The agreements do not hold now',
      safe: 'Nothing was ordered.',
      cure: 'Order while they run.',
    },
    'order.way_not_agreed': {
      happened: 'The framework does not know this way',
      safe: 'Nothing was ordered.',
      cure: 'Buy in one of the ways of its terms.',
    },
    'order.supplier_not_bound': {
      happened: 'This supplier has no signed agreement, or was removed',
      safe: 'Nothing was ordered.',
      cure: 'Choose another supplier.',
    },
    'order.quantity': {
      happened: 'The quantity is wrong',
      safe: 'Nothing was ordered.',
      cure: 'Give a whole number above zero.',
    },
    'order.over_price': {
      happened: 'The unit price is above the agreement',
      safe: 'Nothing was ordered.',
      cure: 'The price of the agreement is the ceiling.',
    },
    'order.reason_missing': {
      happened: 'There is no reason',
      safe: 'Nothing was done.',
      cure: 'Say why; it will be public.',
    },
    'order.nobody_left': {
      happened: 'No supplier of the package can be asked',
      safe: 'Nothing was ordered.',
      cure: 'Turn to whoever concluded the framework.',
    },
    'order.reviewed_already': {
      happened: 'This order was reviewed already',
      cure: 'Reload the page.',
    },
  },
};
