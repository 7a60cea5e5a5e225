import { DemoPeople } from '@server/demo';
import { uploadFile } from '../journeys/upload';
import { worldAt } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { Looks } from './secrecy/looks';
import { ACCOUNTS, commission } from './secrecy/road';

const SLOW = 300_000;
const PROBES = {
  attachment: '/api/projects/:project/attachments/:attachment/file',
  exemption: '/api/projects/:project/exemption',
  minutes: '/api/projects/:project/collective-decision',
  contract: '/api/projects/:project/commission/contract',
} as const;
const PAPERS = ['attachment', 'exemption', 'minutes', 'contract'] as const;
const READERS = [
  'public',
  'citizen',
  'bidder',
  'expert',
  'tenderer',
  'agency',
  'other tenderer',
  'registrar',
  'host',
  'drawer',
  'finance',
  'system admin',
  'security admin',
  'auditor',
  'supervisor',
] as const;
type Reader = (typeof READERS)[number];
const MAY: readonly Reader[] = ['tenderer', 'agency', 'registrar', 'supervisor'];
const MOMENTS = ['registered'] as const;
const PAPER = '只给该看的人看的材料';

/** The papers of a project: for those who hand them in, check them and supervise. */
describe('who reads the papers of a project', () => {
  const looks = new Looks<(typeof MOMENTS)[number], Reader, keyof typeof PROBES>(MOMENTS, PROBES);
  let app: TestApp;

  beforeAll(async () => {
    app = await anApp('secrecy_papers', { DEMO: 'true' });
    await app.get(DemoPeople).settle(1);
    const world = worldAt(app.url, () => undefined);
    const accounts = { ...ACCOUNTS, tenderer: 'village', bidder: 'firm1', expert: 'expert1' };
    looks.readers.set('public', world.stranger());
    for (const [reader, username] of Object.entries(accounts)) {
      looks.readers.set(reader as Reader, await world.as(username));
    }
    const village = await world.as('village');
    const paper = async (): Promise<string> =>
      (await uploadFile(village, '材料.txt', 'text/plain', Buffer.from(PAPER))).id;
    const attachment = await paper();
    const { id } = await village.post<{ id: string }>('/api/projects', {
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
      exemption: { ground: 'rescue', evidence: '县防汛抗旱指挥部 3 号令', fileId: await paper() },
      attachments: [{ fileId: attachment, kind: 'approval', title: '批复' }],
    });
    const registrar = await world.as('registrar');
    await registrar.post(`/api/projects/${id}/answer`, { missing: [] });
    await village.put(`/api/projects/${id}/collective-decision`, {
      meeting: 'representatives',
      document: '新明村村民代表会议记录〔2026〕1号',
      partyOn: '2026-01-28',
      heldOn: '2026-02-02',
      publishedFrom: '2026-02-03',
      publishedUntil: '2026-02-20',
      entitled: 45,
      present: 40,
      agreed: 36,
      fileId: await paper(),
    });
    await commission(village, id);
    Object.assign(looks.names, { project: id, attachment });
    await looks.look('registered');
  }, SLOW);
  afterAll(() => app.close());

  describe.each(PAPERS)('%s', (probe) => {
    it.each(READERS)(`is read by ${MAY.join(', ')} and by nobody else: %s`, (reader) => {
      const { status, text } = looks.at('registered', reader, probe);
      if (MAY.includes(reader)) {
        expect([reader, status]).toEqual([reader, 200]);
        expect(text).toBe(probe === 'contract' ? '委托' : PAPER);
      } else expect([401, 403, 404]).toContain(status);
    });
  });
});
