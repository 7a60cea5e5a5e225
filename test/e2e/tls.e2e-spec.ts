import { once } from 'node:events';
import { request as plainRequest } from 'node:http';
import { request, type RequestOptions } from 'node:https';
import { io } from 'socket.io-client';
import { Accounts } from '@server/identity';
import { anApp, type TestApp } from '../support/app';
import { TestAuthority } from '../support/openssl';

const PASSWORD = 'sunlight in every draw';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

describe('the site over TLS', () => {
  const authority = new TestAuthority();
  const site = authority.leaf('sunlit', authority.root, { address: '127.0.0.1' });
  let app: TestApp;

  const ask = (path: string, options: RequestOptions = {}, body = ''): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const url = new URL(path, app.url);
      const sent = request(url, { ca: authority.root.certificate, ...options }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (piece: string) => (text += piece));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });

  beforeAll(async () => {
    app = await anApp('tls', { TLS_CERT: site.certificateFile, TLS_KEY: site.keyFile });
    const accounts = app.get(Accounts);
    const centre = await accounts.found({ kind: 'centre', name: '中心' });
    const id = await accounts.register({ username: 'reg', name: '甲', password: PASSWORD });
    await accounts.appoint(id, centre, 'registrar');
  });
  afterAll(() => app.close());

  it('speaks https to whoever trusts its authority, and to nobody else', async () => {
    expect(app.url).toMatch(/^https:/);
    const healthy = await ask('/healthz');
    expect([healthy.status, healthy.text]).toEqual([200, '{"status":"ok"}']);
    expect(healthy.headers['strict-transport-security']).toMatch(/max-age=\d+/);
    await expect(ask('/healthz', { ca: [] })).rejects.toThrow(/certificate|self.signed/);
  });

  it('does not answer plain http', async () => {
    const sent = plainRequest(app.url.replace('https:', 'http:') + '/healthz').end();
    const [error] = (await once(sent, 'error')) as [Error & { code?: string }];
    expect(error.code).toMatch(/ECONNRESET|EPIPE|HPE_INVALID/);
  });

  it('sends the refresh token in a cookie for https only', async () => {
    const body = JSON.stringify({ username: 'reg', password: PASSWORD });
    const headers = { 'content-type': 'application/json' };
    const answer = await ask('/api/auth/sign-in', { method: 'POST', headers }, body);
    expect(answer.status).toBe(200);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/Secure/);
    expect(cookie).toMatch(/SameSite=Strict/i);
  });

  it('carries the live events over wss', async () => {
    const socket = io(`${app.url}/halls`, {
      transports: ['websocket'],
      ca: authority.root.certificate,
    });
    try {
      await new Promise<void>((resolve, reject) => {
        socket.on('connect', resolve);
        socket.on('connect_error', reject);
      });
      expect(socket.connected).toBe(true);
    } finally {
      socket.close();
    }
  });
});
