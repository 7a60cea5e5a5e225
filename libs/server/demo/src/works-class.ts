import type { WorksClass } from '@core/project';

const WORDS: readonly (readonly [RegExp, WorksClass])[] = [
  [/供水|污水|管网|城东大桥/, 'A02'],
  [/水库|堤防|饮水|渠|灌/, 'A07'],
  [/路|桥|村道/, 'A03'],
  [/楼|校|幼儿园|中心|客运站|围墙|广场|文化站/, 'A01'],
];

/** What a project of the demo county builds, as its title says; null: other works. */
export function worksClassOf(title: string): WorksClass | null {
  return WORDS.find(([words]) => words.test(title))?.[1] ?? null;
}
