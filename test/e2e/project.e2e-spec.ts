import { DemoPeople } from '@server/demo';
import { publishDraft, smallDraft } from '../journeys/small-works';
import { uploadFile } from '../journeys/upload';
import { clockTo, until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

interface Own {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly worksClass: string | null;
  readonly progress: string;
  readonly unifiedCode: string | null;
  readonly answerBy: string | null;
  readonly cureBy: string | null;
  readonly remindAt: string | null;
  readonly endsAt: string | null;
  readonly endReason: string | null;
  readonly missing: readonly string[];
  readonly hasLetter: boolean;
}

interface Draft {
  readonly id: string;
  readonly typed: object;
}

interface Change {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

const ROAD = {
  title: '新明村便民桥',
  kind: 'works',
  owner: 'township',
  partOfWorks: true,
  fiscalFunds: true,
  estimateFen: '60000000',
  totalInvestmentFen: '60000000',
  worksClass: 'A03',
  category: 'works',
  region: '流水镇',
  approvalNumber: '青发改〔2026〕31号',
} as const;

describe('the life of a project', () => {
  let app: TestApp;
  let world: World;
  let tenderer: Client;
  let registrar: Client;

  const submit = (facts: object = ROAD): Promise<Own> => tenderer.post('/api/projects', facts);
  const page = (id: string): Promise<Own> => tenderer.get(`/api/projects/${id}`);
  const answer = (id: string, missing: string[], lateReason?: string): Promise<Own> =>
    registrar.post(`/api/projects/${id}/answer`, {
      missing,
      ...(lateReason ? { lateReason } : {}),
    });
  const letter = async (id: string, of = tenderer): Promise<Response> =>
    of.fetch(`/api/projects/${id}/letter`);
  const topics = async (): Promise<string[]> =>
    (await tenderer.get<{ topic: string }[]>('/api/inbox')).map((one) => one.topic);

  beforeAll(async () => {
    app = await anApp('project_life', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    tenderer = await world.as('township');
    registrar = await world.as('registrar');
  });
  afterAll(() => app.close());

  it('is answered with a receipt, a unified code, and papers its parties alone can read', async () => {
    const { id, answerBy } = await submit();
    expect(answerBy).toBe('2026-03-03T16:00:00.000Z');
    expect((await letter(id)).status).toBe(404);
    const registered = await answer(id, []);
    expect(registered).toMatchObject({ state: 'registered', progress: 'waiting' });
    expect(registered.worksClass).toBe('A03');
    expect((await submit({ ...ROAD, kind: 'services' })).worksClass).toBeNull();
    expect(registered.unifiedCode).toMatch(/^A03-12429900MB1P40000F-20260302-\d{6}-[0-9A-Z*]$/);
    await until('the receipt', async () => (await page(id)).hasLetter);
    const receipt = Buffer.from(await (await letter(id)).arrayBuffer());
    expect(receipt.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await letter(id, await world.as('school'))).status).toBe(404);
    expect((await letter(id, world.stranger())).status).toBe(401);
  });

  it('is told once and completely what is missing; more only with a reason', async () => {
    const { id } = await submit();
    await answer(id, ['资金来源证明']);
    await until('the letter', async () => (await page(id)).hasLetter);
    const first = Buffer.from(await (await letter(id)).arrayBuffer());
    await tenderer.post(`/api/projects/${id}/resubmit`, {
      ...ROAD,
      approvalNumber: '青发改〔2026〕32号',
    });
    expect((await page(id)).hasLetter).toBe(false);
    const refusal = await registrar.refusal(answer(id, ['资金来源证明', '施工图']));
    expect(refusal).toMatchObject({
      code: 'project.told_once',
      params: { fresh: ['施工图'] },
      law: { ruleId: 'register-once' },
    });
    await answer(id, ['资金来源证明', '施工图'], '图纸审查意见昨日才到');
    await until('the second letter', async () => (await page(id)).hasLetter);
    const second = Buffer.from(await (await letter(id)).arrayBuffer());
    expect(second.equals(first)).toBe(false);
    expect((await page(id)).missing).toEqual(['资金来源证明', '施工图']);
  });

  it('is typed on after it was given back, and handed in changed in whatever way', async () => {
    const paper = await uploadFile(tenderer, '批复.pdf', 'application/pdf', Buffer.from('批复'));
    const attachments = [{ fileId: paper.id, kind: 'approval', title: '批复' }];
    const { id, code } = await submit({ ...ROAD, attachments });
    const early = await tenderer.refusal(
      tenderer.post(`/api/project-drafts/of-returned/${id}`, {}),
    );
    expect(early.code).toBe('project.wrong_state');
    await answer(id, ['资金来源证明']);
    const draft = await tenderer.post<Draft>(`/api/project-drafts/of-returned/${id}`, {});
    expect(draft).toMatchObject({
      id,
      returned: { code, missing: ['资金来源证明'] },
      typed: { title: ROAD.title, estimate: '600000.00', attachments },
    });
    await tenderer.put(`/api/project-drafts/${id}`, { ...draft.typed, region: '清水镇' });
    expect(await tenderer.post<Draft>(`/api/project-drafts/of-returned/${id}`, {})).toMatchObject({
      typed: { region: '清水镇' },
    });
    const stranger = await world.as('school');
    const theirs = stranger.post(`/api/project-drafts/of-returned/${id}`, {});
    expect((await stranger.refusal(theirs)).code).toBe('project.not_found');
    const foreign = await uploadFile(
      stranger,
      '别人.pdf',
      'application/pdf',
      Buffer.from('别人的'),
    );
    const stolen = {
      ...ROAD,
      attachments: [{ fileId: foreign.id, kind: 'other', title: '别人的' }],
    };
    const taken = await tenderer.refusal(tenderer.post(`/api/projects/${id}/resubmit`, stolen));
    expect(taken.code).toBe('file.not_found');
    const funds = await uploadFile(tenderer, '资金.pdf', 'application/pdf', Buffer.from('资金'));
    const again = await tenderer.post<Own>(`/api/projects/${id}/resubmit`, {
      ...ROAD,
      region: '清水镇',
      estimateFen: '2000000000',
      totalInvestmentFen: '2000000000',
      attachments: [...attachments, { fileId: funds.id, kind: 'funding', title: '资金证明' }],
    });
    expect(again).toMatchObject({ id, code, state: 'submitted', missing: [], regime: 'A' });
    const changes = await registrar.get<Change[]>(`/api/projects/${id}/changes`);
    expect(changes.map(({ path, before, after }) => [path, before, after])).toEqual([
      ['region', '流水镇', '清水镇'],
      ['estimate', '600000.00', '20000000.00'],
      ['totalInvestment', '600000.00', '20000000.00'],
      [
        `attachments/${funds.id}`,
        null,
        expect.stringMatching(/^funding · 资金证明 · [0-9a-f]{16}$/),
      ],
    ]);
    const read = await registrar.fetch(`/api/projects/${id}/attachments/${funds.id}/file`);
    expect(await read.text()).toBe('资金');
    const spied = await stranger.fetch(`/api/projects/${id}/attachments/${funds.id}/file`);
    expect(spied.status).toBe(404);
    const drawer = await world.as('drawer');
    const idle = await drawer.fetch(`/api/projects/${id}/attachments/${funds.id}/file`);
    expect(idle.status).toBe(404);
    const gone = await tenderer.refusal(tenderer.get(`/api/project-drafts/${id}`));
    expect(gone.code).toBe('project.draft_not_found');
    const drafts = await tenderer.get<Draft[]>('/api/project-drafts');
    expect(drafts.some((one) => one.id === id)).toBe(false);
    const twice = await tenderer.refusal(tenderer.post(`/api/projects/${id}/resubmit`, ROAD));
    expect(twice.code).toBe('project.wrong_state');
  });

  it('keeps the digest of a proof that is handed in again as an attachment', async () => {
    const proof = await uploadFile(tenderer, '抢险令.txt', 'text/plain', Buffer.from('抢险令'));
    const exemption = { ground: 'rescue', evidence: '县防汛抗旱指挥部 3 号令', fileId: proof.id };
    const { id } = await submit({ ...ROAD, exemption });
    await answer(id, ['说明']);
    const attachments = [{ fileId: proof.id, kind: 'other', title: '抢险令' }];
    await tenderer.post(`/api/projects/${id}/resubmit`, { ...ROAD, attachments });
    const changes = await registrar.get<Change[]>(`/api/projects/${id}/changes`);
    expect(changes.find(({ path }) => path === `attachments/${proof.id}`)?.after).toBe(
      `other · 抢险令 · ${proof.sha256.slice(0, 16)}`,
    );
    const read = await registrar.fetch(`/api/projects/${id}/attachments/${proof.id}/file`);
    expect(await read.text()).toBe('抢险令');
  });

  it('takes no stranger’s paper for the local basis of its tender, and a colleague’s', async () => {
    const { id: projectId } = await submit();
    await answer(projectId, []);
    const paperOf = async (of: Client): Promise<string> =>
      (await uploadFile(of, '依据.txt', 'text/plain', Buffer.from('青政办〔2026〕1号'))).id;
    const draft = (fileId: string): Promise<{ id: string }> =>
      tenderer.post('/api/tenders', {
        projectId,
        title: ROAD.title,
        method: 'lottery',
        bidBondFen: '0',
        basis: {
          documentNumber: '青政办〔2026〕1号',
          fairCompetitionReview: '青公审〔2026〕2号',
          fileId,
        },
      });
    const theirs = await paperOf(await world.as('school'));
    expect((await tenderer.refusal(draft(theirs))).code).toBe('file.not_found');
    expect((await draft(await paperOf(await world.as('township2')))).id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is given up by its own tenderer, a draft or not', async () => {
    const { id } = await submit();
    await answer(id, []);
    await tenderer.post('/api/tenders', {
      projectId: id,
      title: ROAD.title,
      method: 'open_tender',
      bidBondFen: '0',
    });
    expect((await page(id)).progress).toBe('preparing');
    const stranger = await world.as('school');
    const theirs = stranger.post(`/api/projects/${id}/terminate`, { reason: '不办了' });
    expect((await stranger.refusal(theirs)).code).toBe('project.not_found');
    await tenderer.post(`/api/projects/${id}/terminate`, { reason: '资金未落实' });
    expect(await page(id)).toMatchObject({ state: 'terminated', endReason: '资金未落实' });
  });

  it('may not be bought on the spot: this rule set has no rule for it', async () => {
    const refused = submit({ ...ROAD, category: 'agro', localProcurement: true });
    expect((await tenderer.refusal(refused)).code).toBe('project.local_not_allowed');
  });

  it('is reminded of itself, and ends by itself when nobody answers', async () => {
    const [kept, left] = [await submit(), await submit()];
    await answer(kept.id, []);
    const { remindAt } = await answer(left.id, []);
    await clockTo(world, remindAt ?? '');
    await until('both reminders', async () =>
      [await page(kept.id), await page(left.id)].every((one) => one.endsAt !== null),
    );
    await tenderer.post(`/api/projects/${kept.id}/keep`, {});
    await clockTo(world, (await page(left.id)).endsAt ?? '');
    await until('the end', async () => (await page(left.id)).state === 'terminated');
    expect(await page(left.id)).toMatchObject({ endReason: null });
    expect(await page(kept.id)).toMatchObject({ state: 'registered', endsAt: null });
    await until('both messages', async () => {
      const told = await topics();
      return told.includes('project.reminded') && told.includes('project.ended');
    });
  });

  it('has a clock that stands while a tender runs, and begins anew when it failed', async () => {
    const { id } = await submit();
    const { remindAt: first } = await answer(id, []);
    const tenderId = await smallDraft(world, id, 'open_tender');
    const { remindAt: drafted } = await page(id);
    expect(drafted).toBe(first);
    const deadline = await publishDraft(tenderer, tenderId);
    await until('the clock to stand', async () => (await page(id)).remindAt === null);
    expect((await page(id)).progress).toBe('tendering');
    const end = tenderer.post(`/api/projects/${id}/terminate`, { reason: '不办了' });
    expect((await tenderer.refusal(end)).code).toBe('project.has_tender');
    await clockTo(world, deadline);
    await until('the clock to begin anew', async () => (await page(id)).remindAt !== null);
    const again = await page(id);
    expect(again.progress).toBe('waiting');
    const days = (Date.parse(again.remindAt ?? '') - Date.parse(deadline)) / 86_400_000;
    expect(Math.floor(days)).toBeGreaterThanOrEqual(90);
    expect(Math.floor(days)).toBeLessThanOrEqual(91);
  });

  it('given up, lets no draft of it be published', async () => {
    const { id } = await submit();
    await answer(id, []);
    const tenderId = await smallDraft(world, id, 'open_tender');
    await tenderer.post(`/api/projects/${id}/terminate`, { reason: '资金未落实' });
    const late = publishDraft(tenderer, tenderId);
    expect((await tenderer.refusal(late)).code).toBe('project.not_registered');
  });

  it('is not similar to itself when it was given back and is typed anew', async () => {
    const half = { ...ROAD, estimateFen: '250000000', totalInvestmentFen: '250000000' };
    const made = await submit({ ...half, category: '照明' });
    const returned = await answer(made.id, ['项目批准文件']);
    expect(Date.parse(returned.cureBy ?? '')).toBeGreaterThan(Date.parse(returned.answerBy ?? ''));
    const { kind, owner, partOfWorks, fiscalFunds, estimateFen, totalInvestmentFen } = half;
    const facts = { kind, owner, partOfWorks, fiscalFunds, estimateFen, totalInvestmentFen };
    const alerted = async (projectId?: string): Promise<boolean> => {
      const asked = { ...facts, category: '照明', ...(projectId ? { projectId } : {}) };
      const { findings } = await tenderer.post<{ findings: { ruleId: string }[] }>(
        '/api/projects/advice',
        asked,
      );
      return findings.some(({ ruleId }) => ruleId === 'no-split-evasion');
    };
    expect([await alerted(made.id), await alerted()]).toEqual([false, true]);
  });

  describe('with lots', () => {
    const parts = [
      { title: '第一标段：桥梁', estimateFen: '380000000' },
      { title: '第二标段：引道', estimateFen: '100000000' },
    ];
    const divided = (lots: object[]): object => ({
      ...ROAD,
      title: '新明村大桥',
      estimateFen: '500000000',
      totalInvestmentFen: '500000000',
      lots,
    });
    const refused = async (lots: object[]) => tenderer.refusal(submit(divided(lots)));

    it('takes no more lots than the project is worth, and each under a name of its own', async () => {
      const over = [...parts, { title: '第三标段：绿化', estimateFen: '20000001' }];
      const exceeding = { params: { sum: 500_000_001, estimate: 500_000_000 } };
      expect(await refused(over)).toMatchObject({ code: 'project.lots_exceed', ...exceeding });
      const advice = tenderer.post('/api/projects/advice', { ...adviceFacts(), lots: over });
      expect((await tenderer.refusal(advice)).code).toBe('project.lots_exceed');
      expect((await refused([parts[0]!, parts[0]!])).code).toBe('project.lots_invalid');
    });

    it('warns of what the lots leave out of a project that must be tendered', async () => {
      const { findings } = await tenderer.post<{
        findings: { ruleId: string; facts: Record<string, string> }[];
      }>('/api/projects/advice', { ...adviceFacts(), lots: parts });
      const alert = findings.find(({ ruleId }) => ruleId === 'no-split-evasion');
      expect(alert?.facts.leftOut).toBe('20000000');
    });

    it('tells them on its page, and begins the draft of its tender with them', async () => {
      const made = await submit(divided(parts));
      await answer(made.id, []);
      await until('the receipt', async () => (await page(made.id)).hasLetter);
      const { lots } = await tenderer.get<{ lots: object[] }>(`/api/projects/${made.id}`);
      expect(lots).toEqual(parts.map((part, at) => ({ number: at + 1, ...part })));
      const draft = await tenderer.post<{ id: string }>('/api/tenders', {
        projectId: made.id,
        title: '新明村大桥施工',
        method: 'open_tender',
        bidBondFen: '0',
      });
      const tender = await tenderer.get<{ estimateFen: string; lots: object[] }>(
        `/api/tenders/${draft.id}`,
      );
      expect(tender.lots).toMatchObject(
        parts.map((part, at) => ({ number: at + 1, ...part, ceilingFen: null, bidBondFen: '0' })),
      );
      expect(tender.estimateFen).toBe('480000000');
    });

    function adviceFacts(): object {
      const { kind, owner, partOfWorks, fiscalFunds, category } = ROAD;
      const estimate = { estimateFen: '500000000', totalInvestmentFen: '500000000' };
      return { kind, owner, partOfWorks, fiscalFunds, category, ...estimate };
    }
  });

  it('is kept as a draft while it is typed, by anybody of its tenderer, until it is handed in', async () => {
    interface Draft {
      readonly id: string;
      readonly typed: { readonly title?: string; readonly estimate?: string };
    }
    const drafts = (of: Client): Promise<Draft[]> => of.get('/api/project-drafts');
    const begun = await tenderer.post<Draft>('/api/project-drafts', { title: '半个名' });
    const colleague = await world.as('township2');
    const at = `/api/project-drafts/${begun.id}`;
    const lots = [{ title: '一标段', estimate: '60' }];
    const typed = {
      title: '新明村便民桥（草稿）',
      estimate: '60万',
      budgetFunds: '60万',
      together: '',
      ground: 'state_secret',
      evidence: '有',
      lots,
    };
    await colleague.put(at, typed);
    expect(await drafts(tenderer)).toMatchObject([{ id: begun.id, typed }]);
    const stranger = await world.as('school');
    expect(await drafts(stranger)).toEqual([]);
    expect((await stranger.refusal(stranger.get(at))).code).toBe('project.draft_not_found');
    expect((await stranger.refusal(stranger.put(at, {}))).code).toBe('project.draft_not_found');
    const theirs = stranger.post('/api/projects', { ...ROAD, draftId: begun.id });
    expect((await stranger.refusal(theirs)).code).toBe('project.draft_not_found');
    const race = await Promise.allSettled(
      [1, 2, 3].map(() => submit({ ...ROAD, draftId: begun.id })),
    );
    const made = race.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(made.map(({ id }) => id)).toEqual([begun.id]);
    expect(await drafts(tenderer)).toEqual([]);
    expect(await page(begun.id)).toMatchObject({ state: 'submitted' });
    const other = await tenderer.post<Draft>('/api/project-drafts', {});
    await tenderer.delete(`/api/project-drafts/${other.id}`);
    const again = tenderer.delete(`/api/project-drafts/${other.id}`);
    expect((await tenderer.refusal(again)).code).toBe('project.draft_not_found');
  });
});

describe('an agro-forestry project under the county policy of 2013', () => {
  let app: TestApp;
  let world: World;
  let tenderer: Client;
  let registrar: Client;

  const submit = (facts: object): Promise<Own> => tenderer.post('/api/projects', facts);
  const answer = (id: string, missing: string[]): Promise<Own> =>
    registrar.post(`/api/projects/${id}/answer`, { missing });

  beforeAll(async () => {
    app = await anApp('project_local', { DEMO: 'true', RULE_SET: 'county-2013' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    tenderer = await world.as('township');
    registrar = await world.as('registrar');
  });
  afterAll(() => app.close());

  it('may be bought on the spot where the rule set has a rule for it', async () => {
    const orchard = { ...ROAD, title: '油茶林抚育', kind: 'goods', category: 'agro' };
    const wish = { ...orchard, partOfWorks: false, localProcurement: true };
    expect((await tenderer.refusal(submit({ ...wish, category: 'goods' }))).code).toBe(
      'project.local_not_allowed',
    );
    const { id } = await submit(wish);
    await answer(id, []);
    const drafting = tenderer.post('/api/tenders', {
      projectId: id,
      title: orchard.title,
      method: 'open_tender',
      bidBondFen: '0',
    });
    expect((await tenderer.refusal(drafting)).code).toBe('project.local_only');
    const items = [
      { seller: '田家组合作社', what: '油茶苗 9 000 株', amountFen: '40000000' },
      { seller: '田大有', what: '农家肥 60 吨', amountFen: '20000000' },
    ];
    const publish = (rows: object[]): Promise<unknown> =>
      tenderer.post(`/api/projects/${id}/local-purchase`, { items: rows, reason: '三家问价' });
    const dear = [...items, { seller: '某农户', what: '锄头', amountFen: '1' }];
    expect((await tenderer.refusal(publish(dear))).code).toBe('project.local_over_estimate');
    const pressed = await Promise.allSettled([publish(items), publish(items), publish(items)]);
    expect(pressed.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect((await tenderer.refusal(publish(items))).code).toBe('project.local_published');
    const open = await world.stranger().get<{ id: string }[]>('/api/public/local-purchases');
    expect(open).toMatchObject([{ id, totalFen: '60000000', items }]);
  });
});
