import { checkHolders, HOLDER, isRecipient } from '@core/escrow';
import {
  accept,
  IDENTIFIER,
  list,
  literal,
  parseProtocolTime,
  refuse,
  struct,
  text,
  whole,
  type Refusal,
  type Result,
  type ShapeOf,
} from '@core/kernel';

/** Who can open a bid: its bidder, the key holders, or either (tp1 §4.6). */
export const OPENING_MODES = ['bidder', 'threshold', 'either'] as const;
export type OpeningMode = (typeof OPENING_MODES)[number];

const ENVELOPE = struct({
  id: text(/^[a-z0-9-]{1,32}$/),
  visibility: literal('public', 'restricted'),
  stage: whole(1, 9),
});

const ENTITLED = struct({ id: IDENTIFIER, recipient: text(/^age1[0-9a-z]{58}$/) });
/** Somebody to whom the keys of restricted envelopes are delivered. */
export type Entitled = ShapeOf<typeof ENTITLED>;

/** `tender.published` body.opening: how the bids of a tender are sealed and opened (tp1 §4.2). */
export const OPENING = struct(
  {
    mode: literal(...OPENING_MODES),
    t: whole(0, 255),
    holders: list(HOLDER, 0, 255),
    deadline: text(),
    openAt: text(),
    submitGraceSec: whole(0, 3600),
    bidderWindowSec: whole(0, 86_400),
    onBidderAbsence: literal('holders', 'withdrawn'),
  },
  {
    envelopes: list(ENVELOPE, 1, 20),
    /** Who gets the keys of restricted envelopes: the evaluation room, the supervisor. */
    entitled: list(ENTITLED, 1, 20),
    /** The numbers of the tender's lots, where it has several: every bid then names its own. */
    lots: list(whole(1, 999), 2, 200),
  },
);
export type Opening = ShapeOf<typeof OPENING>;

/** An envelope a tender asks for. */
export type EnvelopeRule = ShapeOf<typeof ENVELOPE>;

/** Why a tender's opening settings cannot be used. */
export type OpeningRefusal = Refusal<'seal.opening_invalid'>;

function envelopesFault({ envelopes }: Opening): string | null {
  if (!envelopes) return null;
  const ids = new Set(envelopes.map(({ id }) => id));
  if (ids.size !== envelopes.length) return 'envelopes';
  const stages = [...new Set(envelopes.map(({ stage }) => stage))].sort();
  return stages.some((stage, at) => stage !== at + 1) ? 'stages' : null;
}

function entitledFault({ entitled = [] }: Opening): string | null {
  const known = new Set(entitled.flatMap(({ id, recipient }) => [id, recipient]));
  const valid = entitled.every(({ recipient }) => isRecipient(recipient));
  return valid && known.size === 2 * entitled.length ? null : 'entitled';
}

function lotsFault({ lots }: Opening): string | null {
  return lots && new Set(lots).size !== lots.length ? 'lots' : null;
}

/**
 * Checks opening settings beyond their shape: times in order, envelopes once each, stages from 1 without a gap, those
 * entitled once each, lots once each, holders that fit the mode.
 */
export function checkOpening(opening: Opening): Result<true, OpeningRefusal> {
  const bad = (reason: string): Result<true, OpeningRefusal> =>
    refuse('seal.opening_invalid', { reason });
  const deadline = parseProtocolTime(opening.deadline);
  const openAt = parseProtocolTime(opening.openAt);
  if (deadline === null || openAt === null || openAt < deadline) return bad('times');
  const wrong = envelopesFault(opening) ?? entitledFault(opening) ?? lotsFault(opening);
  if (wrong !== null) return bad(wrong);
  if (opening.mode === 'bidder')
    return opening.holders.length === 0 ? accept(true) : bad('holders');
  return checkHolders(opening.holders, opening.t).ok ? accept(true) : bad('holders');
}

/** Whether holders may open a bid whose bidder stays away. */
export function mayHoldersOpen(opening: Opening): boolean {
  return (
    opening.mode === 'threshold' ||
    (opening.mode === 'either' && opening.onBidderAbsence === 'holders')
  );
}
