import { aModule, type TestModule } from '../../../../../test/support/module';
import { LegalClock, SystemClock } from '../clock/clock';
import { ClockStore } from '../clock/clock-store';
import { UnitOfWork } from '../database/unit-of-work';
import { Deadlines } from '../deadlines/deadlines';
import { Idempotency } from '../idempotency';
import { Leases } from '../lease';
import { Ids } from '../ids';
import { Outbox } from './outbox';

describe('work that must happen once', () => {
  let module: TestModule;
  let unit: UnitOfWork;

  beforeAll(async () => {
    module = await aModule('once');
    unit = module.get(UnitOfWork);
  });
  afterAll(() => module.close());

  it('delivers an event only when its transaction committed, and in effect once', async () => {
    const outbox = module.get(Outbox);
    const seen: unknown[] = [];
    let failures = 1;
    outbox.consume('test', 'probe.happened', (event) => {
      if (failures-- > 0) return Promise.reject(new Error('down'));
      seen.push(event.payload.n);
      return Promise.resolve();
    });
    await unit.run(() => outbox.add('probe.happened', { n: 1 }));
    await expect(
      unit.run(async () => {
        await outbox.add('probe.happened', { n: 2 });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow();
    expect(await outbox.relay()).toBe(0);
    jest.spyOn(module.get(SystemClock), 'now').mockImplementation(() => Date.now() + 60_000);
    await Promise.all([outbox.relay(), outbox.relay(), outbox.relay()]);
    jest.restoreAllMocks();
    await outbox.relay();
    expect(seen).toEqual([1]);
  });

  it('wakes a deadline when the legal clock reaches it, once among parallel tickers', async () => {
    const deadlines = module.get(Deadlines);
    const clock = module.get(LegalClock);
    const woken: string[] = [];
    deadlines.on('probe', (subject) => {
      woken.push(subject);
      return Promise.resolve();
    });
    const at = clock.now() + 3_600_000;
    await unit.run(() => deadlines.set('probe', 'x', at));
    await deadlines.tick();
    expect(woken).toEqual([]);
    await module.get(ClockStore).move(at, null);
    await Promise.all([deadlines.tick(), deadlines.tick(), deadlines.tick()]);
    await deadlines.tick();
    expect(woken).toEqual(['x']);
  });

  it('never moves the legal clock back', async () => {
    const clock = module.get(LegalClock);
    await expect(module.get(ClockStore).move(clock.now() - 1000, null)).rejects.toMatchObject({
      code: 'clock.never_back',
    });
  });

  it('answers a repeated request with the first answer, and refuses a key for another request', async () => {
    const idempotency = module.get(Idempotency);
    let runs = 0;
    const request = (): Promise<unknown> =>
      idempotency.once('actor', 'key-1', 'POST /x {}', () =>
        Promise.resolve({ status: 201, response: { run: ++runs } }),
      );
    const answers = await Promise.all([request(), request(), request()]);
    expect(answers).toEqual(Array(3).fill({ status: 201, response: { run: 1 } }));
    await expect(
      idempotency.once('actor', 'key-1', 'POST /y {}', () =>
        Promise.resolve({ status: 200, response: null }),
      ),
    ).rejects.toMatchObject({ code: 'idempotency.key_reused' });
  });

  it('gives a lease to one holder, and to the next when it expires', async () => {
    const first = module.get(Leases);
    const second = new Leases(unit, module.get(SystemClock), module.get(Ids));
    expect(await first.hold('job', 5_000)).toBe(true);
    expect(await second.hold('job', 5_000)).toBe(false);
    expect(await first.hold('job', 5_000)).toBe(true);
    jest.spyOn(module.get(SystemClock), 'now').mockImplementation(() => Date.now() + 10_000);
    expect(await second.hold('job', 5_000)).toBe(true);
    jest.restoreAllMocks();
  });
});
