import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Clamd, EICAR } from '../../../../../test/support/clamd';
import { aModule, type TestModule } from '../../../../../test/support/module';
import { Config } from '../config/config';
import { Uploads } from './uploads';
import { readClamdAnswer, VirusScanner } from './virus-scanner';
import { FileStore } from './file-store';

const PERSON = '00000000-0000-7000-8000-000000000001';
const SENDER = { personId: PERSON, organisationId: '00000000-0000-7000-8000-000000000002' };

describe('the virus scanner', () => {
  const clamd = new Clamd();
  const folder = mkdtempSync(join(tmpdir(), 'sunlit-scan-'));
  const file = (bytes: Uint8Array | string): string => {
    const path = join(folder, `f${Math.trunc(performance.now() * 1e6)}`);
    writeFileSync(path, bytes);
    return path;
  };
  let module: TestModule;
  let url: string;
  beforeAll(async () => {
    url = await clamd.start();
    module = await aModule('virus', [], { CLAMD_URL: url });
  });
  afterAll(async () => {
    await module.close();
    await clamd.stop();
    rmSync(folder, { recursive: true });
  });

  /** What tus leaves behind of a finished upload. */
  function upload(id: string, bytes: string): string {
    const path = module.get(Config).path('uploads', id);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    const metadata = { owner: PERSON, filename: 'a.txt', filetype: 'text/plain' };
    writeFileSync(`${path}.json`, JSON.stringify({ size: bytes.length, metadata }));
    return path;
  }

  it('sends the whole file in pieces and believes the answer', async () => {
    const scanner = module.get(VirusScanner);
    const long = Buffer.alloc(1_000_003, 7);
    expect(await scanner.scan(file(long))).toEqual({ state: 'clean', finding: null });
    expect(clamd.seen.at(-1)?.equals(long)).toBe(true);
    const found = await scanner.scan(
      file(Buffer.concat([Buffer.alloc(70_000), Buffer.from(EICAR)])),
    );
    expect(found).toEqual({ state: 'infected', finding: 'Eicar-Signature' });
    expect(await scanner.scan(file(''))).toEqual({ state: 'clean', finding: null });
  });

  it('says so where it cannot see', async () => {
    const scanner = module.get(VirusScanner);
    expect(await scanner.scan(file(`age-encryption.org/v1\n${EICAR}`))).toEqual({
      state: 'encrypted',
      finding: null,
    });
    clamd.most = 1_000;
    expect(await scanner.scan(file(Buffer.alloc(900_000)))).toMatchObject({ state: 'not_scanned' });
    clamd.most = Infinity;
    expect(readClamdAnswer('INSTREAM size limit exceeded. ERROR\0')).toEqual({
      state: 'not_scanned',
      finding: 'INSTREAM size limit exceeded. ERROR',
    });
  });

  it('refuses an infected upload and forgets its bytes; keeps a clean one with the fact', async () => {
    const [bad, good] = [
      '11111111-1111-4111-8111-111111111111',
      '22222222-2222-4222-8222-222222222222',
    ];
    const path = upload(bad, EICAR);
    await expect(module.get(Uploads).finish(bad, SENDER)).rejects.toMatchObject({
      code: 'file.infected',
      params: { finding: 'Eicar-Signature' },
    });
    expect([existsSync(path), existsSync(`${path}.json`)]).toEqual([false, false]);
    await expect(module.get(Uploads).finish(bad, SENDER)).rejects.toMatchObject({
      code: 'file.not_found',
    });
    upload(good, 'harmless');
    await module.get(Uploads).finish(good, SENDER);
    expect((await module.get(FileStore).get(good)).scan).toBe('clean');
  });

  it('keeps a file unscanned rather than lose it while the scanner is away', async () => {
    const id = '33333333-3333-4333-8333-333333333333';
    upload(id, 'minutes before the deadline');
    await clamd.stop();
    await module.get(Uploads).finish(id, SENDER);
    expect((await module.get(FileStore).get(id)).scan).toBe('not_scanned');
  });

  it('survives a scanner that hangs up in the middle', async () => {
    const rude: Server = createServer((socket: Socket) =>
      socket.once('data', () => socket.destroy()),
    );
    rude.listen(0, '127.0.0.1');
    await once(rude, 'listening');
    const port = (rude.address() as AddressInfo).port;
    const other = await aModule('virus_rude', [], { CLAMD_URL: `tcp://127.0.0.1:${port}` });
    const scan = await other.get(VirusScanner).scan(file(Buffer.alloc(5_000_000)));
    expect(scan).toEqual({ state: 'not_scanned', finding: 'unreachable' });
    await other.close();
    rude.close();
  });

  it('says of every file that it was not scanned where there is no scanner', async () => {
    const none = await aModule('virus_none');
    expect(await none.get(VirusScanner).scan(file(EICAR))).toEqual({
      state: 'not_scanned',
      finding: null,
    });
    await none.close();
  });
});
