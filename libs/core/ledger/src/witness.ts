import { equalBytes, fromBase64, fromHex, toBase64, toHex } from '@core/kernel';
import { cosign, parseCheckpoint, type Checkpoint } from './checkpoint';
import { isSignedBy, parseNote, type NoteSigner, type VerifierKey } from './note';
import { emptyRoot, verifyConsistency } from './tree';

/** What a witness remembers of a log; it MUST be on disk before the answer leaves (tp1 §2.4). */
export interface WitnessState {
  readonly size: number;
  readonly root: string;
}

/** A `POST /add-checkpoint` body taken apart. */
export interface AddCheckpoint {
  readonly oldSize: number;
  readonly proof: readonly Uint8Array[];
  readonly note: string;
}

/** Writes the body of `POST /add-checkpoint`. */
export function addCheckpointBody(request: AddCheckpoint): string {
  const lines = request.proof.map((hash) => `${toBase64(hash)}\n`).join('');
  return `old ${request.oldSize}\n${lines}\n${request.note}`;
}

/** Reads the body of `POST /add-checkpoint`. Returns null when it is malformed. */
export function parseAddCheckpoint(body: string): AddCheckpoint | null {
  const split = body.indexOf('\n\n');
  const [first = '', ...lines] = body.slice(0, split).split('\n');
  const old = Number(/^old (0|[1-9]\d{0,15})$/.exec(first)?.[1]);
  if (split < 0 || !Number.isSafeInteger(old) || lines.length > 63) return null;
  const proof = lines.map(fromBase64).filter((hash) => hash?.length === 32);
  if (proof.length !== lines.length) return null;
  return {
    oldSize: old,
    proof: proof.filter((hash) => hash !== null),
    note: body.slice(split + 2),
  };
}

/** The answer to an add-checkpoint request, and what must be stored before it is given. */
export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly contentType: 'text/plain; charset=utf-8' | 'text/x.tlog.size';
  readonly body: string;
  readonly store: { readonly origin: string; readonly state: WitnessState } | null;
}

/** What a witness knows when it decides. */
export interface WitnessFacts {
  /** The logs it watches. */
  readonly logs: readonly VerifierKey[];
  /** What it last cosigned of a log; null before the first time. */
  readonly latest: (origin: string) => WitnessState | null;
  readonly signer: NoteSigner;
  /** Seconds since 1970. */
  readonly time: number;
}

function no(status: 400 | 403 | 404 | 422, why: string): WitnessAnswer {
  return { status, contentType: 'text/plain; charset=utf-8', body: `${why}\n`, store: null };
}

function conflict(size: number): WitnessAnswer {
  return { status: 409, contentType: 'text/x.tlog.size', body: `${size}\n`, store: null };
}

function continues(
  known: WitnessState | null,
  request: AddCheckpoint,
  checkpoint: Checkpoint,
): WitnessAnswer | null {
  const size = known?.size ?? 0;
  const root = known ? fromHex(known.root) : emptyRoot();
  if (request.oldSize > checkpoint.size) return no(400, 'old size exceeds the checkpoint');
  if (request.oldSize !== size) return conflict(size);
  if (checkpoint.size === size && !equalBytes(checkpoint.root, root)) return conflict(size);
  return verifyConsistency(size, checkpoint.size, root, checkpoint.root, request.proof)
    ? null
    : no(422, 'consistency proof does not hold');
}

/**
 * Decides an add-checkpoint request exactly as C2SP tlog-witness says. The caller MUST store `store` durably,
 * and no other request for that log may be decided in between.
 */
export function decideAddCheckpoint(body: string, facts: WitnessFacts): WitnessAnswer {
  const request = parseAddCheckpoint(body);
  const note = request ? parseNote(request.note) : null;
  const checkpoint = note ? parseCheckpoint(note.text) : null;
  if (!request || !note || !checkpoint) return no(400, 'malformed');
  const log = facts.logs.find((key) => key.name === checkpoint.origin);
  if (!log) return no(404, 'unknown log');
  if (!isSignedBy(note, log)) return no(403, 'no valid signature of the log');
  const refused = continues(facts.latest(log.name), request, checkpoint);
  if (refused) return refused;
  return {
    status: 200,
    contentType: 'text/plain; charset=utf-8',
    body: cosign(note.text, facts.time, facts.signer),
    store: {
      origin: log.name,
      state: { size: checkpoint.size, root: toHex(checkpoint.root) },
    },
  };
}
