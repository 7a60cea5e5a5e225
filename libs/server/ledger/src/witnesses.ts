import { Injectable } from '@nestjs/common';
import { existsSync, readFileSync } from 'node:fs';
import { SECOND } from '@core/kernel';
import {
  addCheckpointBody,
  cosignedAt,
  parseNote,
  parseVerifierKey,
  type VerifierKey,
  type WitnessAnswer,
} from '@core/ledger';
import { Config, LegalClock, Logger } from '@server/platform';
import { WitnessFolder, writeDurably } from '@server/witness';
import { LedgerKeys } from './ledger-keys';

/** A witness, wherever it runs. */
export interface Witness {
  readonly key: VerifierKey;
  /** `POST /add-checkpoint`. */
  ask(body: string): Promise<Pick<WitnessAnswer, 'status' | 'body'>>;
}

/** How many witnesses must cosign, of how many demo ones. */
export const QUORUM = 2;
const DEMO_WITNESSES = ['supervisor', 'university', 'association'];
const PATIENCE_MS = 4 * SECOND;

class RemoteWitness implements Witness {
  constructor(
    readonly key: VerifierKey,
    private readonly url: string,
  ) {}

  async ask(body: string): Promise<Pick<WitnessAnswer, 'status' | 'body'>> {
    const response = await fetch(`${this.url}/add-checkpoint`, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: response.status as WitnessAnswer['status'], body: await response.text() };
  }
}

/**
 * The witnesses of this installation: those of WITNESS_URLS, or three demo witnesses in this process that follow
 * the legal clock. Demo witnesses protect against nobody; the policy then says demo.
 */
@Injectable()
export class Witnesses {
  private all: Promise<readonly Witness[]> | undefined;
  private readonly known = new Map<string, number>();

  constructor(
    private readonly config: Config,
    private readonly keys: LedgerKeys,
    private readonly clock: LegalClock,
    private readonly logger: Logger,
  ) {}

  /** Whether the witnesses are demo ones. */
  get areDemo(): boolean {
    return this.config.settings.WITNESS_URLS === '';
  }

  /** The witnesses, their keys known. */
  async list(origin: string): Promise<readonly Witness[]> {
    this.all ??= this.areDemo ? this.demo(origin) : this.remote();
    try {
      return await this.all;
    } catch (error) {
      this.all = undefined;
      throw error;
    }
  }

  /**
   * Asks every witness to cosign a note; returns the signature lines that verify. `proofFrom` gives the consistency
   * proof from a size; a witness that knows another size is asked once more from there.
   */
  async cosign(
    origin: string,
    note: string,
    proofFrom: (size: number) => Promise<readonly Uint8Array[]>,
  ): Promise<string[]> {
    const witnesses = await this.list(origin);
    const lines = await Promise.all(
      witnesses.map(async (witness) => {
        try {
          return await this.cosignOne(witness, note, proofFrom);
        } catch (error) {
          this.logger.warn('witness did not answer', { witness: witness.key.name, error });
          return null;
        }
      }),
    );
    return lines.filter((line) => line !== null);
  }

  private async cosignOne(
    witness: Witness,
    note: string,
    proofFrom: (size: number) => Promise<readonly Uint8Array[]>,
  ): Promise<string | null> {
    const { name } = witness.key;
    for (let attempt = 0; attempt < 2; attempt++) {
      const oldSize = this.known.get(name) ?? 0;
      const proof = await proofFrom(oldSize);
      const answer = await witness.ask(addCheckpointBody({ oldSize, proof, note }));
      if (answer.status === 409 && /^\d{1,15}\n$/.test(answer.body)) {
        this.known.set(name, Number(answer.body));
        continue;
      }
      if (answer.status !== 200) {
        this.logger.warn('witness refused', { witness: name, status: answer.status });
        return null;
      }
      return this.checked(witness, note, answer.body);
    }
    return null;
  }

  private checked(witness: Witness, note: string, line: string): string | null {
    const signed = parseNote(note + line);
    if (!signed || cosignedAt(signed, witness.key) === null) {
      this.logger.warn('witness answered with a false signature', { witness: witness.key.name });
      return null;
    }
    this.known.set(witness.key.name, Number(signed.text.split('\n')[1]));
    return line;
  }

  private async demo(origin: string): Promise<Witness[]> {
    const log = await this.keys.log.verifier(origin);
    return DEMO_WITNESSES.map((name) => {
      const folder = this.config.path('keys', 'witnesses', name);
      const witness = new WitnessFolder(folder, `${name}.demo`, [log]);
      return {
        key: witness.signer.key,
        ask: (body) =>
          Promise.resolve(witness.addCheckpoint(body, Math.floor(this.clock.now() / SECOND))),
      };
    });
  }

  private async remote(): Promise<Witness[]> {
    const witnesses: Witness[] = [];
    for (const text of this.config.settings.WITNESS_URLS.split(',')) {
      const [url = '', key] = text.trim().split('|');
      witnesses.push(new RemoteWitness(await this.keyOf(url, key), url.replace(/\/$/, '')));
    }
    return witnesses;
  }

  /** A witness's key: written behind its address, or fetched once and then pinned. */
  private async keyOf(url: string, given: string | undefined): Promise<VerifierKey> {
    const file = 'witness-keys.json';
    const path = this.config.path('keys', file);
    const pinned = existsSync(path)
      ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>)
      : {};
    const known = given ?? pinned[url];
    const text = known ?? (await (await fetch(url)).text()).trim();
    const key = parseVerifierKey(text);
    if (!key) throw new Error(`witness ${url} has no usable key`);
    if (known === undefined) {
      const content = JSON.stringify({ ...pinned, [url]: text });
      writeDurably(this.config.path('keys'), file, content);
    }
    return key;
  }
}
