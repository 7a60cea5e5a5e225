import { createHash } from 'node:crypto';
import { DemoPeople } from '@server/demo';
import { contribute } from '../journeys/draw';
import { creditCode } from '../journeys/credit-code';
import { uploadFile } from '../journeys/upload';
import { until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { noticeText } from '../journeys/notice';

interface State {
  readonly firms: readonly { readonly name: string; readonly drawn: boolean }[];
  readonly draw: { readonly drawId: string; readonly drawnAt: string | null } | null;
}

const WATCHERS = ['陆文静', '何老师'];

describe('an invited tender', () => {
  let app: TestApp;
  let world: World;
  let school: Client;
  let codes: readonly string[];

  const path = (id: string, rest = ''): string => `/api/tenders/${id}/invitations${rest}`;
  const topics = async (of: Client): Promise<string[]> =>
    (await of.get<{ topic: string }[]>('/api/inbox')).map((one) => one.topic);

  const draft = async (kind: 'goods' | 'works', hasBasis = true): Promise<string> => {
    const project = await school.post<{ id: string }>('/api/projects', {
      title: '实验室设备采购',
      kind,
      owner: 'agency',
      partOfWorks: false,
      fiscalFunds: true,
      estimateFen: '80000000',
      totalInvestmentFen: '80000000',
      category: kind,
      region: '城关镇',
      approvalNumber: '青财采〔2026〕5号',
    });
    await (await world.as('registrar')).post(`/api/projects/${project.id}/answer`, { missing: [] });
    const { id } = await school.post<{ id: string }>('/api/tenders', {
      projectId: project.id,
      title: '实验室设备采购',
      method: 'invited_tender',
      bidBondFen: '0',
      ...(hasBasis ? { basis: await basis() } : {}),
    });
    const file = await uploadFile(school, '招标文件.txt', 'text/plain', Buffer.from('招标文件'));
    const document = { fileId: file.id, kind: 'tender_document', title: '招标文件' };
    await school.post(`/api/tenders/${id}/documents`, document);
    return id;
  };
  /** The condition of the procurement law for inviting, as it is recorded. */
  const basis = async (): Promise<object> => {
    const paper = await uploadFile(school, '认定书.txt', 'text/plain', Buffer.from('只有四家'));
    const documentNumber = '青教〔2026〕11号';
    return { documentNumber, condition: '供应商范围有限', fileId: paper.id };
  };
  const publish = async (id: string): Promise<unknown> =>
    school.post(`/api/tenders/${id}/publish`, { text: await noticeText(school, id) });

  beforeAll(async () => {
    app = await anApp('invitation', { DEMO: 'true' });
    await app.get(DemoPeople).settle(8);
    world = worldAt(app.url, () => undefined);
    school = await world.as('school');
    codes = await Promise.all(
      Array.from({ length: 8 }, async (_, at) => {
        const client = await world.as(`firm${at + 1}`);
        return (await client.get<{ creditCode: string }>('/api/enterprises/mine')).creditCode;
      }),
    );
  });
  afterAll(() => app.close());

  it('names three or more, tells them alone, and is closed to everybody else', async () => {
    const id = await draft('works');
    expect(await school.refusal(publish(id))).toMatchObject({
      code: 'invite.too_few',
      law: { ruleId: 'below-invite-min-3' },
    });
    const name = (list: readonly string[]): Promise<unknown> =>
      school.put(path(id), { creditCodes: list });
    expect((await school.refusal(name(codes.slice(0, 2)))).code).toBe('invite.too_few');
    expect((await school.refusal(name([...codes.slice(0, 2), creditCode()]))).code).toBe(
      'invite.unknown_firm',
    );
    await name(codes.slice(1, 5));
    await name(codes.slice(0, 3));
    await publish(id);
    const [first, fourth] = [await world.as('firm1'), await world.as('firm4')];
    await until('the invitation', async () => (await topics(first)).includes('tender.invited'));
    expect(await topics(fourth)).not.toContain('tender.invited');
    const received = await first.get<{ tenderId: string }[]>('/api/received-invitations');
    expect(received).toMatchObject([{ tenderId: id }]);
    expect(await fourth.get('/api/received-invitations')).toEqual([]);
    await first.post(`/api/tenders/${id}/sign-ups`);
    for (const attempt of [
      fourth.post(`/api/tenders/${id}/sign-ups`),
      fourth.post(`/api/tenders/${id}/bids`),
    ]) {
      expect(await fourth.refusal(attempt)).toMatchObject({
        code: 'invite.not_invited',
        law: {},
      });
    }
    for (const username of ['supervisor', 'host', 'registrar', 'township', 'firm1']) {
      const client = await world.as(username);
      expect([403, 404]).toContain((await client.refusal(client.get(path(id)))).status);
    }
    const text = await (await world.stranger().fetch(`/api/public/tenders/${id}`)).text();
    expect(text).not.toContain(codes[0]);
  });

  it('is drawn by lot only where a rule says so, from a list long enough, and watched', async () => {
    const works = await draft('works');
    const list = (count: number): object => ({
      creditCodes: codes.slice(0, count),
      count: 3,
      watchers: WATCHERS,
    });
    const draw = (id: string, wish: object): Promise<{ id: string }> =>
      school.post(path(id, '/draw'), wish);
    expect(await school.refusal(draw(works, list(8)))).toMatchObject({
      code: 'invite.no_draw',
      law: { ruleId: 'no-lottery-policy' },
    });
    const id = await draft('goods');
    expect(await school.refusal(draw(id, list(5)))).toMatchObject({
      code: 'invite.list_too_short',
      law: { ruleId: 'gp-random-pool-2x' },
    });
    const alone = { ...list(8), watchers: [WATCHERS[0], WATCHERS[0]] };
    expect((await school.refusal(draw(id, alone))).code).toBe('invite.watchers_missing');
    await school.put(path(id), { creditCodes: codes.slice(0, 3) });
    const { id: drawId } = await draw(id, list(8));
    expect(await school.refusal(draw(id, list(8)))).toMatchObject({
      code: 'invite.drawn',
      law: { ruleId: 'gp-random-invite' },
    });
    expect((await school.refusal(publish(id))).code).toBe('invite.too_few');
    await contribute(world, drawId, school);
    const state = await until('the invited', async () => {
      const now = await school.get<State>(path(id));
      return now.draw?.drawnAt == null ? null : now;
    });
    expect(state.firms).toHaveLength(3);
    expect(state.firms.every((one) => one.drawn)).toBe(true);
    const open = await (await world.stranger().fetch(`/api/public/draws/${drawId}`)).text();
    for (const code of codes) expect(open).not.toContain(code);
    await publish(id);
    const invited = new Set(state.firms.map((one) => one.name));
    for (let at = 1; at <= 8; at++) {
      const client = await world.as(`firm${at}`);
      const { name } = await client.get<{ name: string }>('/api/enterprises/mine');
      const attempt = client.post(`/api/tenders/${id}/sign-ups`);
      if (invited.has(name)) await attempt;
      else expect((await client.refusal(attempt)).code).toBe('invite.not_invited');
    }
  });

  it('of procurement is published with the condition for inviting on record, and not without', async () => {
    const id = await draft('goods', false);
    await school.put(path(id), { creditCodes: codes.slice(0, 3) });
    expect(await school.refusal(publish(id))).toMatchObject({
      code: 'tender.basis_missing',
      law: { ruleId: 'gp-invited', citation: '政府采购法§29', status: 'unverified' },
    });
    const terms = { title: '实验室设备采购', bidBondFen: '0', method: 'invited_tender' };
    const own = await basis();
    const change = (wish: object): Promise<unknown> =>
      school.put(`/api/tenders/${id}`, { ...terms, ...wish });
    await change({ basis: own });
    // Another method needs a basis of its own: neither this record nor its paper serves it.
    for (const [method, wrong, reason] of [
      ['lottery', own, 'paper'],
      ['lottery', await basis(), 'review'],
      ['open_tender', await basis(), 'method'],
    ] as const) {
      expect(await school.refusal(change({ method, basis: wrong }))).toMatchObject({
        code: 'tender.basis_invalid',
        params: { reason },
      });
    }
    const kept = (): Promise<{ basis: unknown }> => school.get(`/api/tenders/${id}`);
    expect((await kept()).basis).toMatchObject({ ...own, method: 'invited_tender' });
    await change({ method: 'open_tender' });
    expect((await kept()).basis).toBeNull();
    await change({ basis: own });
    await publish(id);
    const stranger = world.stranger();
    const open = await stranger.get<{ basis: { sha256: string } }>(`/api/public/tenders/${id}`);
    expect(open.basis).toEqual({
      method: 'invited_tender',
      documentNumber: '青教〔2026〕11号',
      condition: '供应商范围有限',
      fairCompetitionReview: null,
      sha256: createHash('sha256').update('只有四家').digest('hex'),
    });
    const page = await (await stranger.fetch(`/tenders/${id}`)).text();
    expect(page).toContain('青教〔2026〕11号 · 供应商范围有限');
    expect(page).toContain(open.basis.sha256);
  });

  it('takes its list along when it is called again', async () => {
    const id = await draft('works');
    await school.put(path(id), { creditCodes: codes.slice(0, 3) });
    await publish(id);
    await school.post(`/api/tenders/${id}/terminate`, { reason: '资金落空' });
    const again = await school.post<{ id: string }>(`/api/tenders/${id}/re-tender`);
    const [old, next] = [
      await school.get<State>(path(id)),
      await school.get<State>(path(again.id)),
    ];
    expect(next.firms.map(({ name }) => name)).toEqual(old.firms.map(({ name }) => name));
    expect(next.firms).toHaveLength(3);
  });
});
