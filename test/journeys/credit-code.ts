import { creditCodeCheck } from '@core/enterprise';
import { randomInt } from 'node:crypto';

/** A fresh valid credit code: a journey can be made many times on one server. */
export function creditCode(): string {
  const body = `91420500MA4${String(randomInt(1_000_000)).padStart(6, '0')}`;
  return body + (creditCodeCheck(body) ?? '');
}
