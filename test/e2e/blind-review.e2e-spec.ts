import { DemoPeople } from '@server/demo';
import {
  bidAll,
  formedPanel,
  openByPlan,
  reviewAll,
  seatedPanel,
  signAndAward,
} from '../journeys/by-plan';
import { closedBundle, judged } from '../journeys/draw';
import { publishDraft, smallDraft, smallProject } from '../journeys/small-works';
import { worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

const SLOW = 240_000;
const OFFERS = ['firm1', 'firm2', 'firm3'].map((username, at) => ({
  username,
  price: `${850_000 - at * 20_000}.00`,
  technical: { name: `暗标-施工组织设计-${username}.pdf`, text: `技术方案 ${at}` },
}));
const PLAN = {
  kind: 'comprehensive',
  formula: 'price-highway-reasonable-low',
  parameters: { down: '2', eHigh: '1', eLow: '0.5', tieBreak: 'lower-price' },
  draw: {},
  priceWeight: '60',
  items: [{ id: 'item-1', title: '施工组织设计', points: '40' }],
  askBelowPercent: '5',
  blind: true,
};

interface Bid {
  readonly id: string;
  readonly code: string;
  readonly bidderName: string | null;
  readonly files: readonly { readonly id: string; readonly name: string }[];
}

interface Room {
  readonly namesHidden: boolean;
  readonly bids: readonly Bid[];
  readonly leads: readonly object[];
  readonly marksMissing: number | null;
  readonly allMarks: readonly object[];
  readonly myMarks: readonly { readonly bidId: string; readonly points: string }[];
}

describe('a blind review', () => {
  let app: TestApp;
  let world: World;
  let id: string;
  let members: readonly Client[];
  let bidIds: readonly string[];

  const room = (member: Client): Promise<Room> => member.get(`/api/evaluations/${id}`);
  const mark = (member: Client, bidId: string, points: string, reason = ''): Promise<unknown> =>
    member.post(`/api/evaluations/${id}/marks`, {
      bidId,
      points: [{ itemId: 'item-1', points }],
      reason,
    });

  /** An expert whom the draw left out. */
  const anExpertOutside = async (): Promise<Client> => {
    for (let number = 1; number <= members.length + 1; number += 1) {
      const expert = await world.as(`expert${number}`);
      if ((await expert.fetch(`/api/evaluations/${id}`)).status === 404) return expert;
    }
    throw new Error('more experts sit at the panel than it has members');
  };

  beforeAll(async () => {
    app = await anApp('blind_review', { DEMO: 'true' });
    await app.get(DemoPeople).settle(4);
    world = worldAt(app.url, () => undefined);
    const tenderer = await world.as('township');
    id = await smallDraft(world, await smallProject(world), 'open_tender');
    await tenderer.put(`/api/tenders/${id}/plan`, { plan: PLAN });
    const deadline = await publishDraft(tenderer, id);
    const bids = await bidAll(world, id, OFFERS);
    await formedPanel(world, id, deadline);
    await openByPlan(world, id, deadline, bids);
    members = await seatedPanel(world, id);
    bidIds = bids.map(({ bidId }) => bidId);
  }, SLOW);
  afterAll(() => app.close());

  it('says so in its notice', async () => {
    const { plan } = await world.stranger().get<{ plan: object }>(`/api/public/tenders/${id}`);
    expect(plan).toMatchObject({ blind: true });
    expect(await (await world.stranger().fetch(`/tenders/${id}`)).text()).toContain('暗标评审');
  });

  it('shows technical parts under codes, and nothing that tells whose they are', async () => {
    const [first, second] = members as [Client, Client];
    const text = await (await first.fetch(`/api/evaluations/${id}`)).text();
    for (const said of [...bidIds, '青禾县青山', '850000', '85000000', '张工', 'firm1', '投标函']) {
      expect(text).not.toContain(said);
    }
    const seen = JSON.parse(text) as Room;
    expect(seen).toMatchObject({ namesHidden: true, leads: [], marksMissing: 15, allMarks: [] });
    expect(
      seen.bids.map(({ id: one, code, files }) => [one, code, files.map((f) => f.name)]),
    ).toEqual(['01', '02', '03'].map((code) => [`blind-${code}`, code, [`${code}-1.pdf`]]));
    const files = await Promise.all(
      seen.bids.map(async (bid) => {
        const path = `/api/evaluations/${id}/bids/${bid.id}/files/${bid.files[0]?.id ?? ''}`;
        const answer = await second.fetch(path);
        expect(answer.headers.get('content-disposition')).toContain('-1.pdf');
        return answer.text();
      }),
    );
    expect([...files].sort()).toEqual(['技术方案 0', '技术方案 1', '技术方案 2']);
    // What is not of the technical part, and bids by their own ids, are not there.
    const paths = [`blind-01/files/bid`, `${bidIds[0] ?? ''}/files/tech`];
    for (const path of paths) {
      expect((await first.fetch(`/api/evaluations/${id}/bids/${path}`)).status).toBe(404);
    }
    const outsider = await anExpertOutside();
    expect((await outsider.fetch(`/api/evaluations/${id}/bids/blind-01/files/tech`)).status).toBe(
      404,
    );
  });

  it('takes scores by code, and nothing else before all are in', async () => {
    const [leader, second] = members as [Client, Client];
    const review = { bidId: bidIds[0], responsive: true, ground: '' };
    const letter = { bidId: bidIds[0], about: 'bid', text: '请说明', hours: 2 };
    const early = [
      leader.post(`/api/evaluations/${id}/reviews`, review),
      leader.post(`/api/evaluations/${id}/letters`, letter),
      leader.post(`/api/evaluations/${id}/report`),
    ];
    for (const one of early) {
      expect((await leader.refusal(one)).code).toBe('evaluation.still_blind');
    }
    expect((await leader.refusal(mark(leader, bidIds[0] ?? '', '30'))).code).toBe(
      'opening.unknown_bid',
    );
    const codes = ['01', '02', '03'];
    for (const [at, code] of codes.entries()) {
      await mark(leader, `blind-${code}`, String(30 + at));
    }
    await mark(leader, 'blind-01', '33');
    const mine = (await room(leader)).myMarks.find(({ bidId }) => bidId === 'blind-01');
    expect(mine?.points).toBe('33');
    expect(await room(second)).toMatchObject({ marksMissing: 12, allMarks: [], namesHidden: true });
    for (const [seat, member] of members.slice(1).entries()) {
      for (const [at, code] of codes.entries()) {
        await mark(member, `blind-${code}`, String(28 + at + seat));
      }
    }
  });

  it('opens names, codes and scores together, and is computed again by a stranger', async () => {
    const [leader] = members as [Client];
    const open = await room(leader);
    expect(open.namesHidden).toBe(false);
    expect(open.allMarks).toHaveLength(15);
    expect([...open.bids].map(({ id: one }) => one).sort()).toEqual([...bidIds].sort());
    expect(open.bids.every(({ bidderName }) => (bidderName ?? '').startsWith('青禾县'))).toBe(true);
    expect(open.bids[0]?.files.map(({ name }) => name)).toContain('投标函.txt');
    expect((await leader.refusal(mark(leader, 'blind-01', '20'))).code).toBe('opening.unknown_bid');
    expect((await leader.refusal(mark(leader, bidIds[0] ?? '', '20'))).code).toBe(
      'evaluation.reason_missing',
    );
    await reviewAll(id, members, bidIds);
    await leader.post(`/api/evaluations/${id}/report`);
    await signAndAward(world, id, members);
    const bundle = JSON.parse(await closedBundle(world, id)) as {
      records: { record: { type: string; body: Record<string, unknown> } }[];
    };
    const result = await judged(JSON.stringify(bundle));
    if (!result.ok) throw new Error(`${result.step}: ${result.reason}`);
    const said = bundle.records.find(({ record }) => record.type === 'evaluation.blind_opened');
    const shown = [...open.bids].map(({ id: bid, code }) => ({ bid, code }));
    expect(said?.record.body.codes).toEqual(
      shown.sort((one, other) => (one.code < other.code ? -1 : 1)),
    );
  });
});
