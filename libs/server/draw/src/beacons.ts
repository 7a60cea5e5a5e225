import { Injectable } from '@nestjs/common';
import { isBeacon, type DrandSource } from '@core/draw';
import { isHex, SECOND } from '@core/kernel';
import { Config, Logger } from '@server/platform';

const PATIENCE_MS = 4 * SECOND;
/** An answer is some 300 bytes; whoever sends more is no drand relay. */
const LONGEST_ANSWER = 4096;
const SIGNATURE_BYTES = 48;

/** Fetches rounds of drand from the relays of DRAND_URLS. None of them is trusted: a round proves itself. */
@Injectable()
export class Beacons {
  constructor(
    private readonly config: Config,
    private readonly logger: Logger,
  ) {}

  /** The signature of a round from the first relay that has a true one; null when none has. */
  async fetch(source: DrandSource, round: number): Promise<string | null> {
    const relays = this.config.settings.DRAND_URLS;
    if (relays.length === 0) return null;
    try {
      return await Promise.any(relays.map((relay) => this.from(relay, source, round)));
    } catch (error) {
      const reasons = error instanceof AggregateError ? error.errors.map(String) : [String(error)];
      this.logger.warn('no drand relay has the round', { round, reasons });
      return null;
    }
  }

  private async from(relay: string, source: DrandSource, round: number): Promise<string> {
    const response = await fetch(`${relay}/${source.chain}/public/${round}`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
      redirect: 'error',
    });
    if (!response.ok) throw new Error(`${relay} answered ${response.status}`);
    const answer = JSON.parse(await shortText(response)) as { signature?: unknown } | null;
    const signature = answer?.signature;
    if (!isHex(signature, SIGNATURE_BYTES) || !isBeacon(source, round, signature)) {
      throw new Error(`${relay} sent a false round`);
    }
    return signature;
  }
}

async function shortText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > LONGEST_ANSWER) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
