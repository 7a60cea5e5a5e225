import { ApiError } from './api-error';
import { api, bodyOf } from './client';
import { connectTokens } from './tokens';

type Handler = (request: Request) => Response | Promise<Response>;

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });
}

/** Node wants absolute addresses; the browser resolves them against the page. */
function serve(handler: Handler): Request[] {
  const seen: Request[] = [];
  globalThis.fetch = (input) => {
    const request = input as Request;
    seen.push(request);
    return Promise.resolve(handler(request));
  };
  return seen;
}

const base = { baseUrl: 'http://localhost' };

describe('api client', () => {
  const original = globalThis.fetch;
  let token: string | null = 'old';
  let renewals = 0;

  beforeEach(() => {
    token = 'old';
    renewals = 0;
    connectTokens({
      current: () => token,
      renew: () => {
        renewals += 1;
        token = 'new';
        return Promise.resolve(true);
      },
    });
  });
  afterAll(() => {
    globalThis.fetch = original;
  });

  it('renews silently on 401 and repeats the command with the same idempotency key', async () => {
    const seen = serve((request) =>
      request.headers.get('Authorization') === 'Bearer new'
        ? new Response(null, { status: 204 })
        : json({ code: 'identity.session_ended' }, 401),
    );
    await api.POST('/api/me/password', { ...base, body: { current: 'a', next: 'b' } });
    expect(renewals).toBe(1);
    expect(seen).toHaveLength(2);
    expect(seen[1]?.headers.get('Idempotency-Key')).toBe(seen[0]?.headers.get('Idempotency-Key'));
    expect(await seen[1]?.json()).toEqual({ current: 'a', next: 'b' });
  });

  it('gives up after one repetition', async () => {
    const seen = serve(() => json({ code: 'identity.session_ended' }, 401));
    await expect(api.GET('/api/me/sessions', base)).rejects.toMatchObject({
      code: 'identity.session_ended',
    });
    expect(seen).toHaveLength(2);
  });

  it('does not try a wrong password twice', async () => {
    const seen = serve(() => json({ code: 'identity.wrong_credentials' }, 401));
    const body = { current: 'a', next: 'b' };
    await expect(api.POST('/api/me/password', { ...base, body })).rejects.toMatchObject({
      code: 'identity.wrong_credentials',
    });
    expect(seen).toHaveLength(1);
  });

  it('does not renew for a wrong password at sign-in', async () => {
    const seen = serve(() => json({ code: 'identity.wrong_credentials' }, 401));
    const body = { username: 'a', password: 'b' };
    await expect(api.POST('/api/auth/sign-in', { ...base, body })).rejects.toBeInstanceOf(ApiError);
    expect(renewals).toBe(0);
    expect(seen[0]?.headers.get('Authorization')).toBeNull();
  });

  it('tells an unreachable server from a refusal', async () => {
    serve(() => {
      throw new TypeError('fetch failed');
    });
    await expect(api.GET('/api/clock', base)).rejects.toMatchObject({ code: 'browser.offline' });
  });

  it('returns the body', async () => {
    const clock = { legal: 'x', system: 'x', demo: false, rate: 1 };
    serve(() => json(clock));
    await expect(bodyOf(api.GET('/api/clock', base))).resolves.toEqual(clock);
  });
});
