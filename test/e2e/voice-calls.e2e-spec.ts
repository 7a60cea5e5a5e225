import { DataSource } from 'typeorm';
import { DemoPeople } from '@server/demo';
import { ExpertPool } from '@server/expert';
import { demoExperts, drawPanel, ROAD_SEATS, type PanelAnswer } from '../journeys/panel';
import { publish, registerProject, RURAL_ROAD } from '../journeys/rural-road';
import { openSoftphone, type Softphone } from '../journeys/softphone';
import { until, worldAt, type World } from '../journeys/world';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

const FAST = {
  ringTimeoutMs: 1_500,
  keyTimeoutMs: 4_000,
  retryAfterMs: [2_500],
  gapMs: 0,
  perHour: 60,
  fromHour: 0,
  untilHour: 24,
};

describe('a panel that forms itself by telephone', () => {
  let app: TestApp;
  let world: World;
  let operator: Client;
  let panelId: string;
  let tenderId: string;
  /** What those do who are rung as the fourth or later. */
  let newcomers: readonly string[] | null = ['1', '1'];
  const phones: Softphone[] = [];
  /** In the order they were rung for the first time. */
  const rung: Client[] = [];
  const panel = (): Promise<PanelAnswer> => operator.get<PanelAnswer>(`/api/panels/${panelId}`);
  const states = async (): Promise<string[]> =>
    (await panel()).invitations.map(({ state }) => state).sort();
  const phoneOf = (client: Client): Softphone => phones.find((one) => one.client === client)!;

  beforeAll(async () => {
    app = await anApp('voice', { DEMO: 'true', VOICE_POLICY: JSON.stringify(FAST) });
    await app.get(DemoPeople).settle(0);
    world = worldAt(app.url, () => undefined);
    operator = await world.as('drawer');
    const tenderer = await world.as('township');
    const tender = await publish(world, await registerProject(world));
    ({ tenderId } = tender);
    for (const client of await demoExperts(world)()) {
      // The first and the second who are rung do not come, the third never picks up, all others come.
      const habit = (): readonly string[] | null => {
        if (!rung.includes(client)) rung.push(client);
        const place = rung.indexOf(client);
        if (place === 2) return null;
        return place < 2 ? ['2', '2'] : newcomers;
      };
      phones.push(await openSoftphone(client, habit));
    }
    panelId = await drawPanel(world, tenderId, tenderer, ROAD_SEATS, tender.deadline);
  });
  afterAll(async () => {
    for (const phone of phones) phone.close();
    await app.close();
  });

  it('asks the next where somebody declines or does not pick up', async () => {
    await until('the panel', async () => (await panel()).state === 'formed', 60);
    expect(await states()).toEqual([
      ...Array<string>(5).fill('accepted'),
      'declined',
      'declined',
      'unreachable',
    ]);
    const { invitations } = await panel();
    const silent = invitations.find(({ state }) => state === 'unreachable')!;
    expect(silent.calls.map(({ outcome }) => outcome)).toEqual(Array(3).fill('NO_ANSWER'));
    expect(phoneOf(rung[2]!).rings()).toBe(3);
    expect(phoneOf(rung[2]!).said).toEqual([]);
    for (const one of invitations.filter(({ state }) => state !== 'unreachable')) {
      await until('the end of the call', async () => {
        const now = (await panel()).invitations.find(({ id }) => id === one.id);
        return now?.calls.every(({ state }) => state === 'over');
      });
    }
  });

  it('says when and where and asks twice, and never says what for', () => {
    const { said } = phoneOf(rung[0]!);
    expect(said).toHaveLength(3);
    expect(said[0]).toMatch(/三月.+[上下]午.+能参加请按一/);
    expect(said[1]).toContain('确认请再按二');
    expect(said[2]).toContain('已登记您不能参加');
    for (const { said: all } of phones) {
      for (const text of all) {
        expect(text).not.toMatch(/[0-9]/);
        for (const secret of [RURAL_ROAD.title, '乡', '镇']) expect(text).not.toContain(secret);
      }
    }
  });

  it('calls a replacement when somebody leaves after accepting', async () => {
    const leaver = rung[3]!;
    const [mine] = await leaver.get<{ id: string; state: string }[]>('/api/invitations');
    expect(mine!.state).toBe('accepted');
    await leaver.post(`/api/invitations/${mine!.id}/answer`, { accept: false });
    await until('the replacement', async () => (await panel()).state === 'formed');
    expect((await states()).filter((state) => state === 'accepted')).toHaveLength(5);
  });

  it('has a number called once more by hand, and ends the call when the page answers', async () => {
    newcomers = null;
    const leaver = rung.at(-1)!;
    const [mine] = await leaver.get<{ id: string }[]>('/api/invitations');
    await leaver.post(`/api/invitations/${mine!.id}/answer`, { accept: false });
    const waiting = (): Promise<PanelAnswer['invitations'][number]> =>
      until('the replacement', async () =>
        (await panel()).invitations.find(({ state }) => state === 'invited'),
      );
    const { id } = await waiting();
    const again = (client: Client): Promise<unknown> =>
      client.post(`/api/panels/${panelId}/invitations/${id}/call`);
    await until('the ring', () => Promise.resolve(rung.at(-1) !== leaver));
    const phone = phoneOf(rung.at(-1)!);
    expect((await operator.refusal(again(operator))).code).toBe('invitation.not_callable');
    expect((await operator.refusal(again(await world.as('township')))).status).toBe(403);
    await until('the pause', async () => (await waiting()).calls.at(-1)?.state === 'due');
    await again(operator);
    await until('the second ring', () => Promise.resolve(phone.rings() === 2));
    const seen = await waiting();
    expect(seen.calls).toMatchObject([
      { attempt: 1, byHand: false, outcome: 'NO_ANSWER' },
      { attempt: 2, byHand: true, state: 'running' },
    ]);
    expect(phone.isBusy()).toBe(true);
    await phone.client.post(`/api/invitations/${id}/answer`, { accept: true });
    await until('the end of the call', () => Promise.resolve(!phone.isBusy()));
    expect((await panel()).state).toBe('formed');
    const shown = JSON.stringify([seen, await panel()]);
    for (const { name, phone: number, personId } of await app.get(ExpertPool).all()) {
      for (const secret of [name, number, personId]) expect(shown).not.toContain(secret);
    }
  });

  it('leaves no row that ties a person to the tender', async () => {
    const source = app.get(DataSource);
    const { invitations } = await panel();
    const experts = await app.get(ExpertPool).all();
    const persons = experts.flatMap(({ id, personId, name, phone }) => [id, personId, name, phone]);
    const calls = await source.query<{ id: string }[]>('SELECT id FROM panel_call');
    const things = [
      tenderId,
      panelId,
      ...invitations.map(({ id }) => id),
      ...calls.map(({ id }) => id),
    ];
    let seen = 0;
    for (const { tableName } of source.entityMetadatas) {
      const rows = await source.query<Record<string, unknown>[]>(`SELECT * FROM \`${tableName}\``);
      for (const row of rows) {
        const text = JSON.stringify(row, (_, value: unknown) =>
          Buffer.isBuffer(value) ? value.toString('latin1') : value,
        );
        if (!things.some((thing) => text.includes(thing))) continue;
        seen += 1;
        const named = persons.filter((person) => text.includes(person));
        expect([tableName, named]).toEqual([tableName, []]);
      }
    }
    expect(seen).toBeGreaterThan(50);
  });

  it('rings nobody who is not a signed-in expert, and hangs up with the session', async () => {
    const open = (client: Client): Promise<Softphone> => openSoftphone(client, () => null);
    await expect(open(world.stranger())).rejects.toThrow('identity.not_signed_in');
    await expect(open(await world.as('township'))).rejects.toThrow('identity.not_signed_in');
    const forged = world.stranger();
    forged.token = `${rung[0]!.token!.slice(0, -4)}AAAA`;
    await expect(open(forged)).rejects.toThrow('identity.not_signed_in');
    const [phone] = phones;
    expect(phone!.isOpen()).toBe(true);
    await phone!.client.post('/api/auth/sign-out');
    await until('the end of the connection', () => Promise.resolve(!phone!.isOpen()));
  });
});
