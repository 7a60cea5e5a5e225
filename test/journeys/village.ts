import { uploadFile } from './upload';
import type { World } from './world';

/** The registered project of a village's square. */
export async function villageProject(world: World): Promise<string> {
  const village = await world.as('village');
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
  });
  await (await world.as('registrar')).post(`/api/projects/${id}/answer`, { missing: [] });
  return id;
}

/** Records how the village's representatives decided about it. */
export async function villageDecides(world: World, projectId: string): Promise<void> {
  const village = await world.as('village');
  const minutes = await uploadFile(village, '会议记录.txt', 'text/plain', Buffer.from('会议记录'));
  await village.put(`/api/projects/${projectId}/collective-decision`, {
    meeting: 'representatives',
    document: '新明村村民代表会议记录〔2026〕1号',
    partyOn: '2026-01-28',
    heldOn: '2026-02-02',
    publishedFrom: '2026-02-03',
    publishedUntil: '2026-02-20',
    entitled: 45,
    present: 40,
    agreed: 36,
    fileId: minutes.id,
  });
}
