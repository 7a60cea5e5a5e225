import type { Role } from '@core/identity';
import { Accounts } from '@server/identity';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

const PASSWORD = 'sunlight in every draw';
const YEAR_2027 = {
  off: [
    ...['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09'],
    ...['2027-02-10', '2027-02-11', '2027-04-05', '2027-05-01', '2027-10-01', '2027-10-02'],
  ],
  work: ['2027-02-14'],
  source: '国办发明电〔2026〕9号',
};

describe('the official calendar', () => {
  let app: TestApp;
  const signedIn = async (role: Role, kind: 'centre' | 'tenderer'): Promise<Client> => {
    const accounts = app.get(Accounts);
    const organisation = await accounts.found({ kind, name: role });
    const id = await accounts.register({ username: role, name: role, password: PASSWORD });
    await accounts.appoint(id, organisation, role);
    const client = app.client();
    await client.signIn(role, PASSWORD);
    return client;
  };

  beforeAll(async () => {
    app = await anApp('calendar', { CLOCK: 'demo', DEMO: 'true' });
  });
  afterAll(() => app.close());

  it('is everybody’s to read', async () => {
    const years = await app.client().get<{ year: string; version: number }[]>('/api/calendar');
    expect(years.map(({ year, version }) => [year, version])).toEqual([
      ['2025', 0],
      ['2026', 0],
    ]);
  });

  it('lets the system administrator enter a year, which periods of law are then counted by', async () => {
    const tenderer = await signedIn('tenderer', 'tenderer');
    const facts = {
      kind: 'works',
      owner: 'township',
      category: 'road',
      partOfWorks: true,
      fiscalFunds: true,
      estimateFen: '600000000',
      totalInvestmentFen: '600000000',
    };
    await app.client().post('/api/demo/clock', { to: '2026-12-20T01:00:00.000Z' });
    const advise = (): Promise<{ earliest: { deadline: string } }> =>
      tenderer.post('/api/projects/advice', facts);
    expect(await tenderer.refusal(advise())).toMatchObject({
      code: 'calendar.year_unknown',
      params: { year: '2027' },
    });
    const enter = (of: Client, body: object = YEAR_2027): Promise<unknown> =>
      of.put('/api/calendar/2027', body);
    expect((await tenderer.refusal(enter(tenderer))).code).toBe('identity.no_permission');
    const admin = await signedIn('system_admin', 'centre');
    const wrong = { ...YEAR_2027, work: ['2027-02-15'] };
    expect(await admin.refusal(enter(admin, wrong))).toMatchObject({
      code: 'calendar.malformed',
      params: { where: '2027-02-15' },
    });
    await enter(admin);
    expect((await advise()).earliest.deadline).toBe('2027-01-11T01:30:00.000Z');
    await enter(admin, { ...YEAR_2027, off: [...YEAR_2027.off, '2027-01-11'] });
    expect((await advise()).earliest.deadline).toBe('2027-01-12T01:30:00.000Z');
    const years = await admin.get<{ year: string; version: number }[]>('/api/calendar');
    expect(years.at(-1)).toMatchObject({ year: '2027', version: 2, source: YEAR_2027.source });
  });
});
