import { createHash } from 'node:crypto';
import type { TenderDocument } from '../../shared/api/wire';
import { translatorFor } from '../../shared/i18n/catalogue';
import { digestOfStream, documentCheck } from './verify-documents';

const t = translatorFor('zh-CN');
const content = (name: string) => new TextEncoder().encode(`content of ${name}`);
const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const document = (id: string, sha256 = digestOf(content(id))): TenderDocument => ({
  id,
  title: `文件 ${id}`,
  name: `${id}.pdf`,
  size: 1,
  sha256,
  kind: 'tender_document',
  addedAt: '2026-03-02T01:00:00.000Z',
  replacesId: null,
  clarification: null,
});

describe('documentCheck', () => {
  const original = globalThis.fetch;
  const { signal } = new AbortController();

  beforeEach(() => {
    globalThis.fetch = (input) => {
      const id = /documents\/([^/]+)\//.exec(input as string)?.[1] ?? '';
      return Promise.resolve(
        id === 'hidden' ? new Response(null, { status: 404 }) : new Response(content(id)),
      );
    };
  });
  afterAll(() => {
    globalThis.fetch = original;
  });

  const free = (documents: TenderDocument[]) => ({ id: 'T', documents, documentsGate: null });

  it('hashes a stream as the server does', async () => {
    const bytes = content('x');
    await expect(digestOfStream(new Blob([bytes]).stream())).resolves.toBe(digestOf(bytes));
  });

  it('agrees when every file has its published fingerprint', async () => {
    const seen: string[] = [];
    const check = documentCheck(t, free([document('a'), document('b')]));
    const verdict = await check(
      (steps) => seen.push(steps.map((step) => step.state).join()),
      signal,
    );
    expect(verdict).toEqual({ kind: 'agrees', checked: '2 份文件的指纹' });
    expect(seen).toEqual(['now,later', 'done,later', 'done,now', 'done,done']);
  });

  it('says which file differs', async () => {
    const check = documentCheck(t, free([document('a'), document('b', '00'.repeat(32))]));
    await expect(check(() => undefined, signal)).resolves.toMatchObject({
      kind: 'differs',
      what: '“文件 b”的指纹和公布的不同',
    });
  });

  it('does not call a missing file a difference', async () => {
    const check = documentCheck(t, free([document('hidden')]));
    await expect(check(() => undefined, signal)).rejects.toThrow('no file');
  });
});
