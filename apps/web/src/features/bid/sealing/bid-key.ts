import { fromHex, signPayload, type PayloadSignature } from '@core/kernel';
import { openingKey, parseOpeningKey, withdrawalPayload, type OpeningKey } from '@core/sealed-bid';
import type { Bid } from '../../../shared/api/wire';
import { SHEET_ENVELOPE, SIGNING } from './seal';
import { unlockInWorker } from './sealer';

/** The key of this bid from its file; null when the file is of another bid, or none. */
export async function keyFromFile(
  file: Blob,
  bid: Pick<Bid, 'id' | 'tenderId'>,
): Promise<OpeningKey | null> {
  const key = parseOpeningKey(await file.text());
  return key?.bid === bid.id && key.tender === bid.tenderId ? key : null;
}

/** The key of this bid from the backup the platform keeps wrapped; null for a wrong passphrase. */
export async function keyFromPassphrase(
  passphrase: string,
  bid: Pick<Bid, 'id' | 'tenderId' | 'backup'>,
): Promise<OpeningKey | null> {
  if (bid.backup === null) return null;
  const { id, tenderId, backup } = bid;
  const seed = await unlockInWorker({ passphrase, backup, tender: tenderId, bid: id });
  return seed === null ? null : openingKey(tenderId, id, seed, [SHEET_ENVELOPE, SIGNING]);
}

/** Signs the withdrawal of a bid with its own key. */
export function signWithdrawal(key: OpeningKey, bidHash: string): PayloadSignature | null {
  const signer = key.secrets[SIGNING];
  if (signer === undefined) return null;
  return signPayload(fromHex(signer), 'tp1/bid', withdrawalPayload(key.tender, key.bid, bidHash));
}
