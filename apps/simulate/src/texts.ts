import type { Reason } from '@core/evaluation';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

type Texts = Readonly<Record<Language, string>>;

/** What a reason says; `{name}` stands for a parameter. */
export const REASON_TEXTS: Readonly<Record<Reason['code'], Texts>> = {
  above_ceiling: { zh: '高于最高投标限价 {ceiling}', en: 'above the ceiling {ceiling}' },
  below_theoretical_cost: {
    zh: '低于理论成本价 {cost}，不计入均值，须先请其澄清',
    en: 'below the theoretical cost {cost}: not in the mean; the panel must ask first',
  },
  trimmed_high: { zh: '最高价，不计入均值', en: 'highest, left out of the mean' },
  trimmed_low: { zh: '最低价，不计入均值', en: 'lowest, left out of the mean' },
  in_sample: { zh: '抽中', en: 'drawn' },
  not_in_sample: { zh: '未抽中', en: 'not drawn' },
  out_of_range: { zh: '在合成范围外', en: 'outside the range' },
  at_benchmark: { zh: '等于基准价', en: 'at the benchmark' },
  above_benchmark: { zh: '高于基准价 {percent}%', en: '{percent} % above the benchmark' },
  below_benchmark: { zh: '低于基准价 {percent}%', en: '{percent} % below the benchmark' },
  inside_band: { zh: '在满分区间内', en: 'inside the band' },
  above_band: { zh: '高于区间上限 {percent}%', en: '{percent} % above the band' },
  below_band: { zh: '低于区间下限 {percent}%', en: '{percent} % below the band' },
  floored_at_zero: { zh: '扣至0分为止', en: 'not below 0' },
  tied: { zh: '并列：{with}', en: 'tied: {with}' },
  tie_broken_by_price: { zh: '同分，报价低者先', en: 'equal score, the lower price first' },
  tie_broken_by_draw: { zh: '同分，按抽签次序', en: 'equal score, in the order of the draw' },
  rejected: { zh: '否决：{ground}', en: 'rejected: {ground}' },
};

/** Words of the table. */
export const WORDS = {
  method: { zh: '方法', en: 'method' },
  unverified: { zh: '公式来源未核实', en: 'the formula’s source is unverified' },
  benchmark: { zh: '基准价（元）', en: 'benchmark (yuan)' },
  rank: { zh: '名次', en: 'rank' },
  bid: { zh: '投标', en: 'bid' },
  price: { zh: '报价（元）', en: 'price (yuan)' },
  score: { zh: '得分', en: 'score' },
  reasons: { zh: '理由', en: 'reasons' },
  tie: { zh: '并列，未定先后', en: 'tied, undecided' },
  notice: { zh: '评分偏离提示', en: 'mark far from the others' },
  technical: { zh: '第一信封', en: 'first envelope' },
  chosen: { zh: '开启第二信封', en: 'second envelope opened' },
  not_opened: { zh: '第二信封不开启', en: 'second envelope stays closed' },
  rejected: { zh: '否决', en: 'rejected' },
  violated: { zh: '注意', en: 'note' },
  refused: { zh: '拒绝', en: 'refused' },
} as const satisfies Readonly<Record<string, Texts>>;

/** Fills `{name}` in a text. A parameter that is missing stays visible. */
export function fill(text: string, params: Readonly<Record<string, string>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
}
