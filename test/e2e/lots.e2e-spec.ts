import { DemoPeople } from '@server/demo';
import { closedBundle, judged } from '../journeys/draw';
import { openingSecret, prepareBid } from '../journeys/bidder';
import {
  bidForLots,
  enterFive,
  joinForces,
  openAndAward,
  publishTwoLots,
  TWO_LOTS,
  twoLotsToHall,
  type TwoLots,
} from '../journeys/two-lots';
import { hallOf, type EnteredFirm } from '../journeys/rural-road';
import { uploadFile } from '../journeys/upload';
import { until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import { hasPython, secondOpinions } from '../vectors/second';

interface Hall {
  readonly events: readonly { readonly event: Record<string, unknown> }[];
}

interface Page {
  readonly state: string;
  readonly lots: readonly { readonly number: number; readonly state: string }[];
  readonly notices: readonly { readonly kind: string; readonly facts: object }[];
}

const offer = { price: '1400000.00', durationDays: 90, quality: '合格', manager: '经理' };

async function aWorld(name: string): Promise<{ app: TestApp; world: World }> {
  const app = await anApp(name, { DEMO: 'true' });
  await app.get(DemoPeople).settle(0);
  return { app, world: worldAt(app.url, () => undefined) };
}

describe('a tender of two lots, with a consortium', () => {
  let app: TestApp;
  let world: World;
  let lots: TwoLots;
  let winners: ReadonlyMap<number, string>;

  beforeAll(async () => {
    ({ app, world } = await aWorld('two_lots'));
    lots = await twoLotsToHall(world, false);
    winners = await openAndAward(world, lots, false);
  });
  afterAll(() => app.close());

  it('is awarded lot by lot; nobody wins more lots than the documents allow', () => {
    // 甲 is the lowest in both lots and may win one: lot 2 goes to the next, the consortium of 丁 and 戊.
    expect([...winners]).toEqual([
      [1, TWO_LOTS.firms[0]],
      [2, TWO_LOTS.firms[3]],
    ]);
  });

  it('was read one lot after another, and names the members of the consortium', async () => {
    const { events } = await world
      .stranger()
      .get<Hall>(`/api/public/tenders/${lots.tenderId}/opening`);
    const closed = events[0]?.event;
    expect(closed).toMatchObject({
      kind: 'bids_closed',
      lots: [
        { number: 1, title: TWO_LOTS.titles[0], failed: false },
        { number: 2, title: TWO_LOTS.titles[1], failed: false },
      ],
    });
    const named = (closed?.bids as { lot: number; members?: string[] }[]).map(
      ({ lot, members = [] }) => [lot, members.length],
    );
    expect(named.map(([lot]) => lot)).toEqual([1, 1, 1, 2, 2, 2]);
    expect(JSON.stringify(closed)).toContain(JSON.stringify(TWO_LOTS.firms.slice(3)));
    const kinds = events.map(({ event }) => event.kind);
    const read = kinds.slice(kinds.indexOf('reading_began'));
    expect(read.slice(0, 8)).toEqual([
      'reading_began',
      ...Array<string>(3).fill('bid_read'),
      'lot_began',
      ...Array<string>(3).fill('bid_read'),
    ]);
  });

  it('wrote a letter to every bidder of every lot', async () => {
    const letters = async (firm: EnteredFirm): Promise<string[]> => {
      const mine =
        await firm.client.get<{ lot: number; kind: string; tenderId: string }[]>(
          '/api/letters/mine',
        );
      return mine.map(({ lot, kind }) => `${lot} ${kind}`).sort();
    };
    const [a, b, c, d, e] = lots.firms;
    expect(await letters(a!)).toEqual(['1 award', '2 result']);
    expect(await letters(b!)).toEqual(['1 result', '2 result']);
    expect(await letters(c!)).toEqual(['1 result']);
    expect(await letters(d!)).toEqual(['2 award']);
    expect(await letters(e!)).toEqual([]);
  });

  it('leaves a bundle that two verifiers hold true, and no bid can be moved to another lot', async () => {
    const text = await closedBundle(world, lots.tenderId);
    const result = await judged(text);
    if (!result.ok) throw new Error(JSON.stringify(result));
    expect(result.report.envelopes).toHaveLength(6);
    expect(result.report.complete).toBe(true);
    const bundle = JSON.parse(text) as { bids: { bid: { lot: number } }[] };
    expect(bundle.bids.map(({ bid }) => bid.lot).sort()).toEqual([1, 1, 1, 2, 2, 2]);
    const moved = structuredClone(bundle);
    moved.bids[0]!.bid.lot = 3 - moved.bids[0]!.bid.lot;
    expect(await judged(JSON.stringify(moved))).toMatchObject({
      ok: false,
      step: 'bids',
      reason: 'hash',
    });
    if (hasPython) expect(secondOpinions([bundle, moved])).toEqual(['ok', 'bids: hash']);
  });

  it('is in the log with its lots, terms and recommendation', async () => {
    const { records } = JSON.parse(await closedBundle(world, lots.tenderId)) as {
      records: { record: { type: string; body: Record<string, unknown> } }[];
    };
    const body = (type: string) => records.find(({ record }) => record.type === type)?.record.body;
    expect(body('tender.published')).toMatchObject({
      opening: { lots: [1, 2] },
      winLimit: 1,
      consortia: true,
      lots: [{ number: 1 }, { number: 2 }],
    });
    expect(body('evaluation.reported')?.recommended).toMatchObject([
      { lot: 1, passedOver: [] },
      { lot: 2, passedOver: [expect.any(String)] },
    ]);
  });
});

describe('a lot with too few bids', () => {
  let app: TestApp;
  let world: World;
  let lots: TwoLots;

  beforeAll(async () => {
    ({ app, world } = await aWorld('failing_lot'));
    lots = await twoLotsToHall(world, true);
  });
  afterAll(() => app.close());

  it('fails while the other goes on; its bids are never opened, and it is called again alone', async () => {
    const page = () => world.stranger().get<Page>(`/api/public/tenders/${lots.tenderId}`);
    const openingId = await hallOf(world, lots.tenderId, lots.deadline);
    expect((await page()).lots.map(({ state }) => state)).toEqual(['open', 'failed']);
    const [failed] = lots.bids.filter(({ lot }) => lot === 2);
    const keys = `/api/openings/${openingId}/keys`;
    const body = { bidId: failed!.bidId, secret: openingSecret(failed!) };
    const refusal = await failed!.client.refusal(failed!.client.post(keys, body));
    expect(refusal.code).toBe('opening.lot_failed');
    const { notices } = await page();
    expect(notices.find(({ kind }) => kind === 'lot_failed_notice')?.facts).toMatchObject({
      lot: 2,
      bids: 2,
      minimum: 3,
    });

    const tenderer = await world.as('township');
    const again = () => tenderer.post<{ id: string }>(`/api/tenders/${lots.tenderId}/re-tender`);
    const [one, two] = await Promise.all([again(), again()]);
    expect(one.id).toBe(two.id);
    const draft = await tenderer.get<{ estimateFen: string; lots: { title: string }[] }>(
      `/api/tenders/${one.id}`,
    );
    expect(draft.lots.map(({ title }) => title)).toEqual([TWO_LOTS.titles[1]]);
    expect(draft.estimateFen).toBe(TWO_LOTS.estimateFen[1]);
  });

  it('does not hold the award of the other back, and both verifiers agree', async () => {
    const winners = await openAndAward(world, lots, true);
    expect([...winners]).toEqual([[1, TWO_LOTS.firms[0]]]);
    const text = await closedBundle(world, lots.tenderId);
    const result = await judged(text);
    if (!result.ok) throw new Error(JSON.stringify(result));
    expect(result.report.envelopes).toHaveLength(3);
    expect(result.report.warnings).toContainEqual({
      step: 'closing',
      code: 'lot_returned_unopened',
      detail: { lot: 2, bids: 2, minimum: 3 },
    });
    const bundle = JSON.parse(text) as { bids: { bid: { lot: number }; blobs: object }[] };
    for (const { bid, blobs } of bundle.bids) {
      expect(Object.keys(blobs).length > 0).toBe(bid.lot === 1);
    }
    if (hasPython) expect(secondOpinions([bundle])).toEqual(['ok']);
  });
});

describe('who may take part in a lot', () => {
  let app: TestApp;
  let world: World;
  let tenderId: string;
  let firms: readonly EnteredFirm[];
  const refused = async (firm: EnteredFirm, ask: Promise<unknown>) =>
    (await firm.client.refusal(ask)).code;
  const signUp = (firm: EnteredFirm, body: object) =>
    firm.client.post<{ receipt: string; lot: number; findings: { outcome: string }[] }>(
      `/api/tenders/${tenderId}/sign-ups`,
      body,
    );
  const dissolve = (firm: EnteredFirm, id: string) =>
    firm.client.fetch(`/api/consortia/${id}`, { method: 'DELETE' });

  beforeAll(async () => {
    ({ app, world } = await aWorld('lot_parties'));
    ({ tenderId } = await publishTwoLots(world));
    firms = await enterFive(world);
  });
  afterAll(() => app.close());

  it('signs up for each lot apart, with a receipt of its own', async () => {
    const [a] = firms as [EnteredFirm];
    const one = await signUp(a, { lot: 1 });
    const two = await signUp(a, { lot: 2 });
    expect([one.lot, two.lot]).toEqual([1, 2]);
    expect(one.receipt).not.toBe(two.receipt);
    expect(one.findings).toMatchObject([{ ruleId: 'bidder-qualified', outcome: 'satisfied' }]);
    expect(await refused(a, signUp(a, { lot: 2 }))).toBe('sign_up.already');
    expect(await refused(a, signUp(a, { lot: 3 }))).toBe('lot.not_found');
  });

  it('lets a firm take part once in a lot, whichever way comes first', async () => {
    const [a, b, c, d] = firms as [EnteredFirm, EnteredFirm, EnteredFirm, EnteredFirm];
    const consortium = await joinForces(tenderId, 1, b, c);
    // The member may neither sign up nor bid alone, nor lead or join another consortium in that lot.
    expect(await refused(c, signUp(c, { lot: 1 }))).toBe('lot.member_of_consortium');
    expect(await refused(c, prepareBid(c.client, tenderId, offer, 1))).toBe(
      'lot.member_of_consortium',
    );
    expect(await refused(c, joinForces(tenderId, 1, c, d))).toBe('lot.takes_part');
    expect(await refused(c, joinForces(tenderId, 1, d, c))).toBe('lot.takes_part');
    // In the other lot it is free.
    expect((await signUp(c, { lot: 2 })).lot).toBe(2);
    // Who signed up alone cannot confirm as a member.
    expect(await refused(a, joinForces(tenderId, 2, b, a))).toBe('lot.takes_part');
    expect((await signUp(b, { lot: 1 })).findings).toHaveLength(2);
    expect((await dissolve(c, consortium)).status).toBe(409);
    const mine = await c.client.get<{ id: string; state: string }[]>('/api/consortia/mine');
    expect(mine.find(({ id }) => id === consortium)?.state).toBe('complete');
  });

  it('finds one winner when a firm signs up alone and confirms at once', async () => {
    const [, , , d, e] = firms as [EnteredFirm, EnteredFirm, EnteredFirm, EnteredFirm, EnteredFirm];
    const text = new TextEncoder().encode('协议');
    const file = await uploadFile(d.client, '协议.txt', 'text/plain', text);
    // d is still forming one in lot 1 from before: it gives that up first.
    const forming = (
      await d.client.get<{ id: string; lot: number; state: string }[]>('/api/consortia/mine')
    ).find((one) => one.lot === 1 && one.state === 'forming');
    if (forming) expect((await dissolve(d, forming.id)).status).toBe(204);
    const { id } = await d.client.post<{ id: string }>(`/api/tenders/${tenderId}/consortia`, {
      lot: 1,
      members: [e.creditCode],
      agreementFileId: file.id,
    });
    const outcomes = await Promise.allSettled([
      signUp(e, { lot: 1 }),
      e.client.post(`/api/consortia/${id}/confirmation`),
      signUp(e, { lot: 1 }),
      e.client.post(`/api/consortia/${id}/confirmation`),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('keeps a consortium as it is while its bid is in', async () => {
    const [, b] = firms as [EnteredFirm, EnteredFirm];
    const { bidId, body } = await prepareBid(b.client, tenderId, offer, 1);
    await b.client.post(`/api/bids/${bidId}/submit`, body);
    const mine =
      await b.client.get<{ id: string; lot: number; state: string }[]>('/api/consortia/mine');
    const own = mine.find((one) => one.lot === 1 && one.state === 'complete')!;
    const answer = await dissolve(b, own.id);
    expect(await answer.json()).toMatchObject({ code: 'consortium.bid_submitted' });
  });

  it('refuses a bid that names another lot than the one it was reserved for', async () => {
    const [a] = firms as [EnteredFirm];
    const { bidId, body } = await prepareBid(a.client, tenderId, offer, 1);
    const moved = { ...body, bidObject: String(body.bidObject).replace('"lot":1', '"lot":2') };
    const submit = a.client.post(`/api/bids/${bidId}/submit`, moved);
    expect(await refused(a, submit)).toBe('seal.bid_invalid');
  });

  it('tells nobody of relations before the deadline, and never a bidder', async () => {
    const [a] = firms as [EnteredFirm];
    const path = `/api/tenders/${tenderId}/relations`;
    const tenderer = await world.as('township');
    expect((await tenderer.refusal(tenderer.get(path))).code).toBe('tender.too_early');
    expect((await a.client.refusal(a.client.get(path))).status).toBe(403);
    const host = await world.as('host');
    expect([403, 404]).toContain((await host.refusal(host.get(path))).status);
  });
});

describe('relations between bidders', () => {
  it('are a lead for tenderer and supervisor after the deadline', async () => {
    const { app, world } = await aWorld('relations');
    try {
      const { tenderId, deadline } = await publishTwoLots(world);
      const firms = await enterFive(world);
      const [a, b] = firms as [EnteredFirm, EnteredFirm];
      const controller = b.creditCode;
      await a.client.post(`/api/tenders/${tenderId}/sign-ups`, { lot: 1, controller });
      await b.client.post(`/api/tenders/${tenderId}/sign-ups`, { lot: 1 });
      await a.client.post(`/api/tenders/${tenderId}/sign-ups`, { lot: 2 });
      await bidForLots(world, tenderId, firms, false).catch(() => undefined);
      await world.stranger().post('/api/demo/clock', { to: deadline });
      for (const username of ['township', 'supervisor']) {
        const client = await world.as(username);
        const leads = await until('the leads', () =>
          client.get<object[]>(`/api/tenders/${tenderId}/relations`).catch(() => null),
        );
        expect(leads).toEqual([
          {
            lot: 1,
            one: expect.any(String) as string,
            other: expect.any(String) as string,
            by: 'controller',
            citation: '招标投标法实施条例§34',
          },
        ]);
      }
    } finally {
      await app.close();
    }
  });
});
