import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { WitnessFolder } from '@server/witness';

const LARGEST_BODY = 64 * 1024;
const TEXT = 'text/plain; charset=utf-8';

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  response.end(body);
}

/** The body of a request, or null when it is larger than any honest one. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > LARGEST_BODY) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

async function handle(
  witness: WitnessFolder,
  now: () => number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'GET' && request.url === '/') {
    answer(response, 200, TEXT, `${witness.signer.key.text}\n`);
    return;
  }
  if (request.method !== 'POST' || request.url !== '/add-checkpoint') {
    answer(response, 404, TEXT, 'not found\n');
    return;
  }
  const body = await bodyOf(request);
  if (body === null) {
    answer(response, 400, TEXT, 'too large\n');
    return;
  }
  const decided = witness.addCheckpoint(body, Math.floor(now() / 1000));
  answer(response, decided.status, decided.contentType, decided.body);
}

/** The HTTP side of a witness: `POST /add-checkpoint` (C2SP tlog-witness) and `GET /`, its verifier key. */
export function witnessServer(witness: WitnessFolder, now: () => number): Server {
  return createServer((request, response) => {
    handle(witness, now, request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) answer(response, 500, TEXT, 'failed\n');
    });
  });
}
