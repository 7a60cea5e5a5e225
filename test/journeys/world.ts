import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from '../support/client';

/** Where a journey runs and who takes part: accounts of the demo county. */
export interface World {
  readonly url: string;
  readonly say: (line: string) => void;
  /** Lets whoever watches catch up: that many seconds at the pace of a demonstration, none in a test. */
  pause(seconds: number): Promise<void>;
  /** Signs a demo account in. */
  as(username: string): Promise<Client>;
  /** A client that is nobody. */
  stranger(): Client;
}

const PASSWORD = 'sunlit-demo-2026';

/** A world on a running demo server. */
export function worldAt(url: string, say: (line: string) => void, pace = 0): World {
  const clients = new Map<string, Client>();
  return {
    url,
    say,
    pause: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * pace * 1_000)),
    stranger: () => new Client(url),
    async as(username) {
      const known = clients.get(username);
      if (known) return known;
      const client = new Client(url, `journey-${username}`);
      await client.signIn(username, PASSWORD);
      clients.set(username, client);
      return client;
    },
  };
}

/** Looks until `look` finds something; gives up loudly. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
  seconds = 30,
): Promise<T> {
  for (let tries = 0; tries < seconds * 10; tries++) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited ${seconds} s for ${what}`);
}

/** Moves the demo's legal clock to just after `instant`. Never back: a clock that is there already stays. */
export async function clockTo(world: World, instant: string): Promise<void> {
  const client = world.stranger();
  const { legal } = await client.get<{ legal: string }>('/api/clock');
  if (legal < instant) await client.post('/api/demo/clock', { to: instant });
}

/** Random bytes as the core wants them. */
export function random(count = 32): Uint8Array {
  return new Uint8Array(randomBytes(count));
}

/** A fresh name for a run, so that a journey can be made twice on one server. */
export function runName(): string {
  return randomUUID().slice(0, 8);
}

/** How fast a demonstration goes (DEMO_PACE): 1 for people who watch, 0 for machines. */
export function demoPace(): number {
  const pace = Number(process.env.DEMO_PACE ?? '1');
  return Number.isFinite(pace) && pace >= 0 ? pace : 1;
}
