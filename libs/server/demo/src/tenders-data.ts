import type { EvaluationPlan } from '@core/evaluation';
import type { PerformanceGrade } from '@core/enterprise';
import type { Method, OwnerKind, ProjectKind } from '@core/rules';
import type { WantedQualification } from '@core/tender';
import type { DemoComplaint } from './demo-complaints';
import { DEMO_DRAWN, DEMO_FORMULA, DEMO_SCORING } from './demo-plans';
import { CAR_INSURANCE, DESKTOPS, type DemoFramework } from './framework/frameworks-data';
import { SAME_ROAD } from './lottery/lotteries-data';

/** How far a demo tender has come when the county is settled. */
export type DemoEnd =
  | 'returned'
  | 'submitted'
  | 'registered'
  | 'draft'
  | 'published'
  | 'failed'
  | 'terminated'
  | 'evaluation'
  | 'publicity'
  | 'awarded';

/** A lot of a demo tender: its share of the estimate, per mille. */
export interface DemoLot {
  readonly title: string;
  readonly share: number;
  readonly qualification: WantedQualification | null;
}

/** A consortium of the demo, for one lot. */
export interface DemoConsortium {
  readonly lot: number;
  readonly leader: number;
  readonly member: number;
}

/** One project of the demo county. */
export interface DemoProject {
  readonly owner: string;
  readonly ownerKind: OwnerKind;
  readonly title: string;
  readonly kind: ProjectKind;
  readonly category: string;
  readonly region: string;
  readonly estimateYuan: number;
  readonly method: Method;
  readonly end: DemoEnd;
  /** When it is published (Beijing), and how long bidders have, in days; null: the earliest lawful deadline. */
  readonly publishedAt?: string;
  readonly deadline?: string;
  /** Which firms bid, and at which share of the estimate (per mille). */
  readonly bids?: readonly (readonly [firm: number, perMille: number, lot?: number])[];
  /** How its bids are compared; by lowest evaluated price where nothing is said. */
  readonly plan?: EvaluationPlan;
  readonly lots?: readonly DemoLot[];
  readonly consortia?: readonly DemoConsortium[];
  /** Called among the members of its category's pool alone. */
  readonly fromPool?: boolean;
  /** The second candidate complains of the result. */
  readonly complaint?: DemoComplaint;
  /** Several suppliers are bound for a while, and buyers order from them. */
  readonly framework?: DemoFramework;
  /** How the finished work was done; not said: it goes on. */
  readonly review?: PerformanceGrade;
}

type Row = readonly [
  owner: string,
  ownerKind: OwnerKind,
  title: string,
  kind: ProjectKind,
  category: string,
  region: string,
  estimateYuan: number,
];

function project(row: Row, end: DemoEnd, more: Partial<DemoProject> = {}): DemoProject {
  const [owner, ownerKind, title, kind, category, region, estimateYuan] = row;
  return {
    owner,
    ownerKind,
    title,
    kind,
    category,
    region,
    estimateYuan,
    method: 'open_tender',
    end,
    ...more,
  };
}

/** Last year's framework: everybody's computers. */
export const DEMO_FRAMEWORKS: readonly DemoProject[] = [
  project(
    ['tenderer', 'agency', '2025年度台式计算机框架协议采购', 'goods', 'goods', '城关镇', 1_600_000],
    'awarded',
    { method: 'framework_agreement', publishedAt: '2025-03-10 10:00', framework: DESKTOPS },
  ),
];

/** The framework that was called at the end of last year, and is under way. */
export const DEMO_NEXT_FRAMEWORKS: readonly DemoProject[] = [
  project(
    [
      'tenderer',
      'agency',
      '2026—2027年度公务用车保险框架协议采购',
      'services',
      'services',
      '城关镇',
      800_000,
    ],
    'awarded',
    { method: 'framework_agreement', publishedAt: '2026-01-06 10:00', framework: CAR_INSURANCE },
  ),
];

/** What was let in 2025 by reasonable low price among the members of a pool: the same small road as one that was drawn by lot. */
export const DEMO_LAST_YEAR: readonly DemoProject[] = [
  project(
    ['township', 'township', SAME_ROAD + '（二标，合理低价）', 'works', 'works', '采禾乡', 900_000],
    'awarded',
    {
      method: 'reasonable_low_price',
      fromPool: true,
      publishedAt: '2025-07-07 10:00',
      plan: DEMO_DRAWN,
      bids: [
        [1, 951],
        [2, 962],
        [4, 940],
        [5, 973],
        [7, 956],
        [8, 947],
      ],
      review: 'good',
    },
  ),
];

/** Twenty projects, in every state a project or tender can be in. Names and prices are invented. */
export const DEMO_PROJECTS: readonly DemoProject[] = [
  project(
    ['tenderer', 'agency', '青禾县城东大桥桥面铺装维修工程', 'works', 'works', '城关镇', 1_860_000],
    'awarded',
    {
      publishedAt: '2026-01-08 09:00',
      plan: DEMO_FORMULA,
      bids: [
        [1, 962],
        [4, 955],
        [7, 978],
        [10, 949],
      ],
    },
  ),
  project(
    ['school', 'agency', '青禾县实验小学教学楼外墙修缮工程', 'works', 'works', '城关镇', 920_000],
    'awarded',
    {
      publishedAt: '2026-01-09 09:00',
      plan: DEMO_SCORING,
      bids: [
        [2, 940],
        [5, 958],
        [8, 971],
      ],
    },
  ),
  project(
    ['waterworks', 'agency', '流水镇堤防护岸应急加固工程', 'works', 'works', '流水镇', 2_450_000],
    'failed',
    {
      publishedAt: '2026-01-12 09:00',
      bids: [
        [3, 980],
        [6, 975],
      ],
    },
  ),
  project(
    ['township', 'township', '采禾乡集镇污水管网改造工程', 'works', 'works', '采禾乡', 3_180_000],
    'awarded',
    {
      publishedAt: '2026-01-15 09:00',
      complaint: 'decided',
      bids: [
        [1, 951],
        [4, 967],
        [7, 944],
        [13, 972],
        [16, 959],
      ],
    },
  ),
  project(
    ['tenderer', 'agency', '青禾县村道安防护栏工程', 'works', 'works', '采禾乡', 1_320_000],
    'publicity',
    {
      publishedAt: '2026-02-06 09:00',
      complaint: 'filed',
      bids: [
        [4, 948],
        [7, 961],
        [10, 956],
      ],
    },
  ),
  project(
    ['school', 'agency', '青禾县第二中学运动场改造工程', 'works', 'works', '城关镇', 2_760_000],
    'evaluation',
    {
      publishedAt: '2026-02-09 09:00',
      bids: [
        [2, 950],
        [5, 964],
        [8, 947],
        [11, 969],
      ],
    },
  ),
  project(
    ['waterworks', 'agency', '青禾县小型水库除险加固工程', 'works', 'works', '流水镇', 3_640_000],
    'published',
    {
      publishedAt: '2026-02-24 09:00',
      deadline: '2026-03-02 09:30',
      bids: [
        [3, 957],
        [6, 944],
        [9, 962],
      ],
    },
  ),
  project(
    ['tenderer', 'agency', '青禾县农村公路日常养护服务', 'services', 'services', '全县', 880_000],
    'published',
    { publishedAt: '2026-02-25 09:00', deadline: '2026-03-23 09:30' },
  ),
  project(
    ['township', 'township', '采禾乡便民服务中心装修工程', 'works', 'works', '采禾乡', 760_000],
    'terminated',
    { publishedAt: '2026-02-26 09:00', deadline: '2026-03-10 09:30' },
  ),
  project(
    ['school', 'agency', '青禾县乡镇幼儿园食堂改造工程', 'works', 'works', '流水镇', 1_150_000],
    'published',
    { publishedAt: '2026-02-27 09:00', deadline: '2026-03-12 14:30' },
  ),
  project(
    ['waterworks', 'agency', '城关镇供水主管更新工程', 'works', 'works', '城关镇', 5_280_000],
    'published',
    {
      publishedAt: '2026-02-27 10:00',
      deadline: '2026-03-24 09:30',
      lots: [
        { title: '主管与泵房土建', share: 600, qualification: null },
        { title: '阀门井与路面恢复', share: 400, qualification: null },
      ],
      consortia: [{ lot: 2, leader: 18, member: 21 }],
      bids: [
        [3, 955, 1],
        [6, 962, 1],
        [9, 948, 1],
        [3, 951, 2],
        [12, 966, 2],
        [18, 958, 2],
      ],
    },
  ),
  project(
    ['tenderer', 'agency', '青禾县客运站候车厅改造工程', 'works', 'works', '城关镇', 1_980_000],
    'draft',
  ),
  project(
    ['township', 'township', '采禾乡三组至五组道路硬化工程', 'works', 'works', '采禾乡', 640_000],
    'draft',
  ),
  project(
    ['village', 'village', '新明村文化广场建设工程', 'works', 'works', '流水镇', 320_000],
    'registered',
  ),
  project(
    ['school', 'agency', '青禾县职教中心实训设备采购', 'goods', 'procurement', '城关镇', 1_460_000],
    'registered',
  ),
  project(
    ['waterworks', 'agency', '流水镇灌区渠道清淤服务', 'services', 'services', '流水镇', 410_000],
    'registered',
  ),
  project(
    ['tenderer', 'agency', '青禾县公路标志标线更新工程', 'works', 'works', '全县', 1_240_000],
    'submitted',
  ),
  project(
    ['village', 'village', '新明村饮水安全巩固提升工程', 'works', 'works', '流水镇', 280_000],
    'submitted',
  ),
  project(
    ['township', 'township', '采禾乡桥头小桥重建工程', 'works', 'works', '采禾乡', 400_000],
    'submitted',
  ),
  project(
    ['school', 'agency', '青禾县特殊教育学校围墙工程', 'works', 'works', '城关镇', 180_000],
    'returned',
  ),
];
