import type { Client } from '../support/client';
import { fillPool } from './lottery';
import { uploadFile } from './upload';
import type { World } from './world';
import { noticeText } from './notice';

/** A small road below the threshold, which may be given by lottery or by reasonable low price. */
export const SMALL_ROAD = {
  title: '采禾乡机耕路修缮工程',
  category: 'works',
  estimateFen: '90000000',
  ceilingFen: '88000000',
} as const;

/** By the formula of the transport projects: the ceiling comes down, w and k are drawn after the opening. */
export const DRAWN_PLAN = {
  kind: 'formula',
  formula: 'price-itender-m1',
  parameters: { down: '1', tieBreak: 'lower-price' },
  draw: { w: ['0.30', '0.35', '0.40'], k: ['0.96', '0.97', '0.98', '0.99'] },
  priceWeight: null,
  items: [],
  askBelowPercent: '15',
} as const;

interface Made {
  readonly id: string;
}

/** The registered project of a small road, or of one of another size. */
export async function smallProject(
  world: World,
  estimateFen: string = SMALL_ROAD.estimateFen,
): Promise<string> {
  const tenderer = await world.as('township');
  const project = await tenderer.post<Made>('/api/projects', {
    kind: 'works',
    owner: 'township',
    partOfWorks: true,
    fiscalFunds: true,
    estimateFen,
    totalInvestmentFen: estimateFen,
    category: SMALL_ROAD.category,
    title: SMALL_ROAD.title,
    region: '采禾乡',
    approvalNumber: '采政发〔2026〕7号',
  });
  const registrar = await world.as('registrar');
  await registrar.post(`/api/projects/${project.id}/answer`, { missing: [] });
  return project.id;
}

/** A draft with its document. */
export async function smallDraft(
  world: World,
  projectId: string,
  method: 'open_tender' | 'reasonable_low_price',
): Promise<string> {
  const tenderer = await world.as('township');
  const { id } = await tenderer.post<Made>('/api/tenders', {
    projectId,
    title: SMALL_ROAD.title,
    method,
    ceilingFen: SMALL_ROAD.ceilingFen,
    bidBondFen: '0',
  });
  const paper = new TextEncoder().encode('招标文件：评标办法随公告公布。');
  const file = await uploadFile(tenderer, '招标文件.txt', 'text/plain', paper);
  const document = { fileId: file.id, kind: 'tender_document', title: '招标文件' };
  await tenderer.post(`/api/tenders/${id}/documents`, document);
  return id;
}

/** Publishes a draft; returns its deadline. */
export async function publishDraft(tenderer: Client, id: string): Promise<string> {
  const { timetable } = await tenderer.post<{ timetable: { deadline: string } }>(
    `/api/tenders/${id}/publish`,
    { text: await noticeText(tenderer, id) },
  );
  return timetable.deadline;
}

/** The pool of the works' trade with these firms in it; returns its id. */
export async function poolOf(world: World, usernames: readonly string[]): Promise<string> {
  await fillPool(world, SMALL_ROAD.category, usernames);
  const [pool] = await world.stranger().get<Made[]>('/api/public/pools');
  return pool?.id ?? '';
}
