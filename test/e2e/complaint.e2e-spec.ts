import { DemoPeople } from '@server/demo';
import { complaintBody, filedComplaint, sentEvidence } from '../journeys/complaint';
import { filedObjection, rankedTender } from '../journeys/objection';
import { smallProject } from '../journeys/small-works';
import { clockTo, until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

const SLOW = 600_000;
const DAY = 86_400_000;
const OFFERS = [
  { username: 'firm1', price: '790000.00' },
  { username: 'firm2', price: '820000.00' },
  { username: 'firm3', price: '850000.00' },
];
/** Who else has an account: none of them learns that a complaint exists. */
const OTHERS = [
  'firm1',
  'firm3',
  'registrar',
  'host',
  'drawer',
  'finance',
  'sysadmin',
  'school',
  'citizen',
];
const DECISION = { findings: '业绩证明系伪造。', basis: '《招标投标法》第五十四条。' };

interface Seen {
  readonly state: string;
  readonly reader: string;
  readonly text: string;
  readonly answer: string | null;
  readonly orders: readonly string[];
  readonly clocks: readonly {
    readonly clock: string;
    readonly whose: string;
    readonly until: string;
    readonly left: number;
    readonly citation: string;
  }[];
  readonly files: readonly { readonly id: string; readonly side: string }[];
}
interface Decisions {
  readonly suspended: boolean;
  readonly decisions: readonly {
    readonly id: string;
    readonly outcome: string;
    readonly hasPaper: boolean;
  }[];
}

describe('a complaint', () => {
  let app: TestApp;
  let world: World;
  let tenderer: Client;
  let supervisor: Client;
  let tenderId: string;
  let complaint: string;

  const decided = (): Promise<Decisions> =>
    world.stranger().get(`/api/public/tenders/${tenderId}/complaints`);
  const page = (): Promise<{
    state: string;
    publicityUntil: string;
    notices: { kind: string; text: string }[];
  }> => world.stranger().get(`/api/public/tenders/${tenderId}`);
  const desk = (act: string, body: object = {}): Promise<unknown> =>
    supervisor.post(`/api/complaints/${complaint}/${act}`, body);
  const topics = async (username: string): Promise<string[]> => {
    const inbox = await (await world.as(username)).get<{ topic: string }[]>('/api/inbox');
    return inbox.map(({ topic }) => topic).filter((one) => one.startsWith('complaint.'));
  };
  /** What somebody learns of the complaint: its state, or the code of the refusal. */
  const learns = async (username: string): Promise<string> => {
    const client = await world.as(username);
    const url = `/api/complaints/${complaint}`;
    try {
      return (await client.get<Seen>(url)).state;
    } catch {
      return (await client.refusal(client.get(url))).code;
    }
  };

  beforeAll(async () => {
    app = await anApp('complaint', { DEMO: 'true' });
    await app.get(DemoPeople).settle(4);
    world = worldAt(app.url, () => undefined);
    tenderer = await world.as('township');
    supervisor = await world.as('supervisor');
    tenderId = await rankedTender(world, await smallProject(world), OFFERS);
  }, SLOW);
  afterAll(() => app.close());

  it(
    'wants an objection and its answer first, says so with the rule, and until when it is in time',
    async () => {
      const firm = await world.as('firm2');
      const file = (on = '2026-03-01'): Promise<unknown> =>
        firm.post(`/api/tenders/${tenderId}/complaints`, complaintBody(on));
      expect(await firm.refusal(file())).toMatchObject({
        code: 'complaint.objection_first',
        law: { ruleId: 'below-complaint-preobjection' },
      });
      const objection = await filedObjection(world, 'firm2', tenderId, 'result');
      expect(await firm.refusal(file())).toMatchObject({ code: 'complaint.objection_waiting' });
      const answer = { text: '评审合法。', upheld: false };
      await tenderer.post(`/api/objections/${objection}/answer`, answer);
      const chances = await firm.get<{ subject: string; objection: string; until: string }[]>(
        `/api/tenders/${tenderId}/complaint-chances`,
      );
      const chance = chances.find(({ subject }) => subject === 'result');
      expect(chance).toMatchObject({ objection: 'done' });
      expect(Date.parse(chance?.until ?? '')).toBeGreaterThan(Date.now() - 365 * DAY);
    },
    SLOW,
  );

  it(
    'is its firm’s and the authority’s until it is accepted: nobody else learns that there is one',
    async () => {
      complaint = await filedComplaint(world, 'firm2', tenderId);
      expect(await learns('firm2')).toBe('filed');
      expect(await learns('supervisor')).toBe('filed');
      expect(await learns('township')).toBe('complaint.not_found');
      for (const username of OTHERS) {
        expect([username, await learns(username)]).toEqual([
          username,
          expect.stringMatching(/^(complaint\.not_found|identity\.no_permission)$/),
        ]);
      }
      expect(await decided()).toEqual({ suspended: false, suspendedUntil: null, decisions: [] });
      const stranger = world.stranger();
      const early = stranger.get(`/api/public/complaints/${complaint}`);
      expect((await stranger.refusal(early)).code).toBe('complaint.not_found');
      expect(JSON.stringify(await page())).not.toContain('业绩证明与公示信息');
      await until(
        'the message to the supervisor',
        async () => (await topics('supervisor')).length > 0,
      );
      expect(await topics('township')).toEqual([]);
    },
    SLOW,
  );

  it(
    'is decided by the authority alone',
    async () => {
      for (const username of ['firm2', 'township', 'registrar', 'host', 'sysadmin']) {
        const client = await world.as(username);
        const url = `/api/complaints/${complaint}`;
        for (const call of [
          client.post(`${url}/acceptance`, {}),
          client.post(`${url}/decision`, { ...DECISION, outcome: 'dismissed' }),
        ]) {
          expect((await client.refusal(call)).code).toBe('identity.no_permission');
        }
      }
    },
    SLOW,
  );

  it(
    'is asked for everything it lacks once, and corrected',
    async () => {
      const correctBy = new Date(Date.parse((await page()).publicityUntil) + DAY).toISOString();
      await desk('correction-request', { lacking: '授权委托书', correctBy });
      const firm = await world.as('firm2');
      const fileIds = [await sentEvidence(world, 'firm2', '授权委托书.pdf')];
      await firm.post(`/api/complaints/${complaint}/correction`, { text: '已补。', fileIds });
      const again = desk('correction-request', { lacking: '公章', correctBy });
      expect(await supervisor.refusal(again)).toMatchObject({
        code: 'complaint.asked_once',
        law: { ruleId: 'below-complaint-correct-once' },
      });
    },
    SLOW,
  );

  it(
    'is served with its evidence when it is accepted, suspends the award, and all see the clock',
    async () => {
      await desk('acceptance');
      await desk('suspension', { text: '核查业绩。' });
      expect((await decided()).suspended).toBe(true);
      await clockTo(world, (await page()).publicityUntil);
      const award = tenderer.post(`/api/tenders/${tenderId}/award`);
      expect(await tenderer.refusal(award)).toMatchObject({
        code: 'award.complaint_suspended',
        law: { ruleId: 'below-complaint-suspend' },
      });
      const served = await tenderer.get<Seen>(`/api/complaints/${complaint}`);
      expect(served).toMatchObject({ reader: 'respondent', orders: [] });
      expect(served.files.map(({ side }) => side)).toEqual(['complainant', 'complainant']);
      const [evidence] = served.files;
      const opened = await tenderer.fetch(`/api/complaints/${complaint}/files/${evidence?.id}`, {
        headers: tenderer.headers(),
      });
      expect(opened.status).toBe(200);
      const own = await (await world.as('firm2')).get<Seen>(`/api/complaints/${complaint}`);
      expect(own.clocks).toEqual(served.clocks);
      expect(own.clocks.map(({ clock }) => clock)).toEqual(['answer', 'decide']);
      const fileIds = [await sentEvidence(world, 'township', '评审记录.pdf')];
      const answer = { text: '评审合法，附记录。', fileIds };
      await tenderer.post(`/api/complaints/${complaint}/answer`, answer);
      const after = await (await world.as('firm2')).get<Seen>(`/api/complaints/${complaint}`);
      expect(after).toMatchObject({ answer: null });
      expect(after.files.map(({ side }) => side)).not.toContain('respondent');
    },
    SLOW,
  );

  it(
    'is decided once when two decide at once, published, printed and told',
    async () => {
      const seen = await supervisor.get<Seen>(`/api/complaints/${complaint}`);
      expect(seen.orders).toEqual(['leave_out', 'look_again', 'call_again', 'none']);
      const wrong = { ...DECISION, outcome: 'upheld', order: 'correct_documents' };
      expect(await supervisor.refusal(desk('decision', wrong))).toMatchObject({
        code: 'complaint.order_impossible',
        law: { ruleId: 'below-complaint-order' },
      });
      const upheld = { ...DECISION, outcome: 'upheld', order: 'leave_out' };
      const both = await Promise.allSettled([
        desk('decision', upheld),
        desk('decision', { ...DECISION, outcome: 'upheld', order: 'call_again' }),
      ]);
      const lost = both.filter((one) => one.status === 'rejected');
      expect(lost).toHaveLength(1);
      await until('the decision on paper', async () => (await decided()).decisions[0]?.hasPaper);
      const { suspended, decisions } = await decided();
      expect([suspended, decisions.length, decisions[0]?.outcome]).toEqual([false, 1, 'upheld']);
      const paper = await world.stranger().fetch(`/api/public/complaints/${complaint}/file`);
      expect(paper.headers.get('content-type')).toBe('application/pdf');
      const { notices } = await page();
      expect(notices.filter(({ kind }) => kind === 'complaint_notice')).toHaveLength(1);
      await until('the messages', async () =>
        (await topics('township')).includes('complaint.decided'),
      );
      expect(await topics('firm2')).toEqual(
        expect.arrayContaining(['complaint.deficient', 'complaint.accepted', 'complaint.decided']),
      );
      expect(await topics('firm1')).toEqual([]);
    },
    SLOW,
  );

  it(
    'has its order carried out by the tenderer before there is an award',
    async () => {
      const [ordered] = await tenderer
        .get<{ id: string; ordered: string | null }[]>(`/api/tenders/${tenderId}/objections`)
        .then((all) => all.filter(({ ordered: one }) => one !== null));
      const award = (): Promise<unknown> => tenderer.post(`/api/tenders/${tenderId}/award`);
      expect((await tenderer.refusal(award())).code).toBe('award.objection_upheld');
      const remedy = (body: object): Promise<unknown> =>
        tenderer.post(`/api/objections/${ordered?.id}/remedy`, { text: '按处理决定。', ...body });
      expect(await tenderer.refusal(remedy({ remedy: 'stands' }))).toMatchObject({
        code: 'objection.order_departs',
        law: { ruleId: 'below-complaint-order' },
      });
      if (ordered?.ordered === 'leave_out') {
        await remedy({ remedy: 'passed_over', ground: 'violation' });
        await award();
        expect((await page()).state).toBe('awarded');
      } else {
        await remedy({ remedy: 'failed' });
        expect((await page()).state).toBe('failed');
      }
    },
    SLOW,
  );

  it(
    'is counted, with the working days it took',
    async () => {
      const figures = await world
        .stranger()
        .get<{ regime: string; upheld: number; medianDays: number }[]>(
          '/api/public/statistics/complaints',
        );
      expect(figures).toMatchObject([{ regime: 'C', upheld: 1, dismissed: 0 }]);
      const csv = await (
        await world.stranger().fetch('/api/public/statistics/complaints.csv')
      ).text();
      expect(csv.split('\n')[1]).toMatch(/^2026,C,1,0,\d+/);
    },
    SLOW,
  );
});
