import { Injectable } from '@nestjs/common';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { Config } from '../config/config';
import { Logger } from '../logger';

/** What is known of a file: scanned and clean, infected, not scanned, or sealed so that nothing can be seen in it. */
export const SCAN_STATES = ['clean', 'infected', 'not_scanned', 'encrypted'] as const;
/** One of {@link SCAN_STATES}. */
export type ScanState = (typeof SCAN_STATES)[number];

/** The answer to a scan. */
export interface Scan {
  readonly state: ScanState;
  /** The scanner's name of what it found, or why it did not scan; null when there is nothing to say. */
  readonly finding: string | null;
}

/** Pieces of a file as clamd takes them: it refuses pieces longer than its StreamMaxLength. */
const PIECE = 64 * 1024;
/** A scanner that says nothing for so long is not waited for. */
const PATIENCE_MS = 60_000;
/** How an age file begins: the ciphertexts of bids. */
const AGE = Buffer.from('age-encryption.org/');

/** Reads clamd's answer to INSTREAM: `stream: OK`, `stream: <name> FOUND`, or an error. */
export function readClamdAnswer(answer: string): Scan {
  const text = answer.replace(/\0/g, '').trim();
  if (/^stream: OK$/.test(text)) return { state: 'clean', finding: null };
  const found = /^stream: (.+) FOUND$/.exec(text)?.[1];
  if (found !== undefined) return { state: 'infected', finding: found.slice(0, 120) };
  return { state: 'not_scanned', finding: text.slice(0, 120) };
}

/**
 * Asks clamd (CLAMD_URL) about every file that people bring. Without a scanner, or when it cannot be reached, files
 * are kept and say so: a bid must not miss its deadline because a scanner is down. What is infected is refused.
 */
@Injectable()
export class VirusScanner {
  constructor(
    private readonly config: Config,
    private readonly logger: Logger,
  ) {}

  /** Scans the file at `path`. Never throws for what the scanner does; it must not run inside a unit of work. */
  async scan(path: string): Promise<Scan> {
    if (await isSealed(path)) return { state: 'encrypted', finding: null };
    const address = this.config.settings.CLAMD_URL;
    if (address === null) return { state: 'not_scanned', finding: null };
    try {
      const scan = readClamdAnswer(await instream(address, path));
      if (scan.state !== 'clean') this.logger.warn('virus scanner', { ...scan });
      return scan;
    } catch (error) {
      this.logger.error('virus scanner cannot be reached', { error });
      return { state: 'not_scanned', finding: 'unreachable' };
    }
  }
}

async function isSealed(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(AGE.length), 0, AGE.length, 0);
    return bytesRead === AGE.length && buffer.equals(AGE);
  } finally {
    await handle.close();
  }
}

/** One INSTREAM conversation: `zINSTREAM\0`, pieces each led by its length, a length of 0, and clamd's answer. */
function instream(
  address: { readonly host: string; readonly port: number },
  path: string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    let answer = '';
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('clamd is silent')));
    socket.on('data', (piece) => (answer += piece.toString('utf8')));
    socket.on('error', (error) => (answer === '' ? reject(error) : resolve(answer)));
    socket.on('close', () => (answer === '' ? reject(new Error('no answer')) : resolve(answer)));
    socket.on('connect', () => {
      send(socket, path).catch((error: unknown) =>
        socket.destroy(error instanceof Error ? error : new Error('cannot send')),
      );
    });
  });
}

async function send(socket: Socket, path: string): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) {
    const bytes = piece as Buffer;
    if (socket.destroyed || !socket.writable) return;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    socket.write(length);
    if (!socket.write(bytes)) await drained(socket);
  }
  socket.write(Buffer.alloc(4));
}

/** Resolves when more can be written, or when nobody listens any more. */
function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.on('drain', done).on('close', done);
  });
}
