import { accept, refuse, type Refusal, type Result } from '@core/kernel';

/** Why a password is not good enough. */
export type PasswordRefusal = Refusal<'identity.password_weak'>;

const MIN = 10;
const MAX = 128;

/**
 * Checks a new password: 10 to 128 characters, at least five different ones, not the user name in disguise.
 * No rules about kinds of characters (NIST SP 800-63B §5.1.1.2).
 */
export function checkPassword(password: string, username: string): Result<string, PasswordRefusal> {
  const length = Array.from(password).length;
  const bare = password.toLowerCase();
  const tooPlain = new Set(bare).size < 5 || bare.includes(username.toLowerCase());
  return length < MIN || length > MAX || tooPlain
    ? refuse('identity.password_weak', { min: MIN, max: MAX })
    : accept(password);
}

/** How long an account stays locked after `failures` wrong passwords in a row, in minutes; 0 for not at all. */
export function lockMinutes(failures: number): number {
  if (failures < 5) return 0;
  return Math.min(15 * 2 ** (Math.floor(failures / 5) - 1), 24 * 60);
}
