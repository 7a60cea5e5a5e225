import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { handIn, openingSecret, type HandedIn } from '../journeys/bidder';
import { enterFirms, hallOf, publish, registerProject } from '../journeys/rural-road';
import { watchHall } from '../journeys/spectator';
import { arrivedBytes, beginUpload, sendBytes } from '../journeys/upload';
import { until, worldAt, type World } from '../journeys/world';
import { aDatabase, type TestDatabase } from '../support/database';

const SERVER = resolve(__dirname, '../../dist/apps/api/src/main.js');
const OFFER = { price: '3579546.00', durationDays: 120, quality: '合格', manager: '张工' };
const built = existsSync(SERVER);
if (!built) console.warn('NOT RUN: the kill test needs `npm run build:server` first');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

(built ? describe : describe.skip)('kill -9', () => {
  let database: TestDatabase;
  let port: number;
  let child: ChildProcess;
  let world: World;

  const start = async (): Promise<void> => {
    child = spawn(process.execPath, [SERVER], {
      env: {
        ...process.env,
        ...database.environment({ DEMO: 'true', DEMO_COUNTY: 'people', PORT: String(port) }),
      },
      stdio: 'ignore',
    });
    await until(
      'the server',
      () =>
        fetch(`http://127.0.0.1:${port}/healthz`)
          .then((answer) => answer.ok)
          .catch(() => false),
      60,
    );
  };
  const killAndStart = async (): Promise<void> => {
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
    await start();
  };

  beforeAll(async () => {
    database = await aDatabase('kill');
    port = await freePort();
    await start();
    world = worldAt(`http://127.0.0.1:${port}`, () => undefined);
  });
  afterAll(async () => {
    child.kill('SIGKILL');
    await database.drop();
  });

  it('in an upload: it resumes at the byte the server has, and is whole in the end', async () => {
    const tenderer = await world.as('township');
    const bytes = randomBytes(2_000_000);
    const location = await beginUpload(tenderer, 'a.bin', 'application/octet-stream', bytes.length);
    await sendBytes(tenderer, location, 0, bytes.subarray(0, 900_000));
    await killAndStart();
    const offset = await arrivedBytes(tenderer, location);
    expect(offset).toBe(900_000);
    await sendBytes(tenderer, location, offset, bytes.subarray(offset));
    const uploadId = location.split('/').pop();
    const file = await tenderer.post<{ size: number }>('/api/files', { uploadId });
    expect(file.size).toBe(bytes.length);
  });

  it('in an opening: the hall goes on from the same event number, and nothing is lost or twice', async () => {
    const projectId = await registerProject(world);
    const { tenderId, deadline } = await publish(world, projectId);
    const firms = await enterFirms(world, tenderId);
    const bids: HandedIn[] = [];
    for (const firm of firms) bids.push(await handIn(await world.as(firm), tenderId, OFFER));
    const openingId = await hallOf(world, tenderId, deadline);
    const [first] = bids;
    const key = (bid: HandedIn): object => ({ bidId: bid.bidId, secret: openingSecret(bid) });
    await first!.client.post(`/api/openings/${openingId}/keys`, key(first!));
    const path = `/api/public/openings/${openingId}`;
    const before = await world.stranger().get<{ seq: number; events: unknown[] }>(path);
    await killAndStart();
    const after = await world.stranger().get<{ seq: number; events: unknown[] }>(path);
    expect(after).toEqual(before);
    const spectator = await watchHall(world.url, openingId);
    for (const bid of bids.slice(1)) {
      await bid.client.post(`/api/openings/${openingId}/keys`, key(bid));
    }
    const host = await world.as('host');
    await host.post(`/api/openings/${openingId}/commands`, { kind: 'begin_reading' });
    const expected = before.seq + 3;
    await until('the new events', () => Promise.resolve(spectator.numbers().includes(expected)));
    expect(spectator.numbers()).toEqual(Array.from({ length: expected }, (_, at) => at + 1));
    spectator.leave();
    const twice = await first!.client.refusal(
      first!.client.post(`/api/openings/${openingId}/keys`, key(first!)),
    );
    expect(twice.code).toMatch(/^opening\./);
  });

  it('leaves a log that still is what was signed', async () => {
    const anybody = world.stranger();
    await until('readiness', async () => {
      const ready = await anybody.get<{ status: string }>('/readyz');
      return ready.status === 'ok';
    });
    expect(existsSync(join(database.config().path(), 'keys'))).toBe(true);
  });
});
