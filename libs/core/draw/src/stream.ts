import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bigEndian64, utf8 } from '@core/kernel';

const WORDS = 2 ** 32;

/**
 * The random stream of one label (tp1 §3.5): HMAC-SHA-256 of a counter under the seed, read as big-endian
 * 32-bit words. The same seed and label give the same words everywhere.
 */
export class WordStream {
  /** The state after seed and label, which every block continues. */
  private readonly keyed: ReturnType<typeof hmac.create>;
  private block: DataView = new DataView(new ArrayBuffer(0));
  private at = 0;
  private counter = 0;

  constructor(seed: Uint8Array, label: string) {
    this.keyed = hmac.create(sha256, seed).update(utf8(`tp1/draw/stream\n${label}\n`));
  }

  /** The next word, 0 to 2^32−1. */
  next(): number {
    if (this.at === this.block.byteLength) {
      const mac = this.keyed.clone().update(bigEndian64(this.counter++)).digest();
      this.block = new DataView(mac.buffer, mac.byteOffset, mac.byteLength);
      this.at = 0;
    }
    const word = this.block.getUint32(this.at);
    this.at += 4;
    return word;
  }

  /** A number below `bound` (2 to 2^32−1), each equally likely: words beyond the last whole multiple are thrown away. */
  uniform(bound: number): number {
    const limit = WORDS - (WORDS % bound);
    let word = this.next();
    while (word >= limit) word = this.next();
    return word % bound;
  }
}

/** A permutation of 0 … `count`−1: forward Fisher–Yates over the stream of `label` (tp1 §3.5). */
export function permutation(seed: Uint8Array, label: string, count: number): number[] {
  const stream = new WordStream(seed, label);
  const order = Array.from({ length: count }, (_, at) => at);
  for (let at = 0; at < count - 1; at++) {
    const other = at + stream.uniform(count - at);
    [order[at], order[other]] = [order[other] ?? other, order[at] ?? at];
  }
  return order;
}
