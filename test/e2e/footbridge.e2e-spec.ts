import { DemoPeople } from '@server/demo';
import { anApp, type TestApp } from '../support/app';
import { FOOTBRIDGE, lottery } from '../journeys/footbridge';
import { worldAt } from '../journeys/world';

describe('the footbridge, drawn by lot', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await anApp('lottery', { DEMO: 'true' });
    await app.get(DemoPeople).settle(FOOTBRIDGE.members);
  });
  afterAll(() => app.close());

  it('goes from the refusal without a basis to the award, and shows nobody before the deadline', async () => {
    const world = worldAt(app.url, () => undefined);
    const { tenderId, winner } = await lottery(world);
    const { candidates, award } = await world.stranger().get<{
      candidates: { rank: number; name: string }[];
      award: { name: string };
    }>(`/api/public/tenders/${tenderId}/result`);
    expect(award.name).toBe(winner);
    expect(candidates.map((one) => one.rank)).toEqual([1, 2, 3]);
    expect(candidates[0]!.name).toBe(winner);
  });
});
