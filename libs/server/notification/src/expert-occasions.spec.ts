import { DAY } from '@core/kernel';
import { Experts, KeepExperts } from '@server/expert';
import { Accounts } from '@server/identity';
import { LegalClock } from '@server/platform';
import { aModule, type TestModule } from '../../../../test/support/module';
import { anActor } from '../../../../test/support/tender-row';
import { settle } from '../../../../test/support/turns';
import { Messages, NotificationModule } from './index';

describe('what experts learn of their record', () => {
  let module: TestModule;
  beforeAll(async () => {
    module = await aModule('expert_occasions', [NotificationModule]);
  });
  afterAll(() => module.close());

  it('is told once per entry, without a name', async () => {
    const personId = await module
      .get(Accounts)
      .add({ username: 'jiming', name: '季明', passwordHash: 'x' });
    const { id } = await module.get(Experts).add({
      personId,
      name: '季明',
      specialties: ['road'],
      employer: '设计院',
      region: '青禾县',
      title: '高级工程师',
      phone: '13911112222',
      termUntil: module.get(LegalClock).now() + 20 * DAY,
    });
    const keeper = anActor('registrar');
    await module.get(KeepExperts).warn(keeper, id, '迟到');
    await module.get(KeepExperts).review(keeper, id, { passed: true, text: '' });
    await module.get(KeepExperts).renew(keeper, id);
    const facts = { heldAt: module.get(LegalClock).now(), score: null, fileId: null };
    await module
      .get(KeepExperts)
      .train(keeper, id, { kind: 'trained', title: '培训', passed: true, ...facts });
    await settle(module, 2);
    await settle(module, 2);
    const told = await module.get(Messages).page(personId, null, 50);
    expect(told.map(({ topic }) => topic).sort()).toEqual([
      'expert.appointed',
      'expert.recorded',
      'expert.recorded',
    ]);
    expect(JSON.stringify(told)).not.toMatch(/季明|迟到|设计院/);
  });
});
