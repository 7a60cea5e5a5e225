import { DemoPeople } from '@server/demo';
import { uploadFile } from '../journeys/upload';
import { worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { noticeText } from '../journeys/notice';

interface Made {
  readonly id: string;
}

interface ProjectPage {
  readonly regime: string;
  readonly collective: { readonly document: string; readonly agreed: number } | null;
}

describe('a village’s project', () => {
  let app: TestApp;
  let world: World;
  let village: Client;
  let projectId: string;
  let tenderId: string;
  let minutes: string;

  const record = (change: object): Promise<unknown> => recordAs(village, minutes, change);
  const recordAs = (of: Client, fileId: string, change: object = {}): Promise<unknown> =>
    of.put(`/api/projects/${projectId}/collective-decision`, {
      meeting: 'representatives',
      document: '新明村村民代表会议记录〔2026〕1号',
      partyOn: '2026-01-28',
      heldOn: '2026-02-02',
      publishedFrom: '2026-02-03',
      publishedUntil: '2026-02-20',
      entitled: 45,
      present: 40,
      agreed: 36,
      fileId,
      ...change,
    });
  const publish = async (): Promise<unknown> => {
    const text = await noticeText(village, tenderId);
    return village.post(`/api/tenders/${tenderId}/publish`, { text });
  };

  beforeAll(async () => {
    app = await anApp('village', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    village = await world.as('village');
    ({ id: projectId } = await village.post<Made>('/api/projects', {
      title: '新明村文化广场',
      kind: 'works',
      owner: 'village',
      partOfWorks: true,
      fiscalFunds: false,
      estimateFen: '32000000',
      totalInvestmentFen: '32000000',
      category: 'works',
      region: '流水镇',
      approvalNumber: '流政办〔2026〕8号',
    }));
    const registrar = await world.as('registrar');
    await registrar.post(`/api/projects/${projectId}/answer`, { missing: [] });
    const upload = (name: string): Promise<{ readonly id: string }> =>
      uploadFile(village, name, 'text/plain', Buffer.from(name));
    minutes = (await upload('会议记录.txt')).id;
    ({ id: tenderId } = await village.post<Made>('/api/tenders', {
      projectId,
      title: '新明村文化广场',
      method: 'lottery',
      bidBondFen: '0',
      basis: {
        documentNumber: '流政办〔2026〕2号',
        fairCompetitionReview: '流公审〔2026〕1号',
        fileId: (await upload('依据.txt')).id,
      },
    }));
  });
  afterAll(() => app.close());

  it('is not published before the village’s decision is on record', async () => {
    expect(await village.refusal(publish())).toMatchObject({
      code: 'project.collective_missing',
      law: {
        ruleId: 'village-resolution',
        quote: '本村公益事业的兴办和筹资筹劳方案及建设承包方案',
        status: 'checked',
      },
    });
  });

  it('records no decision that is unlawful, impossible, or another’s', async () => {
    expect(await village.refusal(record({ publishedUntil: '2026-02-10' }))).toMatchObject({
      code: 'project.collective_unlawful',
      law: { ruleId: 'village-publish-15d', citation: '村民委员会组织法(2025修正)§35' },
    });
    expect(await village.refusal(record({ entitled: 61 }))).toMatchObject({
      code: 'project.collective_unlawful',
      law: { ruleId: 'village-representatives-quorum', status: 'unverified' },
    });
    expect(await village.refusal(record({ agreed: 41 }))).toMatchObject({
      code: 'project.collective_invalid',
      params: { reason: 'votes' },
    });
    const school = await world.as('school');
    const own = await uploadFile(school, '记录.txt', 'text/plain', Buffer.from('记录'));
    expect((await school.refusal(recordAs(school, own.id))).code).toBe('project.not_found');
    expect((await school.refusal(recordAs(school, minutes))).code).toBe('file.not_found');
    expect((await village.refusal(recordAs(village, own.id))).code).toBe('file.not_found');
  });

  it('is published once it is, and its minutes are there to read', async () => {
    await record({});
    const page = await village.get<ProjectPage>(`/api/projects/${projectId}`);
    expect(page).toMatchObject({ regime: 'D', collective: { agreed: 36 } });
    const file = await (
      await world.as('registrar')
    ).fetch(`/api/projects/${projectId}/collective-decision`);
    expect(await file.text()).toBe('会议记录.txt');
    await publish();
    const open = await world.stranger().get<{ state: string }>(`/api/public/tenders/${tenderId}`);
    expect(open.state).toBe('published');
    expect((await village.refusal(record({ agreed: 40 }))).code).toBe('project.collective_fixed');
  });
});
