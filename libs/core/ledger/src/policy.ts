import {
  accept,
  refuse,
  verifyBytes,
  type BytesVerifier,
  type Refusal,
  type Result,
} from '@core/kernel';
import { cosignedAt, parseCheckpoint, type Checkpoint } from './checkpoint';
import {
  COSIGNATURE,
  isSignedBy,
  LOG_SIGNATURE,
  parseNote,
  parseVerifierKey,
  type SignedNote,
  type VerifierKey,
} from './note';

/** Whom a reader trusts: one log, its witnesses, and how many of them must have cosigned. */
export interface LogPolicy {
  readonly log: VerifierKey;
  readonly witnesses: readonly VerifierKey[];
  readonly quorum: number;
  /** The log belongs to a demo or test, whose clock may have been moved (tp1 §12). */
  readonly demo: boolean;
}

/** Why a policy cannot be used. */
export type PolicyRefusal = Refusal<'ledger.policy_invalid'>;

const bad = (reason: string): Result<never, PolicyRefusal> =>
  refuse('ledger.policy_invalid', { reason });

/** Puts a policy together from verifier keys in their text form. */
export function logPolicy(parts: {
  readonly log: string;
  readonly witnesses: readonly string[];
  readonly quorum: number;
  readonly demo?: boolean;
}): Result<LogPolicy, PolicyRefusal> {
  const log = parseVerifierKey(parts.log);
  if (log?.type !== LOG_SIGNATURE) return bad('log key');
  const witnesses = parts.witnesses.map(parseVerifierKey);
  const keys = witnesses.filter((key) => key?.type === COSIGNATURE).filter((key) => key !== null);
  if (keys.length !== witnesses.length) return bad('witness key');
  if (new Set(keys.map((key) => key.text)).size !== keys.length) return bad('a witness twice');
  if (!Number.isSafeInteger(parts.quorum) || parts.quorum < 1 || parts.quorum > keys.length) {
    return bad('quorum');
  }
  return accept({ log, witnesses: keys, quorum: parts.quorum, demo: parts.demo === true });
}

const DEMO_LINE = '# demo:true';

/** Writes the C2SP tlog-policy file: one log, one group of witnesses, its quorum; a demo says so in line one. */
export function policyFile(policy: LogPolicy): string {
  const names = policy.witnesses.map((_, at) => `W${at + 1}`);
  return [
    ...(policy.demo ? [DEMO_LINE] : []),
    `log ${policy.log.text}`,
    ...policy.witnesses.map((key, at) => `witness W${at + 1} ${key.text}`),
    `group G ${policy.quorum} ${names.join(' ')}`,
    'quorum G',
    '',
  ].join('\n');
}

/** Reads a tlog-policy file of the shape {@link policyFile} writes; other shapes are refused, not guessed. */
export function parsePolicyFile(text: string): Result<LogPolicy, PolicyRefusal> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const words = lines.filter((line) => !line.startsWith('#')).map((line) => line.split(/[ \t]+/));
  const of = (kind: string): string[][] => words.filter(([first]) => first === kind);
  const [log, group, quorum] = [of('log'), of('group'), of('quorum')];
  const witnesses = of('witness');
  if (words.length !== witnesses.length + 3 || log.length !== 1) return bad('lines');
  if (group.length !== 1 || quorum.length !== 1) return bad('groups');
  const [, groupName, needed = '', ...members] = group[0] ?? [];
  if (quorum[0]?.[1] !== groupName) return bad('quorum');
  const names = witnesses.map((line) => line[1] ?? '');
  if (members.join() !== names.join()) return bad('group members');
  const count =
    needed === 'all'
      ? members.length
      : needed === 'any'
        ? 1
        : /^\d+$/.test(needed)
          ? Number(needed)
          : 0;
  return logPolicy({
    log: log[0]?.[1] ?? '',
    witnesses: witnesses.map((line) => line[2] ?? ''),
    quorum: count,
    demo: lines.includes(DEMO_LINE),
  });
}

/** A checkpoint whose signatures have been checked against a policy. */
export interface VerifiedCheckpoint extends Checkpoint {
  /** Cosignature times that verified, ascending, seconds since 1970. */
  readonly times: readonly number[];
  /** The quorum-th smallest of them, or null while the quorum is missing (tp1 §2.4). */
  readonly quorumTime: number | null;
}

/** Why a checkpoint note is not accepted. */
export type CheckpointRefusal = Refusal<
  | 'ledger.note_malformed'
  | 'ledger.checkpoint_malformed'
  | 'ledger.wrong_log'
  | 'ledger.log_signature'
>;

function cosignatureTimes(note: SignedNote, policy: LogPolicy, verify: BytesVerifier): number[] {
  return policy.witnesses
    .map((key) => cosignedAt(note, key, verify))
    .filter((time) => time !== null)
    .sort((one, other) => one - other);
}

/** Checks a checkpoint note: form, origin, log signature, cosignatures. A missing quorum is told, not refused. */
export function verifyCheckpoint(
  note: string,
  policy: LogPolicy,
  verify: BytesVerifier = verifyBytes,
): Result<VerifiedCheckpoint, CheckpointRefusal> {
  const parsed = parseNote(note);
  if (!parsed) return refuse('ledger.note_malformed');
  const checkpoint = parseCheckpoint(parsed.text);
  if (!checkpoint) return refuse('ledger.checkpoint_malformed');
  if (checkpoint.origin !== policy.log.name) return refuse('ledger.wrong_log');
  if (!isSignedBy(parsed, policy.log, verify)) return refuse('ledger.log_signature');
  const times = cosignatureTimes(parsed, policy, verify);
  return accept({ ...checkpoint, times, quorumTime: times[policy.quorum - 1] ?? null });
}
