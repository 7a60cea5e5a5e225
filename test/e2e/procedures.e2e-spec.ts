import { DemoPeople } from '@server/demo';
import { closedBundle, judged } from '../journeys/draw';
import { smallProject } from '../journeys/small-works';
import { noticeText } from '../journeys/notice';
import { uploadFile } from '../journeys/upload';
import { clockTo, until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

interface Advice {
  readonly methods: readonly {
    readonly method: string;
    readonly verdict: string;
    readonly findings: readonly { readonly citation: string }[];
  }[];
}

const DOCUMENT = '采政发〔2026〕3号';

/** The bands of the township's document. */
const BANDS = [
  { belowFen: '5000000', methods: ['direct_choice'] },
  { belowFen: '30000000', methods: ['comparison'] },
  { belowFen: '100000000', methods: ['open_tender', 'comparison'], decidedBy: '镇长办公会' },
] as const;

describe('a place’s own document', () => {
  let app: TestApp;
  let world: World;
  let township: Client;
  let registrar: Client;
  let tableId: string;
  let fileId: string;
  let places: readonly { readonly id: string; readonly name: string }[];

  const place = (name: string): string => places.find((one) => one.name === name)?.id ?? '';
  const typed = (change: object = {}): object => ({
    organisationId: place('采禾乡人民政府'),
    documentNumber: DOCUMENT,
    title: '小型工程发包办法',
    fairCompetitionReview: '采公审〔2026〕1号',
    fileId,
    measure: 'estimate',
    kinds: ['works'],
    inForceFrom: '2026-01-01',
    inForceTo: '2036-12-31',
    bands: BANDS,
    ...change,
  });
  const advice = async (client: Client, estimateFen: string): Promise<Advice['methods']> => {
    const { methods } = await client.post<Advice>('/api/projects/advice', {
      kind: 'works',
      owner: 'township',
      partOfWorks: true,
      fiscalFunds: true,
      estimateFen,
      totalInvestmentFen: estimateFen,
      category: 'works',
    });
    return methods;
  };
  const verdict = async (client: Client, fen: string, method: string): Promise<string> =>
    (await advice(client, fen)).find((one) => one.method === method)?.verdict ?? '';
  const draft = async (estimateFen: string, method: string, more: object = {}): Promise<string> => {
    const projectId = await smallProject(world, estimateFen);
    const { id } = await township.post<{ id: string }>('/api/tenders', {
      projectId,
      title: '机耕路修缮',
      method,
      bidBondFen: '0',
      ...more,
    });
    return id;
  };
  const withPaper = async (id: string): Promise<void> => {
    const file = await uploadFile(township, '文件.txt', 'text/plain', Buffer.from('要求'));
    await township.post(`/api/tenders/${id}/documents`, {
      fileId: file.id,
      kind: 'tender_document',
      title: '比选文件',
    });
  };
  const codeOf = async (username: string): Promise<string> =>
    (await (await world.as(username)).get<{ creditCode: string }>('/api/enterprises/mine'))
      .creditCode;

  beforeAll(async () => {
    app = await anApp('procedures', { DEMO: 'true' });
    await app.get(DemoPeople).settle(4);
    world = worldAt(app.url, () => undefined);
    township = await world.as('township');
    registrar = await world.as('registrar');
    places = await registrar.get('/api/procedures/places');
    const paper = await uploadFile(registrar, '办法.txt', 'text/plain', Buffer.from('分档'));
    fileId = paper.id;
  });
  afterAll(() => app.close());

  it('is kept by the registrar alone, whole, and for everybody to read', async () => {
    expect(await verdict(township, '4000000', 'direct_choice')).toBe('refused');
    expect((await township.refusal(township.post('/api/procedures', typed()))).status).toBe(403);
    const wrong = typed({ bands: [BANDS[1], BANDS[0]] });
    expect(await registrar.refusal(registrar.post('/api/procedures', wrong))).toMatchObject({
      code: 'procedure.invalid',
      params: { reason: 'limits' },
    });
    const unread = registrar.post('/api/procedures', typed({ fairCompetitionReview: ' ' }));
    expect((await registrar.refusal(unread)).status).toBe(400);
    ({ id: tableId } = await registrar.post<{ id: string }>('/api/procedures', typed()));
    const read = await world.stranger().get<object[]>('/api/public/procedures');
    expect(read).toMatchObject([
      {
        organisationName: '采禾乡人民政府',
        documentNumber: DOCUMENT,
        decides: true,
        bands: [
          { fromFen: '0', belowFen: '5000000' },
          { fromFen: '5000000', belowFen: '30000000' },
          { fromFen: '30000000', belowFen: '100000000', decidedBy: '镇长办公会' },
        ],
      },
    ]);
  });

  it('narrows what is open in its place, and nowhere else', async () => {
    const [first] = await advice(township, '4000000');
    expect(first).toMatchObject({
      method: 'direct_choice',
      verdict: 'allowed',
      findings: [{ citation: DOCUMENT }],
    });
    // A document may ask for less competition, and forbid no more of it.
    expect(await verdict(township, '4000000', 'open_tender')).toBe('allowed');
    expect(await verdict(township, '4000000', 'lottery')).toBe('refused');
    expect(await verdict(township, '5000000', 'direct_choice')).toBe('refused');
    expect(await verdict(township, '5000000', 'comparison')).toBe('allowed');
    expect(await verdict(township, '90000000', 'open_tender')).toBe('needs-basis');
    expect(await verdict(township, '100000000', 'open_tender')).toBe('allowed');
    expect(await verdict(await world.as('village'), '4000000', 'direct_choice')).toBe('refused');
  });

  it('lets a firm be chosen for a small sum: published with its reason, objected to, awarded', async () => {
    const id = await draft('4000000', 'direct_choice');
    const choose = (change: object = {}): Promise<unknown> =>
      township.post(`/api/tenders/${id}/direct-choice`, {
        creditCode: '91420528MA4000000X',
        priceFen: '3900000',
        reason: '就近，报价最低',
        ...change,
      });
    expect((await township.refusal(choose())).code).toBe('direct.unknown_firm');
    const creditCode = await codeOf('firm1');
    const dear = choose({ creditCode, priceFen: '4000001' });
    expect((await township.refusal(dear)).code).toBe('direct.over_estimate');
    const called = township.post(`/api/tenders/${id}/publish`, { text: '公告' });
    expect((await township.refusal(called)).code).toBe('direct.no_call');
    expect((await world.stranger().fetch(`/api/public/tenders/${id}`)).status).toBe(404);
    await choose({ creditCode });
    const page = await world.stranger().get<{
      state: string;
      publicityUntil: string;
      notices: { kind: string; text: string }[];
      findings: { citation: string }[];
    }>(`/api/public/tenders/${id}`);
    expect(page.state).toBe('publicity');
    expect(page.findings.map(({ citation }) => citation)).toContain(DOCUMENT);
    const [notice] = page.notices.filter(({ kind }) => kind === 'direct_choice_notice');
    expect(notice?.text).toContain('就近，报价最低');
    expect(notice?.text).toContain(DOCUMENT);
    expect((await township.refusal(choose({ creditCode }))).code).toBe('tender.wrong_state');
    const { projectId } = await township.get<{ projectId: string }>(`/api/tenders/${id}`);
    const second = await township.post<{ id: string }>('/api/tenders', {
      projectId,
      title: '机耕路修缮二',
      method: 'direct_choice',
      bidBondFen: '0',
    });
    const again = township.post(`/api/tenders/${second.id}/direct-choice`, {
      creditCode,
      priceFen: '3900000',
      reason: '再来一次',
    });
    expect((await township.refusal(again)).code).toBe('direct.project_used');
    await township.put(`/api/tenders/${second.id}`, {
      title: '机耕路修缮二',
      method: 'open_tender',
      bidBondFen: '0',
    });
    await withPaper(second.id);
    const beside = township.post(`/api/tenders/${second.id}/publish`, {
      text: await noticeText(township, second.id),
    });
    expect((await township.refusal(beside)).code).toBe('direct.project_used');
    expect((await township.refusal(township.post(`/api/tenders/${id}/award`))).code).toBe(
      'award.publicity_running',
    );
    await clockTo(world, page.publicityUntil);
    const winner = await township.post<{ name: string; priceFen: string }>(
      `/api/tenders/${id}/award`,
    );
    expect(winner.priceFen).toBe('3900000');
    const chosen = await world.as('firm1');
    await until(
      'the letter',
      async () => (await chosen.get<unknown[]>('/api/letters/mine')).length > 0,
    );
    // Who was chosen has never signed up, and is told all the same.
    await until('the messages', async () => {
      const topics = (await chosen.get<{ topic: string }[]>('/api/inbox')).map(
        ({ topic }) => topic,
      );
      return ['candidates.published', 'award.made'].every((one) => topics.includes(one));
    });
    const chosenDirectly = await until('the release', async () => {
      const { records } = await world.stranger().get<{
        records: { compiledRelease: { tender: { title: string; procurementMethod: string } } }[];
      }>('/api/ocds/records');
      return records.find(({ compiledRelease }) => compiledRelease.tender.title === '机耕路修缮');
    });
    expect(chosenDirectly.compiledRelease.tender.procurementMethod).toBe('direct');
    const verified = await judged(await closedBundle(world, id));
    if (!verified.ok) throw new Error(`${verified.step}: ${verified.reason}`);
    const { complete, steps, warnings } = verified.report;
    expect(complete).toBe(true);
    expect(steps.at(-1)).toEqual({
      step: 'result',
      counts: { chosen: 1, candidates: 1, awards: 1 },
    });
    // Nothing is ever sealed here: that no bids were closed is no news.
    expect(warnings.map(({ code }) => code)).not.toContain('not_closed_yet');
  });

  it('gives a project away once, however many choices arrive at the same moment', async () => {
    const first = await draft('4000000', 'direct_choice');
    const { projectId } = await township.get<{ projectId: string }>(`/api/tenders/${first}`);
    const more = await Promise.all(
      [1, 2].map(async () => {
        const terms = { projectId, title: '机耕路修缮', method: 'direct_choice', bidBondFen: '0' };
        return (await township.post<{ id: string }>('/api/tenders', terms)).id;
      }),
    );
    const choice = { creditCode: await codeOf('firm2'), priceFen: '3900000', reason: '就近' };
    const made = await Promise.allSettled(
      [first, ...more].map((id) => township.post(`/api/tenders/${id}/direct-choice`, choice)),
    );
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = made.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    for (const reason of refused) expect(reason).toContain('direct.project_used');
  });

  it('refuses what its band does not name, with its number, and asks for the minutes it wants', async () => {
    const large = await draft('20000000', 'direct_choice');
    const choice = township.post(`/api/tenders/${large}/direct-choice`, {
      creditCode: await codeOf('firm1'),
      priceFen: '100',
      reason: '就近',
    });
    const publish = async (id: string): Promise<unknown> =>
      township.post(`/api/tenders/${id}/publish`, { text: await noticeText(township, id) });
    expect(await township.refusal(choice)).toMatchObject({
      code: 'tender.unlawful',
      law: { ruleId: 'local-procedure', citation: DOCUMENT },
    });
    const decided = await draft('90000000', 'open_tender');
    await withPaper(decided);
    expect(await township.refusal(publish(decided))).toMatchObject({
      code: 'tender.basis_missing',
      law: { citation: DOCUMENT },
    });
    const minutes = await uploadFile(township, '纪要.txt', 'text/plain', Buffer.from('同意'));
    await township.put(`/api/tenders/${decided}`, {
      title: '机耕路修缮',
      method: 'open_tender',
      bidBondFen: '0',
      basis: { documentNumber: '采政纪要〔2026〕4号', fileId: minutes.id },
    });
    await publish(decided);
  });

  it('lets firms be asked for prices: three or more, and closed to others', async () => {
    const id = await draft('20000000', 'comparison');
    await withPaper(id);
    const publish = async (): Promise<unknown> =>
      township.post(`/api/tenders/${id}/publish`, { text: await noticeText(township, id) });
    expect((await township.refusal(publish())).code).toBe('invite.too_few');
    const creditCodes = await Promise.all(['firm1', 'firm2', 'firm3'].map(codeOf));
    await township.put(`/api/tenders/${id}/invitations`, { creditCodes });
    await publish();
    const other = await world.as('firm4');
    expect((await other.refusal(other.post(`/api/tenders/${id}/sign-ups`))).code).toBe(
      'invite.not_invited',
    );
    await (await world.as('firm2')).post(`/api/tenders/${id}/sign-ups`);
    const page = await world
      .stranger()
      .get<{ notices: { title: string }[] }>(`/api/public/tenders/${id}`);
    expect(page.notices[0]?.title).toMatch(/比选公告$/);
  });

  it('ends with a reason; what was published under it stands', async () => {
    const end = (reason: string): Promise<unknown> =>
      registrar.post(`/api/procedures/${tableId}/end`, { reason });
    await end('文件已废止');
    expect((await registrar.refusal(end('再停一次'))).code).toBe('procedure.ended');
    expect(await verdict(township, '4000000', 'direct_choice')).toBe('refused');
    const [read] = await world.stranger().get<object[]>('/api/public/procedures');
    expect(read).toMatchObject({ decides: false, endReason: '文件已废止' });
    const tenders =
      await township.get<{ id: string; method: string; state: string }[]>('/api/tenders');
    const chosen =
      tenders.find(({ method, state }) => method === 'direct_choice' && state === 'awarded')?.id ??
      '';
    const page = await world
      .stranger()
      .get<{ findings: { citation: string }[] }>(`/api/public/tenders/${chosen}`);
    expect(page.findings.map(({ citation }) => citation)).toContain(DOCUMENT);
  });
});
