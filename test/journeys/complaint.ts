import { uploadFile } from './upload';
import { filedObjection } from './objection';
import type { World } from './world';

/** An objection to the result that was answered and not upheld. */
export async function answeredObjection(
  world: World,
  username: string,
  tenderId: string,
): Promise<string> {
  const id = await filedObjection(world, username, tenderId, 'result');
  const tenderer = await world.as('township');
  const answer = { text: '经核对，评审符合招标文件。', upheld: false };
  await tenderer.post(`/api/objections/${id}/answer`, answer);
  return id;
}

/** A piece of evidence somebody sends. */
export async function sentEvidence(world: World, username: string, name: string): Promise<string> {
  const client = await world.as(username);
  const bytes = new TextEncoder().encode(`%PDF-1.4 ${username} ${name}`);
  return (await uploadFile(client, name, 'application/pdf', bytes)).id;
}

/** What a firm says when it complains of a result. */
export function complaintBody(knownOn: string, fileIds: readonly string[] = []): object {
  return {
    subject: 'result',
    text: '第一中标候选人的业绩证明与公示信息不一致。',
    claim: '请核查，并取消其中标候选人资格。',
    interest: '我方为第二中标候选人。',
    knownOn,
    fileIds,
  };
}

/** A complaint about the result, by a firm whose objection was answered. */
export async function filedComplaint(
  world: World,
  username: string,
  tenderId: string,
): Promise<string> {
  const firm = await world.as(username);
  const { legal } = await world.stranger().get<{ legal: string }>('/api/clock');
  const today = new Date(Date.parse(legal) + 8 * 3_600_000).toISOString().slice(0, 10);
  const file = await sentEvidence(world, username, '业绩公示.pdf');
  const made = await firm.post<{ id: string }>(
    `/api/tenders/${tenderId}/complaints`,
    complaintBody(today, [file]),
  );
  return made.id;
}
