import { createHmac } from 'node:crypto';
import { Selector, sequences, valueRows, VALUES_STRATUM } from '@core/draw';
import { compare, median, milliseconds, type Comparison } from '../measure';

const CANDIDATES = 100_000;
const ROUNDS = 7;
const SEED = '35'.repeat(32);

/** A whole draw from 100 000 candidates, against the bare HMACs of node:crypto that it needs at least. */
export async function largeDraw(): Promise<Comparison> {
  const rows = valueRows(Array.from({ length: CANDIDATES }, (_, at) => `v${at}`));
  const rules = { pick: [{ stratum: VALUES_STRATUM, seats: 9, fallback: [] }], caps: [] };
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(
      await milliseconds(() => {
        const seats = new Selector(rules, rows, sequences(SEED, rules, rows)).initial().panel;
        return Promise.resolve(seats.length);
      }),
    );
    bare.push(
      await milliseconds(() => {
        const message = Buffer.alloc(48);
        for (let block = 0; block < CANDIDATES / 8; block++) {
          message.writeUInt32BE(block);
          createHmac('sha256', SEED).update(message).digest();
        }
        return Promise.resolve();
      }),
    );
  }
  return {
    ...compare('draw from 100 000', 'per s', 1_000 / median(ours), 1_000 / median(bare)),
    note: `${median(ours).toFixed(0)} ms a draw`,
  };
}
