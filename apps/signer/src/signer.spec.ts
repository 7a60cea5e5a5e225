import { mkdtempSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PLATFORM_ACTOR } from '@core/identity';
import { digest, utf8 } from '@core/kernel';
import { consistencyProof, leafHash, treeRoot } from '@core/ledger';
import {
  Ledger,
  LedgerAuditor,
  LedgerModule,
  LedgerReads,
  LedgerWork,
  remoteLogKey,
} from '@server/ledger';
import { UnitOfWork } from '@server/platform';
import { LogKeyFolder } from '@server/witness';
import { aModule } from '../../../test/support/module';
import { signerServer } from './server';

const ORIGIN = 'localhost/tp-ledger';
const leaves = Array.from({ length: 9 }, (_, at) => leafHash(utf8(`entry ${at}`)));
const checkpoint = (size: number, origin = ORIGIN) => ({
  origin,
  size,
  root: treeRoot(leaves.slice(0, size)),
});

describe('the log key in a process of its own', () => {
  let folder: string;
  let socket: string;
  let server: Server;

  const start = async (): Promise<void> => {
    server = signerServer(new LogKeyFolder(folder, digest(utf8('key'))), ORIGIN);
    await new Promise<void>((done) => server.listen(socket, done));
  };
  const stop = (): Promise<unknown> => new Promise((done) => server.close(done));
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sunlit-signer-'));
    socket = join(folder, 'signer.sock');
    await start();
  });
  afterEach(stop);

  it('signs what continues, and refuses what shrinks, forks or belongs to another log, also after a restart', async () => {
    const key = remoteLogKey(socket);
    expect(await key.lastSigned()).toMatchObject({ size: 0 });
    await key.signCheckpoint(checkpoint(3), []);
    const proof = consistencyProof(leaves, 3, 7);
    await key.signCheckpoint(checkpoint(7), proof);
    await stop();
    await start();
    expect(await key.lastSigned()).toMatchObject({ size: 7 });
    const refused = (size: number, shown = proof, root = checkpoint(size).root) =>
      expect(key.signCheckpoint({ origin: ORIGIN, size, root }, shown)).rejects.toThrow(
        /does not continue/,
      );
    await refused(3);
    await refused(9);
    await refused(9, consistencyProof(leaves, 7, 9), digest(utf8('another tree')));
    await refused(7, [], digest(utf8('the same size')));
    await key.signCheckpoint(checkpoint(7), []);
    await expect(key.signCheckpoint(checkpoint(9, 'elsewhere/log'), [])).rejects.toThrow(/404/);
    await expect(key.verifier('elsewhere/log')).rejects.toThrow(/404/);
    await expect(key.signCheckpoint(checkpoint(0), [])).rejects.toThrow(/400/);
    expect(await key.lastSigned()).toMatchObject({ size: 7 });
  });

  it('does not begin anew with a damaged memory', async () => {
    const key = remoteLogKey(socket);
    await key.signCheckpoint(checkpoint(3), []);
    writeFileSync(join(folder, 'ledger-signed.json'), '{}');
    const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    await expect(key.signCheckpoint(checkpoint(7), [])).rejects.toThrow();
    quiet.mockRestore();
  });

  it('serves the platform, which stops signing while it is away', async () => {
    const module = await aModule('signer', [LedgerModule], { SIGNER_SOCKET: socket });
    const append = () =>
      module
        .get(UnitOfWork)
        .run(() =>
          module
            .get(Ledger)
            .append({ type: 'test.happened', scope: 'T1', by: PLATFORM_ACTOR, body: { n: 1 } }),
        );
    const id = await append();
    await module.get(LedgerWork).turn();
    expect(await module.get(Ledger).receipt(id)).not.toBeNull();
    await stop();
    await append();
    await expect(module.get(LedgerWork).turn()).rejects.toThrow();
    const before = await module.get(LedgerReads).publishedSize();
    await start();
    await module.get(LedgerWork).turn();
    expect(await module.get(LedgerReads).publishedSize()).toBeGreaterThan(before);
    expect(await module.get(LedgerAuditor).run()).toMatchObject({ ok: true });
    await module.close();
  });
});
