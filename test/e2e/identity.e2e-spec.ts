import { generateSync } from 'otplib';
import { Accounts } from '@server/identity';
import { Retention, SystemClock, UnitOfWork } from '@server/platform';
import { anApp, type TestApp } from '../support/app';
import { until } from '../journeys/world';
import type { Client } from '../support/client';

const PASSWORD = 'sunlight in every draw';

describe('identity', () => {
  let app: TestApp;
  let organisationId: string;

  beforeAll(async () => {
    app = await anApp('identity');
    const accounts = app.get(Accounts);
    organisationId = await accounts.found({ kind: 'centre', name: '青禾县公共资源交易中心' });
    for (const name of ['reg', 'lock', 'tot', 'two', 'odd']) {
      const id = await accounts.register({
        username: name,
        name: `人 ${name}`,
        password: PASSWORD,
      });
      await accounts.appoint(id, organisationId, 'registrar');
    }
  });
  afterAll(() => app.close());
  afterEach(() => jest.restoreAllMocks());

  const signedIn = async (username: string): Promise<Client> => {
    const client = app.client();
    await client.signIn(username, PASSWORD);
    return client;
  };

  it('signs in, says who one is, and ends the session on sign-out', async () => {
    const client = await signedIn('reg');
    const me = await client.get<{ acting: { role: string } }>('/api/me');
    expect(me.acting.role).toBe('registrar');
    await client.post('/api/auth/sign-out');
    expect((await client.refusal(client.get('/api/me'))).code).toBe('identity.session_ended');
  });

  it('closes what is not open: no token, no permission, no such route', async () => {
    const stranger = app.client();
    expect((await stranger.refusal(stranger.get('/api/me'))).code).toBe('identity.not_signed_in');
    const client = await signedIn('reg');
    expect((await client.refusal(client.get('/api/nowhere'))).status).toBe(404);
  });

  it('does not tell an unknown user from a wrong password, and lists all faults of a body', async () => {
    const client = app.client();
    const unknown = await client.refusal(client.signIn('nobody', PASSWORD));
    const wrong = await client.refusal(client.signIn('reg', 'wrong'));
    expect([unknown.code, wrong.code]).toEqual(Array(2).fill('identity.wrong_credentials'));
    const invalid = await client.refusal(client.post('/api/auth/sign-in', { username: 1, x: 2 }));
    expect(invalid.fields?.map((field) => field.path)).toEqual(
      expect.arrayContaining(['username', 'password', 'x']),
    );
  });

  it('locks an account after five wrong passwords, and says for how long', async () => {
    const client = app.client();
    for (let time = 0; time < 5; time++) await client.refusal(client.signIn('lock', 'wrong'));
    const locked = await client.refusal(client.signIn('lock', PASSWORD));
    expect(locked).toMatchObject({ code: 'identity.locked', params: { minutes: 15 } });
  });

  it('asks for the second factor once it is set up, and takes a code only once', async () => {
    const client = await signedIn('tot');
    const { secret } = await client.post<{ secret: string }>('/api/me/totp');
    expect(
      (await client.refusal(client.post('/api/me/totp/confirm', { code: '000000' }))).code,
    ).toBe('identity.totp_wrong');
    // One and the same code: taken anew at the turn of half a minute it would be another.
    const used = generateSync({ secret });
    await client.post('/api/me/totp/confirm', { code: used });
    const again = app.client();
    expect((await again.refusal(again.signIn('tot', PASSWORD))).code).toBe(
      'identity.totp_required',
    );
    expect((await again.refusal(again.signIn('tot', PASSWORD, used))).code).toBe(
      'identity.totp_wrong',
    );
    const later = Date.now() + 31_000;
    jest.spyOn(app.get(SystemClock), 'now').mockReturnValue(later);
    await again.signIn('tot', PASSWORD, generateSync({ secret, epoch: Math.floor(later / 1000) }));
  });

  it('answers a repeated refresh, and ends the session when a stale token comes back', async () => {
    const client = await signedIn('two');
    const first = client.cookie;
    await client.post('/api/auth/refresh');
    const second = client.cookie;
    expect(second).not.toBe(first);
    client.cookie = first;
    await client.post('/api/auth/refresh');
    expect(client.cookie).toBe(second);
    await client.post('/api/auth/refresh');
    client.cookie = first;
    expect((await client.refusal(client.post('/api/auth/refresh'))).code).toBe(
      'identity.session_ended',
    );
    client.cookie = second;
    expect((await client.refusal(client.post('/api/auth/refresh'))).code).toBe(
      'identity.session_ended',
    );
  });

  it('ends other sessions when the password changes', async () => {
    const [one, other] = [await signedIn('odd'), await signedIn('odd')];
    expect(await one.get<unknown[]>('/api/me/sessions')).toHaveLength(2);
    const next = 'another sunny sentence';
    await one.post('/api/me/password', { current: PASSWORD, next });
    expect((await other.refusal(other.get('/api/me'))).code).toBe('identity.session_ended');
    expect(await one.get<unknown[]>('/api/me/sessions')).toHaveLength(1);
  });

  it('keeps duties apart', async () => {
    const accounts = app.get(Accounts);
    const id = await accounts.register({ username: 'both', name: '甲', password: PASSWORD });
    await accounts.appoint(id, organisationId, 'host');
    await expect(accounts.appoint(id, organisationId, 'draw_operator')).rejects.toMatchObject({
      code: 'identity.roles_conflict',
    });
    await expect(accounts.appoint(id, organisationId, 'expert')).rejects.toMatchObject({
      code: 'identity.role_does_not_fit',
    });
  });

  it('lets administrators keep organisations, people and roles, each his own part', async () => {
    const accounts = app.get(Accounts);
    const admin = async (
      username: string,
      role: 'system_admin' | 'security_admin' | 'audit_admin',
    ): Promise<Client> => {
      const id = await accounts.register({ username, name: username, password: PASSWORD });
      await accounts.appoint(id, organisationId, role);
      const client = await signedIn(username);
      const { secret } = await client.post<{ secret: string }>('/api/me/totp');
      await client.post('/api/me/totp/confirm', { code: generateSync({ secret }) });
      const later = Date.now() + 31_000;
      jest.spyOn(app.get(SystemClock), 'now').mockReturnValue(later);
      await client.signIn(username, PASSWORD, generateSync({ secret, epoch: later / 1000 }));
      jest.restoreAllMocks();
      return client;
    };
    const bare = await accounts.register({ username: 'bare', name: 'x', password: PASSWORD });
    await accounts.appoint(bare, organisationId, 'system_admin');
    const unproven = await signedIn('bare');
    expect((await unproven.refusal(unproven.get('/api/admin/organisations'))).code).toBe(
      'identity.no_permission',
    );
    const system = await admin('sys', 'system_admin');
    const security = await admin('sec', 'security_admin');
    expect((await system.refusal(system.get('/api/admin/people'))).code).toBe(
      'identity.no_permission',
    );
    const bureau = await system.post<{ id: string }>('/api/admin/organisations', {
      kind: 'tenderer',
      name: '某局',
      parentId: organisationId,
    });
    const person = { username: 'newcomer', name: '新人', password: PASSWORD };
    const { id } = await security.post<{ id: string }>('/api/admin/people', person);
    const role = { organisationId: bureau.id, role: 'tenderer' };
    await security.post(`/api/admin/people/${id}/roles`, role);
    const newcomer = await signedIn('newcomer');
    expect((await newcomer.get<{ acting: { role: string } }>('/api/me')).acting.role).toBe(
      'tenderer',
    );
    const clash = { organisationId, role: 'draw_operator' };
    expect(
      (await security.refusal(security.post(`/api/admin/people/${id}/roles`, clash))).code,
    ).toBe('identity.roles_conflict');
    await security.post(`/api/admin/people/${id}/disable`);
    expect((await newcomer.refusal(newcomer.get('/api/me'))).code).toBe('identity.session_ended');
    expect((await newcomer.refusal(newcomer.signIn('newcomer', PASSWORD))).code).toBe(
      'identity.wrong_credentials',
    );

    await security.post(`/api/admin/people/${id}/enable`);
    await newcomer.signIn('newcomer', PASSWORD);
    const { secret } = await newcomer.post<{ secret: string }>('/api/me/totp');
    await newcomer.post('/api/me/totp/confirm', { code: generateSync({ secret }) });
    const fresh = 'a fresh sunny sentence';
    await security.post(`/api/admin/people/${id}/reset`, { password: fresh });
    expect((await newcomer.refusal(newcomer.get('/api/me'))).code).toBe('identity.session_ended');
    await newcomer.signIn('newcomer', fresh);

    expect((await security.refusal(security.post(`/api/admin/people/${id}/erase`))).code).toBe(
      'identity.still_open',
    );
    await security.post(`/api/admin/people/${id}/disable`);
    await security.post(`/api/admin/people/${id}/erase`);
    const people =
      await security.get<{ id: string; username: string; roles: unknown[] }[]>('/api/admin/people');
    expect(people.find((one) => one.id === id)).toMatchObject({
      username: `erased-${id.slice(-12)}`,
      name: '（已删除）',
      roles: [],
    });
    expect((await newcomer.refusal(newcomer.signIn('newcomer', fresh))).code).toBe(
      'identity.wrong_credentials',
    );

    const audit = await admin('aud', 'audit_admin');
    expect((await audit.refusal(audit.post(`/api/admin/people/${id}/disable`))).code).toBe(
      'identity.no_permission',
    );
    const seen = await until('the acts in the log', async () => {
      const acts =
        await audit.get<{ type: string; by: string; person: string | null }[]>('/api/admin/acts');
      return acts.length >= 8 ? acts : null;
    });
    expect(seen.map(({ type, by, person }) => [type, by, person])).toEqual([
      ['person.erased', 'sec', '（已删除）'],
      ['person.disabled', 'sec', '（已删除）'],
      ['person.reset', 'sec', '（已删除）'],
      ['person.enabled', 'sec', '（已删除）'],
      ['person.disabled', 'sec', '（已删除）'],
      ['person.appointed', 'sec', '（已删除）'],
      ['person.registered', 'sec', '（已删除）'],
      ['organisation.founded', 'sys', null],
    ]);
  });

  it('forgets ended sessions when their time is over, and keeps the others', async () => {
    const sessions = app.get(UnitOfWork);
    const count = async (): Promise<number> =>
      sessions.run(async () => {
        const rows: unknown = await sessions.manager.query('SELECT id FROM session');
        return (rows as unknown[]).length;
      });
    const before = await count();
    await app.get(Retention).sweep();
    expect(await count()).toBe(before);
    const days = 14 + 400 + 1;
    jest.spyOn(app.get(SystemClock), 'now').mockReturnValue(Date.now() + days * 86_400_000);
    const gone = await app.get(Retention).sweep();
    expect([gone['ended sessions'], await count()]).toEqual([before, 0]);
  });

  it('is healthy, ready and measured', async () => {
    const client = app.client();
    expect(await client.get('/healthz')).toEqual({ status: 'ok' });
    expect(await client.get('/readyz')).toEqual({ status: 'ok', parked: 0 });
    const metrics = await (await client.fetch('/metrics')).text();
    expect(metrics).toContain('sunlit_http_request_seconds_bucket');
  });
});
