import { DemoPeople } from '@server/demo';
import type { Priced } from '../journeys/by-plan';
import { concludeContract, usernameOf, writeContract } from '../journeys/contract';
import { closedBundle, judged } from '../journeys/draw';
import { rankedTender, sealedDraft, servicesProject, upheldObjection } from '../journeys/objection';
import { publishDraft, smallProject } from '../journeys/small-works';
import { clockTo, until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

const SLOW = 600_000;
const DAY = 86_400_000;
const OFFERS: readonly Priced[] = [
  { username: 'firm1', price: '790000.00' },
  { username: 'firm2', price: '820000.00' },
  { username: 'firm3', price: '850000.00' },
  { username: 'firm4', price: '860000.00' },
];

interface Filed {
  readonly id: string;
  readonly upheld: boolean | null;
  readonly remedy: string | null;
}
interface Page {
  readonly state: string;
  readonly regime: string;
  readonly deadline: string;
  readonly suspendedAt: string | null;
  readonly publicityUntil: string;
  readonly notices: readonly { readonly kind: string; readonly text: string }[];
}
interface Compiled {
  readonly tender: { readonly status: string };
  readonly awards?: readonly { readonly status: string }[];
}
interface Result {
  readonly candidates: readonly { readonly name: string; readonly passedOver: string | null }[];
  readonly awards: readonly { readonly name: string }[];
}

describe('an objection that is upheld', () => {
  let app: TestApp;
  let world: World;
  let tenderer: Client;

  const page = (id: string): Promise<Page> => world.stranger().get(`/api/public/tenders/${id}`);
  const result = (id: string): Promise<Result> =>
    world.stranger().get(`/api/public/tenders/${id}/result`);
  /** What the open data say of a tender by now. */
  const compiled = async (id: string): Promise<Compiled> => {
    const { code } = await world.stranger().get<{ code: string }>(`/api/public/tenders/${id}`);
    const { records } = await world
      .stranger()
      .get<{ records: { compiledRelease: Compiled }[] }>(`/api/ocds/records/ocds-sunlit-${code}`);
    const [record] = records;
    if (!record) throw new Error('no record');
    return record.compiledRelease;
  };
  const award = (id: string): Promise<unknown> => tenderer.post(`/api/tenders/${id}/award`);
  const remedy = (id: string, body: object): Promise<unknown> =>
    tenderer.post(`/api/objections/${id}/remedy`, { text: '经查实，业绩造假。', ...body });
  const upheld = (username: string, id: string, stage: 'documents' | 'result'): Promise<string> =>
    upheldObjection(world, username, id, stage);

  beforeAll(async () => {
    app = await anApp('upheld', { DEMO: 'true' });
    await app.get(DemoPeople).settle(5);
    world = worldAt(app.url, () => undefined);
    tenderer = await world.as('township');
  }, SLOW);
  afterAll(() => app.close());

  it(
    'to the documents keeps the hall shut until they are corrected',
    async () => {
      const id = await sealedDraft(world, await smallProject(world));
      const deadline = await publishDraft(tenderer, id);
      const objection = await upheld('firm1', id, 'documents');
      expect((await page(id)).suspendedAt).not.toBeNull();
      await clockTo(world, new Date(Date.parse(deadline) + DAY).toISOString());
      expect(await page(id)).toMatchObject({ state: 'published', deadline });
      const clarification = { text: '删去业绩要求。', affectsPreparation: true };
      const clarify = (corrects: readonly string[]): Promise<unknown> =>
        tenderer.post(`/api/tenders/${id}/clarifications`, { ...clarification, corrects });
      await clarify([]);
      expect((await page(id)).suspendedAt).not.toBeNull();
      const unknown = '00000000-0000-4000-8000-000000000000';
      expect((await tenderer.refusal(clarify([objection, unknown]))).code).toBe(
        'clarification.unknown_objection',
      );
      await clarify([objection]);
      const resumed = await page(id);
      expect(resumed.suspendedAt).toBeNull();
      expect(Date.parse(resumed.deadline)).toBeGreaterThan(Date.parse(deadline));
      const [filed] = await tenderer.get<Filed[]>(`/api/tenders/${id}/objections`);
      expect(filed).toMatchObject({ upheld: true, remedy: 'corrected' });
      await clockTo(world, resumed.deadline);
      await until('the end of the bidding', async () => (await page(id)).state === 'failed');
    },
    SLOW,
  );

  it(
    'to the result holds the award back until the next candidate stands first on a ground of law',
    async () => {
      const id = await rankedTender(world, await smallProject(world), OFFERS.slice(0, 3));
      const objection = await upheld('firm2', id, 'result');
      await clockTo(world, (await page(id)).publicityUntil);
      expect(await tenderer.refusal(award(id))).toMatchObject({
        code: 'award.objection_upheld',
        params: { upheld: 1 },
        law: { ruleId: 'below-award-first' },
      });
      const open = await world.stranger().get(`/api/public/tenders/${id}/objections`);
      expect(open).toEqual({ open: 1 });
      const next = { remedy: 'passed_over', ground: 'violation' };
      for (const username of ['school', 'agency']) {
        const other = await world.as(username);
        const tried = other.post(`/api/objections/${objection}/remedy`, { ...next, text: '……' });
        expect((await other.refusal(tried)).code).toBe('objection.not_found');
      }
      expect((await tenderer.refusal(remedy(objection, { remedy: 'passed_over' }))).code).toBe(
        'objection.ground_missing',
      );
      const planned = await tenderer.get<{ text: string; passedOver: string; isVoid: boolean }>(
        `/api/objections/${objection}/remedy?remedy=passed_over&ground=violation`,
      );
      const stranger = await world.as('school');
      const peeped = stranger.get(`/api/objections/${objection}/remedy?remedy=failed`);
      expect((await stranger.refusal(peeped)).code).toBe('objection.not_found');
      const race = await Promise.allSettled([remedy(objection, next), remedy(objection, next)]);
      expect(race.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      const { candidates } = await result(id);
      expect(candidates.map(({ passedOver }) => passedOver)).toEqual(['violation', null, null]);
      expect(planned).toMatchObject({ passedOver: candidates[0]?.name, isVoid: false });
      const { notices } = await page(id);
      expect(notices.find(({ kind }) => kind === 'result_changed_notice')?.text).toBe(
        planned.text.replace('（请填写）', '经查实，业绩造假。'),
      );
      await award(id);
      expect((await result(id)).awards[0]?.name).toBe(candidates[1]?.name);
      // The record stays open as long as a complaint may follow the objection.
      const complaintsOver = Date.parse((await page(id)).publicityUntil) + 30 * DAY;
      await clockTo(world, new Date(complaintsOver).toISOString());
      const bundle = await judged(await closedBundle(world, id));
      if (!bundle.ok) throw new Error(`${bundle.step}: ${bundle.reason}`);
    },
    SLOW,
  );

  it(
    'to the result of a procurement makes an award void before its contract, and a new call follows where too few are left',
    async () => {
      const id = await rankedTender(world, await servicesProject(world, '采禾乡环卫服务'), OFFERS);
      const { regime, publicityUntil } = await page(id);
      expect(regime).toBe('B');
      await clockTo(world, publicityUntil);
      await award(id);
      const [first] = (await result(id)).awards;
      expect((await tenderer.refusal(tenderer.post(`/api/tenders/${id}/candidates`))).code).toBe(
        'tender.wrong_state',
      );
      await until('the printed letters', async () => {
        const letters = await (
          await world.as('firm1')
        ).get<{ tenderId: string; ready: boolean }[]>('/api/letters/mine');
        return letters.some((one) => one.tenderId === id && one.ready);
      });
      const query = await upheld('firm2', id, 'result');
      const next = { remedy: 'passed_over', ground: 'violation' };
      const { id: contractId, fingerprint } = await writeContract(tenderer, id);
      const early = tenderer.post(`/api/contracts/${contractId}/signature`, { fingerprint });
      expect((await tenderer.refusal(early)).code).toBe('award.objection_upheld');
      await remedy(query, next);
      expect(await tenderer.get(`/api/tenders/${id}/contracts`)).toEqual([]);
      expect(await page(id)).toMatchObject({ state: 'publicity' });
      expect((await result(id)).awards).toEqual([]);
      const former = await world.as(
        await usernameOf(
          world,
          first?.name ?? '',
          OFFERS.map(({ username }) => username),
        ),
      );
      const [letter] = (
        await former.get<{ tenderId: string; fingerprint: string; voidedAt: string | null }[]>(
          '/api/letters/mine',
        )
      ).filter((one) => one.tenderId === id);
      expect(letter?.voidedAt).not.toBeNull();
      expect(
        await world.stranger().get(`/api/public/printed/${letter?.fingerprint ?? ''}`),
      ).toMatchObject({ kind: 'award_letter', inForce: false });
      await until('the message about the change', async () =>
        (await former.get<{ topic: string }[]>('/api/inbox')).some(
          ({ topic }) => topic === 'result.changed',
        ),
      );
      const supervisor = await world.as('supervisor');
      await until('what the objection led to', async () =>
        (await supervisor.get<{ topic: string }[]>('/api/inbox')).some(
          ({ topic }) => topic === 'objection.remedied',
        ),
      );
      await clockTo(world, (await page(id)).publicityUntil);
      await award(id);
      const [second] = (await result(id)).awards;
      expect(second?.name).not.toBe(first?.name);
      await until('letters of the new result', async () => {
        const letters = await (
          await world.as('firm2')
        ).get<{ kind: string; tenderId: string }[]>('/api/letters/mine');
        return (
          letters
            .filter((one) => one.tenderId === id)
            .map(({ kind }) => kind)
            .join() === 'award'
        );
      });
      const again = await upheld('firm3', id, 'result');
      expect(await tenderer.refusal(remedy(again, next))).toMatchObject({
        code: 'objection.too_few_left',
        params: { left: 2, minimum: 3 },
        law: { ruleId: 'gp-query-effect', citation: '财政部令94号§16' },
      });
      await remedy(again, { remedy: 'failed' });
      expect(await page(id)).toMatchObject({ state: 'failed' });
      await until('the releases of the void awards', async () => {
        const { awards = [], tender } = await compiled(id);
        const isCancelled = awards.every(({ status }) => status === 'cancelled');
        return awards.length === 2 && isCancelled && tender.status === 'unsuccessful';
      });
      const bundle = await judged(await closedBundle(world, id));
      if (!bundle.ok) throw new Error(`${bundle.step}: ${bundle.reason}`);
      expect(await tenderer.post(`/api/tenders/${id}/re-tender`)).toHaveProperty('id');
    },
    SLOW,
  );

  it(
    'is for the finance department once the contract is signed, which the platform knows by itself',
    async () => {
      const id = await rankedTender(world, await servicesProject(world, '采禾乡绿化养护'), OFFERS);
      await clockTo(world, (await page(id)).publicityUntil);
      await award(id);
      const [first] = (await result(id)).awards;
      const firms = OFFERS.map(({ username }) => username);
      const winner = await world.as(await usernameOf(world, first?.name ?? '', firms));
      const loser = firms.find((one) => one !== 'firm1') ?? '';
      await concludeContract(world, id, tenderer, winner);
      const query = await upheld(loser, id, 'result');
      for (const wish of [{ remedy: 'passed_over', ground: 'violation' }, { remedy: 'failed' }]) {
        expect(await tenderer.refusal(remedy(query, wish))).toMatchObject({
          code: 'objection.contract_signed',
          law: { ruleId: 'gp-complaint-15-30wd' },
        });
      }
      await remedy(query, { remedy: 'stands' });
    },
    SLOW,
  );
});
