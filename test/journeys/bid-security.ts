import { randomUUID } from 'node:crypto';
import type { Client } from '../support/client';
import type { World } from './world';

/** A payer and an account that stand nowhere else: whoever shows them has seen the security. */
export const PAYER = '远安县路桥公司基本账户户名';
export const PAYER_ACCOUNT = '4205016200088777';

/** What a bidder is shown of its security in the first lot of a tender. */
export interface OwnSecurity {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly wantedFen: string;
  readonly payments: readonly { readonly id: string; readonly interestFen: string | null }[];
}

/** A bidder asks for its payment code for a lot. */
export async function askForCode(bidder: Client, tenderId: string, lot = 1): Promise<OwnSecurity> {
  await bidder.post(`/api/tenders/${tenderId}/lots/${lot}/security`);
  return ownSecurity(bidder, tenderId, lot - 1);
}

/** A bidder's own security, as it stands. */
export async function ownSecurity(bidder: Client, tenderId: string, at = 0): Promise<OwnSecurity> {
  const { securities } = await bidder.get<{ securities: OwnSecurity[] }>(
    `/api/tenders/${tenderId}/securities/mine`,
  );
  const found = securities[at];
  if (!found) throw new Error('no security');
  return found;
}

/** A bidder pays what a lot asks for, and finance records that it came. Returns the payment code. */
export async function paySecurity(
  world: World,
  bidder: Client,
  tenderId: string,
  from: { readonly payer: string; readonly account: string },
): Promise<string> {
  const { code, wantedFen } = await askForCode(bidder, tenderId);
  const { legal } = await world.stranger().get<{ legal: string }>('/api/clock');
  const finance = await world.as('finance');
  await finance.post('/api/bid-securities/payments', {
    code,
    sumFen: wantedFen,
    payer: from.payer,
    bank: '农业银行宜昌分行',
    account: from.account,
    arrivedAt: legal,
    reference: randomUUID(),
  });
  return code;
}
