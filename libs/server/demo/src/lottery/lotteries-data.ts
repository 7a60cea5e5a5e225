import type { PerformanceGrade } from '@core/enterprise';
import type { OwnerKind } from '@core/rules';

/** One lottery of the demo county. */
export interface DemoLottery {
  readonly owner: string;
  readonly ownerKind: OwnerKind;
  readonly title: string;
  readonly region: string;
  /** The pool's trade. */
  readonly category: string;
  readonly estimateYuan: number;
  /** The numbers of the firms that take part. */
  readonly firms: readonly number[];
  /** How the work was done; null: it is still going on. */
  readonly review: PerformanceGrade | null;
}

/** Lotteries that are published together and drawn one after the other on the same day. */
export interface DrawingDay {
  /** In Beijing. */
  readonly publishedAt: string;
  readonly lotteries: readonly DemoLottery[];
}

type Row = readonly [
  owner: string,
  title: string,
  region: string,
  estimateYuan: number,
  firms: readonly number[],
  review?: PerformanceGrade | null,
];

function lottery(category: string, row: Row): DemoLottery {
  const [owner, title, region, estimateYuan, firms, review = 'good'] = row;
  return { owner, ownerKind: 'township', title, region, category, estimateYuan, firms, review };
}

const works = (...row: Row): DemoLottery => lottery('works', row);
const agro = (...row: Row): DemoLottery => lottery('agro', row);

/** The title of the small road that is also let by reasonable low price: the same work both ways, to compare. */
export const SAME_ROAD = '采禾乡机耕路修缮工程';

/** The lotteries of 2025. Names and sums are invented; who is drawn is not: it is drawn. */
export const DEMO_LOTTERIES: readonly DrawingDay[] = [
  {
    publishedAt: '2025-03-10 09:00',
    lotteries: [
      works('township', '采禾乡一组溪沟便桥工程', '采禾乡', 420_000, [1, 2, 3, 4, 6, 8, 9]),
      agro('township', '采禾乡二组灌溉水渠修复工程', '采禾乡', 260_000, [3, 6, 9, 12, 15]),
    ],
  },
  {
    publishedAt: '2025-04-14 09:00',
    lotteries: [
      works('town', '流水镇集镇路灯安装工程', '流水镇', 380_000, [1, 3, 5, 7, 10]),
      agro('town', '流水镇堰塘清淤工程', '流水镇', 310_000, [6, 15, 18, 21], 'pass'),
    ],
  },
  {
    publishedAt: '2025-05-19 09:00',
    lotteries: [
      works('township', '采禾乡卫生院围墙工程', '采禾乡', 290_000, [2, 4, 5, 8, 9, 10]),
      works('town', '流水镇老街排水沟工程', '流水镇', 560_000, [2, 3, 6, 7, 9]),
    ],
  },
  {
    publishedAt: '2025-07-07 09:00',
    lotteries: [
      works('township', `${SAME_ROAD}（一标，摇号）`, '采禾乡', 900_000, [1, 2, 4, 5, 7, 8, 10]),
      agro('township', '采禾乡小型泵站维修工程', '采禾乡', 350_000, [9, 12, 18, 24]),
    ],
  },
  {
    publishedAt: '2025-09-15 09:00',
    lotteries: [
      works('township', '采禾乡中心小学操场整平工程', '采禾乡', 330_000, [1, 3, 4, 6, 7]),
      agro('township', '采禾乡高标准农田机耕道工程', '采禾乡', 680_000, [3, 6, 12, 15, 21, 24]),
    ],
  },
  {
    publishedAt: '2025-10-20 09:00',
    lotteries: [
      works('township', '采禾乡集镇垃圾中转站工程', '采禾乡', 740_000, [1, 2, 5, 7, 8, 9], null),
      agro('township', '采禾乡三组拦水堰工程', '采禾乡', 410_000, [3, 9, 15, 18, 21], null),
    ],
  },
];
