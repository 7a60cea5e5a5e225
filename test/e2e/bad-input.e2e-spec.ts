import { parseInstant } from '@core/kernel';
import { DemoPeople } from '@server/demo';
import { Arrival } from '@server/platform';
import { anApp, type TestApp } from '../support/app';
import { handIn, openingSecret, prepareBid, type HandedIn } from '../journeys/bidder';
import { holderKeys } from '../journeys/holders';
import { enterFirms, hallOf, publish, registerProject } from '../journeys/rural-road';
import { worldAt, type World } from '../journeys/world';

const OFFER = { price: '3579546.00', durationDays: 120, quality: '合格', manager: '张工' };

describe('bad input, and everybody at once', () => {
  let app: TestApp;
  let world: World;
  let projectId: string;
  let tenderId: string;
  let deadline: string;
  let firms: string[];
  const bids: HandedIn[] = [];

  beforeAll(async () => {
    app = await anApp('bad_input', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    projectId = await registerProject(world);
    ({ tenderId, deadline } = await publish(world, projectId));
    firms = await enterFirms(world, tenderId);
  });
  afterAll(() => app.close());
  afterEach(() => jest.restoreAllMocks());

  it('refuses unlawful dates with the rule and its citation, and keeps the draft', async () => {
    const tenderer = await world.as('township');
    const draft = await tenderer.post<{ id: string }>('/api/tenders', {
      projectId,
      title: '太急的招标',
      method: 'lottery',
      bidBondFen: '0',
      deadline: '2026-03-04T01:30:00.000Z',
    });
    const refusal = await tenderer.refusal(
      tenderer.post(`/api/tenders/${draft.id}/publish`, { text: '…' }),
    );
    expect(refusal).toMatchObject({
      code: 'tender.unlawful',
      law: { ruleId: 'below-prep-5d' },
      params: { minimum: '5' },
    });
    const kept = await tenderer.get<{ state: string }>(`/api/tenders/${draft.id}`);
    expect(kept.state).toBe('draft');
    const shown = await tenderer.get<{ ruleId: string; outcome: string }[]>(
      `/api/tenders/${draft.id}/findings`,
    );
    expect(shown).toContainEqual(
      expect.objectContaining({ ruleId: 'below-prep-5d', outcome: 'violated' }),
    );
  });

  it('refuses key holders who did not sign for this very tender, or who are too few', async () => {
    const tenderer = await world.as('township');
    const terms = { title: '另一个招标', method: 'open_tender', bidBondFen: '0' };
    const { id } = await tenderer.post<{ id: string }>('/api/tenders', { projectId, ...terms });
    const put = async (sealing: object): Promise<unknown> =>
      (await tenderer.refusal(tenderer.put(`/api/tenders/${id}/sealing`, sealing))).params;
    const { sealing: foreign } = await holderKeys(tenderId);
    expect(await put(foreign)).toEqual({ reason: 'signature' });
    const { sealing } = await holderKeys(id);
    expect(await put({ ...sealing, t: 4 })).toEqual({ reason: 'holders' });
    await tenderer.put(`/api/tenders/${id}/sealing`, sealing);
  });

  it('refuses a credit code with a wrong check digit, and one it knows already', async () => {
    const stranger = world.stranger();
    const firm = {
      name: '某',
      username: 'somebody',
      password: 'a longer secret',
      personName: '某',
    };
    const wrong = { ...firm, creditCode: '91350100M000100Y44' };
    expect((await stranger.refusal(stranger.post('/api/enterprises', wrong))).code).toBe(
      'enterprise.credit_code_invalid',
    );
    const right = { ...firm, creditCode: '91350100M000100Y43' };
    await stranger.post('/api/enterprises', right);
    const again = await stranger.refusal(
      stranger.post('/api/enterprises', { ...right, username: 'somebody-else' }),
    );
    expect(again.code).toBe('enterprise.credit_code_known');
  });

  it('does not let an unverified firm sign up, with the law that says so', async () => {
    const bidder = world.stranger();
    await bidder.signIn('somebody', 'a longer secret');
    const refusal = await bidder.refusal(bidder.post(`/api/tenders/${tenderId}/sign-ups`));
    expect(refusal).toMatchObject({
      code: 'enterprise.not_verified',
      law: { ruleId: 'e-bidder-register' },
    });
  });

  it('keeps other people’s drafts, lists and bids to themselves', async () => {
    const other = await world.as('tenderer');
    const codes = await Promise.all(
      [
        other.put(`/api/tenders/${tenderId}`, { title: 'x', method: 'lottery', bidBondFen: '0' }),
        other.post(`/api/tenders/${tenderId}/publish`, { text: 'x' }),
        other.get(`/api/tenders/${tenderId}/sign-ups`),
      ].map(async (call) => (await other.refusal(call)).code),
    );
    expect(codes).toEqual(['tender.not_found', 'tender.not_found', 'tender.not_allowed']);
    const host = await world.as('host');
    const list = await host.refusal(host.get(`/api/tenders/${tenderId}/sign-ups`));
    expect(list.code).toBe('tender.not_allowed');
  });

  it('signs a firm up once, however often it presses', async () => {
    const bidder = await world.as(firms[0]!);
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => bidder.post(`/api/tenders/${tenderId}/sign-ups`)),
    );
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(0);
    await bidder.delete(`/api/tenders/${tenderId}/sign-ups/mine`);
    const again = await Promise.allSettled(
      Array.from({ length: 8 }, () => bidder.post(`/api/tenders/${tenderId}/sign-ups`)),
    );
    expect(again.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });

  it('takes a double submit once and answers both with one receipt', async () => {
    const bidder = await world.as(firms[0]!);
    const first = await handIn(bidder, tenderId, OFFER);
    bids.push(first);
    const again = await Promise.all(
      [1, 2].map(() =>
        bidder.post<{ receipt: string }>(`/api/bids/${first.bidId}/submit`, first.body),
      ),
    );
    expect(again.map((one) => one.receipt)).toEqual([first.receipt, first.receipt]);
    const stolen = await world.as(firms[1]!);
    const refusal = await stolen.refusal(
      stolen.post(`/api/bids/${first.bidId}/submit`, first.body),
    );
    expect(refusal.code).toBe('bid.not_found');
  });

  it('says which ciphertext is missing or differs, and takes the bid when it is mended', async () => {
    const bidder = await world.as(firms[1]!);
    const { bidId, seed, body } = await prepareBid(bidder, tenderId, OFFER);
    const blobs = body.blobs as { name: string; fileId: string }[];
    const missing = await bidder.refusal(
      bidder.post(`/api/bids/${bidId}/submit`, { ...body, blobs: blobs.slice(1) }),
    );
    expect(missing.code).toBe('bid.blob_missing');
    const swapped = blobs.map((blob, index) => ({ ...blob, fileId: blobs[1 - index]!.fileId }));
    const differs = await bidder.refusal(
      bidder.post(`/api/bids/${bidId}/submit`, { ...body, blobs: swapped }),
    );
    expect(differs.code).toBe('bid.blob_differs');
    const forged = { ...body, bidObject: String(body.bidObject).replace('"seq":1', '"seq":2') };
    expect((await bidder.refusal(bidder.post(`/api/bids/${bidId}/submit`, forged))).code).toBe(
      'seal.bid_invalid',
    );
    const { receipt } = await bidder.post<{ receipt: string }>(`/api/bids/${bidId}/submit`, body);
    bids.push({ client: bidder, bidId, receipt, arrivedAt: '', seed, body });
  });

  it('lets the last millisecond in, and refuses 00:00:00.000', async () => {
    const bidder = await world.as(firms[2]!);
    const at = parseInstant(deadline)!;
    const { bidId, seed, body } = await prepareBid(bidder, tenderId, OFFER);
    const arrival = jest.spyOn(app.get(Arrival), 'at').mockReturnValue(at);
    const late = await bidder.refusal(bidder.post(`/api/bids/${bidId}/submit`, body));
    expect(late).toMatchObject({ code: 'tender.too_late', law: { ruleId: 'e-late-reject' } });
    const mine = await bidder.get<{ state: string }[]>(`/api/tenders/${tenderId}/bids/mine`);
    expect(mine.map((one) => one.state)).toEqual(['reserved']);
    arrival.mockReturnValue(at - 1);
    const { receipt } = await bidder.post<{ receipt: string }>(`/api/bids/${bidId}/submit`, body);
    bids.push({ client: bidder, bidId, receipt, arrivedAt: '', seed, body });
  });

  it('opens once, reads each bid once when two hosts press, and takes no wrong key', async () => {
    const openingId = await hallOf(world, tenderId, deadline);
    const [one] = bids;
    const wrong = await one!.client.refusal(
      one!.client.post(`/api/openings/${openingId}/keys`, {
        bidId: one!.bidId,
        secret: '00'.repeat(32),
      }),
    );
    expect(wrong.code).toBe('opening.wrong_key');
    for (const handedIn of bids) {
      const key = { bidId: handedIn.bidId, secret: openingSecret(handedIn) };
      const twice = await Promise.allSettled(
        [1, 2, 3].map(() => handedIn.client.post(`/api/openings/${openingId}/keys`, key)),
      );
      expect(twice.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    }
    const [host, tenderer] = [await world.as('host'), await world.as('township')];
    const press = (command: object): Promise<PromiseSettledResult<unknown>[]> =>
      Promise.allSettled(
        [host, tenderer, host, tenderer].map((client) =>
          client.post(`/api/openings/${openingId}/commands`, command),
        ),
      );
    const won = (results: PromiseSettledResult<unknown>[]): number =>
      results.filter((result) => result.status === 'fulfilled').length;
    expect(won(await press({ kind: 'begin_reading' }))).toBe(1);
    const order = [...bids].map((bid) => bid.bidId).sort();
    for (const bidId of order) expect(won(await press({ kind: 'read_bid', bidId }))).toBe(1);
    const { events } = await world
      .stranger()
      .get<{ events: { seq: number }[] }>(`/api/public/openings/${openingId}`);
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
    const stranger = await world.as('firm-nobody').catch(() => null);
    expect(stranger).toBeNull();
  });
});
