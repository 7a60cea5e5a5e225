import type { Comparison } from '../measure';
import { largeDraw } from './draw.bench';
import { ledgerAppends } from './ledger.bench';
import { sealing } from './sealing.bench';
import { verification } from './verify.bench';

/** `npm run bench -- trust`: log, draws, seals and the verifier. */
export async function trust(report: (result: Comparison) => void): Promise<void> {
  sealing().forEach(report);
  ledgerAppends().forEach(report);
  report(await largeDraw());
  report(await verification());
}
