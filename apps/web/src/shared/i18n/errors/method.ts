import type { Locale } from '../locale';
import { REFUSAL_TEXTS } from '../methods/index';
import type { CodesOf, ErrorText, ErrorTexts } from './error-text';

type MethodCode = CodesOf<'method'>;

/** What the simulator says of a method, told as an error: the sentence already says what to change. */
function toldIn(locale: Locale, cure: string): Readonly<Record<MethodCode, ErrorText>> {
  const told = Object.entries(REFUSAL_TEXTS[locale]).map(([code, happened]) => [
    code,
    { happened, cure },
  ]);
  return Object.fromEntries(told) as Readonly<Record<MethodCode, ErrorText>>;
}

/** Evaluation plans, and methods that compute nothing. */
export const methodErrors: ErrorTexts<CodesOf<'plan' | 'method'>> = {
  'zh-CN': {
    ...toldIn('zh-CN', '按上面说的改好评标办法，再保存或发布。'),
    'plan.malformed': {
      happened: '评标办法的这一处写得不对：{path}',
      safe: '原来的评标办法没有变。',
      cure: '改好这一处再保存。',
    },
    'plan.formula_missing': {
      happened: '还没有选价格评审公式',
      safe: '原来的评标办法没有变。',
      cure: '选一个公式再保存。',
    },
    'plan.too_many_draws': {
      happened: '抽取的系数组合太多，最多 {most} 种',
      safe: '原来的评标办法没有变。',
      cure: '少选几个取值，或直接载明其中一个系数。',
    },
    'plan.not_for_method': {
      happened: '摇号不评标，不能带这种评标办法',
      safe: '草稿没有变。',
      cure: '改回经评审的最低投标价法，或换一种交易方式。',
    },
    'plan.apart_without_basis': {
      happened: '评定分离要有地方依据：适用的规则集里没有写明文号、有效期的地方规定',
      safe: '原来的评标办法没有变。',
      cure: '去掉“评定分离”，由评标委员会排序推荐；有地方依据的，请管理员写进本地规则集。',
    },
    'plan.missing': {
      happened: '合理低价要在招标文件中载明评标办法：公式、参数、系数的取值',
      safe: '草稿没有变。',
      cure: '先在“评标办法”里选公式并保存，再发布。',
    },
  },
  en: {
    ...toldIn('en', 'Change the evaluation plan as said above, then save or publish again.'),
    'plan.malformed': {
      happened: 'This part of the evaluation plan is not written correctly: {path}',
      safe: 'The plan is as it was.',
      cure: 'Correct it and save again.',
    },
    'plan.formula_missing': {
      happened: 'No price formula has been chosen',
      safe: 'The plan is as it was.',
      cure: 'Choose a formula and save again.',
    },
    'plan.too_many_draws': {
      happened: 'There are too many combinations to draw from; {most} at most',
      safe: 'The plan is as it was.',
      cure: 'Choose fewer values, or state one of the coefficients.',
    },
    'plan.not_for_method': {
      happened: 'A lottery evaluates nothing and cannot have such a plan',
      safe: 'The draft is as it was.',
      cure: 'Go back to the lowest evaluated price, or choose another method.',
    },
    'plan.apart_without_basis': {
      happened:
        'Deciding the award apart needs a local document, with its number and term, in the rule set; there is none',
      safe: 'The plan is as it was.',
      cure: 'Let the panel rank its candidates; where there is such a document, ask the administrator to put it into the rule set.',
    },
    'plan.missing': {
      happened:
        'By reasonable low price the documents must state the plan: formula, parameters, values to draw from',
      safe: 'The draft is as it was.',
      cure: 'Choose and save a formula under the evaluation plan, then publish.',
    },
  },
};
