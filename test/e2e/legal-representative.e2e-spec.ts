import { DemoPeople } from '@server/demo';
import { openingSecret, type HandedIn } from '../journeys/bidder';
import { closedBundle, judged } from '../journeys/draw';
import { checkIn, demoExperts, drawPanel, formPanel, ROAD_SEATS } from '../journeys/panel';
import {
  bid,
  enterFirms,
  hallOf,
  openBids,
  publish,
  registerProject,
  type Journey,
} from '../journeys/rural-road';
import { watchHall } from '../journeys/spectator';
import { award, evaluate } from '../journeys/to-award';
import { until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client, Problem } from '../support/client';
import { hasPython, secondOpinions } from '../vectors/second';

const CITATION = '县政府办公室工程招投标文件（2013，历史政策）';
const LAW = { ruleId: 'county-legal-rep', citation: CITATION };
/** Above the county's threshold of five million. */
const INVESTMENT = '600000000';

interface HallAnswer {
  readonly events: readonly { readonly event: Record<string, unknown> }[];
}

/** Publication, bids and, before the deadline, what else there is to do; then the hall. */
async function toHall(
  world: World,
  investment: string,
  before: (tenderId: string, deadline: string) => Promise<void> = () => Promise.resolve(),
): Promise<Journey> {
  const { tenderId, deadline } = await publish(world, await registerProject(world, investment));
  const firms = await enterFirms(world, tenderId);
  const bids = await bid(world, tenderId, firms);
  await before(tenderId, deadline);
  return { tenderId, firms, bids, openingId: await hallOf(world, tenderId, deadline) };
}

describe('legal representatives at an opening under the county policy', () => {
  let app: TestApp;
  let world: World;
  let hall: Journey;
  let host: Client;

  const press = (kind: string, more: object = {}): Promise<HallAnswer> =>
    host.post(`/api/openings/${hall.openingId}/commands`, { kind, ...more });
  const refused = (call: Promise<unknown>, client = host): Promise<Problem> => client.refusal(call);
  const bidder = (at: number): HandedIn => {
    const found = hall.bids[at];
    if (!found) throw new Error('no such bid');
    return found;
  };
  const signIn = (at: number, name: string): Promise<HallAnswer> =>
    bidder(at).client.post(`/api/openings/${hall.openingId}/attendance`, { name });
  const events = async (): Promise<Record<string, unknown>[]> => {
    const path = `/api/public/openings/${hall.openingId}`;
    return (await world.stranger().get<HallAnswer>(path)).events.map(({ event }) => event);
  };
  /** The firms in the order of their bids, as the hall lists them. */
  const firmOf = async (at: number): Promise<string> => {
    const [closed] = await events();
    const bids = closed?.bids as { bidId: string; bidderId: string }[];
    return bids.find(({ bidId }) => bidId === bidder(at).bidId)?.bidderId ?? '';
  };

  beforeAll(async () => {
    app = await anApp('legal_representative', { DEMO: 'true', RULE_SET: 'county-2013' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    host = await world.as('host');
    const tenderer = await world.as('township');
    const experts = demoExperts(world);
    hall = await toHall(world, INVESTMENT, async (id, deadline) => {
      const panel = await drawPanel(world, id, tenderer, ROAD_SEATS, deadline);
      await formPanel(world, panel, experts);
    });
  });
  afterAll(() => app.close());

  it('are asked for by the closing, with the rule', async () => {
    expect((await events())[0]).toMatchObject({ kind: 'bids_closed', attendance: LAW });
  });

  it('sign in; the name is held against the enterprise’s record, before everybody', async () => {
    const spectator = await watchHall(world.url, hall.openingId);
    await signIn(0, '法定代表人 1');
    await signIn(1, '王五');
    const seen = await until('the spectator to see both', () => {
      const found = spectator.events
        .map(({ event }) => event)
        .filter(({ kind }) => kind === 'representative_arrived');
      return Promise.resolve(found.length === 2 ? found : null);
    });
    expect(seen).toEqual([
      expect.objectContaining({ attendee: '法定代表人 1', isRegistered: true }),
      expect.objectContaining({ attendee: '王五', isRegistered: false }),
    ]);
    spectator.leave();
  });

  it('are confirmed by the host alone, once', async () => {
    const firmId = await firmOf(0);
    const other = await world.as('school');
    const path = `/api/openings/${hall.openingId}/commands`;
    const foreign = other.post(path, { kind: 'confirm_representative', firmId });
    expect((await refused(foreign, other)).code).toBe('tender.not_allowed');
    const tenderer = await world.as('township');
    const both = await Promise.allSettled(
      [host, tenderer].map((client) =>
        client.post(path, { kind: 'confirm_representative', firmId }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const late = refused(signIn(0, '别人'), bidder(0).client);
    expect((await late).code).toBe('opening.identity_confirmed');
    const nobody = press('confirm_representative', { firmId: await firmOf(2) });
    expect((await refused(nobody)).code).toBe('opening.nobody_checked_in');
    const unknown = press('record_absence', { firmId: hall.tenderId });
    expect((await refused(unknown)).code).toBe('opening.unknown_firm');
  });

  it('keep the record from being signed until each is accounted for, and exclude nobody', async () => {
    for (const one of hall.bids) {
      const key = { bidId: one.bidId, secret: openingSecret(one) };
      await one.client.post(`/api/openings/${hall.openingId}/keys`, key);
    }
    const { events: closed } = await press('begin_reading');
    const order = closed[0]?.event.bids as { bidId: string }[];
    for (const { bidId } of order) await press('read_bid', { bidId });
    await press('open_objections');
    const open = await refused(press('begin_signing'));
    expect(open).toMatchObject({ code: 'opening.attendance_open', law: LAW });
    await press('record_absence', { firmId: await firmOf(1) });
    await press('record_absence', { firmId: await firmOf(2) });
    await press('begin_signing');
    await press('close');
    const read = (await events()).filter(({ kind }) => kind === 'bid_read');
    expect(read).toHaveLength(3);
  });

  it('stand in the printed record', async () => {
    interface Page {
      readonly notices: readonly { readonly id: string; readonly kind: string }[];
    }
    const record = await until('the record', async () => {
      const page = await world.stranger().get<Page>(`/api/public/tenders/${hall.tenderId}`);
      return page.notices.find(({ kind }) => kind === 'opening_record');
    });
    const path = `/api/public/notices/${hall.tenderId}/${record.id}/file`;
    expect((await world.stranger().fetch(path)).status).toBe(200);
  });

  it('leave a bundle that two verifiers take', async () => {
    await evaluate(world, hall.tenderId, await checkIn(hall.tenderId, demoExperts(world)));
    const clients = hall.bids.map(({ client }) => client);
    await award(world, hall.tenderId, await world.as('township'), clients);
    const text = await closedBundle(world, hall.tenderId);
    const result = await judged(text);
    if (!result.ok) throw new Error(JSON.stringify(result));
    expect(text).toContain('representative_absent');
    if (hasPython) expect(secondOpinions([JSON.parse(text)])).toEqual(['ok']);
  });

  it('are not asked for below the threshold', async () => {
    const small = await toHall(world, '360000000');
    const [one] = small.bids;
    if (!one) throw new Error('no bid');
    const call = one.client.post(`/api/openings/${small.openingId}/attendance`, { name: '王山' });
    expect((await refused(call, one.client)).code).toBe('opening.no_check_in');
    await openBids(world, small.openingId, small.bids);
  });
});
