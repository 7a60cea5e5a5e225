import { randomUUID } from 'node:crypto';
import { fen } from '@core/kernel';
import { RegisterPapers } from '@server/enterprise';
import { LegalClock, UnitOfWork } from '@server/platform';
import { Lots, Tenders } from '@server/tender';
import { aModule, type TestModule } from '../../../../test/support/module';
import { anActor, aTenderRow } from '../../../../test/support/tender-row';
import { AwardModule } from './award.module';
import { Awards } from './awards.store';
import { ChangeResult } from './change-result';
import { RecordCredit } from './record-credit';

describe('the credit record of an award', () => {
  let module: TestModule;

  beforeEach(async () => {
    module = await aModule('record_credit', [AwardModule]);
  });
  afterEach(() => module.close());

  it('is withdrawn, or never made, when the award becomes void while it is being entered', async () => {
    const at = module.get(LegalClock).now();
    const unit = module.get(UnitOfWork);
    const [awards, tenders] = [module.get(Awards), module.get(Tenders)];
    const tender = aTenderRow(at, { state: 'awarded', regime: 'B' });
    const firm = randomUUID();
    const tenderId = tender.id;
    const about = { tenderId, lot: 1, enterpriseId: firm, name: '青禾第1建设有限公司' };
    await unit.run(async () => {
      await tenders.add(tender);
      await module.get(Lots).change(tenderId, 1, { state: 'awarded' });
      await awards.add({ ...about, id: randomUUID(), price: fen(1), awardedAt: at });
    });
    const reading = awards.ofTender.bind(awards);
    // Whoever keeps the record has read the award and takes his time: meanwhile it becomes void.
    const read = new Promise<void>((resolve) => {
      jest.spyOn(awards, 'ofTender').mockImplementationOnce(async (id) => {
        const found = await reading(id);
        resolve();
        await new Promise((later) => setTimeout(later, 500));
        return found;
      });
    });
    const recorded = module.get(RecordCredit).record(tenderId);
    await read;
    const tenderer = anActor('tenderer', tender.tendererId, 'township');
    await unit.run(async () => {
      const row = await tenders.lock(tenderId);
      const change = { lot: 1, text: '业绩造假。', citation: null };
      await module.get(ChangeResult).fail(tenderer, row, change);
    });
    await recorded;
    await module.get(RecordCredit).record(tenderId);
    const credit = await module.get(RegisterPapers).credit(firm);
    expect(credit.filter((one) => one.withdrawnAt === null)).toEqual([]);
  });
});
