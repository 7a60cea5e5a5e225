import type { Line } from '../lying-operator';
import { lines, rewrite, type Lie } from '../lying-operator';

/** A row of the threat tables of tp1 (sections 2.1, 3.1, 4.1) or a case of section 6. */
export type Threat =
  | '2.1 DBA edits or deletes rows'
  | '2.1 operator rewrites history with the log key'
  | '2.1 operator shows different logs'
  | '2.1 operator logs several draws'
  | '2.1 operator leaks the number of bids'
  | '2.1 operator hides a record'
  | '3.1 operator chooses or predicts the seed'
  | '3.1 operator tries many draws'
  | '3.1 operator reorders or swaps the pool'
  | '3.1 last revealer refuses'
  | '3.1 operator passes an honest expert over'
  | '3.1 operator stuffs the pool'
  | '3.1 names are learnt early'
  | '4.1 platform reads before the opening'
  | '4.1 fewer than t holders read early'
  | '4.1 bidder vanishes or aborts'
  | '4.1 bidder claims a corrupted file'
  | '4.1 bidder opens to another content'
  | '4.1 bidder deals junk shares'
  | '4.1 holder hands in a false share'
  | '4.1 rival copies a ciphertext'
  | '4.1 operator inserts, drops or replaces a bid'
  | '4.1 operator serves malicious JavaScript'
  | '4.5 keys of a later stage'
  | '4.5 restricted envelopes'
  | 'base price'
  | 'bids drawn in the hall'
  | '6 announced price is not the sealed price';

/** A cheat that a bundle shows. */
export interface Told {
  readonly threat: Threat;
  readonly cheat: string;
  /** `<step>: <reason>` of the verifier. */
  readonly reason: string;
  readonly bundle: () => unknown;
}

/** A cheat whose log is consistent in itself. */
export function told(
  threat: Threat,
  cheat: string,
  reason: string,
  changed: () => readonly Line[] | Promise<readonly Line[]>,
  lie: Lie | (() => Lie | Promise<Lie>) = {},
): Told {
  const bundle = async (): Promise<unknown> =>
    rewrite(await changed(), typeof lie === 'function' ? await lie() : lie);
  return { threat, cheat, reason, bundle };
}

/** The log as it is. */
export const honest = (): Line[] => lines();
