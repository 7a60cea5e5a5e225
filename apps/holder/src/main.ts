import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { HolderProgram, type Platform } from './program';

const USAGE = `sunlit holder make <name> <seat>    prepares the keys of fifty tenders, prints their passphrase once
sunlit holder release               hands in the shares that are waited for

Asks for account, password (and code) of the platform at BASE_URL (default: http://localhost:3000), and for the
passphrase. Keeps whom it trusts and what it released against in HOLDER_DIR (default: ~/.sunlit-holder).
Exit code 0: done; 1: something was refused; 2: nothing could be done.
`;

const base = (process.env.BASE_URL ?? 'http://localhost:3000').replace(/\/$/, '');

async function call(method: string, path: string, token: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${base}${path}`, {
    method,
    headers: {
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === '' ? null : (JSON.parse(text) as unknown);
}

/** Asks on the terminal, secrets without an echo; answers may also come from a pipe, one a line. */
class Questions {
  private isSecret = false;
  private readonly lines: Interface;
  private readonly answers: AsyncIterator<string>;

  constructor() {
    const echo = new Writable({
      write: (piece: Buffer, _encoding, done) => {
        if (!this.isSecret) process.stderr.write(piece);
        done();
      },
    });
    this.lines = createInterface({
      input: process.stdin,
      output: echo,
      terminal: process.stdin.isTTY,
    });
    this.answers = this.lines[Symbol.asyncIterator]();
  }

  async ask(what: string, isSecret = false): Promise<string> {
    process.stderr.write(`${what}: `);
    this.isSecret = isSecret;
    const answer = await this.answers.next();
    if (isSecret && process.stdin.isTTY) process.stderr.write('\n');
    if (answer.done === true) throw new Error(`no ${what}`);
    return answer.value;
  }

  close(): void {
    this.lines.close();
  }
}

async function main(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [command, name, seat] = positionals;
  const isMake = command === 'make' && name !== undefined && /^\d{1,2}$/.test(seat ?? '');
  if (!isMake && command !== 'release') {
    console.log(USAGE);
    return 2;
  }
  const asking = new Questions();
  const username = await asking.ask('account');
  const password = await asking.ask('password', true);
  const code = await asking.ask('code (empty for none)', true);
  const totp = code.trim() === '' ? {} : { totp: code.trim() };
  const answer = await call('POST', '/api/auth/sign-in', '', { username, password, ...totp });
  const token = (answer as { accessToken: string }).accessToken;
  const platform: Platform = {
    get: (path) => call('GET', path, token),
    post: (path, body) => call('POST', path, token, body),
  };
  const folder = process.env.HOLDER_DIR ?? join(homedir(), '.sunlit-holder');
  const program = new HolderProgram(platform, folder);
  if (isMake) {
    asking.close();
    console.log(await program.make(name, Number(seat)));
    return 0;
  }
  const passphrase = await asking.ask('passphrase', true);
  asking.close();
  const policy = await (await fetch(`${base}/api/public/policy`)).text();
  const { legal } = (await call('GET', '/api/clock', '')) as { legal: string };
  const outcomes = await program.release(passphrase, policy, Date.parse(legal));
  for (const { title, shares, refused } of outcomes) {
    console.log(refused === null ? `✓ ${title}: ${shares}` : `✗ ${title}: ${refused}`);
  }
  return outcomes.some(({ refused }) => refused !== null) ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
