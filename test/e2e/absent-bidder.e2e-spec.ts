import { openShare } from '@core/escrow';
import { holderSecret, readBid } from '@core/sealed-bid';
import { DemoPeople } from '@server/demo';
import { anApp, type TestApp } from '../support/app';
import { handIn, openingSecret, type HandedIn } from '../journeys/bidder';
import { holderKeys } from '../journeys/holders';
import { enterFirms, hallOf, publishWith, registerProject } from '../journeys/rural-road';
import { clockTo, worldAt, type World } from '../journeys/world';

const OFFER = { price: '3579546.00', durationDays: 120, quality: '合格', manager: '张工' };

describe('a bidder who stays away', () => {
  let app: TestApp;
  let world: World;
  const bids: HandedIn[] = [];
  let seeds: readonly Uint8Array[] = [];
  let tenderId: string;
  let openingId: string;

  beforeAll(async () => {
    app = await anApp('absent', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    const projectId = await registerProject(world);
    const published = await publishWith(world, projectId, async (id) => {
      const made = await holderKeys(id);
      seeds = made.seeds;
      return made.sealing;
    });
    ({ tenderId } = published);
    for (const firm of await enterFirms(world, tenderId)) {
      bids.push(await handIn(await world.as(firm), tenderId, OFFER));
    }
    openingId = await hallOf(world, tenderId, published.deadline);
  });
  afterAll(() => app.close());

  /** What holder `x` posts for a bid: its share, opened on its own machine. */
  const shareOf = async (bid: HandedIn, x: number): Promise<object> => {
    const read = readBid(String(bid.body.bidObject));
    if (!read.ok) throw new Error('no bid');
    const dealt = read.value.envelopes[0]!.shares.find((share) => share.x === x)!;
    const ctx = { kind: 'seal' as const, tender: tenderId, bid: bid.bidId, env: 'sheet' };
    const share = await openShare(holderSecret(seeds[x - 1]!, tenderId), dealt, ctx);
    if (!share.ok) throw new Error('the envelope does not open');
    return { bidId: bid.bidId, ...share.value };
  };

  it('is opened by two of three holders, after the bidders’ window and not before', async () => {
    const [absent, ...present] = bids;
    for (const bid of present) {
      const key = { bidId: bid.bidId, secret: openingSecret(bid) };
      await bid.client.post(`/api/openings/${openingId}/keys`, key);
    }
    const supervisor = await world.as('supervisor');
    const path = `/api/openings/${openingId}/shares`;
    const third = await shareOf(absent!, 3);
    expect((await supervisor.refusal(supervisor.post(path, third))).code).toBe(
      'opening.window_open',
    );
    const { windowEndsAt } = await supervisor.get<{ windowEndsAt: string }>(
      `/api/public/openings/${openingId}`,
    );
    await clockTo(world, windowEndsAt);
    const junk = { bidId: absent!.bidId, x: 3, share: 'ab'.repeat(32) + '03' };
    expect((await supervisor.refusal(supervisor.post(path, junk))).code).toBe('opening.wrong_key');
    const foreign = await world.as('school');
    expect((await foreign.refusal(foreign.post(path, third))).code).toBe('tender.not_allowed');
    await supervisor.post(path, third);
    const host = await world.as('host');
    const hall = await host.post<{ events: { event: { kind: string; by?: string } }[] }>(
      path,
      await shareOf(absent!, 1),
    );
    expect(hall.events.at(-1)!.event).toMatchObject({
      kind: 'bid_unsealed',
      bidId: absent!.bidId,
      by: 'holders',
    });
    const settle = foreign.post(`/api/openings/${openingId}/absent`);
    expect((await foreign.refusal(settle)).code).toBe('tender.not_allowed');
    await host.post(`/api/openings/${openingId}/commands`, { kind: 'begin_reading' });
  });
});
