import { DemoPeople } from '@server/demo';
import { holderKeys } from '../journeys/holders';
import { publish, registerProject } from '../journeys/rural-road';
import { worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { noticeText } from '../journeys/notice';

interface Made {
  readonly id: string;
}

interface Own {
  readonly state: string;
  readonly title: string;
  readonly documents: readonly { readonly id: string; readonly sha256: string }[];
  readonly sealing: { readonly mode: string; readonly windowSeconds: number } | null;
  readonly noticeText: string | null;
  readonly code: string;
}

describe('calling a tender again', () => {
  let app: TestApp;
  let world: World;
  let tenderer: Client;
  let first: string;

  const again = (of: Client, id: string): Promise<Made> => of.post(`/api/tenders/${id}/re-tender`);
  const page = (id: string): Promise<Own & { previousId: string | null; nextId: string | null }> =>
    world.stranger().get(`/api/public/tenders/${id}`);

  beforeAll(async () => {
    app = await anApp('re_tender', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    tenderer = await world.as('township');
    ({ tenderId: first } = await publish(world, await registerProject(world)));
  });
  afterAll(() => app.close());

  it('is refused while the first call runs, and to strangers always', async () => {
    expect((await tenderer.refusal(again(tenderer, first))).code).toBe('tender.wrong_state');
    await tenderer.post(`/api/tenders/${first}/terminate`, { reason: '资金落空' });
    const other = await world.as('school');
    expect((await other.refusal(again(other, first))).code).toBe('tender.not_found');
  });

  it('carries everything over, once, however often it is pressed', async () => {
    const made = await Promise.all([
      again(tenderer, first),
      again(tenderer, first),
      again(tenderer, first),
    ]);
    expect(new Set(made.map((one) => one.id)).size).toBe(1);
    const second = made[0].id;
    const [old, draft] = [await page(first), await tenderer.get<Own>(`/api/tenders/${second}`)];
    expect(draft).toMatchObject({ state: 'draft', title: `${old.title}（第2次）` });
    expect(draft.documents.map((one) => one.sha256)).toEqual(
      old.documents.map((one) => one.sha256),
    );
    const was = await tenderer.get<Own>(`/api/tenders/${first}`);
    expect(draft.sealing).toEqual({ ...was.sealing, holders: [] });
    expect(draft.noticeText).toContain(`名称：${draft.title}\n编号：${draft.code}`);
    const called = await noticeText(tenderer, second);
    const early = tenderer.post(`/api/tenders/${second}/publish`, { text: '重新招标公告' });
    expect((await tenderer.refusal(early)).code).toBe('seal.opening_invalid');
    expect(old.nextId).toBeNull();
    const { sealing } = await holderKeys(second);
    await tenderer.put(`/api/tenders/${second}/sealing`, sealing);
    await tenderer.post(`/api/tenders/${second}/publish`, {
      text: called.replace('资金来源：见招标文件', '资金来源：上级补助'),
    });
    expect([(await page(first)).nextId, (await page(second)).previousId]).toEqual([second, first]);
    await tenderer.post(`/api/tenders/${second}/terminate`, { reason: '仍无资金' });
    const third = await again(tenderer, second);
    const last = await tenderer.get<Own>(`/api/tenders/${third.id}`);
    expect(last.title).toBe(`${old.title}（第3次）`);
    expect(last.noticeText).toContain(`名称：${old.title}（第3次）\n编号：${last.code}`);
    expect(last.noticeText).toContain('资金来源：上级补助');
  });
});
