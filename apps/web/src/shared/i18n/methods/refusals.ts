import type { MethodRefusal } from '@core/evaluation';
import type { Locale } from '../locale';

/** Why a method computes nothing, and what to do. Placeholders are the refusal's params. */
export const REFUSAL_TEXTS: Readonly<
  Record<Locale, Readonly<Record<MethodRefusal['code'], string>>>
> = {
  'zh-CN': {
    'method.unknown': '没有这种办法：{method}。',
    'method.malformed': '这一处写得不对：{path}。',
    'method.no_bids': '还没有报价。至少写一家。',
    'method.duplicate_bid': '有两家同名。给每一家一个不同的名称。',
    'method.price_zero': '{bidId} 的报价是 0。',
    'method.all_excluded': '所有报价都高于最高投标限价，没有可以评审的。',
    'method.parameter_unknown': '这种办法没有参数 {key}。',
    'method.parameter_missing': '缺参数 {key}。',
    'method.parameter_outside': '参数 {key} 不能是 {value}，只能是 {allowed}。',
    'method.parameters_contradict':
      '这些参数互相矛盾：{keys}。高于基准价的扣分应当大于低于基准价的扣分，范围的下限应当低于上限。',
    'method.not_drawn': '参数 {key} 由招标文件载明，不能抽取。',
    'method.ceiling_missing': '这种办法要用最高投标限价。请填写。',
    'method.sample_missing': '请选出现场抽中的 {count} 家，从这些里选：{from}。',
    'method.sample_wrong': '应当正好抽 {count} 家，从这些里选：{from}。',
    'method.too_few_bids': '只有 {bids} 家报价，这种办法至少要 {least} 家。',
    'method.no_effective_price': '这些报价算不出基准价：没有一家落在公式规定的范围内。',
    'method.tie_order_wrong': '抽签次序应当正好包括并列的各家：{tied}。',
    'method.marks_missing': '评分不齐：每位评委对每家每项各打一次分。',
    'method.mark_outside': '{bidId} 的评分 {points} 超出该项分值。',
    'method.weights_wrong': '各项分值与价格分值之和应当正好是 100。',
    'method.ground_missing': '否决 {bidId} 须写明理由。',
    'method.tie_at_cut': '入围线上有并列：{tied}。招标文件应当写明如何处理。',
    'method.not_opened': '{bidId} 没有入围，它的报价信封不能开启。',
    'method.price_missing': '入围的 {bidId} 还没有报价。',
    'method.unlawful': '这种制度下不能用这个公式。',
  },
  en: {
    'method.unknown': 'There is no such method: {method}.',
    'method.malformed': 'This is not written correctly: {path}.',
    'method.no_bids': 'There are no prices yet. Enter at least one.',
    'method.duplicate_bid': 'Two bids have the same name. Give each its own.',
    'method.price_zero': 'The price of {bidId} is 0.',
    'method.all_excluded': 'Every price is above the ceiling; there is nothing to evaluate.',
    'method.parameter_unknown': 'This method has no parameter {key}.',
    'method.parameter_missing': 'The parameter {key} is missing.',
    'method.parameter_outside': 'The parameter {key} cannot be {value}, only {allowed}.',
    'method.parameters_contradict':
      'These parameters contradict one another: {keys}. A price above the benchmark must cost more points than one below; a range must begin below its end.',
    'method.not_drawn': 'The parameter {key} stands in the documents and cannot be drawn.',
    'method.ceiling_missing': 'This method needs the ceiling. Enter it.',
    'method.sample_missing': 'Choose the {count} bids drawn in the hall, from these: {from}.',
    'method.sample_wrong': 'Exactly {count} bids must be drawn, from these: {from}.',
    'method.too_few_bids': 'There are {bids} bids; this method needs at least {least}.',
    'method.no_effective_price':
      'These prices give no benchmark: none lies where the formula wants it.',
    'method.tie_order_wrong': 'The order of the draw must hold exactly the tied bids: {tied}.',
    'method.marks_missing': 'Marks are missing: every judge marks every item of every bid once.',
    'method.mark_outside': 'The mark {points} for {bidId} is outside the points of the item.',
    'method.weights_wrong': 'The points of the items and of the price must add up to exactly 100.',
    'method.ground_missing': 'A rejection of {bidId} needs its ground.',
    'method.tie_at_cut': 'Equal scores at the cut: {tied}. The documents should say what decides.',
    'method.not_opened': '{bidId} was not chosen; its price envelope must stay closed.',
    'method.price_missing': 'The chosen bid {bidId} has no price yet.',
    'method.unlawful': 'This formula may not be used in this regime.',
  },
};
