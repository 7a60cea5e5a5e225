import { DataSource } from 'typeorm';
import { aModule, type TestModule } from '../../../../../test/support/module';
import { Reads } from './reads';
import { UnitOfWork } from './unit-of-work';

describe('UnitOfWork', () => {
  let module: TestModule;
  let unit: UnitOfWork;

  beforeAll(async () => {
    module = await aModule('unit');
    unit = module.get(UnitOfWork);
    await module
      .get(DataSource)
      .query('CREATE TABLE probe (id varchar(40) PRIMARY KEY, n int NOT NULL)');
  });
  afterAll(() => module.close());
  beforeEach(() => module.get(DataSource).query('DELETE FROM probe'));

  const add = (id: string, n = 0): Promise<unknown> =>
    unit.manager.query('INSERT INTO probe (id, n) VALUES (?, ?)', [id, n]);
  const ids = async (): Promise<string[]> => {
    const rows = await unit.run(() =>
      unit.manager.query<{ id: string }[]>('SELECT id FROM probe ORDER BY id'),
    );
    return rows.map((row) => row.id);
  };
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  it('keeps committed units when a concurrent one fails', async () => {
    const failing = unit.run(async () => {
      await add('a');
      await pause(20);
      throw new Error('no');
    });
    const good = unit.run(async () => {
      await add('b');
    });
    await expect(failing).rejects.toThrow('no');
    await good;
    expect(await ids()).toEqual(['b']);
  });

  it('joins nested units: they commit and fail together', async () => {
    await expect(
      unit.run(async () => {
        await unit.run(() => add('inner'));
        throw new Error('outer');
      }),
    ).rejects.toThrow('outer');
    expect(await ids()).toEqual([]);
  });

  it('runs hooks after the commit only, and lets a hook open a unit', async () => {
    const seen: string[] = [];
    await unit.run(async () => {
      unit.afterCommit(async () => {
        seen.push(...(await ids()));
      });
      await add('x');
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual(['x']);
    await expect(
      unit.run(() => {
        unit.afterCommit(() => void seen.push('never'));
        return Promise.reject(new Error('no'));
      }),
    ).rejects.toThrow();
    expect(seen).toEqual(['x']);
  });

  it('refuses a straggler that writes after its unit has ended', async () => {
    let straggler: Promise<unknown> | undefined;
    await expect(
      unit.run(() => {
        straggler = pause(30).then(() => add('late'));
        straggler.catch(() => undefined);
        return Promise.reject(new Error('first'));
      }),
    ).rejects.toThrow('first');
    await expect(straggler).rejects.toThrow();
    expect(await ids()).toEqual([]);
  });

  it('runs the whole unit again after a transient failure', async () => {
    let runs = 0;
    await unit.run(async () => {
      runs++;
      await add(`run-${runs}`);
      if (runs < 3) throw Object.assign(new Error('deadlock'), { code: 'ER_LOCK_DEADLOCK' });
    });
    expect(await ids()).toEqual(['run-3']);
  });

  it('loses no update among fifty parallel read-modify-writes', async () => {
    await unit.run(() => add('counter'));
    const lock = unit.isEmbedded ? '' : ' FOR UPDATE';
    await Promise.all(
      Array.from({ length: 50 }, () =>
        unit.run(async () => {
          const [row] = await unit.manager.query<{ n: number }[]>(
            `SELECT n FROM probe WHERE id = 'counter'${lock}`,
          );
          await unit.manager.query(`UPDATE probe SET n = ? WHERE id = 'counter'`, [row!.n + 1]);
        }),
      ),
    );
    const [row] = await unit.run(() =>
      unit.manager.query<{ n: number }[]>(`SELECT n FROM probe WHERE id = 'counter'`),
    );
    expect(row?.n).toBe(50);
  });

  it('lets the event loop go round between units, so that newcomers are let in', async () => {
    let rounds = 0;
    let going = true;
    const round = (): void => {
      rounds++;
      if (going) setImmediate(round);
    };
    setImmediate(round);
    await Promise.all(Array.from({ length: 50 }, (_, n) => unit.run(() => add(`round-${n}`, n))));
    going = false;
    // Without a breath between units there are hardly any rounds; a busy database may answer several in one.
    expect(rounds).toBeGreaterThan(10);
  });

  it('lets screens read what is committed while a writer is under way', async () => {
    await unit.run(() => add('old'));
    const reads = module.get(Reads);
    let seen: unknown[] = [];
    let letGo: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const writing = unit.run(async () => {
      await add('new');
      await gate;
    });
    await pause(20);
    seen = await (await reads.manager()).query<{ id: string }[]>('SELECT id FROM probe');
    letGo();
    await writing;
    expect(seen).toEqual([{ id: 'old' }]);
  });
});
