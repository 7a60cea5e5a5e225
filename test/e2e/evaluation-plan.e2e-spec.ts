import { LOWEST_PRICE_PLAN } from '@core/evaluation';
import { DemoPeople } from '@server/demo';
import {
  DRAWN_PLAN,
  poolOf,
  publishDraft,
  smallDraft,
  smallProject,
} from '../journeys/small-works';
import { worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

interface Own {
  readonly id: string;
  readonly plan: unknown;
  readonly state: string;
}

describe('the evaluation plan of a tender', () => {
  let app: TestApp;
  let world: World;
  let tenderer: Client;
  let projectId: string;
  let poolId: string;
  let id: string;

  beforeAll(async () => {
    app = await anApp('evaluation_plan', { DEMO: 'true' });
    await app.get(DemoPeople).settle(4);
    world = worldAt(app.url, () => undefined);
    tenderer = await world.as('township');
    projectId = await smallProject(world);
    id = await smallDraft(world, projectId, 'reasonable_low_price');
    poolId = await poolOf(world, ['firm1', 'firm2', 'firm3']);
  });
  afterAll(() => app.close());

  const setPlan = (plan: unknown, of = id): Promise<void> =>
    tenderer.put(`/api/tenders/${of}/plan`, { plan });

  it('is by lowest price until it says otherwise, which is no reasonable low price', async () => {
    expect((await tenderer.get<Own>(`/api/tenders/${id}`)).plan).toEqual(LOWEST_PRICE_PLAN);
    const refusal = await tenderer.refusal(publishDraft(tenderer, id));
    expect(refusal).toMatchObject({ code: 'plan.missing', law: { ruleId: 'eval-only-published' } });
  });

  it('is refused where nobody could evaluate by it, and to strangers', async () => {
    const wrong = { ...DRAWN_PLAN, draw: { ...DRAWN_PLAN.draw, k: ['0.5'] } };
    expect((await tenderer.refusal(setPlan(wrong))).code).toBe('method.parameter_outside');
    // No local document lets a committee decide here.
    expect(await tenderer.refusal(setPlan({ ...DRAWN_PLAN, apart: true }))).toMatchObject({
      code: 'plan.apart_without_basis',
      law: { ruleId: 'below-award-first' },
    });
    const school = await world.as('school');
    const foreign = school.put(`/api/tenders/${id}/plan`, { plan: DRAWN_PLAN });
    expect((await school.refusal(foreign)).code).toBe('tender.not_found');
  });

  it('is called among the members of a pool, and carried into the next call with it', async () => {
    await setPlan(DRAWN_PLAN);
    expect((await tenderer.refusal(publishDraft(tenderer, id))).code).toBe('pool.not_called');
    await tenderer.put(`/api/tenders/${id}/pool`, { poolId });
    const called = await tenderer.get<{ pool: { id: string }; findings: { ruleId: string }[] }>(
      `/api/tenders/${id}/pool`,
    );
    expect(called.pool.id).toBe(poolId);
    expect(called.findings.map(({ ruleId }) => ruleId)).toEqual(['no-designated-pool']);
    await publishDraft(tenderer, id);
    const seen = await world
      .stranger()
      .get<Own & { findings: { ruleId: string }[] }>(`/api/public/tenders/${id}`);
    expect(seen.plan).toEqual(DRAWN_PLAN);
    const page = await (await world.stranger().fetch(`/tenders/${id}?lang=en`)).text();
    expect(page).toContain('drawn in public after the opening');
    await tenderer.refusal(setPlan(LOWEST_PRICE_PLAN)).then((refusal) => {
      expect(refusal.code).toBe('tender.wrong_state');
    });
    await tenderer.post(`/api/tenders/${id}/terminate`, { reason: '资金未落实' });
    const again = await tenderer.post<Own>(`/api/tenders/${id}/re-tender`);
    expect((await tenderer.get<Own>(`/api/tenders/${again.id}`)).plan).toEqual(DRAWN_PLAN);
    const carried = await tenderer.get<{ pool: { id: string } }>(`/api/tenders/${again.id}/pool`);
    expect(carried.pool.id).toBe(poolId);
  });

  it('takes bids and sign-ups from members of that pool alone', async () => {
    const [member, outsider] = [await world.as('firm1'), await world.as('firm4')];
    const next = (await tenderer.get<Own[]>('/api/tenders')).find(({ state }) => state === 'draft');
    await publishDraft(tenderer, next?.id ?? '');
    const at = `/api/tenders/${next?.id ?? ''}`;
    expect(await member.post(`${at}/bids`, {})).toHaveProperty('opening');
    expect((await outsider.refusal(outsider.post(`${at}/sign-ups`))).code).toMatch(/^pool\./);
    expect((await outsider.refusal(outsider.post(`${at}/bids`, {}))).code).toMatch(/^pool\./);
  });

  it('is no way round the tendering of what must be tendered', async () => {
    const must = await smallProject(world, '900000000');
    const draft = await smallDraft(world, must, 'reasonable_low_price');
    await setPlan(DRAWN_PLAN, draft);
    const refusal = await tenderer.refusal(publishDraft(tenderer, draft));
    expect(refusal).toMatchObject({
      code: 'tender.unlawful',
      law: { ruleId: 'no-designated-pool' },
    });
  });

  it('scores by the lowest price alone under the procurement law, with the rule that says so', async () => {
    const goods = await tenderer.post<Own>('/api/projects', {
      kind: 'goods',
      owner: 'township',
      partOfWorks: false,
      fiscalFunds: true,
      estimateFen: '500000000',
      totalInvestmentFen: '500000000',
      category: 'goods',
      title: '采禾乡办公设备',
      region: '采禾乡',
      approvalNumber: '采政发〔2026〕9号',
    });
    await (await world.as('registrar')).post(`/api/projects/${goods.id}/answer`, { missing: [] });
    const draft = await smallDraft(world, goods.id, 'open_tender');
    expect(await tenderer.refusal(setPlan(DRAWN_PLAN, draft))).toMatchObject({
      code: 'method.unlawful',
      law: { ruleId: 'gp-lowprice-formula' },
    });
  });
});
