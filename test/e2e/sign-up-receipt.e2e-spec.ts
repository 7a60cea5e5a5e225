import { DemoPeople } from '@server/demo';
import { Reads } from '@server/platform';
import { enterFirm } from '../journeys/rural-road';
import { publishTwoLots, TWO_LOTS } from '../journeys/two-lots';
import { clockTo, runName, until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

describe('the printed receipt of a sign-up', () => {
  let app: TestApp;
  let world: World;
  let bidder: Client;
  let tenderId: string;
  let deadline: string;
  let receipt: string;

  const path = (lot: number): string => `/api/tenders/${tenderId}/sign-ups/mine/receipt?lot=${lot}`;
  const rows = async (query: string): Promise<{ fingerprint: string; number: string }[]> =>
    (await app.get(Reads).manager()).query(query);
  const printed = (): ReturnType<typeof rows> =>
    rows("SELECT fingerprint, number FROM printed WHERE kind = 'sign_up_receipt'");

  beforeAll(async () => {
    app = await anApp('sign_up_receipt', { DEMO: 'true' });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    ({ tenderId, deadline } = await publishTwoLots(world));
    const name = TWO_LOTS.firms[0];
    ({ client: bidder } = await enterFirm(world, `receipt-${runName()}`, name, 0));
    const made = await bidder.post<{ receipt: string }>(`/api/tenders/${tenderId}/sign-ups`, {
      lot: 2,
    });
    ({ receipt } = made);
  });
  afterAll(() => app.close());

  it('is printed once, however often its firm asks at the same time, and is in the log', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => bidder.fetch(path(2))));
    const files = await Promise.all(
      answers.map(async (one) => Buffer.from(await one.arrayBuffer())),
    );
    expect(files[0]?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(new Set(files.map((one) => one.toString('base64'))).size).toBe(1);
    expect(answers[0]?.headers.get('content-type')).toBe('application/pdf');
    expect(await printed()).toEqual([
      { fingerprint: expect.any(String) as string, number: receipt },
    ]);
    const logged = (): ReturnType<typeof rows> =>
      rows("SELECT type FROM ledger_entry WHERE type = 'sign_up.receipt_printed'");
    await until('the record', async () => (await logged()).length > 0);
    expect(await logged()).toHaveLength(1);
  });

  it('is for nobody else, and a stranger behind its code learns its number and hour alone', async () => {
    const stranger = world.stranger();
    expect((await stranger.fetch(path(2))).status).toBe(401);
    const tenderer = await world.as('township');
    expect((await tenderer.fetch(path(2))).status).toBe(403);
    expect((await bidder.fetch(path(1))).status).toBe(404);
    const [row] = await printed();
    const page = await stranger.get<object>(`/api/public/printed/${row?.fingerprint}`);
    expect(page).toEqual({
      fingerprint: row?.fingerprint,
      kind: 'sign_up_receipt',
      title: '报名回执',
      number: receipt,
      tenderId: null,
      inForce: true,
      producedAt: expect.any(String) as string,
    });
  });

  it('goes with the sign-up: taken back, there is none; signed up again, there is another', async () => {
    await bidder.delete(`/api/tenders/${tenderId}/sign-ups/mine?lot=2`);
    expect((await bidder.fetch(path(2))).status).toBe(404);
    const again = await bidder.post<{ receipt: string }>(`/api/tenders/${tenderId}/sign-ups`, {
      lot: 2,
    });
    expect((await bidder.fetch(path(2))).status).toBe(200);
    expect((await printed()).map((one) => one.number).sort()).toEqual(
      [receipt, again.receipt].sort(),
    );
    await clockTo(world, deadline);
    expect((await bidder.fetch(path(2))).status).toBe(200);
  });
});
