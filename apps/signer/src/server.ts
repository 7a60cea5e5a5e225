import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fromHex, hexOf, list, read, struct, text, whole } from '@core/kernel';
import { LogKeyRefusal, type LogKeyFolder } from '@server/witness';

const LARGEST_BODY = 64 * 1024;
const ASKED = struct({
  origin: text(),
  size: whole(1),
  root: hexOf(32),
  proof: list(hexOf(32), 0, 64),
});

interface Answer {
  readonly status: number;
  readonly body: string;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > LARGEST_BODY) return null;
    pieces.push(piece);
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8')) as unknown;
  } catch {
    return null;
  }
}

function sign(key: LogKeyFolder, origin: string, value: unknown): Answer {
  const asked = read(ASKED, value);
  if (!asked.ok) return { status: 400, body: 'not a checkpoint\n' };
  if (asked.value.origin !== origin) return { status: 404, body: 'another log\n' };
  const { size, root, proof } = asked.value;
  try {
    const checkpoint = { origin, size, root: fromHex(root) };
    return { status: 200, body: key.signCheckpoint(checkpoint, proof.map(fromHex)) };
  } catch (error) {
    if (!(error instanceof LogKeyRefusal)) throw error;
    return { status: 409, body: `${error.message}\n` };
  }
}

async function decide(
  key: LogKeyFolder,
  origin: string,
  request: IncomingMessage,
): Promise<Answer> {
  const { method, url = '' } = request;
  if (method === 'POST' && url === '/sign') return sign(key, origin, await bodyOf(request));
  if (method === 'GET' && url === '/signed') {
    return { status: 200, body: JSON.stringify(key.lastSigned()) };
  }
  if (method === 'GET' && url === `/key?origin=${encodeURIComponent(origin)}`) {
    return { status: 200, body: `${key.signer(origin).key.text}\n` };
  }
  return { status: 404, body: 'not found\n' };
}

function answer(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(body);
}

/** The signer over HTTP: `GET /key`, `GET /signed`, `POST /sign`. It signs one log, and only what continues it. */
export function signerServer(key: LogKeyFolder, origin: string): Server {
  return createServer((request, response) => {
    decide(key, origin, request).then(
      (decided) => answer(response, decided),
      (error: unknown) => {
        console.error(error);
        answer(response, { status: 500, body: 'failed\n' });
      },
    );
  });
}
