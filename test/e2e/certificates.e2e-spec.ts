import { sign } from 'node:crypto';
import { Accounts } from '@server/identity';
import { SystemClock } from '@server/platform';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { TestAuthority, type TestCertificate } from '../support/openssl';

const PASSWORD = 'sunlight in every draw';

interface Challenge {
  readonly id: string;
  readonly text: string;
}

function answer(
  challenge: Challenge,
  own: TestCertificate,
  above: readonly TestCertificate[] = [],
): { challengeId: string; chain: string; signature: string } {
  const algorithm = own.key.includes('PRIVATE KEY') && isEdwards(own) ? null : 'sha256';
  return {
    challengeId: challenge.id,
    chain: [own, ...above].map((one) => one.certificate).join('\n'),
    signature: sign(algorithm, Buffer.from(challenge.text), own.key).toString('base64'),
  };
}

/** Ed25519 keys are short: PKCS#8 of 48 bytes. */
function isEdwards(own: TestCertificate): boolean {
  return own.key.replace(/-----[^-]+-----|\s/g, '').length < 80;
}

describe('signing in by certificate', () => {
  const authority = new TestAuthority();
  let app: TestApp;
  let client: Client;

  const challenge = (of: Client, path = '/api/auth/certificate/challenge'): Promise<Challenge> =>
    of.post<Challenge>(path);
  const enrol = async (own: TestCertificate, above: TestCertificate[] = []): Promise<void> => {
    const question = await challenge(client, '/api/me/certificates/challenge');
    await client.post('/api/me/certificates', answer(question, own, above));
  };
  const signIn = async (own: TestCertificate, above: TestCertificate[] = []): Promise<Client> => {
    const stranger = app.client();
    const body = answer(await challenge(stranger), own, above);
    stranger.token = (
      await stranger.post<{ accessToken: string }>('/api/auth/certificate/sign-in', body)
    ).accessToken;
    return stranger;
  };
  const refused = async (work: Promise<unknown>): Promise<string> =>
    (await client.refusal(work)).code;

  beforeAll(async () => {
    app = await anApp('certificates', {
      CERTIFICATE_AUTHORITIES: authority.bundle(authority.root),
    });
    const accounts = app.get(Accounts);
    const centre = await accounts.found({ kind: 'centre', name: '青禾县公共资源交易中心' });
    for (const username of ['holder', 'other']) {
      const id = await accounts.register({ username, name: username, password: PASSWORD });
      await accounts.appoint(id, centre, 'registrar');
    }
    client = app.client();
    await client.signIn('holder', PASSWORD);
  });
  afterAll(() => app.close());
  afterEach(() => jest.restoreAllMocks());

  it.each(['rsa', 'ec', 'ed25519'] as const)(
    'opens a proven session for an enrolled %s key',
    async (kind) => {
      const own = authority.leaf(`holder ${kind}`, authority.root, { kind });
      await enrol(own);
      const signedIn = await signIn(own);
      const me = await signedIn.get<{ permissions: string[] }>('/api/me');
      expect(me.permissions).toContain('enterprise.verify');
    },
  );

  it('follows a chain over an intermediate authority, and not without it', async () => {
    const middle = authority.intermediate('Middle');
    const own = authority.leaf('by middle', middle);
    expect(await refused(enrol(own))).toBe('identity.certificate_untrusted');
    await enrol(own, [middle]);
    await signIn(own, [middle]);
  });

  it('refuses strangers: another root, an authority as a person, expired, not enrolled', async () => {
    const elsewhere = new TestAuthority('Elsewhere');
    expect(await refused(enrol(elsewhere.leaf('x')))).toBe('identity.certificate_untrusted');
    expect(await refused(enrol(authority.root))).toBe('identity.certificate_malformed');
    expect(await refused(signIn(authority.leaf('nobody')))).toBe(
      'identity.certificate_not_enrolled',
    );
    const brief = authority.leaf('brief', authority.root, { days: 1 });
    const later = Date.now() + 2 * 86_400_000;
    jest.spyOn(app.get(SystemClock), 'now').mockReturnValue(later);
    const stranger = app.client();
    const late = answer(await challenge(stranger), brief);
    expect(await refused(stranger.post('/api/auth/certificate/sign-in', late))).toBe(
      'identity.certificate_expired',
    );
  });

  it('takes an answer once, for its own purpose, with its own key', async () => {
    const own = authority.leaf('once');
    await enrol(own);
    const stranger = app.client();
    const body = answer(await challenge(stranger), own);
    const path = '/api/auth/certificate/sign-in';
    const twice = await Promise.allSettled([stranger.post(path, body), stranger.post(path, body)]);
    expect(twice.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const crossed = answer(await challenge(client, '/api/me/certificates/challenge'), own);
    expect(await refused(stranger.post(path, crossed))).toBe('identity.challenge_ended');
    const question = await challenge(stranger);
    const forged = {
      ...answer(question, own),
      signature: answer(question, authority.leaf('y')).signature,
    };
    expect(await refused(stranger.post(path, forged))).toBe('identity.certificate_signature');
  });

  it('belongs to one person, and is gone when removed', async () => {
    const own = authority.leaf('mine');
    await enrol(own);
    const other = app.client();
    await other.signIn('other', PASSWORD);
    const question = await challenge(other, '/api/me/certificates/challenge');
    expect(await refused(other.post('/api/me/certificates', answer(question, own)))).toBe(
      'identity.certificate_taken',
    );
    const rows = await client.get<{ id: string; subject: string }[]>('/api/me/certificates');
    const row = rows.find((one) => one.subject === 'CN=mine');
    expect(await refused(other.delete(`/api/me/certificates/${row?.id}`))).toBe(
      'identity.certificate_not_enrolled',
    );
    await client.delete(`/api/me/certificates/${row?.id}`);
    expect(await refused(signIn(own))).toBe('identity.certificate_not_enrolled');
  });
});

it('is off where no authority is named', async () => {
  const app = await anApp('no-certificates');
  try {
    const stranger = app.client();
    expect(await stranger.get('/api/auth/certificate')).toEqual({ isOn: false });
    const asked = stranger.post('/api/auth/certificate/challenge');
    expect((await stranger.refusal(asked)).code).toBe('identity.certificates_off');
  } finally {
    await app.close();
  }
});
