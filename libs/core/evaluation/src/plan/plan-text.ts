import { formulaOf } from '../formulas/index';
import { LOWEST_EVALUATED } from '../formulas/lowest-evaluated';
import { COMMON_PARAMETERS } from '../scoring/parameters';
import { planParameters, type EvaluationPlan } from './plan';
import { bidOrdersOf } from './bid-orders';

/** The languages a plan is told in. */
export type PlanLanguage = 'zh' | 'en';

interface Words {
  readonly comma: string;
  readonly stated: string;
  readonly drawn: (what: string, values: string) => string;
  readonly sample: (rule: string) => string;
  readonly tie: string;
  readonly comprehensive: string;
  readonly price: (points: string) => string;
  readonly item: (title: string, points: string) => string;
  readonly ask: (percent: string) => string;
  readonly blind: string;
  readonly apart: string;
}

const WORDS: Readonly<Record<PlanLanguage, Words>> = {
  zh: {
    comma: '、',
    stated: '载明',
    drawn: (what, values) => `开标后公开抽取 ${what}：${values}`,
    sample: (rule) =>
      `开标后公开抽出全部投标的先后顺序，评审时在有效投标中依次取样（${rule}），被否决的跳过`,
    tie: '同分的，按开标后公开抽出的另一顺序排列',
    comprehensive: '综合评估法',
    price: (points) => `价格 ${points} 分`,
    item: (title, points) => `${title} ${points} 分`,
    ask: (percent) => `报价低于各家均值 ${percent}% 及以上的，先请投标人说明`,
    blind:
      '技术部分暗标评审：评委打分时只见随机编号，全部分数提交后才公开单位名称；技术部分的文件名以“暗标”（或 blind-）开头，文件内不得出现投标人的名称和标识',
    apart:
      '评定分离：评标委员会推荐的中标候选人不排序，由招标人的定标委员会在其中确定中标人，定标的方式、票数和理由随中标结果公开',
  },
  en: {
    comma: ', ',
    stated: 'stated',
    drawn: (what, values) => `${what} drawn in public after the opening: ${values}`,
    sample: (rule) =>
      `an order of all bids is drawn in public after the opening; the sample is taken from its head among the valid bids (${rule}), rejected ones are skipped`,
    tie: 'equal bids stand in a second order that is drawn with it',
    comprehensive: 'comprehensive scoring',
    price: (points) => `price ${points} points`,
    item: (title, points) => `${title} ${points} points`,
    ask: (percent) => `a price ${percent}% or more below the mean is asked about first`,
    blind:
      'blind review of the technical part: members score under random codes and learn names when all scores are in; the names of its files begin with blind-, and the files must not show whose they are',
    apart:
      'award apart: the panel’s candidates are not ranked; a committee of the tenderer decides among them, and its way, votes and reasons are published with the result',
  },
};

/** What the choices of parameters are called; numbers and what is not here are said as they stand. */
const CHOICE_WORDS: Readonly<Record<string, Readonly<Record<PlanLanguage, string>>>> = {
  report: { zh: '由评标委员会在报告中写明', en: 'the panel says in its report' },
  'lower-price': { zh: '报价低的优先', en: 'the lower price comes first' },
  draw: { zh: '抽签', en: 'by draw' },
  round: { zh: '先取整', en: 'it is' },
  exact: { zh: '不取整', en: 'it is not' },
  'half-up': { zh: '四舍五入', en: 'half up' },
  'half-even': { zh: '四舍六入五成双', en: 'half to even' },
  down: { zh: '舍去', en: 'cut off' },
  'one-each': { zh: '去掉', en: 'yes' },
  none: { zh: '不去掉', en: 'no' },
};

function parameterLines(plan: EvaluationPlan, language: PlanLanguage): readonly string[] {
  const formula = formulaOf(plan.formula ?? '');
  if (!formula) return [];
  const { comma, stated, drawn } = WORDS[language];
  const specs = [...planParameters(plan.kind, formula), ...COMMON_PARAMETERS];
  const named = (key: string): string => specs.find((one) => one.key === key)?.[language] ?? key;
  const worded = (key: string, value: string): string => {
    const isChoice = specs.find((one) => one.key === key)?.kind === 'choice';
    return (isChoice ? CHOICE_WORDS[value]?.[language] : undefined) ?? value;
  };
  const said = Object.entries(plan.parameters).map(
    ([key, value]) => `${named(key)} ${worded(key, value)}`,
  );
  return [
    ...(said.length === 0 ? [] : [`${stated} ${said.join(comma)}`]),
    ...Object.entries(plan.draw).map(([key, values]) => drawn(named(key), values.join(comma))),
  ];
}

/** What is drawn of the bids themselves. */
function orderLines(plan: EvaluationPlan, language: PlanLanguage): readonly string[] {
  const { sample, tie } = WORDS[language];
  const rule = formulaOf(plan.formula ?? '')?.sample?.[language] ?? '';
  return bidOrdersOf(plan).map((kind) => (kind === 'sample' ? sample(rule) : tie));
}

/**
 * A plan in sentences, as the notice and the public pages tell it: the method first, then what the documents state, what
 * is drawn, the items and who is asked about a price. A plan of null is by lowest evaluated price.
 */
export function planLines(plan: EvaluationPlan | null, language: PlanLanguage): readonly string[] {
  const words = WORDS[language];
  const { comprehensive, price, item, ask, comma } = words;
  const formula = formulaOf(plan?.formula ?? '') ?? LOWEST_EVALUATED;
  if (plan === null) return [formula[language]];
  const points = [
    price(plan.priceWeight ?? '0'),
    ...plan.items.map((one) => item(one.title, one.points)),
  ];
  return [
    ...(plan.kind === 'comprehensive' ? [comprehensive, points.join(comma)] : []),
    formula[language],
    ...parameterLines(plan, language),
    ...orderLines(plan, language),
    ...(plan.blind ? [words.blind] : []),
    ...(plan.apart ? [words.apart] : []),
    ...(plan.askBelowPercent === null ? [] : [ask(plan.askBelowPercent)]),
  ];
}
