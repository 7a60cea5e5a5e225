import { creditCodeCheck } from '@core/enterprise';
import type { OrganisationKind, Role } from '@core/identity';

/** Everybody in the demo county signs in with this; printed on the sign-in page. */
export const DEMO_PASSWORD = 'sunlit-demo-2026';

/** A valid unified social credit code made from a number; for invented firms only. */
export function demoCreditCode(number: number): string {
  const body = `91420528MA4${String(number).padStart(6, '0')}`;
  return body + (creditCodeCheck(body) ?? '');
}

/** An organisation of the invented county 青禾县. */
export interface DemoOrganisation {
  readonly key: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly parent?: string;
  readonly creditCode?: string;
}

export const DEMO_ORGANISATIONS: readonly DemoOrganisation[] = [
  { key: 'county', kind: 'county', name: '青禾县人民政府' },
  { key: 'centre', kind: 'centre', name: '青禾县公共资源交易中心', parent: 'county' },
  { key: 'authority', kind: 'authority', name: '青禾县公共资源交易监督管理局', parent: 'county' },
  { key: 'transport', kind: 'tenderer', name: '青禾县交通运输局', parent: 'county' },
  { key: 'education', kind: 'tenderer', name: '青禾县教育局', parent: 'county' },
  { key: 'water', kind: 'tenderer', name: '青禾县水利局', parent: 'county' },
  { key: 'caihua', kind: 'township', name: '采禾乡人民政府', parent: 'county' },
  { key: 'liushui', kind: 'township', name: '流水镇人民政府', parent: 'county' },
  { key: 'xinming', kind: 'village', name: '流水镇新明村村民委员会', parent: 'liushui' },
  {
    key: 'agency',
    kind: 'agency',
    name: '青禾诚信招标代理有限公司',
    creditCode: demoCreditCode(900),
  },
  { key: 'experts', kind: 'expert_pool', name: '青禾县评标专家库', parent: 'centre' },
  { key: 'citizens', kind: 'public', name: '青禾县社会监督员', parent: 'authority' },
];

/** A person of the demo, with the role the account is for. */
export interface DemoAccount {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
}

export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { username: 'tenderer', name: '周明远', role: 'tenderer', organisation: 'transport' },
  { username: 'township', name: '何秀兰', role: 'tenderer', organisation: 'caihua' },
  { username: 'township2', name: '罗文海', role: 'tenderer', organisation: 'caihua' },
  { username: 'town', name: '程立春', role: 'tenderer', organisation: 'liushui' },
  { username: 'village', name: '田大有', role: 'tenderer', organisation: 'xinming' },
  { username: 'school', name: '陆文静', role: 'tenderer', organisation: 'education' },
  { username: 'waterworks', name: '江一帆', role: 'tenderer', organisation: 'water' },
  { username: 'agency', name: '方知行', role: 'tenderer', organisation: 'agency' },
  { username: 'registrar', name: '林书琴', role: 'registrar', organisation: 'centre' },
  { username: 'host', name: '郑开平', role: 'host', organisation: 'centre' },
  { username: 'drawer', name: '沈若渊', role: 'draw_operator', organisation: 'centre' },
  { username: 'finance', name: '钱守一', role: 'finance', organisation: 'centre' },
  { username: 'sysadmin', name: '顾维', role: 'system_admin', organisation: 'centre' },
  { username: 'secadmin', name: '安世宁', role: 'security_admin', organisation: 'centre' },
  { username: 'auditor', name: '史直', role: 'audit_admin', organisation: 'centre' },
  { username: 'supervisor', name: '严正', role: 'supervisor', organisation: 'authority' },
  { username: 'citizen', name: '叶向阳', role: 'citizen', organisation: 'citizens' },
];

const FIRST = ['青山', '绿野', '禾丰', '大川', '长河', '明珠', '安泰', '宏远', '永固', '天工'];
const TRADES = [
  { suffix: '路桥建设有限公司', type: '公路工程施工总承包', grade: '三级' },
  { suffix: '建筑工程有限公司', type: '建筑工程施工总承包', grade: '三级' },
  { suffix: '水利水电工程有限公司', type: '水利水电工程施工总承包', grade: '三级' },
];

/** One of the thirty invented firms. */
export interface DemoFirm {
  readonly username: string;
  readonly name: string;
  readonly creditCode: string;
  readonly person: string;
  readonly qualification: { readonly type: string; readonly grade: string };
}

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏';
const GIVEN = ['建国', '文斌', '晓燕', '志强', '丽华', '海涛', '雪梅', '立新', '国栋', '春生'];

/** An invented personal name, always the same for the same number. */
export function demoName(number: number): string {
  const surname = SURNAMES.charAt(number % SURNAMES.length);
  return surname + (GIVEN[Math.floor(number * 7) % GIVEN.length] ?? '明');
}

export const DEMO_FIRMS: readonly DemoFirm[] = Array.from({ length: 30 }, (_, index) => {
  const trade = TRADES[index % TRADES.length] ?? { suffix: '有限公司', type: '', grade: '' };
  return {
    username: `firm${index + 1}`,
    name: `青禾县${FIRST[Math.floor(index / TRADES.length)] ?? ''}${trade.suffix}`,
    creditCode: demoCreditCode(1_000 + index),
    person: demoName(index),
    qualification: { type: trade.type, grade: trade.grade },
  };
});

/** One of the sixty invented experts. */
export interface DemoExpert {
  readonly username: string;
  readonly name: string;
  readonly specialties: readonly string[];
  readonly employer: string;
  readonly region: string;
  readonly title: string;
  readonly phone: string;
}

const SPECIALTIES_OF = [
  'road',
  'road',
  'cost',
  'civil',
  'water',
  'cost',
  'electromech',
  'equipment',
];
const EMPLOYERS = [
  '青禾县设计院',
  '邻县公路局',
  '省交通学院',
  '青禾县造价站',
  '水利勘测队',
  '市政设计室',
];

export const DEMO_EXPERTS: readonly DemoExpert[] = Array.from({ length: 60 }, (_, index) => ({
  username: `expert${index + 1}`,
  name: demoName(60 + index),
  specialties: [SPECIALTIES_OF[index % SPECIALTIES_OF.length] ?? 'civil'],
  employer: EMPLOYERS[index % EMPLOYERS.length] ?? '',
  region: index % 2 === 0 ? '青禾县' : '邻县',
  title: index % 3 === 0 ? '教授级高级工程师' : '高级工程师',
  phone: `139000${String(10_000 + index)}`,
}));
