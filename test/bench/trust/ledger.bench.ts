import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Comparison } from '../measure';

function onDatabase(name: string): Comparison[] {
  const child = spawnSync(process.execPath, [join(__dirname, 'ledger-child.js')], {
    encoding: 'utf8',
    env: { ...process.env, DB: name },
  });
  const last = child.stdout.trimEnd().split('\n').at(-1) ?? '';
  if (child.status === 0) return JSON.parse(last) as Comparison[];
  if (name === 'sqlite') throw new Error(child.stderr);
  console.log(`ledger on ${name}: not measured, no server answered`);
  return [];
}

/**
 * Durable appends to the log (record, commitment, place in the tree, chain of its scope), one at a time and in
 * batches of 256, against rows of the same size inserted by the bare driver in as many durable transactions.
 */
export function ledgerAppends(): Comparison[] {
  return ['sqlite', 'mariadb'].flatMap(onDatabase);
}
