import { aModule, type TestModule } from '../../../../test/support/module';
import { Idempotency } from './idempotency';

describe('idempotency keys', () => {
  let module: TestModule;
  beforeAll(async () => {
    module = await aModule('idempotency');
  });
  afterAll(() => module.close());

  const answering = (response: unknown) => {
    const work = jest.fn(() => Promise.resolve({ status: 200, response }));
    const run = (key: string, request = 'POST /x'): Promise<unknown> =>
      module.get(Idempotency).once('person', key, request, work);
    return { work, run };
  };

  it('run a request once, and answer parallel repeats alike', async () => {
    const { work, run } = answering({ receipt: 'R-1' });
    const answers = await Promise.all([run('key-1'), run('key-1'), run('key-1')]);
    expect(answers).toEqual(Array(3).fill({ status: 200, response: { receipt: 'R-1' } }));
    expect(work).toHaveBeenCalledTimes(1);
    await expect(run('key-1', 'POST /y')).rejects.toMatchObject({
      code: 'idempotency.key_reused',
    });
  });

  it('never lose a command because its answer is long', async () => {
    const { work, run } = answering({ events: '事'.repeat(40_000) });
    expect(await run('key-2')).toMatchObject({ status: 200 });
    expect(await run('key-2')).toEqual({ status: 200, response: null });
    expect(work).toHaveBeenCalledTimes(1);
  });
});
