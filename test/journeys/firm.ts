import type { Client } from '../support/client';
import { creditCode } from './credit-code';
import { runName, type World } from './world';

/** A firm that has registered, with its own client. */
export interface Firm {
  readonly client: Client;
  readonly id: string;
  readonly creditCode: string;
  readonly username: string;
}

/** What a firm says of itself when everything is there. */
export function recordOf(name: string): Record<string, unknown> {
  return {
    name,
    address: '青禾县城关镇',
    legalRepresentative: '王山',
    contactName: '李水',
    contactPhone: '0717-5550000',
    bankName: '青禾农村商业银行',
    bankAccount: '62220000000000',
    qualifications: [
      {
        type: '公路工程施工总承包',
        grade: '三级',
        certificate: `D3${runName().slice(0, 6)}`,
        validUntil: '2027-12-31T15:59:59.999Z',
      },
    ],
  };
}

/** Registers a firm and signs it in; nothing is handed in yet. */
export async function registerFirm(
  world: World,
  name: string,
  more: Record<string, string> = {},
): Promise<Firm> {
  const client = world.stranger();
  const username = `r${runName()}`;
  const password = 'a longer secret 7';
  const code = more.creditCode ?? creditCode();
  const account = { name, username, password, personName: '经办', ...more, creditCode: code };
  const { id } = await client.post<{ id: string }>('/api/enterprises', account);
  await client.signIn(username, password);
  return { client, id, creditCode: code, username };
}
