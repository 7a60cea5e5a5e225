import { randomUUID } from 'node:crypto';
import { PLAIN_TERMS } from '@core/contractor-pool';
import { DAY } from '@core/kernel';
import { AdmitMember, ApplyForPool, ContractorPools, OpenPool } from '@server/contractor-pool';
import { Enterprises } from '@server/enterprise';
import { Accounts } from '@server/identity';
import { ClockStore, LegalClock, UnitOfWork } from '@server/platform';
import { aModule, type TestModule } from '../../../../test/support/module';
import { anActor } from '../../../../test/support/tender-row';
import { settle } from '../../../../test/support/turns';
import { Messages, NotificationModule } from './index';

describe('what firms and registrars learn of a pool', () => {
  let module: TestModule;
  let own: string;
  let registrar: string;
  let enterprise: string;

  beforeAll(async () => {
    module = await aModule('pool_occasions', [NotificationModule]);
    await module.get(UnitOfWork).run(async () => {
      const accounts = module.get(Accounts);
      const person = (username: string): Promise<string> =>
        accounts.add({ username, name: username, passwordHash: 'x' });
      enterprise = await accounts.found({ kind: 'enterprise', name: '甲公司' });
      const centre = await accounts.found({ kind: 'centre', name: '中心' });
      own = await person('own');
      registrar = await person('desk');
      await accounts.appoint(own, enterprise, 'bidder');
      await accounts.appoint(registrar, centre, 'registrar');
      for (const [id, code] of [
        [enterprise, '913301000000000001'],
        [RIVAL, '913301000000000002'],
      ] as const) {
        const name = `公司${code.slice(-1)}`;
        await module.get(Enterprises).begin(id, { creditCode: code, name, contactName: '经办' });
        await module.get(Enterprises).change(id, { state: 'verified' });
      }
    });
  });
  afterAll(() => module.close());

  const RIVAL = randomUUID();
  const topics = async (personId: string): Promise<string[]> =>
    (await module.get(Messages).page(personId, null, 50)).map(({ topic }) => topic).reverse();

  it('is told once per step, and nobody learns who objected', async () => {
    const actor = anActor('bidder', enterprise, 'enterprise');
    const desk = anActor('registrar');
    const { id } = await module.get(OpenPool).run(desk, {
      trade: 'works',
      name: '道路名录',
      notice: '',
      basis: null,
      terms: PLAIN_TERMS,
    });
    await module.get(ApplyForPool).run(actor, id);
    await module.get(AdmitMember).sendBack(desk, id, enterprise, ['承诺书']);
    await module.get(ApplyForPool).run(actor, id);
    const { publicityUntil } = await module.get(AdmitMember).publish(desk, id, enterprise);
    const rival = anActor('bidder', RIVAL, 'enterprise');
    const objection = await module.get(AdmitMember).object(rival, id, enterprise, '不符合条件');
    await settle(module, 2);
    await module.get(AdmitMember).answer(desk, objection.id, '不成立', false);
    await module.get(ClockStore).move(publicityUntil! + DAY, null);
    await settle(module, 2);
    expect(module.get(LegalClock).now()).toBeGreaterThan(publicityUntil!);
    expect(await topics(own)).toEqual(['pool.returned', 'pool.published', 'pool.admitted']);
    expect(await topics(registrar)).toEqual(['pool.objected']);
    const [message] = await module.get(Messages).page(registrar, null, 1);
    expect(JSON.stringify(message)).not.toContain('公司2');
    const member = await module.get(ContractorPools).member(id, enterprise);
    expect(member?.state).toBe('admitted');
  });
});
