import { DEALT_SHARES, HOLDER, OPEN_SHARE } from '@core/escrow';
import {
  ANYTHING,
  SIGNATURE,
  IDENTIFIER,
  dictionary,
  either,
  hexOf,
  list,
  literal,
  nullable,
  struct,
  taggedHashHex,
  text,
  whole,
  type ShapeOf,
} from '@core/kernel';

/** What the draw is for. */
export const PURPOSES = ['panel', 'lottery', 'supervisor', 'coefficient', 'other'] as const;
export type DrawPurpose = (typeof PURPOSES)[number];

const STRATUM = text(/^[a-z0-9-]{1,32}$/);
const DRAW_ID = text(/^[\x21-\x7e]{1,160}$/);
const HASH = hexOf(32);

/** The one stratum of a pool of values. */
export const VALUES_STRATUM = 'values';

const VALUES_POOL = struct({ kind: literal('values'), values: list(text(), 1) });
const ROWS_POOL = struct({
  kind: literal('rows'),
  root: HASH,
  size: whole(1),
  strataSizes: list(struct({ id: STRATUM, size: whole() }), 1),
});

/** A pool that is public, or a commitment to one that is not yet (tp1 §3.2). */
export type DrawPool = ShapeOf<typeof VALUES_POOL> | ShapeOf<typeof ROWS_POOL>;

/** Most seats of a draw: what its result lists. */
export const MOST_SEATS = 1000;

const RULES = struct(
  {
    pick: list(
      struct({ stratum: STRATUM, seats: whole(1, MOST_SEATS), fallback: list(STRATUM) }),
      1,
      100,
    ),
    caps: list(struct({ tag: text(), max: whole(1) }), 0, 100),
  },
  { panel: struct({ total: whole(1), tenderer: whole() }) },
);

/** Seats per stratum, in greedy order (scarce strata first), and what may not come twice. */
export type DrawRules = ShapeOf<typeof RULES>;

const WITH_BIDS = { withBids: nullable(struct({ env: IDENTIFIER })) };
const DRAND = struct(
  {
    kind: literal('drand'),
    chain: HASH,
    scheme: literal('bls-unchained-g1-rfc9380'),
    publicKey: hexOf(96),
    genesis: whole(1),
    period: whole(1),
    gap: whole(),
  },
  WITH_BIDS,
);
const ESCROW = struct(
  { kind: literal('escrow'), t: whole(2, 255), holders: list(HOLDER, 2, 255) },
  WITH_BIDS,
);
const PHYSICAL = struct(
  {
    kind: literal('physical'),
    symbolCount: whole(1, 1000),
    symbolMax: whole(2, 1000),
    minSigners: whole(1, 100),
  },
  WITH_BIDS,
);
export type DrandSource = ShapeOf<typeof DRAND>;
export type EscrowSource = ShapeOf<typeof ESCROW>;
export type PhysicalSource = ShapeOf<typeof PHYSICAL>;

/** Where the last randomness comes from (tp1 §3.3). */
export type DrawSource = DrandSource | EscrowSource | PhysicalSource;

const CONTRIBUTOR = struct({ id: IDENTIFIER, kid: hexOf(8), pub: hexOf(32) });
export type Contributor = ShapeOf<typeof CONTRIBUTOR>;

/** The contributor that is the platform itself; every other one counts as independent of it. */
export const PLATFORM_CONTRIBUTOR = 'platform';

const FIRM = struct({ number: text(), creditCode: text(), name: text() });

/** A firm and the ball that stands for it in a lottery. */
export type DrawFirm = ShapeOf<typeof FIRM>;

/** Body of `draw.spec`: everything about a draw but the randomness. `firms` says whom a lottery's values stand for. */
export const DRAW_SPEC = struct(
  {
    v: literal(1),
    drawId: DRAW_ID,
    purpose: literal(...PURPOSES),
    attempt: whole(1),
    prevVoid: nullable(HASH),
    algorithm: literal('tp1-fy32'),
    pool: either(VALUES_POOL, ROWS_POOL),
    rules: RULES,
    source: either(DRAND, either(ESCROW, PHYSICAL)),
    contributors: list(CONTRIBUTOR, 1, 100),
    disclose: text(),
  },
  { firms: list(FIRM, 1) },
);
export type DrawSpec = ShapeOf<typeof DRAW_SPEC>;

const INPUT = struct({ id: IDENTIFIER, sig: SIGNATURE }, { nonce: HASH, commit: HASH });

/** A contributor's signed input: a nonce in plain, or (escrow) a commitment to one. */
export type DrawInput = ShapeOf<typeof INPUT>;

const BIDS = list(struct({ bid: IDENTIFIER, bidHash: HASH }));

/** Body of `draw.lock`: after it the result is fixed, though nobody knows it. */
export const DRAW_LOCK = struct({
  v: literal(1),
  drawId: DRAW_ID,
  specHash: HASH,
  round: nullable(whole(1)),
  inputs: list(INPUT, 1, 100),
  bids: nullable(BIDS),
});
export type DrawLock = ShapeOf<typeof DRAW_LOCK>;

/** Body of `draw.deposit` (escrow). */
export const DRAW_DEPOSIT = struct({ drawId: DRAW_ID, id: IDENTIFIER, shares: DEALT_SHARES });
export type DrawDeposit = ShapeOf<typeof DRAW_DEPOSIT>;

/** Body of `draw.reveal` (escrow). */
export const DRAW_REVEAL = struct({ drawId: DRAW_ID, id: IDENTIFIER, nonce: HASH });
export type DrawReveal = ShapeOf<typeof DRAW_REVEAL>;

/** Body of `draw.forced` (escrow): the holders opened the deposit of somebody who did not reveal. */
export const DRAW_FORCED = struct({
  drawId: DRAW_ID,
  id: text(),
  shares: list(OPEN_SHARE, 1, 255),
});
export type DrawForced = ShapeOf<typeof DRAW_FORCED>;

const FINAL_DRAND = struct({ kind: literal('drand'), round: whole(1), randomness: HASH });
const FINAL_PHYSICAL = struct({
  kind: literal('physical'),
  symbols: text(/^[1-9]\d{0,3}(,[1-9]\d{0,3})*$/),
});

/** The randomness that came after the lock. */
export type DrawFinalValue =
  ShapeOf<typeof FINAL_DRAND> | ShapeOf<typeof FINAL_PHYSICAL> | { readonly kind: 'none' };

/** Body of `draw.final`: a beacon round with its signature, or the signed outcome of dice or balls. */
export const DRAW_FINAL = either(
  struct({ drawId: DRAW_ID, final: FINAL_DRAND, signature: hexOf(48) }),
  struct({ drawId: DRAW_ID, final: FINAL_PHYSICAL, sigs: list(SIGNATURE, 1, 100) }),
);
export type DrawFinal = ShapeOf<typeof DRAW_FINAL>;

const SEAT = struct({ row: whole(), stratum: STRATUM, via: STRATUM });

/** A filled seat: which row, for which stratum, out of which one (a fallback differs). */
export type Seat = ShapeOf<typeof SEAT>;

/** Body of `draw.result`. */
export const DRAW_RESULT = struct({
  v: literal(1),
  drawId: DRAW_ID,
  seed: HASH,
  panel: list(SEAT, 0, MOST_SEATS),
});
export type DrawResult = ShapeOf<typeof DRAW_RESULT>;

/** Body of `draw.event`: a member leaves, the next of the same sequence takes the seat. */
export const DRAW_EVENT = struct({
  drawId: DRAW_ID,
  seq: whole(),
  row: whole(),
  type: literal('declined', 'unreachable', 'conflict', 'absent'),
  by: whole(-1),
  evidence: HASH,
});
export type DrawEvent = ShapeOf<typeof DRAW_EVENT>;

/** Body of `draw.void`. After the lock it needs the signatures of all independent contributors (tp1 §3.9). */
export const DRAW_VOID = struct(
  { drawId: DRAW_ID, reason: text(), offender: nullable(IDENTIFIER) },
  { sigs: list(SIGNATURE, 0, 100) },
);
export type DrawVoid = ShapeOf<typeof DRAW_VOID>;

const ROW = struct({
  i: whole(),
  idc: HASH,
  salt: HASH,
  strata: list(STRATUM, 1, 100),
  tags: dictionary(text()),
});

/** A row of a pool; private until disclosure. */
export type PoolRow = ShapeOf<typeof ROW>;

const PERSON = struct({ row: whole(), idSalt: HASH, who: ANYTHING });
export type DrawnPerson = ShapeOf<typeof PERSON>;

/** Body of `draw.table`: the pool, and the names of everyone who was called. */
export const DRAW_TABLE = struct({ drawId: DRAW_ID, rows: list(ROW, 1), people: list(PERSON) });
export type DrawTable = ShapeOf<typeof DRAW_TABLE>;

/** Hash of a spec. MUST be taken over the logged body itself, members unknown to this version included. */
export function specHash(spec: DrawSpec): string {
  return taggedHashHex('tp1/draw/spec', spec);
}

/** Hash of a lock. */
export function lockHash(lock: DrawLock): string {
  return taggedHashHex('tp1/draw/lock', lock);
}
