import { PLATFORM_ACTOR } from '@core/identity';
import { DAY, fromBase64, toBase64 } from '@core/kernel';
import { SystemClock, UnitOfWork } from '@server/platform';
import { aModule, type TestModule } from '../../../../../test/support/module';
import { OpensslTsa } from '../../../../../test/support/tsa';
import { LedgerAuditor } from '../audit/auditor';
import { Ledger } from '../ledger';
import { LedgerModule } from '../ledger.module';
import { LedgerReads } from '../ledger-reads';
import { LedgerWork } from '../ledger-work';
import { LedgerTimestampRow } from './timestamp.entity';
import { Timestamps } from './timestamps';

describe('the daily time-stamp', () => {
  let tsa: OpensslTsa;
  let module: TestModule;
  let timestamps: Timestamps;

  beforeAll(async () => {
    tsa = await OpensslTsa.start();
  });
  afterAll(() => tsa.stop());
  beforeEach(async () => {
    tsa.instead = null;
    tsa.asked = 0;
    module = await aModule('timestamps', [LedgerModule], {
      TSA_URL: tsa.url,
      TSA_CA: tsa.authorityFile,
    });
    timestamps = module.get(Timestamps);
  });
  afterEach(() => module.close());

  async function grow(): Promise<void> {
    const by = PLATFORM_ACTOR;
    const unit = module.get(UnitOfWork);
    await unit.run(() =>
      module.get(Ledger).append({ type: 'test.happened', scope: 'T1', by, body: { n: 1 } }),
    );
    await module.get(LedgerWork).turn();
  }

  it('is over the published checkpoint, once a day, and anybody can check it with openssl', async () => {
    expect(await timestamps.turn()).toBeNull();
    await grow();
    const row = (await timestamps.turn())!;
    expect(row).toMatchObject({ size: 1, authority: 'Test TSA' });
    expect(await module.get(LedgerReads).checkpoint()).toContain(row.text);
    expect(tsa.accepts(fromBase64(row.token)!, row.text)).toBe(true);
    expect(tsa.accepts(fromBase64(row.token)!, row.text.replace('1', '2'))).toBe(false);
    await grow();
    expect(await timestamps.turn()).toBeNull();
    expect(tsa.asked).toBe(1);
    const clock = module.get(SystemClock);
    const now = clock.now();
    clock.now = () => now + DAY;
    expect(await timestamps.turn()).toMatchObject({ size: 2 });
    expect(await timestamps.latest()).toHaveLength(2);
    expect(await module.get(LedgerAuditor).run()).toMatchObject({ ok: true, timestamps: 2 });
  });

  it('keeps nothing of an authority that refuses, lies, or answers an earlier query', async () => {
    await grow();
    tsa.instead = () => 503;
    await expect(timestamps.turn()).rejects.toThrow('answered 503');
    let earlier: Buffer | null = null;
    tsa.instead = (honest) => {
      earlier = honest;
      return Buffer.from('nonsense');
    };
    await expect(timestamps.turn()).rejects.toThrow('malformed');
    tsa.instead = () => earlier!;
    await expect(timestamps.turn()).rejects.toThrow('another nonce');
    expect(await timestamps.latest()).toEqual([]);
    tsa.instead = null;
    expect(await timestamps.turn()).not.toBeNull();
  });

  it('is looked at by the audit: another text, another token, another tree', async () => {
    await grow();
    const { day, text, token } = (await timestamps.turn())!;
    const audit = async (change: Partial<LedgerTimestampRow>): Promise<string[]> => {
      const unit = module.get(UnitOfWork);
      const rows = () => unit.manager.getRepository(LedgerTimestampRow);
      await unit.run(() => rows().update({ day }, change));
      const { faults } = await module.get(LedgerAuditor).run();
      await unit.run(() => rows().update({ day }, { text, token }));
      return faults.map(({ code }) => code);
    };
    expect(await audit({ text })).toEqual([]);
    const [origin, , root] = text.split('\n');
    expect(await audit({ text: `${origin}\n2\n${root}\n` })).toEqual([
      'timestamp_root',
      'timestamp_false',
    ]);
    const bent = fromBase64(token)!.map((byte, at, all) =>
      at === all.length - 9 ? byte ^ 1 : byte,
    );
    expect(await audit({ token: toBase64(bent) })).toEqual(['timestamp_false']);
  });
});
