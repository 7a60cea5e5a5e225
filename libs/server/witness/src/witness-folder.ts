import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { fromHex, hexOf, read, struct, whole } from '@core/kernel';
import {
  COSIGNATURE,
  decideAddCheckpoint,
  noteSigner,
  type NoteSigner,
  type VerifierKey,
  type WitnessAnswer,
  type WitnessState,
} from '@core/ledger';

const STATE = struct({ size: whole(), root: hexOf(32) });

/** Writes a file so that it is whole and on disk when this returns, whatever happens in between. */
export function writeDurably(folder: string, name: string, content: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const target = join(folder, name);
  const draft = `${target}.draft`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, target);
  const directory = openSync(folder, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}

/**
 * A witness that keeps its key and what it has cosigned in one folder (C2SP tlog-witness). Every answer is on disk
 * before it is given, and reading, deciding and writing are one synchronous step, so that no two requests can
 * interleave. One process per folder.
 */
export class WitnessFolder {
  /** The witness's key; its text form goes into the readers' policy files. */
  readonly signer: NoteSigner;

  constructor(
    private readonly folder: string,
    name: string,
    private readonly logs: readonly VerifierKey[],
  ) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.signer = noteSigner(name, COSIGNATURE, this.seed());
  }

  /** Decides one `POST /add-checkpoint` at `time` (seconds since 1970) and stores what it cosigned. */
  addCheckpoint(body: string, time: number): WitnessAnswer {
    const answer = decideAddCheckpoint(body, {
      logs: this.logs,
      latest: (origin) => this.latest(origin),
      signer: this.signer,
      time,
    });
    if (answer.store) {
      const { origin, state } = answer.store;
      writeDurably(this.folder, stateFile(origin), `${JSON.stringify(state)}\n`);
    }
    return answer;
  }

  /** What was last cosigned of a log. A file that cannot be read stops the witness: it must not begin anew. */
  latest(origin: string): WitnessState | null {
    const path = join(this.folder, stateFile(origin));
    if (!existsSync(path)) return null;
    const state = read(STATE, JSON.parse(readFileSync(path, 'utf8')) as unknown);
    if (!state.ok) throw new Error(`${path} is damaged: restore it before going on`);
    return state.value;
  }

  private seed(): Uint8Array {
    const path = join(this.folder, 'witness.key');
    if (!existsSync(path)) {
      writeDurably(this.folder, 'witness.key', `${randomBytes(32).toString('hex')}\n`);
    }
    return fromHex(readFileSync(path, 'utf8').trim());
  }
}

function stateFile(origin: string): string {
  return `log-${createHash('sha256').update(origin).digest('hex').slice(0, 16)}.json`;
}
