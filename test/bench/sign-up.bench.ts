import Database from 'better-sqlite3';
import { join } from 'node:path';
import { DemoPeople } from '@server/demo';
import { SignUpForTender } from '@server/sign-up';
import type { BenchCounty } from './county';
import { compare, milliseconds, type Comparison } from './measure';

const ROUNDS = 20;

/**
 * The sign-up of the deadline minute: the whole use case (eligibility, deadline, receipt, log record) against the
 * same two rows inserted by bare better-sqlite3, one durable transaction each, in a file of the same folder.
 */
export async function signUps(county: BenchCounty, tenderId: string): Promise<Comparison> {
  const signUp = county.app.get(SignUpForTender);
  const people = county.app.get(DemoPeople);
  const actors = await Promise.all(
    Array.from({ length: 30 }, (_, index) => people.actor(`firm${index + 1}`)),
  );
  const ours = await milliseconds(async () => {
    for (let round = 0; round < ROUNDS; round++) {
      await Promise.all(actors.map((actor) => signUp.run(actor, tenderId)));
      if (round < ROUNDS - 1) {
        await Promise.all(actors.map((actor) => signUp.withdraw(actor, tenderId)));
      }
    }
  });
  const transactions = actors.length * (2 * ROUNDS - 1);
  const bare = new Database(join(county.folder, 'bare.sqlite'));
  bare.pragma('journal_mode = WAL');
  bare.pragma('synchronous = FULL');
  bare.exec(
    'CREATE TABLE s (id text PRIMARY KEY, t text, e text, p text, r text, at text, w text)',
  );
  bare.exec(
    'CREATE TABLE l (seq integer PRIMARY KEY, id text, type text, scope text, body blob, at text)',
  );
  const one = bare.prepare('INSERT INTO s VALUES (?, ?, ?, ?, ?, ?, NULL)');
  const two = bare.prepare('INSERT INTO l (id, type, scope, body, at) VALUES (?, ?, ?, ?, ?)');
  const both = bare.transaction((n: number) => {
    one.run(`id-${n}`, tenderId, `firm-${n}`, 'person', `S-${n}`, '2026-03-02 00:30:00.000');
    two.run(`r-${n}`, 'sign_up.made', 'platform', Buffer.alloc(200), '2026-03-02 00:30:00.000');
  });
  const base = await milliseconds(() => {
    for (let n = 0; n < transactions; n++) both(n);
    return Promise.resolve();
  });
  bare.close();
  const rate = (ms: number): number => (transactions / ms) * 1_000;
  return compare('sign-up transaction', 'per s', rate(ours), rate(base));
}
