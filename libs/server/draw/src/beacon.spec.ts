import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { verifyBundle } from '@core/bundle';
import { QUICKNET } from '@core/draw';
import { SECOND, type Instant } from '@core/kernel';
import { ExportBundle } from '@server/ledger';
import { LegalClock, SystemClock, UnitOfWork } from '@server/platform';
import { Tenders, type TenderRow } from '@server/tender';
import { Contributor } from '../../../../test/support/contributor';
import { aModule, type TestModule } from '../../../../test/support/module';
import { anActor, aTenderRow } from '../../../../test/support/tender-row';
import { settle } from '../../../../test/support/turns';
import { ConductDraw } from './conduct-draw';
import { Contribute } from './contribute';
import { DrawModule } from './draw.module';
import { Draws } from './draws.store';
import { FinishDraw } from './finish-draw';

const vector = JSON.parse(
  readFileSync(resolve(__dirname, '../../../../test/vectors/tp1/draw-panel-drand.json'), 'utf8'),
) as { drandSignature: string };
const ROUND = 1000;
/** When a lock has to be made that names round 1000: a minute before it is emitted. */
const LOCKED: Instant = (QUICKNET.genesis + (ROUND - 1) * QUICKNET.period - 60) * SECOND;
const EMITTED = LOCKED + 60 * SECOND;

/** A relay of drand that knows the true round 1000, and whatever else it is told to say. */
class Relay {
  readonly asked: string[] = [];
  answer: string = JSON.stringify({ round: ROUND, signature: vector.drandSignature });
  status = 200;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Relay> {
    const server = createServer();
    const relay = new Relay(server);
    server.on('request', (request, response) => {
      relay.asked.push(request.url ?? '');
      response.writeHead(relay.status).end(relay.answer);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return relay;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise((done) => this.server.close(done));
  }
}

describe('a draw ended by a round of drand', () => {
  let module: TestModule;
  let relays: Relay[];
  let now: Instant;
  let tender: TenderRow;
  let finish: FinishDraw;
  let draws: Draws;
  let parties: Contributor[];
  const operator = anActor('draw_operator');

  beforeEach(async () => {
    relays = [await Relay.start(), await Relay.start()];
    const DRAND_URLS = relays.map(({ url }) => url).join();
    module = await aModule('beacon', [DrawModule], { CLOCK: 'real', DRAND_URLS });
    // Real time, as far as the platform can tell; only that it is 2023, when the round of the vectors was emitted.
    now = LOCKED;
    module.get(SystemClock).now = () => now;
    finish = module.get(FinishDraw);
    draws = module.get(Draws);
    tender = aTenderRow(module.get(LegalClock).now());
    parties = [new Contributor('supervisor'), new Contributor('tenderer')];
    await module.get(UnitOfWork).run(() => module.get(Tenders).add(tender));
  });
  afterEach(async () => {
    await module.close();
    for (const relay of relays) await relay.stop();
  });

  async function locked(cosignedAfter = 0): Promise<string> {
    const { id, source } = await module.get(UnitOfWork).run(() =>
      module.get(ConductDraw).begin({
        tenderId: tender.id,
        purpose: 'lottery',
        pool: { kind: 'values', values: ['01', '02', '03', '04', '05'] },
        rows: [],
        rules: { pick: [{ stratum: 'values', seats: 2, fallback: [] }], caps: [] },
        firms: null,
        disclose: 'at-once',
      }),
    );
    expect(source).toEqual({ kind: 'drand' });
    const contribute = module.get(Contribute);
    const tenderer = anActor('tenderer', tender.tendererId, 'township');
    const actors = { supervisor: anActor('supervisor'), tenderer };
    for (const party of parties) await contribute.enrol(actors[party.id], id, party.keys);
    await settle(module);
    const spec = (await draws.get(id)).spec!;
    for (const party of parties) await contribute.input(actors[party.id], id, party.input(spec));
    expect((await draws.get(id)).lock).toMatchObject({ round: ROUND });
    now += cosignedAfter;
    await settle(module);
    expect((await draws.get(id)).phase).toBe('awaiting');
    return id;
  }

  async function verified(): Promise<unknown> {
    const bundle = await module
      .get(ExportBundle)
      .run(tender.id, { discloses: () => true, keys: [], bids: [] });
    const result = await verifyBundle(bundle);
    return result.ok ? result.report.draws[0] : result;
  }

  it('fetches the round when it is out, from whichever relay tells the truth', async () => {
    const id = await locked();
    expect(await finish.fetchRounds()).toBe(0);
    expect(relays.flatMap(({ asked }) => asked)).toEqual([]);
    now = EMITTED;
    const [liar] = relays as [Relay];
    liar.answer = JSON.stringify({ round: ROUND, signature: 'ab'.repeat(48) });
    expect(await finish.fetchRounds()).toBe(1);
    expect(relays[1]!.asked).toEqual([`/${QUICKNET.chain}/public/${ROUND}`]);
    await settle(module);
    expect(await draws.get(id)).toMatchObject({
      phase: 'drawn',
      final: { signature: vector.drandSignature },
    });
    expect(await verified()).toMatchObject({
      status: 'verified',
      source: 'drand',
      beaconChecked: true,
    });
  });

  it('takes the round from anybody’s hand, and no other signature', async () => {
    const id = await locked();
    now = EMITTED;
    for (const relay of relays) relay.status = 503;
    expect(await finish.fetchRounds()).toBe(0);
    for (const relay of relays) relay.asked.length = 0;
    // Not asked again at once.
    expect(await finish.fetchRounds()).toBe(0);
    expect(relays.flatMap(({ asked }) => asked)).toEqual([]);
    const flipped = `${vector.drandSignature.slice(0, -1)}8`;
    await expect(finish.bringRound(operator, id, flipped)).rejects.toMatchObject({
      code: 'draw.round_false',
    });
    const brought = await Promise.allSettled(
      Array.from({ length: 4 }, () => finish.bringRound(operator, id, vector.drandSignature)),
    );
    expect(brought.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await settle(module);
    expect(await verified()).toMatchObject({ status: 'verified', beaconChecked: true });
  });

  it('takes no round that might have been known when the witnesses cosigned', async () => {
    const id = await locked(31 * SECOND);
    now = EMITTED;
    expect(await finish.fetchRounds()).toBe(0);
    await expect(finish.bringRound(operator, id, vector.drandSignature)).rejects.toMatchObject({
      code: 'draw.too_late',
    });
    expect((await draws.get(id)).final).toBeNull();
  });

  it('survives a relay that talks without end, and one that says nothing', async () => {
    const id = await locked();
    now = EMITTED;
    const [one, other] = relays as [Relay, Relay];
    one.answer = 'x'.repeat(100_000);
    other.answer = '{"signature":null}';
    expect(await finish.fetchRounds()).toBe(0);
    expect((await draws.get(id)).phase).toBe('awaiting');
  });
});
