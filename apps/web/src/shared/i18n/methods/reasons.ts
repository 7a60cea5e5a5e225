import type { Reason } from '@core/evaluation';
import type { Locale } from '../locale';

/** Why a bid stands where it stands. */
export const REASON_TEXTS: Readonly<Record<Locale, Readonly<Record<Reason['code'], string>>>> = {
  'zh-CN': {
    above_ceiling: '高于最高投标限价 {ceiling}',
    below_theoretical_cost: '低于理论成本价 {cost}，不计入均值，评标委员会须先请其澄清',
    trimmed_high: '最高价，不计入均值',
    trimmed_low: '最低价，不计入均值',
    in_sample: '抽中',
    not_in_sample: '未抽中',
    out_of_range: '在合成范围外',
    at_benchmark: '等于基准价',
    above_benchmark: '高于基准价 {percent}%',
    below_benchmark: '低于基准价 {percent}%',
    inside_band: '在满分区间内',
    above_band: '高于区间上限 {percent}%',
    below_band: '低于区间下限 {percent}%',
    floored_at_zero: '扣至 0 分为止',
    tied: '并列：{with}',
    tie_broken_by_price: '同分，报价低者先',
    tie_broken_by_draw: '同分，按抽签次序',
    rejected: '否决：{ground}',
  },
  en: {
    above_ceiling: 'above the ceiling {ceiling}',
    below_theoretical_cost:
      'below the theoretical cost {cost}: not in the mean; the panel must ask first',
    trimmed_high: 'highest, left out of the mean',
    trimmed_low: 'lowest, left out of the mean',
    in_sample: 'drawn',
    not_in_sample: 'not drawn',
    out_of_range: 'outside the range',
    at_benchmark: 'at the benchmark',
    above_benchmark: '{percent}% above the benchmark',
    below_benchmark: '{percent}% below the benchmark',
    inside_band: 'inside the band',
    above_band: '{percent}% above the band',
    below_band: '{percent}% below the band',
    floored_at_zero: 'not below 0',
    tied: 'tied: {with}',
    tie_broken_by_price: 'equal score, the lower price first',
    tie_broken_by_draw: 'equal score, in the order of the draw',
    rejected: 'rejected: {ground}',
  },
};
