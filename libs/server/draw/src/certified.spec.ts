import { sm2 } from 'sm-crypto-v2';
import { verifyBundle, type BundleResult } from '@core/bundle';
import type { Sm2Verifier } from '@core/kernel';
import { ExportBundle } from '@server/ledger';
import { LegalClock, UnitOfWork } from '@server/platform';
import { Tenders } from '@server/tender';
import { drawThrough } from '../../../../test/support/draw-through';
import { aModule } from '../../../../test/support/module';
import { OpensslSm2 } from '../../../../test/support/sm2';
import { anActor, aTenderRow } from '../../../../test/support/tender-row';
import { ConductDraw } from './conduct-draw';
import { DrawModule } from './draw.module';
import { Draws } from './draws.store';

const verifier: Sm2Verifier = {
  verify: (publicKey, message, signature) =>
    sm2.doVerifySignature(message, signature, publicKey, { der: true, hash: true }),
};

it('signs the platform’s input with SM2 beside Ed25519, which the verifier checks', async () => {
  const key = new OpensslSm2();
  const module = await aModule('certified', [DrawModule], {
    SM2_KEY: key.privateKey,
    SM2_CERT: key.certificateFile,
  });
  const tender = aTenderRow(module.get(LegalClock).now());
  await module.get(UnitOfWork).run(() => module.get(Tenders).add(tender));
  const { id } = await module.get(UnitOfWork).run(() =>
    module.get(ConductDraw).begin({
      tenderId: tender.id,
      purpose: 'lottery',
      pool: { kind: 'values', values: ['01', '02', '03'] },
      rows: [],
      rules: { pick: [{ stratum: 'values', seats: 1, fallback: [] }], caps: [] },
      firms: null,
      disclose: 'at-once',
    }),
  );
  const tenderer = anActor('tenderer', tender.tendererId, 'township');
  await drawThrough(module, id, { supervisor: anActor('supervisor'), tenderer });
  const { lock } = await module.get(Draws).get(id);
  const input = lock?.inputs.find((one) => one.id === 'platform');
  expect(input?.sig.beside).toMatchObject([{ alg: 'SM2' }]);
  const bundle = await module
    .get(ExportBundle)
    .run(tender.id, { discloses: () => true, keys: [], bids: [] });
  const warnings = (result: BundleResult): unknown =>
    result.ok ? result.report.warnings.map(({ code, detail }) => [code, detail]) : result;
  expect(warnings(await verifyBundle(bundle))).toContainEqual([
    'certified_unchecked',
    { count: 1 },
  ]);
  expect(warnings(await verifyBundle(bundle, null, undefined, verifier))).toContainEqual([
    'certified_checked',
    { count: 1 },
  ]);
  const liar: Sm2Verifier = { verify: () => false };
  expect(await verifyBundle(bundle, null, undefined, liar)).toMatchObject({
    ok: false,
    reason: 'certified_signature',
  });
  await module.close();
});
