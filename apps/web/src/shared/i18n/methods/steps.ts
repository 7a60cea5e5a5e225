import type { StepKey } from '@core/evaluation';
import type { Locale } from '../locale';

/** The numbers on the way to a benchmark. */
export const STEP_TEXTS: Readonly<Record<Locale, Readonly<Record<StepKey, string>>>> = {
  'zh-CN': {
    lowest: '最低报价',
    mean: '平均值',
    finalCeiling: '最终限价',
    theoreticalCost: '理论成本价',
    effectiveBids: '有效报价家数',
    effectiveMean: '有效均值',
    sampleSize: '样本家数',
    sampleMean: '样本均值',
    a: 'A',
    b: 'B',
    c: 'C',
    composite: '合成价',
    benchmark: '基准价',
  },
  en: {
    lowest: 'Lowest price',
    mean: 'Mean',
    finalCeiling: 'Final ceiling',
    theoreticalCost: 'Theoretical cost',
    effectiveBids: 'Effective prices',
    effectiveMean: 'Effective mean',
    sampleSize: 'Size of the sample',
    sampleMean: 'Mean of the sample',
    a: 'A',
    b: 'B',
    c: 'C',
    composite: 'Composite',
    benchmark: 'Benchmark',
  },
};
