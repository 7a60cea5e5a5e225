import { createHash, randomBytes } from 'node:crypto';
import { Accounts } from '@server/identity';
import { anApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

const PASSWORD = 'sunlight in every draw';

describe('resumable upload', () => {
  let app: TestApp;
  let owner: Client;
  let other: Client;

  beforeAll(async () => {
    app = await anApp('uploads');
    const accounts = app.get(Accounts);
    const firm = await accounts.found({ kind: 'enterprise', name: '某公司' });
    for (const username of ['owner', 'other']) {
      const id = await accounts.register({ username, name: username, password: PASSWORD });
      await accounts.appoint(id, firm, 'bidder');
    }
    owner = app.client();
    other = app.client();
    await owner.signIn('owner', PASSWORD);
    await other.signIn('other', PASSWORD);
  });
  afterAll(() => app.close());

  const tus = { 'tus-resumable': '1.0.0' };
  const begin = async (size: number): Promise<string> => {
    const name = Buffer.from('招标文件.pdf').toString('base64');
    const type = Buffer.from('application/pdf').toString('base64');
    const response = await owner.fetch('/api/uploads', {
      method: 'POST',
      headers: {
        ...tus,
        'upload-length': String(size),
        'upload-metadata': `filename ${name},filetype ${type}`,
      },
    });
    expect(response.status).toBe(201);
    return response.headers.get('location')!;
  };
  const send = (client: Client, at: string, offset: number, bytes: Uint8Array): Promise<Response> =>
    client.fetch(at, {
      method: 'PATCH',
      headers: {
        ...tus,
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
      },
      body: bytes as Uint8Array<ArrayBuffer>,
    });

  it('goes on where it was cut, and becomes a file exactly once', async () => {
    const bytes = randomBytes(300_000);
    const location = await begin(bytes.length);
    const uploadId = location.split('/').pop()!;
    expect((await send(owner, location, 0, bytes.subarray(0, 100_000))).status).toBe(204);
    const early = await owner.refusal(owner.post('/api/files', { uploadId }));
    expect(early).toMatchObject({
      code: 'upload.incomplete',
      params: { arrived: 100_000, size: 300_000 },
    });
    const head = await owner.fetch(location, { method: 'HEAD', headers: tus });
    expect(head.headers.get('upload-offset')).toBe('100000');
    await send(owner, location, 100_000, bytes.subarray(100_000));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const wrong = await owner.refusal(
      owner.post('/api/files', { uploadId, sha256: '0'.repeat(64) }),
    );
    expect(wrong.code).toBe('file.digest_mismatch');
    const stored = await Promise.all(
      [1, 2, 3].map(() => owner.post<{ id: string }>('/api/files', { uploadId, sha256 })),
    );
    expect(stored.map((file) => file.id)).toEqual(Array(3).fill(uploadId));
    expect(stored[0]).toMatchObject({ name: '招标文件.pdf', size: 300_000, sha256 });
  });

  it('is nobody else’s business', async () => {
    const location = await begin(1000);
    expect((await send(other, location, 0, randomBytes(10))).status).toBe(404);
    const stranger = await app.client().fetch(location, { method: 'HEAD', headers: tus });
    expect(stranger.status).toBe(401);
    const stolen = other.post('/api/files', { uploadId: location.split('/').pop() });
    expect((await other.refusal(stolen)).code).toBe('file.not_found');
  });
});
