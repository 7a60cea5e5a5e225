import type { CallOffWay, FrameworkTerms, Product } from '@core/framework';

/** A framework of the demo, beside what every project has. */
export interface DemoFramework {
  readonly ceilingYuan: number;
  readonly terms: FrameworkTerms;
  /** Unit prices in yuan, by firm. */
  readonly prices: readonly (readonly [firm: number, yuan: number])[];
  readonly product: Omit<Product, 'model'>;
  readonly orders: number;
  /** Days from one order to the next. */
  readonly every: number;
  readonly quantities: readonly number[];
  /** After how many orders the supplier with the last rank is removed; null: none is. */
  readonly removedAfter: number | null;
}

/** Desktop computers of last year, from the agreements to the summary. */
export const DESKTOPS: DemoFramework = {
  ceilingYuan: 4_200,
  terms: {
    eliminationPercent: 20,
    most: null,
    months: 9,
    callOff: ['direct', 'competition', 'rotation'],
    unit: '台',
    buyers: '全县各级预算单位',
    outsideAward: true,
  },
  prices: [
    [11, 3_980],
    [12, 3_850],
    [13, 3_920],
    [14, 3_790],
    [15, 4_050],
    [16, 4_180],
  ],
  product: {
    name: '台式计算机',
    brand: '长河',
    parameters: '16 GB 内存，512 GB 固态硬盘，23.8 英寸显示器',
    service: '下单后三个工作日送达，三年上门保修',
  },
  orders: 27,
  every: 9,
  quantities: [2, 5, 1, 10, 3, 8],
  removedAfter: 15,
};

/** Insurance of official cars, under way. */
export const CAR_INSURANCE: DemoFramework = {
  ceilingYuan: 2_600,
  terms: {
    eliminationPercent: 20,
    most: 3,
    months: 24,
    callOff: ['direct', 'rotation'],
    unit: '辆',
    buyers: '县级机关和乡镇公务用车',
    outsideAward: false,
  },
  prices: [
    [17, 2_480],
    [18, 2_390],
    [19, 2_520],
    [20, 2_450],
  ],
  product: {
    name: '公务用车商业险',
    brand: '',
    parameters: '第三者责任险 200 万元，车辆损失险，车上人员责任险',
    service: '出险两小时到场，七个工作日赔付',
  },
  orders: 8,
  every: 1,
  quantities: [1, 3, 2],
  removedAfter: null,
};

/** Which way the orders of the demo go, in turn. */
export function wayOf(order: number, { terms }: DemoFramework): CallOffWay {
  const ways = terms.callOff;
  // Every ninth is competed for; the others are chosen or taken in turn.
  if (order % 9 === 8 && ways.includes('competition')) return 'competition';
  return order % 2 === 0 ? 'direct' : 'rotation';
}
